// The packs one page is made of, and the whole page made of them: frame and content. Used alike for pages written in
// advance and for those the engine shows.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "portal/desk.h"
#include "portal/library.h"
#include "services/adjust_view/view_settings_page.h"
#include "services/apply/form_pages.h"
#include "services/explore_city/map_choice.h"
#include "services/find_service/search_box.h"
#include "services/find_service/search_page.h"
#include "services/read_figures/figures_page.h"
#include "services/screen.h"
#include "services/visit_market/market_choice.h"

namespace stadttor::portal {

struct PageContent {
  const city::Catalogue* city = nullptr;
  const city::ServiceDetails* service = nullptr;
  const city::OfficeDetails* office = nullptr;
  std::vector<const city::ServiceDetails*> further_services;  // only offered: those that are there
  const city::AboutDetails* about = nullptr;
  const city::WhatsOn* whats_on = nullptr;
  const city::Places* places = nullptr;
  const city::Figures* figures = nullptr;
  const city::Market* market = nullptr;
  const forms::Definition* form = nullptr;
  const city::Streets* streets = nullptr;  // only offered: a page never waits for them
  const services::keep_data::PassphraseWords* passphrase_words = nullptr;  // only offered, too
  const city::ReportWords* report_words = nullptr;  // likewise
  std::string data_path;    // where the packs lie
  bool is_loading = false;  // some of it is on its way
  bool has_failed = false;  // some of it could not be had; the page says so
  bool is_gone = false;     // its details are not there any more: the city has newer packs
};

// Asks the library for what `address` needs.
PageContent content_of(Library& library, const city::Address& address);

// What the desk would like to show besides, where it is there: a page never waits for it.
void offer_further_packs(Library& library, const city::Address& address, const FurtherPacks& packs, PageContent& content);

// An address of the right form that names nothing becomes NotFound.
city::Address existing_address(const PageContent& content, const city::Address& address);

// What the citizen is doing on the page.
struct PageState {
  city::Address address;
  services::find_service::SearchBoxState search;
  services::find_service::SearchResults results;
  services::adjust_view::ViewSettings view;
  services::adjust_view::PresentationFacts presentation;
  services::explore_city::MapChoice map;
  services::read_figures::ComparedYears compared_years;
  services::visit_market::MarketChoice market;
  std::shared_ptr<Desk> desk;  // null only where the engine has no pages of a desk
  bool is_offline = false;
  bool is_waiting = false;  // the next page is on its way
};

// What the citizen wants, as the page understood it.
struct PageAnswer {
  services::find_service::SearchBoxAnswer search;
  services::ToolbarAnswer toolbar;
  services::adjust_view::ViewAnswer view;
  services::apply::FormAnswer form;
  bool try_again = false;
};

// The key of the heading that takes the focus after a page change.
semantics::NodeKey main_heading_key(const semantics::Tree& tree);

// `state.address` is an existing one, here and in title_of.
PageAnswer show_portal_page(const services::Screen& screen, semantics::Page& page, const PageContent& content,
                            PageState& state);

// "Hund anmelden – Musterstadt"
std::string title_of(const services::Screen& screen, const PageContent& content, const PageState& state);

// One or two sentences for search engines and link previews; may be empty.
std::string description_of(const PageContent& content, const city::Address& address);

}  // namespace stadttor::portal
