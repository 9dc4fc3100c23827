// What authorities answer in a case, encrypted for the citizen's own key, as it came. It is given out once the authority's signed event
// says what it consists of. Callers hold the connection's lock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/database/connection.h"
#include "protocols/fit_connect/security_event.h"

namespace stadttor::city_server {

struct ReplyRecord {
  std::string reply_id;
  std::string case_id;
  std::string encrypted_metadata;
  std::string encrypted_data;
  bool is_submitted = false;
};

Outcome insert_reply(Connection& connection, const ReplyRecord& reply);
Outcome mark_reply_submitted(Connection& connection, std::string_view reply_id);
Result<std::optional<ReplyRecord>> find_reply(Connection& connection, std::string_view reply_id);

struct ReplyPage {
  std::vector<ReplyRecord> replies;
  std::int64_t total = 0;
};
// Submitted ones, the oldest first.
Result<ReplyPage> read_replies(Connection& connection, std::string_view case_id, std::int64_t limit, std::int64_t offset);

protocols::fit_connect::AuthenticationTags tags_of(const ReplyRecord& reply);

}  // namespace stadttor::city_server
