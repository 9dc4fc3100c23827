// A citizen's own report of a defect: what it says, where it stands on its way, and what has become of it. Also one of another's that the
// citizen follows. Sending it is services/report_defect's; the wire is protocols/open311's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kReportSchema = 1;
// Draft::form (draft.h) of a report that is being written; no form's id begins like this. Its answers: services/report_defect/report_draft.h.
inline constexpr std::string_view kReportDraft = "@meldung";

// Stored names (kept_report.cpp): only ever added to.
enum class ReportState : unsigned char {
  Draft,     // being written
  Ready,     // in the ledger, on its way as soon as there is a network
  Posting,   // the post may have been sent: ask before it is repeated
  Sent,      // it has arrived
  Unclear,   // it may have arrived: only the citizen can tell
  Stopped,   // refused before it arrived; the citizen decides
  Followed,  // another's
};

struct ReportAnswer {
  std::string code;
  std::string question;  // as the citizen was asked
  Personal<std::vector<std::string>> values;
  Personal<std::string> said;  // the values as they are read out
};

// What the city has said of it.
struct ReportNews {
  std::string status;     // "open" or "closed"
  std::string note;
  std::int64_t when = 0;  // milliseconds since 1970
};

struct Report {
  ReportState state = ReportState::Draft;
  std::string service_code;
  std::string service_name;
  Personal<std::string> address;
  Personal<std::string> position;  // "51.43210,9.87140"; empty: the address says where it is
  Personal<std::string> description;
  std::vector<ReportAnswer> answers;
  Personal<std::string> first_name, last_name, email, phone;
  std::string photo;          // id of the photo's record, hexadecimal; empty without one
  std::string photo_type;
  std::uint64_t photo_bytes = 0;

  std::string post_key;       // the same for each attempt; servers that know Idempotency-Key take a report once
  std::int64_t begun_at = 0;  // milliseconds since 1970, here and below
  std::int64_t posted_at = 0;       // the first attempt whose answer is not known
  std::int64_t last_posted_at = 0;  // and the last
  std::int64_t not_before = 0;
  unsigned attempts = 0;
  std::string trouble;        // report_trouble.h
  std::string detail;         // for municipalities

  std::string number;         // service_request_id
  std::string token;          // until there is a number
  std::string notice;
  std::vector<ReportNews> news;
  std::uint64_t ledger_number = 0;
  std::string ledger_hash;
};

std::string_view report_state_name(ReportState state);

Personal<std::string> json_from_report(const Report& report);
Result<Report> parse_report(const Personal<std::string>& json);

}  // namespace stadttor::kept_data
