// What a citizen keeps of an application that was sent: number and fingerprint, to whom it went, and what became of it. While it is on
// its way its delivery knows better (services/send_application/delivery.h); the receipt outlives it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "foundation/result.h"
#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "kept_data/ledger.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kReceiptSchema = 1;

// Why an authority refused, or what it lets know, in its words.
struct ReceiptProblem {
  std::string title;
  std::string detail;
  std::string instance;  // "data", "metadata", "attachment:<id>", or "data#/<path>"
};

// One verified event.
struct ReceiptStep {
  std::string event;      // "submit-submission": FIT-Connect's names
  std::int64_t when = 0;  // milliseconds since 1970
  std::vector<ReceiptProblem> problems;
};

void write_step(JsonWriter& json, const ReceiptStep& step);
ReceiptStep read_step(JsonReader reader);

// What the authority has asked back, verified and decrypted, and how far the citizen has come with the answer.
struct ReceiptQuestion {
  std::string id;  // UUID of the reply
  std::int64_t when = 0;
  Personal<std::string> text;
  Personal<std::string> draft;  // of the answer, until it is sent
  // The files chosen for it so far, as forms::Answers::draft tells them; their bytes are documents of the vault. Optional in what is kept.
  Personal<std::string> files = {};
};

struct Receipt {
  std::string form;
  std::string title;
  std::string office;       // id of the city's
  std::string office_name;
  std::string destination;
  std::int64_t begun_at = 0;
  std::string delivery;     // id of its record, hexadecimal; empty once it is over
  // From here on known once it has been sealed.
  std::uint64_t ledger_number = 0;
  std::string ledger_hash;  // SHA-256 of the ledger's entry, hexadecimal
  std::string fingerprint;  // SHA-512 of what was sent, hexadecimal: the authority finds the same in the metadata
  std::string key_thumbprint;
  // And once it is over.
  std::string number;       // of the case
  std::vector<ReceiptStep> steps;
  Personal<std::string> draft;         // the answers, to go on with where it is refused; forgotten once it is accepted
  std::vector<DisclosedField> fields;  // so that a problem can be said of a question
  // For what goes back and forth afterwards: optional members, which receipts from before do not have.
  std::string service;      // URN
  std::string submission;   // id of it
  Personal<std::string> reply_key;  // private JWK, for the authority's questions; forgotten once it is refused
  std::vector<ReceiptQuestion> questions;
  // Tags of the languages of the title and of the office's name.
  std::string language;
  std::string office_language;
  // Of an answer, which is a submission of its own in the same case.
  std::string answer_in;  // id of the record of the application's receipt, hexadecimal
  std::string answer_to;  // id of the question
  std::vector<DisclosedFile> files;
};

Personal<std::string> json_from_receipt(const Receipt& receipt);
Result<Receipt> parse_receipt(const Personal<std::string>& json);

// As it is printed: the first 32 digits in groups of four.
std::string spoken_fingerprint(const std::string& fingerprint);

}  // namespace stadttor::kept_data
