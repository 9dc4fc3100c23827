#include "presentation/imgui/scenes/chart/chart_layout.h"

#include <doctest/doctest.h>

#include <cmath>

#include "chart_fixtures.h"

using namespace stadttor;
using namespace stadttor::testing;
using chart::ChartLabel;
using chart::ChartLayout;
using chart::ChartMark;
using chart::ChartTextSort;
using presentation::imgui::view::ScreenBox;

namespace {

ScreenBox box_of(const ChartLabel& label) {
  const double half = even_width(label.text, label.size) / 2;
  return {label.middle.x - half, label.middle.y - label.size / 2, label.middle.x + half, label.middle.y + label.size / 2};
}

bool meet(const ScreenBox& a, const ScreenBox& b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }

// How many labels stand over another one, or beyond the scene.
int misplaced(const ChartLayout& layout, double width, double height) {
  int count = 0;
  for (std::size_t i = 0; i < layout.labels.size(); ++i) {
    const ScreenBox box = box_of(layout.labels[i]);
    if (box.left < -0.5 || box.top < -0.5 || box.right > width + 0.5 || box.bottom > height + 0.5) ++count;
    for (std::size_t k = i + 1; k < layout.labels.size(); ++k) count += meet(box, box_of(layout.labels[k])) ? 1 : 0;
  }
  return count;
}

std::vector<std::string> texts_of(const ChartLayout& layout, ChartTextSort sort) {
  std::vector<std::string> texts;
  for (const ChartLabel& label : layout.labels) {
    if (label.sort == sort) texts.push_back(label.text);
  }
  return texts;
}

ChartPage many_years(std::string_view kind, int count) {
  static std::vector<std::string> names;
  names.clear();
  for (int i = 0; i < count; ++i) names.push_back(std::to_string(1900 + i));
  std::vector<ChartRow> rows;
  for (const std::string& name : names) rows.push_back({name, {{name, name}, {"5", "5"}}});
  return ChartPage(kind, {"Einwohner", "Umzüge"}, rows);
}

ChartPage long_names(std::string_view kind) {
  return ChartPage(kind, {"2024", "2025"},
                   {{"Soziales und Jugend", {{"34,6", "34.6"}, {"45,2", "45.2"}}},
                    {"Kindertageseinrichtungen und Tagespflege in freier Trägerschaft", {{"17,3", "17.3"}, {"22,9", "22.9"}}},
                    {"Straßen und Verkehr", {{"12,4", "12.4"}, {"−1,8", "-1.8"}}}});
}

const ChartMark* mark_at(const ChartLayout& layout, chart::ValuePlace place) {
  for (const ChartMark& mark : layout.marks) {
    if (mark.place == place) return &mark;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/chart") {
  TEST_CASE("no word of a chart stands over another or beyond its edge, however wide it is and however large the letters") {
    for (const std::string_view kind : {"line chart", "bar chart", "stacked chart"}) {
      const std::vector<ChartPage> pages = {births_and_deaths(kind), births_and_deaths(kind, "rtl"), many_years(kind, 1), many_years(kind, 120), long_names(kind)};
      for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const double width : {280.0, 390.0, 1000.0}) {
          for (const double text_size : {16.0, 32.0}) {
            CAPTURE(kind);
            CAPTURE(i);
            CAPTURE(width);
            CAPTURE(text_size);
            CHECK(misplaced(layout_at(pages[i].data(), width, 400, text_size), width, 400) == 0);
          }
        }
      }
    }
  }

  TEST_CASE("years are left out where they have no room, never the newest; long names stand beside lying bars") {
    const ChartLayout years = layout_at(many_years("bar chart", 40).data(), 390, 400);
    const auto shown = texts_of(years, ChartTextSort::Category);
    CHECK_FALSE(years.is_lying);
    CHECK(shown.size() < 20);
    if (!CHECK_FALSE(shown.empty())) return;
    CHECK(shown.front() == "1939");

    const ChartLayout names = layout_at(long_names("bar chart").data(), 390, 400);
    CHECK(names.is_lying);
    CHECK(texts_of(names, ChartTextSort::Category) == std::vector<std::string>{"Soziales und Jugend", "Kindertageseinrichtungen", "und Tagespflege in fr…", "Straßen und Verkehr"});
    CHECK_FALSE(layout_at(long_names("line chart").data(), 390, 400).is_lying);
  }

