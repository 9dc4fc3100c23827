// Pages about the portal itself: imprint and help, view settings, and the page for an address that is none.
#include "portal/page_families.h"
#include "services/read_about/about_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  if (address.page == PageKind::About) content.about = taken(library.about(address.language, address.id), content);
}

PageKind existing(const PageContent& content, const Address& address) {
  const bool names_nothing = address.page == PageKind::About && content.city->find_about_page(address.id) == nullptr;
  return names_nothing ? PageKind::NotFound : address.page;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) {
  switch (state.address.page) {
    case PageKind::About: return screen.city.find_about_page(state.address.id)->title;
    case PageKind::ViewSettings: return std::string(screen.text("page.view"));
    default: return std::string(screen.text("not_found.heading"));
  }
}

std::string description(const PageContent&, const Address&) { return {}; }

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  switch (state.address.page) {
    case PageKind::About: {
      const city::AboutPage& about_page = *screen.city.find_about_page(state.address.id);
      const auto about = services::read_about::show_about_page(screen, page, about_page, content.about);
      answer.toolbar = about.toolbar;
      answer.try_again = about.try_again;
      return;
    }
    case PageKind::ViewSettings:
      answer.view = services::adjust_view::show_view_settings(screen, page, state.view, state.presentation);
      return;
    default: return services::read_about::show_not_found(screen, page);
  }
}

}  // namespace

const PageFamily kPortalFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
