// A report that is being written, as it is kept until it is sent: everything as typed. Stored names are only ever added to.
#pragma once

#include "services/report_defect/report_entries.h"

namespace stadttor::services::report_defect {

// JSON.
Personal<std::string> draft_from(const ReportEntries& entries);
// What a later version added is passed over.
Result<ReportEntries> read_report_draft(const Personal<std::string>& json);

}  // namespace stadttor::services::report_defect
