#include "services/visit_office/office_card.h"

#include "services/visit_office/open_state.h"

namespace stadttor::services::visit_office {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

void show_postal_address(Page& page, const city::PostalAddress& address) {
  std::string line = address.street_line;
  if (!address.addition.empty()) line.append(", ").append(address.addition);
  page.paragraph(line.append(", ").append(address.town_line));
}

void show_phone_link(Page& page, const std::string& phone) {
  std::string number = "tel:";
  for (const char c : phone) {
    if (c != ' ') number.push_back(c);
  }
  page.link("phone", phone, number, {.direction = "ltr"});
}

void show_phone(const Screen& screen, Page& page, const city::Office& office) {
  auto line = page.running_paragraph();
  page.text(std::string(screen.text("office.phone")) + " ");
  show_phone_link(page, office.phone);
}

void show_office_card(const Screen& screen, Page& page, const city::Office& office, int heading_level) {
  auto card = page.block("office-" + office.id, {.look = Appearance::Card});
  auto body = page.block(Appearance::CardBody);
  page.heading(heading_level, office.name, in_language(screen, office.language, Appearance::Small));
  show_open_state(screen, page, office.weekly, office.exceptions);
  show_postal_address(page, office.address);
  show_phone(screen, page, office);
  page.link("to-office", screen.text("office.to_office", {{"office", office.name}}), screen.path(PageKind::Office, office.id),
            {.look = Appearance::LinkArrow});
}

}  // namespace stadttor::services::visit_office
