// What there is in the city: its offices, and what is on.
#include "portal/page_families.h"
#include "services/see_whats_on/whats_on_pages.h"
#include "services/visit_office/office_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  if (address.page == PageKind::Office) content.office = taken(library.office(address.language, address.id), content);
  if (address.page != PageKind::WhatsOn && address.page != PageKind::Event) return;
  content.whats_on = taken(library.whats_on(address.language), content);
  content.is_gone = false;
}

const city::Event* find_event(const PageContent& content, const std::string& id) {
  if (content.whats_on == nullptr) return nullptr;
  for (const city::Event& event : content.whats_on->events) {
    if (event.id == id) return &event;
  }
  return nullptr;
}

PageKind existing(const PageContent& content, const Address& address) {
  switch (address.page) {
    case PageKind::Office: return content.city->find_office(address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::Event:
      if (content.whats_on == nullptr) return PageKind::WhatsOn;
      return find_event(content, address.id) != nullptr ? address.page : PageKind::NotFound;
    default: return address.page;
  }
}

std::string title(const Screen& screen, const PageContent& content, const PageState& state) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Office: return screen.city.find_office(id)->name;
    case PageKind::WhatsOn: return std::string(screen.text("page.whats_on"));
    case PageKind::Event: return find_event(content, id)->title;
    default: return std::string(screen.text("page.offices"));
  }
}

std::string description(const PageContent& content, const Address& address) {
  return address.page == PageKind::Office ? content.city->find_office(address.id)->summary : std::string();
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Office:
      answer.toolbar = services::visit_office::show_office(screen, page, *screen.city.find_office(id), content.office);
      return;
    case PageKind::WhatsOn:
      answer.try_again = services::see_whats_on::show_whats_on(screen, page, content.whats_on);
      return;
    case PageKind::Event:
      answer.toolbar = services::see_whats_on::show_event(screen, page, *find_event(content, id));
      return;
    default: return services::visit_office::show_office_list(screen, page);
  }
}

}  // namespace

const PageFamily kCityFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
