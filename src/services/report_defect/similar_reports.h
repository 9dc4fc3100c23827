// Reports that are published already and may be about the same thing: compared on the device with what everybody may read.
#pragma once

#include <vector>

#include "protocols/open311/requests.h"
#include "services/report_defect/report_entries.h"

namespace stadttor::services::report_defect {

struct SimilarReport {
  const protocols::open311::ServiceRequest* request = nullptr;
  double metres = -1;  // below 0: only the address is known
};

// Of the same kind and still open, within a few minutes' walk or in the same street; the nearest first, at most five.
std::vector<SimilarReport> similar_reports(const kept_data::Report& report, const std::vector<protocols::open311::ServiceRequest>& published);

}  // namespace stadttor::services::report_defect
