#include "portal/page_content.h"

#include "portal/page_frame.h"
#include "services/find_service/service_pages.h"
#include "services/find_service/start_page.h"
#include "services/read_about/about_pages.h"
#include "services/see_whats_on/whats_on_pages.h"
#include "services/visit_office/office_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

template <class Pack>
const Pack* taken(const PackSlot<Pack>& slot, PageContent& content) {
  content.is_gone = content.is_gone || (slot.error && slot.error->kind == ErrorKind::NotFound);
  content.is_loading = content.is_loading || slot.state == PackState::Loading;
  content.has_failed = content.has_failed || slot.state == PackState::Failed;
  return slot.get();
}

const city::Event* find_event(const PageContent& content, const std::string& id) {
  if (content.whats_on == nullptr) return nullptr;
  for (const city::Event& event : content.whats_on->events) {
    if (event.id == id) return &event;
  }
  return nullptr;
}

// An address may have the right form and still name nothing: that is "not found" as well.
PageKind existing_page(const city::Catalogue& city, const PageContent& content, const Address& address) {
  switch (address.page) {
    case PageKind::Situation: return city.find_situation(address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::Service: return city.find_service(address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::Office: return city.find_office(address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::About: return city.find_about_page(address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::Event:
      if (content.whats_on == nullptr) return PageKind::WhatsOn;
      return find_event(content, address.id) != nullptr ? address.page : PageKind::NotFound;
    default: return address.page;
  }
}

bool names_nothing(const city::Catalogue& city, const Address& address) {
  PageContent nothing;
  return existing_page(city, nothing, address) == PageKind::NotFound;
}

void show_main(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  const city::Catalogue& city = screen.city;
  const std::string& id = state.address.id;
  auto main = page.main();
  // Content of one page never continues that of another: keys begin with the address.
  auto place = page.block("page-" + city::path_to("", state.address.page, id), {.look = semantics::Appearance::Container});
  switch (existing_page(city, content, state.address)) {
    case PageKind::Start: {
      const auto start = services::find_service::show_start_page(screen, page, state.search, content.whats_on);
      answer.search = start.search;
      answer.try_again = start.try_again;
      break;
    }
    case PageKind::Situations: services::find_service::show_situation_list(screen, page); break;
    case PageKind::Situation: services::find_service::show_situation(screen, page, *city.find_situation(id)); break;
    case PageKind::Services: services::find_service::show_service_list(screen, page); break;
    case PageKind::Service: {
      const auto service = services::find_service::show_service(screen, page, *city.find_service(id), content.service);
      answer.toolbar = service.toolbar;
      answer.try_again = service.try_again;
      break;
    }
    case PageKind::Offices: services::visit_office::show_office_list(screen, page); break;
    case PageKind::Office:
      answer.toolbar = services::visit_office::show_office(screen, page, *city.find_office(id), content.office);
      break;
    case PageKind::Search: answer.try_again = services::find_service::show_search_page(screen, page, state.results).try_again; break;
    case PageKind::WhatsOn: answer.try_again = services::see_whats_on::show_whats_on(screen, page, content.whats_on); break;
    case PageKind::Event: answer.toolbar = services::see_whats_on::show_event(screen, page, *find_event(content, id)); break;
    case PageKind::About: {
      const auto about = services::read_about::show_about_page(screen, page, *city.find_about_page(id), content.about);
      answer.toolbar = about.toolbar;
      answer.try_again = about.try_again;
      break;
    }
    case PageKind::ViewSettings: answer.view = services::adjust_view::show_view_settings(screen, page, state.view); break;
    case PageKind::NotFound: services::read_about::show_not_found(screen, page); break;
  }
}

}  // namespace

PageContent content_of(Library& library, const Address& address) {
  PageContent content;
  content.city = taken(library.catalogue(address.language), content);
  switch (address.page) {
    case PageKind::Service: content.service = taken(library.service(address.language, address.id), content); break;
    case PageKind::Office: content.office = taken(library.office(address.language, address.id), content); break;
    case PageKind::About: content.about = taken(library.about(address.language, address.id), content); break;
    case PageKind::Start:
    case PageKind::WhatsOn:
    case PageKind::Event:
      content.whats_on = taken(library.whats_on(address.language), content);
      content.is_gone = false;
      break;
    default: break;
  }
  // Details of what the city does not have are not missing.
  if (content.city != nullptr && names_nothing(*content.city, address)) content.is_loading = content.has_failed = content.is_gone = false;
  return content;
}

Address existing_address(const PageContent& content, const Address& address) {
  Address existing = address;
  if (content.city != nullptr) existing.page = existing_page(*content.city, content, address);
  if (existing.page == PageKind::NotFound || existing.page == PageKind::WhatsOn) existing.id.clear();
  return existing;
}

semantics::NodeKey main_heading_key(const semantics::Tree& tree) {
  for (const semantics::Node& node : tree.nodes()) {
    if (node.role == semantics::Role::Heading && node.level == 1) return node.key;
  }
  return {};
}

std::string title_of(const Screen& screen, const PageContent& content, const PageState& state) {
  const city::Catalogue& city = screen.city;
  const std::string& id = state.address.id;
  std::string title;
  switch (existing_page(city, content, state.address)) {
    case PageKind::Start: return screen.text("start.title", {{"city", city.city.name}});
    case PageKind::Situations: title = screen.text("page.situations"); break;
    case PageKind::Situation: title = city.find_situation(id)->name; break;
    case PageKind::Services: title = screen.text("page.services"); break;
    case PageKind::Service: title = city.find_service(id)->name; break;
    case PageKind::Offices: title = screen.text("page.offices"); break;
    case PageKind::Office: title = city.find_office(id)->name; break;
    case PageKind::Search:
      title = state.results.query.empty() ? std::string(screen.text("page.search"))
                                          : screen.text("search.heading", {{"query", state.results.query}});
      break;
    case PageKind::WhatsOn: title = screen.text("page.whats_on"); break;
    case PageKind::Event: title = find_event(content, id)->title; break;
    case PageKind::About: title = city.find_about_page(id)->title; break;
    case PageKind::ViewSettings: title = screen.text("page.view"); break;
    case PageKind::NotFound: title = screen.text("not_found.heading"); break;
  }
  return title + " – " + city.city.name;
}

std::string description_of(const city::Catalogue& city, const Address& address) {
  switch (address.page) {
    case PageKind::Start: return city.city.welcome;
    case PageKind::Service: return city.find_service(address.id) != nullptr ? city.find_service(address.id)->summary : "";
    case PageKind::Situation: return city.find_situation(address.id) != nullptr ? city.find_situation(address.id)->summary : "";
    case PageKind::Office: return city.find_office(address.id) != nullptr ? city.find_office(address.id)->summary : "";
    default: return {};
  }
}

PageAnswer show_portal_page(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state) {
  PageAnswer answer;
  page.set_document(title_of(screen, content, state), screen.city.language, screen.city.direction);
  show_page_head(screen, page, state, answer);
  show_main(screen, page, content, state, answer);
  show_page_foot(screen, page);
  return answer;
}

}  // namespace stadttor::portal
