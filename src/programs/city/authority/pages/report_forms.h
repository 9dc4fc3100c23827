// The forms on a report's page: release, state, same as another, responsible office.
#pragma once

#include "programs/city/authority/pages/report_page.h"

namespace stadttor::city_server::authority {

// One button: makes this part public, or takes it back.
void show_release(const InboxPage& view, semantics::Page& page, const open311::KeptReport& report, open311::ReportPart part);

void show_report_forms(const InboxPage& view, semantics::Page& page, const ReportPage& shown);

}  // namespace stadttor::city_server::authority
