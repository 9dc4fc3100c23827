// The market: days, filters, plan and stalls.
#include "services/visit_market/market_pages.h"
#include "services/visit_market/stall_words.h"
#include "services/visit_office/open_state.h"
#include "services/visit_office/week_table.h"

namespace stadttor::services::visit_market {

using city::Market;
using city::PageKind;
using city::Stall;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_days(const Screen& screen, Page& page, const Market& market) {
  auto region = page.region("days", 2, screen.text("market.days"));
  visit_office::show_open_state(screen, page, market.weekly_hours());
  auto table = page.table("days", screen.text("market.days"), {.look = Appearance::Hours});
  {
    auto head = page.table_head();
    auto row = page.row();
    page.column_header(screen.text("office.day"));
    page.column_header(screen.text("market.time"));
    page.column_header(screen.text("market.site"));
  }
  auto body = page.table_body();
  for (const city::MarketDay& day : market.days) {
    auto row = page.row("day" + std::to_string(static_cast<int>(day.day)));
    page.row_header(screen.locale.weekday(day.day));
    page.cell(visit_office::spans_text(screen, {day.span}));
    const city::MarketSite* site = market.find_site(day.site);
    if (site == nullptr) {
      page.cell({});
    } else {
      page.cell(site->name + ", " + site->address_line, in_language(screen, site->name_language));
    }
  }
}

void show_filter(const Screen& screen, Page& page, const Market& market, MarketChoice& choice) {
  constexpr std::string_view kAll = "all";
  auto form = page.form("filter", screen.text("market.filter"), {.look = Appearance::Filter});
  {
    const std::string value = choice.day ? "day" + std::to_string(static_cast<int>(*choice.day)) : std::string(kAll);
    auto group = page.radio_group("day", screen.text("market.filter.day"), value, {.look = Appearance::Cluster});
    const std::string* chosen = group->entered();
    if (chosen != nullptr && *chosen == kAll) choice.day.reset();
    page.radio(kAll, screen.text("market.all_days"));
    for (const city::MarketDay& day : market.days) {
      const std::string name = "day" + std::to_string(static_cast<int>(day.day));
      page.radio(name, screen.locale.weekday(day.day));
      if (chosen != nullptr && *chosen == name) choice.day = day.day;
    }
  }
  auto select = page.select("goods", screen.text("market.filter.goods"), choice.goods);
  page.option("", screen.text("market.all_goods"));
  for (const std::string_view goods : city::kGoods) {
    bool is_sold = false;
    for (const Stall& stall : market.stalls) is_sold = is_sold || stall.sells(goods);
    if (is_sold) page.option(goods, screen.text("market.goods." + std::string(goods)));
  }
  if (const std::string* chosen = select->entered()) choice.goods = *chosen;
}

void show_stall_item(const Screen& screen, Page& page, const Stall& stall) {
  auto item = page.item(stall.id);
  page.paragraph(stall_number_text(screen, stall), {.look = Appearance::Eyebrow});
  auto traits = in_language(screen, stall.name_language, Appearance::ResultList);
  traits.shape = stall.shape;
  traits.abbreviation = stall.number;
  page.link("link", stall.name, screen.path(PageKind::Stall, stall.id), traits);
  page.paragraph(goods_text(screen, stall));
  page.paragraph(screen.text("market.comes", {{"days", days_text(screen, stall)}}), {.look = Appearance::Small});
}

}  // namespace

bool show_market(const Screen& screen, Page& page, const Market* market, MarketChoice& choice) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.market")), {}, {}}});
  page.heading(1, screen.text("page.market"));
  page.paragraph(screen.text("market.lead"), {.look = Appearance::Lead});
  if (market == nullptr) return show_not_loaded(screen, page);
  show_fallback_notice(screen, page, market->language);
  {
    auto text = page.block("description", in_language(screen, market->language));
    show_text_blocks(page, market->description, 1);
  }
  show_days(screen, page, *market);
  auto region = page.region("stalls", 2, screen.text("market.stalls"), {.anchor = "staende"});
  show_filter(screen, page, *market, choice);
  const std::vector<const Stall*> stalls = chosen_stalls(*market, choice);
  page.status("count", screen.city.texts.counted("market.count", static_cast<long>(stalls.size()), screen.locale));
  const auto show_list = [&] {
    auto list = page.list(Appearance::ResultList);
    for (const Stall* stall : stalls) show_stall_item(screen, page, *stall);
  };
  if (stalls.empty()) return false;
  // On a day of another site the plan would show stalls where they are not.
  const city::MarketDay* day = choice.day ? market->find_day(*choice.day) : nullptr;
  const bool is_elsewhere = day != nullptr && day->site != market->plan.site;
  if (!market->has_plan() || is_elsewhere) {
    show_list();
    return false;
  }
  const city::MarketSite* site = market->find_site(market->plan.site);
  const std::string source = std::string(screen.data_path) + market->plan.background;
  const std::string extent = plan_extent(market->plan);
  auto scene = page.scene("plan", screen.text("market.plan", {{"site", site == nullptr ? std::string() : site->name}}),
                          {.kind = "plan", .source = source, .extent = extent});
  show_list();
  return false;
}

}  // namespace stadttor::services::visit_market
