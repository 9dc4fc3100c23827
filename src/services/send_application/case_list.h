// What pages show of the applications that were handed over: a plain value, made anew whenever the outbox has something to tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kept_data/receipt.h"
#include "platform/locale.h"
#include "services/send_application/delivery.h"
#include "services/send_application/trouble.h"
#include "services/send_application/unsealed_application.h"

namespace stadttor::services::send_application {

enum class CaseProgress : unsigned char {
  Keeping,    // not yet safe on the device
  Preparing,  // the recipient's key is being checked
  Sending,
  Sent,
  Accepted,
  Rejected,
  Stopped,    // it goes no further unless the citizen wants it
};

struct Case {
  std::string id;  // of the receipt's record, hexadecimal: what the address says
  kept_data::Receipt receipt;
  CaseProgress progress = CaseProgress::Keeping;
  TroubleMet trouble;
  std::string number;  // of the case at the delivery service; empty until it is announced
  std::vector<kept_data::ReceiptStep> steps;
  std::size_t files_sent = 0;
  std::size_t files = 0;
  platform::Instant next_attempt = 0;  // 0: nothing waits
  platform::Instant deadline = 0;      // 0: nothing has been announced yet, or it is over
  bool has_unreadable_question = false;  // something came that is not what the authority has signed
};

// An answer to an authority's question is a case of its own, and is shown with the one it belongs to.
bool is_answer(const Case& known);
// Null where the question has not been answered.
const Case* find_answer(const std::vector<Case>& cases, const Case& asked, const kept_data::ReceiptQuestion& question);
// The authority waits for an answer of the citizen.
bool has_open_question(const std::vector<Case>& cases, const Case& asked);

// Where a case stands, from what is kept of it. One of the two, or neither once it is over.
struct CaseSources {
  std::string id;
  const kept_data::Receipt& receipt;
  const UnsealedApplication* unsealed = nullptr;
  const Delivery* delivery = nullptr;
  TroubleMet trouble = {};
  bool is_kept = true;
};
Case case_from(const CaseSources& sources);

bool is_over(CaseProgress progress);

// Null where it is not among them, or where there are none to look through.
const Case* find_case(const std::vector<Case>* cases, std::string_view id);

}  // namespace stadttor::services::send_application
