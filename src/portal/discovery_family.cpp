// Pages to discover the city with: its map and places, the city in figures, the weekly market and its stalls.
#include "portal/page_families.h"
#include "services/explore_city/city_map.h"
#include "services/read_figures/figures_page.h"
#include "services/visit_market/market_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  switch (address.page) {
    case PageKind::Figures: content.figures = taken(library.figures(address.language), content); return;
    case PageKind::Market:
    case PageKind::Stall: content.market = taken(library.market(address.language), content); return;
    default: content.places = taken(library.places(address.language), content);
  }
}

// Offices are on the map, but have pages of their own.
const city::Place* find_place(const PageContent& content, std::string_view id) {
  const city::Place* place = content.places == nullptr ? nullptr : content.places->find(id);
  return place == nullptr || place->kind == city::kOfficeKind ? nullptr : place;
}

const city::Stall* find_stall(const PageContent& content, std::string_view id) {
  return content.market == nullptr ? nullptr : content.market->find_stall(id);
}

PageKind existing(const PageContent& content, const Address& address) {
  switch (address.page) {
    case PageKind::Place:
      if (content.places == nullptr) return PageKind::CityMap;
      return find_place(content, address.id) != nullptr ? address.page : PageKind::NotFound;
    case PageKind::Figures: return content.city->has_figures ? address.page : PageKind::NotFound;
    case PageKind::Market: return content.city->has_market ? address.page : PageKind::NotFound;
    case PageKind::Stall:
      if (!content.city->has_market) return PageKind::NotFound;
      if (content.market == nullptr) return PageKind::Market;
      return find_stall(content, address.id) != nullptr ? address.page : PageKind::NotFound;
    default: return address.page;
  }
}

std::string title(const Screen& screen, const PageContent& content, const PageState& state) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Place: return find_place(content, id)->name;
    case PageKind::Figures: return std::string(screen.text("page.figures"));
    case PageKind::Market: return std::string(screen.text("page.market"));
    case PageKind::Stall: return find_stall(content, id)->name;
    default: return std::string(screen.text("page.map"));
  }
}

std::string description(const PageContent& content, const Address& address) {
  const city::Texts& texts = content.city->texts;
  switch (address.page) {
    case PageKind::Place: {
      const city::Place& place = *find_place(content, address.id);
      return place.name + ", " + place.street_line + ", " + place.town_line;
    }
    case PageKind::Figures: return texts("figures.lead", {{"city", content.city->city.name}});
    case PageKind::Market: return std::string(texts("market.lead"));
    case PageKind::Stall: return find_stall(content, address.id)->offer;
    default: return texts("map.lead", {{"city", content.city->city.name}});
  }
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  const std::string& id = state.address.id;
  switch (state.address.page) {
    case PageKind::Place:
      answer.toolbar = services::explore_city::show_place(screen, page, *find_place(content, id));
      return;
    case PageKind::Figures:
      answer.try_again = services::read_figures::show_figures(screen, page, content.figures, state.compared_years);
      return;
    case PageKind::Market:
      answer.try_again = services::visit_market::show_market(screen, page, content.market, state.market);
      return;
    case PageKind::Stall:
      answer.toolbar = services::visit_market::show_stall(screen, page, *content.market, *find_stall(content, id));
      return;
    default: answer.try_again = services::explore_city::show_city_map(screen, page, content.places, state.map);
  }
}

}  // namespace

const PageFamily kDiscoveryFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
