// What the authority has asked back in a case: fetched, held against its signed events, decrypted with the application's own key. What
// does not stand up to that is counted and never shown.
#pragma once

#include <vector>

#include "kept_data/receipt.h"
#include "platform/cryptography.h"
#include "protocols/fit_connect/submission_client.h"

namespace stadttor::services::send_application {

struct QuestionSource {
  protocols::fit_connect::AnnouncedSubmission submission;
  std::string destination;
  std::string service_issuer;
  Personal<std::string> reply_key;
  std::vector<std::string> known;  // ids of replies that have been read
};

struct ReadQuestions {
  std::vector<kept_data::ReceiptQuestion> questions;  // those that are new, the oldest first
  bool has_unreadable = false;
};

// All of them outlive the answer. An error where the gateway could not be asked.
void read_questions(platform::Cryptography& cryptography, protocols::fit_connect::SubmissionClient& client, QuestionSource source, platform::Callback<ReadQuestions> callback);

}  // namespace stadttor::services::send_application
