#include "services/find_service/start_page.h"

#include "services/see_whats_on/whats_on_pages.h"

namespace stadttor::services::find_service {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_popular(const Screen& screen, Page& page) {
  auto region = page.region("popular", 2, screen.text("start.popular"));
  auto grid = page.list(Appearance::CardGrid);
  for (const std::string& id : screen.city.popular) {
    const city::ServiceEntry* service = screen.city.find_service(id);
    if (service == nullptr) continue;
    auto item = page.item(id);
    auto card = page.block("card", {.look = Appearance::Card});
    auto body = page.block(Appearance::CardBody);
    {
      auto heading = page.block("heading", {});
      page.link("link", service->name, screen.path(PageKind::Service, id), in_language(screen, service->language, Appearance::Card));
    }
    page.paragraph(service->summary, in_language(screen, service->language));
  }
}

void show_situation_tiles(const Screen& screen, Page& page) {
  auto region = page.region("situations", 2, screen.text("page.situations"), {.look = Appearance::Band});
  auto list = page.list(Appearance::TileList);
  for (const city::Situation& situation : screen.city.situations) {
    auto item = page.item(situation.id);
    auto traits = in_language(screen, situation.language, Appearance::TileList);
    const std::string icon = situation.id;
    traits.icon = icon;
    page.link("link", situation.name, screen.path(PageKind::Situation, situation.id), traits);
  }
}

void show_discovery(const Screen& screen, Page& page) {
  auto region = page.region("discover", 2, screen.text("start.discover"));
  auto grid = page.list(Appearance::CardGrid);
  const auto show_card = [&](const std::string& key, PageKind target) {
    auto item = page.item(key);
    auto card = page.block("card", {.look = Appearance::Card});
    auto body = page.block(Appearance::CardBody);
    {
      auto heading = page.block("heading", {});
      page.link("link", screen.text("page." + key), screen.path(target), {.look = Appearance::Card});
    }
    page.paragraph(screen.text("start.discover." + key));
  };
  if (screen.city.appointments) show_card("appointments", PageKind::Appointments);
  if (screen.city.reports) show_card("reports", PageKind::Reports);
  show_card("map", PageKind::CityMap);
  if (screen.city.has_market) show_card("market", PageKind::Market);
  if (screen.city.has_figures) show_card("figures", PageKind::Figures);
}

void show_help(const Screen& screen, Page& page) {
  auto region = page.region("help", 2, screen.text("help.title"), {.look = Appearance::Band});
  page.paragraph(screen.text("help.text"));
  auto cluster = page.block(Appearance::Cluster);
  page.link("call", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone,
            {.look = Appearance::Secondary});
  page.link("offices", screen.text("page.offices"), screen.path(PageKind::Offices), {.look = Appearance::Tertiary});
}

}  // namespace

StartAnswer show_start_page(const Screen& screen, Page& page, SearchBoxState& search, const city::WhatsOn* whats_on) {
  StartAnswer answer;
  {
    auto hero = page.block("hero", {.look = Appearance::Hero});
    page.heading(1, screen.text("start.heading", {{"city", screen.city.city.name}}), {.look = Appearance::Large});
    page.paragraph(screen.city.city.welcome, {.look = Appearance::Lead});
    answer.search = show_search_box(screen, page, search, SearchPlace::StartPage);
    page.paragraph(screen.text("search.stays_here"), {.look = Appearance::Small});
    if (!screen.city.city.hero.empty()) page.picture("picture", screen.city.city.hero, {}, {.look = Appearance::Illustration});
  }
  show_popular(screen, page);
  show_situation_tiles(screen, page);
  {
    auto region = page.region("whats-on", 2, screen.text("start.whats_on"));
    answer.try_again = see_whats_on::show_next_events(screen, page, whats_on, 4);
  }
  show_discovery(screen, page);
  show_help(screen, page);
  return answer;
}

}  // namespace stadttor::services::find_service
