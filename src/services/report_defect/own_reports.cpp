#include "services/report_defect/own_reports.h"

#include <algorithm>

namespace stadttor::services::report_defect {

using kept_data::ReportState;

const OwnReport* find_own_report(const std::vector<OwnReport>* reports, std::string_view id) {
  if (reports == nullptr) return nullptr;
  const auto found = std::find_if(reports->begin(), reports->end(), [id](const OwnReport& one) { return one.id == id; });
  return found == reports->end() ? nullptr : &*found;
}

bool is_under_way(ReportState state) {
  return state == ReportState::Ready || state == ReportState::Posting || state == ReportState::Unclear || state == ReportState::Stopped;
}

}  // namespace stadttor::services::report_defect
