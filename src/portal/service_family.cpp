// Ways to a service: start page, life situations, A to Z, search, and the service itself.
#include "portal/page_families.h"
#include "services/find_service/service_pages.h"
#include "services/find_service/start_page.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  if (address.page == PageKind::Service) content.service = taken(library.service(address.language, address.id), content);
  if (address.page != PageKind::Start) return;
  content.whats_on = taken(library.whats_on(address.language), content);
  content.is_gone = false;
}

PageKind existing(const PageContent& content, const Address& address) {
  const city::Catalogue& city = *content.city;
  if (address.page == PageKind::Situation && city.find_situation(address.id) == nullptr) return PageKind::NotFound;
  if (address.page == PageKind::Service && city.find_service(address.id) == nullptr) return PageKind::NotFound;
  return address.page;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Situations: return std::string(screen.text("page.situations"));
    case PageKind::Situation: return screen.city.find_situation(id)->name;
    case PageKind::Services: return std::string(screen.text("page.services"));
    case PageKind::Service: return screen.city.find_service(id)->name;
    case PageKind::Search:
      return state.results.query.empty() ? std::string(screen.text("page.search"))
                                         : screen.text("search.heading", {{"query", state.results.query}});
    default: return screen.text("start.title", {{"city", screen.city.city.name}});
  }
}

std::string description(const PageContent& content, const Address& address) {
  const city::Catalogue& city = *content.city;
  switch (address.page) {
    case PageKind::Start: return city.city.welcome;
    case PageKind::Service: return city.find_service(address.id)->summary;
    case PageKind::Situation: return city.find_situation(address.id)->summary;
    default: return {};
  }
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Situations: return services::find_service::show_situation_list(screen, page);
    case PageKind::Situation: return services::find_service::show_situation(screen, page, *screen.city.find_situation(id));
    case PageKind::Services: return services::find_service::show_service_list(screen, page);
    case PageKind::Service: {
      const auto service = services::find_service::show_service(screen, page, *screen.city.find_service(id), content.service);
      answer.toolbar = service.toolbar;
      answer.try_again = service.try_again;
      return;
    }
    case PageKind::Search:
      answer.try_again = services::find_service::show_search_page(screen, page, state.results).try_again;
      return;
    default: {
      const auto start = services::find_service::show_start_page(screen, page, state.search, content.whats_on);
      answer.search = start.search;
      answer.try_again = start.try_again;
    }
  }
}

}  // namespace

const PageFamily kServiceFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
