// What clerks have asked back about applications: sealed once for the citizen, sent again are the same bytes; the text for the authority's
// own pages is encrypted with its own key, as everything here is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "programs/city/authority/audit_log.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server::authority {

struct Question {
  std::string reply_id;
  std::string submission_id;
  std::string clerk;
  std::int64_t asked_at = 0;  // seconds since 1970
  std::string text_jwe;       // for the authority
  std::string metadata_jwe;   // for the citizen, as is data_jwe
  std::string data_jwe;
  std::string event;          // the signed token
  bool is_sent = false;
};

// Each with its entry in the audit, both or none.
Outcome keep_question(Connection& connection, const Question& question, const AuditEntry& audit);
Outcome mark_question_sent(Connection& connection, const std::string& reply_id, const AuditEntry& audit);
Outcome mark_question_answered(Connection& connection, const std::string& reply_id);

// About one application, the oldest first.
Result<std::vector<Question>> read_questions(Connection& connection, const std::string& submission_id);
// Ids of what has come into its case since, the oldest first.
Result<std::vector<std::string>> read_followers(Connection& connection, const std::string& submission_id);

}  // namespace stadttor::city_server::authority
