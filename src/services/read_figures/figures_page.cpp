#include "services/read_figures/figures_page.h"

#include <cstdlib>

#include "foundation/decimal_text.h"
#include "services/read_figures/change_sentence.h"
#include "services/read_figures/figure_columns.h"

namespace stadttor::services::read_figures {

using city::Figure;
using city::FigureRows;
using city::Series;
using semantics::Appearance;
using semantics::Page;

namespace {

// Words of the interface in a table that is in the figure's language.
semantics::Traits ours(const Screen& screen, const Figure& figure) {
  return figure.language.empty() ? semantics::Traits{} : semantics::Traits{.language = screen.city.language};
}

void show_number(const Screen& screen, Page& page, const Figure& figure, std::optional<double> value) {
  if (!value) return page.cell(screen.text("figures.not_counted"), ours(screen, figure));
  page.number_cell(screen.locale.decimal(*value, figure.decimals), text_from_decimal(*value, figure.decimals));
}

void show_table_by_year(const Screen& screen, Page& page, const Figure& figure, const std::vector<std::size_t>& years) {
  {
    auto head = page.table_head();
    auto row = page.row();
    page.column_header(screen.text("figures.year"), ours(screen, figure));
    for (const Series& series : figure.series) page.column_header(series.name, in_language(screen, series.language));
  }
  auto body = page.table_body();
  for (const std::size_t year : years) {
    const std::string name = std::to_string(figure.years[year]);
    auto row = page.row(name);
    page.row_header(name);
    for (const Series& series : figure.series) show_number(screen, page, figure, series.values[year]);
  }
}

void show_table_by_series(const Screen& screen, Page& page, const Figure& figure, const std::vector<std::size_t>& years) {
  {
    auto head = page.table_head();
    auto row = page.row();
    page.column_header(screen.text("figures.area"), ours(screen, figure));
    for (const std::size_t year : years) page.column_header(std::to_string(figure.years[year]));
  }
  auto body = page.table_body();
  for (const Series& series : figure.series) {
    auto row = page.row(series.id);
    page.row_header(series.name, in_language(screen, series.language));
    for (const std::size_t year : years) show_number(screen, page, figure, series.values[year]);
  }
}

void show_comparison(const Screen& screen, Page& page, const Figure& figure, std::size_t compared, ComparedYears& choice) {
  auto filter = page.block("filter", {.look = Appearance::Filter});
  const std::string value = std::to_string(figure.years[compared]);
  auto select = page.select("compare", screen.text("figures.compare"), value);
  for (std::size_t year = figure.years.size() - 1; year-- > 0;) {
    const std::string name = std::to_string(figure.years[year]);
    page.option(name, name);
  }
  if (const std::string* chosen = select->entered()) choice[figure.id] = std::atoi(chosen->c_str());
}

// One line for each series, or for all of them together where they are parts of a whole.
void show_changes(const Screen& screen, Page& page, const Figure& figure, std::size_t compared) {
  const std::size_t newest = figure.years.size() - 1;
  Change change{figure.years[compared], figure.years[newest], {}, {}, figure.decimals};
  auto list = page.list();
  const auto show_line = [&](std::string_view name, std::string_view language) {
    const std::string sentence = change_sentence(screen, change);
    if (sentence.empty()) return;
    auto item = page.item();
    page.strong(name, in_language(screen, language));
    page.text(": " + sentence);
  };
  const bool is_whole = figure.chart == city::ChartKind::Stacked || figure.rows == FigureRows::Series;
  if (is_whole) {
    change.before = total_of(figure, compared);
    change.now = total_of(figure, newest);
    return show_line(screen.text("figures.together"), {});
  }
  for (const Series& series : figure.series) {
    change.before = series.values[compared];
    change.now = series.values[newest];
    show_line(series.name, series.language);
  }
}

void show_figure(const Screen& screen, Page& page, const Figure& figure, ComparedYears& choice) {
  const auto in_its_language = [&](Appearance look = Appearance::Plain) { return in_language(screen, figure.language, look); };
  auto part = page.block(figure.id, {.look = Appearance::Stack, .anchor = figure.id});
  page.heading(2, figure.title, in_its_language());
  page.paragraph(figure.summary, in_its_language());
  const std::size_t compared = compared_year(figure, choice);
  show_comparison(screen, page, figure, compared, choice);
  show_changes(screen, page, figure, compared);
  {
    auto scene = page.scene("chart", screen.text("figures.chart", {{"figure", figure.title}}), {.kind = city::scene_kind_of(figure.chart), .unit = figure.unit});
    const std::string caption = figure.title + " (" + figure.unit + ")";
    auto table = page.table("table", caption, in_its_language(Appearance::Figures));
    const auto years = shown_years(figure, compared);
    if (figure.rows == FigureRows::Years) {
      show_table_by_year(screen, page, figure, years);
    } else {
      show_table_by_series(screen, page, figure, years);
    }
  }
  if (!figure.note.empty()) page.paragraph(figure.note, in_its_language(Appearance::Small));
  page.paragraph(figure.source, in_its_language(Appearance::Small));
}

}  // namespace

bool show_figures(const Screen& screen, Page& page, const city::Figures* figures, ComparedYears& compared) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.figures")), {}, {}}});
  page.heading(1, screen.text("page.figures"));
  page.paragraph(screen.text("figures.lead", {{"city", screen.city.city.name}}), {.look = Appearance::Lead});
  if (figures == nullptr) return show_not_loaded(screen, page);
  // All are from one office, and mostly in one language.
  if (!figures->figures.empty()) show_fallback_notice(screen, page, figures->figures.front().language);
  {
    auto contents = page.navigation("contents", screen.text("figures.contents"));
    page.heading(2, screen.text("figures.contents"), {.look = Appearance::Small});
    auto list = page.list(Appearance::LinkList);
    for (const Figure& figure : figures->figures) {
      auto item = page.item(figure.id);
      page.link("link", figure.title, "#" + figure.id, in_language(screen, figure.language));
    }
  }
  for (const Figure& figure : figures->figures) show_figure(screen, page, figure, compared);
  return false;
}

}  // namespace stadttor::services::read_figures
