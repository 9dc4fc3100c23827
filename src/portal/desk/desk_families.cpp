#include "portal/desk/desk_families.h"

#include "portal/desk/citizens_desk.h"

namespace stadttor::portal {

using city::PageKind;

const PageFamily* find_desk_family(PageKind page) {
  if (page == PageKind::Cases) return &kCasesFamily;
  if (page == PageKind::Appointments) return &kAppointmentsFamily;
  if (page == PageKind::Reports) return &kReportsFamily;
  if (page == PageKind::MyData) return &kMyDataFamily;
  return city::is_form_page(page) ? &kFormFamily : nullptr;
}

std::unique_ptr<Desk> make_blank_desk() { return std::make_unique<CitizensDesk>(); }

}  // namespace stadttor::portal
