// The answers to a kind of report's own questions: "attribute[CODE]" and "attribute[CODE][]", held against the definition.
#pragma once

#include "programs/city/open311/posted_form.h"
#include "programs/city/open311/report_records.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::open311 {

std::vector<ReportAnswer> read_answers(const PostedForm& form, const OfferedService& service, Faults& faults);

}  // namespace stadttor::city_server::open311
