// The families of pages at the desk. Each is found by find_desk_family (portal/desk.h).
#pragma once

#include "portal/page_families.h"

namespace stadttor::portal {

extern const PageFamily kFormFamily;
extern const PageFamily kMyDataFamily;
extern const PageFamily kCasesFamily;

// "Meine Daten" has a page that is sending's: what was passed on.
inline constexpr std::string_view kLedgerPage = "weitergaben";

}  // namespace stadttor::portal
