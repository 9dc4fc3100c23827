// Who did what with which application or report, and when. Written before the act it tells of, and never changed. Names clerks,
// applications and reports, nothing of what citizens wrote.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "programs/city/database/connection.h"

namespace stadttor::city_server::authority {

// Kept as numbers: new ones come at the end.
enum class Act : unsigned char {
  LoggedIn, LoggedOut, Received, Opened, SavedAttachment, Accepted, Rejected, Reported, Erased, Asked, QuestionSent, Released, Withheld, ToldState, MarkedSame, HandedOn,
};

std::string_view words_of_act(Act act);  // in German

struct AuditEntry {
  std::int64_t at = 0;  // seconds since 1970
  std::string clerk;    // empty: the inbox by itself
  Act act = Act::Opened;
  std::string submission_id;  // of an application, or "meldung-77"; empty: none
};

// The caller holds the connection's lock.
Outcome write_audit(Connection& connection, const AuditEntry& entry);

// The newest first; of one application, or of all where `submission_id` is empty.
Result<std::vector<AuditEntry>> read_audit(Connection& connection, const std::string& submission_id, int most);

}  // namespace stadttor::city_server::authority