  TEST_CASE("bars stand on zero, those of negative values on the other side") {
    const chart::ChartData data = ChartPage("bar chart", {"Saldo"}, {{"2021", {{"4", "4"}}}, {"2022", {{"−2", "-2"}}}}).data();
    const ChartLayout layout = layout_at(data, 600, 400);
    const ChartMark* gain = mark_at(layout, {0, 0});
    const ChartMark* loss = mark_at(layout, {0, 1});
    if (!CHECK(gain != nullptr) || !CHECK(loss != nullptr)) return;

    CHECK(gain->box.bottom == doctest::Approx(loss->box.top));
    CHECK(gain->box.height() == doctest::Approx(2 * loss->box.height()));
    for (const chart::GridLine& line : layout.grid) CHECK(line.is_zero == (std::abs(line.from.y - gain->box.bottom) < 0.01));
  }

  TEST_CASE("stacks add up from series to series, what is below zero downwards") {
    const chart::ChartData data = ChartPage("stacked chart", {"A", "B", "C"}, {{"2021", {{"4", "4"}, {"−2", "-2"}, {"6", "6"}}}}).data();
    const ChartLayout layout = layout_at(data, 600, 400);
    const ChartMark* first = mark_at(layout, {0, 0});
    const ChartMark* below = mark_at(layout, {1, 0});
    const ChartMark* last = mark_at(layout, {2, 0});
    if (!CHECK(first != nullptr) || !CHECK(below != nullptr) || !CHECK(last != nullptr)) return;

    CHECK(last->box.bottom == doctest::Approx(first->box.top));
    CHECK(below->box.top == doctest::Approx(first->box.bottom));
    CHECK(last->box.top >= layout.plot.top - 0.01);
  }

  TEST_CASE("where the page runs from right to left the chart does too") {
    const ChartLayout left = layout_at(births_and_deaths("line chart").data(), 600, 400);
    const ChartLayout right = layout_at(births_and_deaths("line chart", "rtl").data(), 600, 400);
    const ChartMark* first = mark_at(left, {0, 0});
    const ChartMark* mirrored = mark_at(right, {0, 0});
    if (!CHECK(first != nullptr) || !CHECK(mirrored != nullptr)) return;

    CHECK(mirrored->middle().x == doctest::Approx(600 - first->middle().x));
    CHECK(mirrored->middle().y == doctest::Approx(first->middle().y));
    CHECK(right.plot.right < 596);  // the numbers stand at the right
  }

  TEST_CASE("what was not counted has no mark; a value beside a much larger one still has one that can be seen") {
    CHECK(mark_at(layout_at(births_and_deaths("line chart").data(), 600, 400), {1, 1}) == nullptr);

    const ChartLayout layout = layout_at(ChartPage("bar chart", {"A"}, {{"2021", {{"1", "1"}}}, {"2022", {{"900000", "900000"}}}}).data(), 600, 400);
    const ChartMark* small = mark_at(layout, {0, 0});
    if (!CHECK(small != nullptr)) return;
    CHECK(small->box.height() >= 1);
  }

  TEST_CASE("a value is found where it is drawn and a finger's width around, and of two the nearer one") {
    const ChartLayout layout = layout_at(births_and_deaths("line chart").data(), 600, 400);
    const ChartMark* mark = mark_at(layout, {0, 1});
    if (!CHECK(mark != nullptr)) return;

    CHECK(find_mark(layout, {mark->middle().x + 20, mark->middle().y}) == mark);
    CHECK(find_mark(layout, {mark->middle().x, mark->middle().y - 60}) == nullptr);
    CHECK(find_mark(ChartLayout{}, {1, 1}) == nullptr);
  }

  TEST_CASE("a place of no size breaks nothing") {
    for (const double side : {0.0, 1.0, 30.0}) {
      for (const std::string_view kind : {"line chart", "bar chart", "stacked chart"}) {
        for (const ChartMark& mark : layout_at(long_names(kind).data(), side, side).marks) {
          CHECK(std::isfinite(mark.box.left));
          CHECK(std::isfinite(mark.box.bottom));
        }
      }
    }
  }
}
