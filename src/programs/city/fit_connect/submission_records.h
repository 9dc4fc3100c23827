// What the database knows of submissions: their state, and what was sent, encrypted as it came. Who may see or change them is the
// API's affair. Callers hold the connection's lock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/database/connection.h"
#include "protocols/fit_connect/security_event.h"

namespace stadttor::city_server {

enum class SubmissionState : unsigned char { Announced, Submitted, Forwarded, Accepted, Rejected, Deleted };

struct SubmissionRecord {
  std::string submission_id;
  std::string case_id;
  std::string destination_id;
  std::string client_id;  // who sends it
  std::string service_name;
  std::string service_identifier;
  SubmissionState state = SubmissionState::Announced;
  std::int64_t changed_at = 0;
  std::string content_hash;  // of what the last PUT brought, so that its repetition is known
  std::string encrypted_metadata;
  std::string encrypted_data;
};

struct StoredAttachment {
  std::string id;
  std::string jwe;  // empty until it has come
};

Outcome insert_submission(Connection& connection, const SubmissionRecord& submission, const std::vector<std::string>& attachment_ids);
Result<std::optional<SubmissionRecord>> find_submission(Connection& connection, std::string_view submission_id);
// The last one announced in that case.
Result<std::optional<SubmissionRecord>> find_submission_of_case(Connection& connection, std::string_view case_id);
// In the state that was first entered at that time or before.
Result<std::vector<SubmissionRecord>> submissions_waiting_since(Connection& connection, SubmissionState state, std::int64_t since);

struct PickupList {
  std::vector<SubmissionRecord> submissions;  // without content
  std::int64_t total = 0;
};
Result<PickupList> submissions_for_pickup(Connection& connection, const std::vector<std::string>& destination_ids, std::int64_t limit,
                                          std::int64_t offset);

Outcome store_content(Connection& connection, const SubmissionRecord& submission);
Outcome store_state(Connection& connection, std::string_view submission_id, SubmissionState state, std::int64_t now);
// Nothing of what was sent is left; that it was sent stays.
Outcome erase_content(Connection& connection, std::string_view submission_id);

Result<std::vector<StoredAttachment>> read_attachments(Connection& connection, std::string_view submission_id);
Outcome store_attachment(Connection& connection, std::string_view submission_id, std::string_view attachment_id, std::string_view jwe);

protocols::fit_connect::AuthenticationTags tags_of(const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments);

}  // namespace stadttor::city_server
