// The metadata of a submission (schema 2.1.0): what it consists of and the hashes of it, how the authority can answer, and with what it
// was made. Sent encrypted, as everything is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/cryptography.h"
#include "protocols/fit_connect/destination.h"

namespace stadttor::protocols::fit_connect {

struct AttachmentMetadata {
  std::string id;
  std::string hash;  // SHA-512 of the file as it was encrypted, hexadecimal
  std::string media_type;
  std::string file_name;
  std::string description;
};

// INITIAL, BOOKED, FAILED and CANCELED of the payment provider.
struct PaymentMetadata {
  std::string transaction_id;
  std::string transaction_reference;
  std::string method;
  std::string status;
};

// The public half of the citizen's own key, by which the authority can answer through the delivery service.
struct ReplyKey {
  platform::RsaPublicNumbers numbers;
  std::string key_id;
};

struct Metadata {
  std::string data_hash;
  SubmissionSchema data_schema;
  std::vector<AttachmentMetadata> attachments;
  std::string reply_address;  // e-mail; empty: the authority answers by post
  std::optional<ReplyKey> reply_key;  // before the address: the schema allows one channel
  std::string sender_reference;
  std::string application_date;  // "2026-11-25"
  std::optional<PaymentMetadata> payment;
};

std::string json_from_metadata(const Metadata& metadata);

// "cf83e1..." of a hash's bytes.
std::string hexadecimal(std::string_view bytes);

}  // namespace stadttor::protocols::fit_connect
