// What pages show of the citizen's own reports: plain values, made anew whenever the outbox has something to tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kept_data/kept_report.h"

namespace stadttor::services::report_defect {

struct OwnReport {
  std::string id;  // of its record, hexadecimal: what the address says
  kept_data::Report report;
  bool is_kept = true;  // false: not yet safe on the device
};

// Null where it is not among them, or where there are none to look through.
const OwnReport* find_own_report(const std::vector<OwnReport>* reports, std::string_view id);

// On its way, or waiting for the citizen.
bool is_under_way(kept_data::ReportState state);

}  // namespace stadttor::services::report_defect
