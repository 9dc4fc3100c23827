// One stall of the market, and where it stands.
#include "services/visit_market/market_pages.h"
#include "services/visit_market/stall_words.h"
#include "services/visit_office/week_table.h"

namespace stadttor::services::visit_market {

using city::Market;
using city::PageKind;
using city::Stall;
using semantics::Appearance;
using semantics::Page;

namespace {

// Each day with its hours and its place.
void show_days(const Screen& screen, Page& page, const Market& market, const Stall& stall) {
  page.term(screen.text("market.days"));
  for (const Weekday weekday : stall.days) {
    const city::MarketDay* day = market.find_day(weekday);
    const city::MarketSite* site = day == nullptr ? nullptr : market.find_site(day->site);
    auto definition = page.definition();
    std::string text = screen.locale.weekday(weekday);
    if (day != nullptr) text.append(", ").append(visit_office::spans_text(screen, {day->span}));
    page.text(site == nullptr ? text : text + ", ");
    if (site != nullptr) page.text(site->name, in_language(screen, site->name_language));
  }
}

void show_facts(const Screen& screen, Page& page, const Market& market, const Stall& stall) {
  auto facts = page.description_list(Appearance::Facts);
  page.term(screen.text("market.goods"));
  page.definition(goods_text(screen, stall));
  show_days(screen, page, market, stall);
  if (stall.is_organic) {
    page.term(screen.text("market.quality"));
    page.definition(screen.text("market.organic"));
  }
  page.term(screen.text("market.payment"));
  page.definition(screen.text(stall.takes_cards ? "market.cards" : "market.cash"));
}

void show_plan(const Screen& screen, Page& page, const Market& market, const Stall& stall) {
  auto side = page.complementary("where", screen.text("place.where"), {.look = Appearance::SideBox});
  page.heading(2, screen.text("place.where"), {.look = Appearance::Small});
  const city::MarketSite* site = market.find_site(market.plan.site);
  const std::string site_name = site == nullptr ? std::string() : site->name;
  const std::string source = std::string(screen.data_path) + market.plan.background;
  const std::string extent = plan_extent(market.plan);
  {
    auto scene = page.scene("plan", screen.text("market.plan", {{"site", site_name}}), {.kind = "plan", .source = source, .extent = extent});
    page.paragraph(stall_number_text(screen, stall) + ": " + site_name, {.shape = stall.shape, .abbreviation = stall.number});
  }
  page.link("all", screen.text("market.all"), screen.path(PageKind::Market), {.look = Appearance::LinkArrow});
}

}  // namespace

ToolbarAnswer show_stall(const Screen& screen, Page& page, const Market& market, const Stall& stall) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.market")), screen.path(PageKind::Market), {}}, {stall.name, {}, stall.name_language}});
  page.heading(1, stall.name, in_language(screen, stall.name_language));
  if (!stall.offer.empty()) page.paragraph(stall.offer, in_language(screen, stall.language, Appearance::Lead));
  const ToolbarAnswer answer = show_toolbar(screen, page);
  show_fallback_notice(screen, page, stall.language);
  auto split = page.block("split", {.look = Appearance::Split});
  {
    auto column = page.block("column", {.look = Appearance::Stack});
    {
      auto text = page.block("about", in_language(screen, stall.language));
      show_text_blocks(page, stall.about, 1);
    }
    show_facts(screen, page, market, stall);
  }
  if (market.has_plan() && !stall.shape.empty()) {
    show_plan(screen, page, market, stall);
  } else {
    page.link("all", screen.text("market.all"), screen.path(PageKind::Market), {.look = Appearance::LinkArrow});
  }
  return answer;
}

}  // namespace stadttor::services::visit_market
