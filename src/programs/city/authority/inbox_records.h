// What the inbox keeps of the applications it has received: encrypted, as they came, with what has been decided. Nothing here
// can be read without the authority's key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "programs/city/authority/audit_log.h"
#include "programs/city/database/connection.h"
#include "protocols/fit_connect/security_event.h"

namespace stadttor::city_server::authority {

// Kept as numbers: new ones come at the end.
enum class InboxState : unsigned char { New, Opened, Accepted, Rejected, Erased };
inline constexpr int kInboxStates = 5;

std::string_view words_of_state(InboxState state);  // in German

// FIT-Connect gives an authority fourteen days to decide; then the delivery service rejects (protocols.md, 1.8).
inline constexpr std::int64_t kSecondsToDecide = 14 * 24 * 60 * 60;

// One line of the list.
struct InboxEntry {
  std::string submission_id;
  std::string case_id;
  std::string destination_id;
  std::string service_identifier;
  std::string service_name;
  std::int64_t submitted_at = 0;  // seconds since 1970, as the delivery service has signed it
  std::int64_t received_at = 0;
  InboxState state = InboxState::New;
  bool is_reported = false;  // the delivery service has taken the decision
  std::string follows;       // submission id of the application whose case this came into; empty: it began one
  int open_questions = 0;    // asked, and no answer has been read
  int new_answers = 0;       // in its case, not opened yet

  std::int64_t decide_until() const { return submitted_at + kSecondsToDecide; }
  bool is_open() const { return state == InboxState::New || state == InboxState::Opened; }
  bool is_decided() const { return state == InboxState::Accepted || state == InboxState::Rejected; }
};

struct InboxApplication {
  InboxEntry entry;
  std::string metadata_jwe;
  std::string data_jwe;
  std::vector<std::pair<std::string, std::string>> attachments;  // id and JWE
  protocols::fit_connect::AuthenticationTags confirmed;          // as the delivery service has signed them
  std::string decision_event;                                    // signed; empty before
};

// Once: what is there already stays as it is.
Outcome keep_application(Connection& connection, const InboxApplication& application);
Result<bool> has_application(Connection& connection, const std::string& submission_id);

// The newest first; all of them without a state.
Result<std::vector<InboxEntry>> read_entries(Connection& connection, std::optional<InboxState> state);
Result<std::optional<InboxApplication>> find_application(Connection& connection, const std::string& submission_id);

// Each with its entry in the audit, both or none.
Outcome mark_opened(Connection& connection, const AuditEntry& audit);
Outcome mark_decided(Connection& connection, InboxState decision, const std::string& event, const AuditEntry& audit);
Outcome mark_reported(Connection& connection, const AuditEntry& audit);
// Takes the content away; that there was something, and what was decided, stays in the audit.
Outcome erase_content(Connection& connection, const AuditEntry& audit);
// Something that changes no state.
Outcome note(Connection& connection, const AuditEntry& audit);

}  // namespace stadttor::city_server::authority
