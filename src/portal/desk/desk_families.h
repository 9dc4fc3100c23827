// The families of pages at the desk. Each is found by find_desk_family (portal/desk.h).
#pragma once

#include "portal/page_families.h"

namespace stadttor::portal {

extern const PageFamily kFormFamily;
extern const PageFamily kMyDataFamily;
extern const PageFamily kCasesFamily;
extern const PageFamily kAppointmentsFamily;
extern const PageFamily kReportsFamily;

}  // namespace stadttor::portal
