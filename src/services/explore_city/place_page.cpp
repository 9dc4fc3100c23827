// One place, and where it is.
#include "services/explore_city/city_map.h"
#include "services/explore_city/map_extent.h"
#include "services/visit_office/office_card.h"
#include "services/visit_office/open_state.h"
#include "services/visit_office/week_table.h"

namespace stadttor::services::explore_city {

using city::PageKind;
using city::Place;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_facts(const Screen& screen, Page& page, const Place& place) {
  auto facts = page.description_list(Appearance::Facts);
  page.term(screen.text("place.address"));
  page.definition(place.street_line + ", " + place.town_line, in_language(screen, place.name_language));
  page.term(screen.text("place.district"));
  page.definition(place.district, in_language(screen, place.name_language));
  if (!place.lines.empty()) {
    std::string lines;
    for (const std::string& line : place.lines) lines.append(lines.empty() ? "" : ", ").append(line);
    page.term(screen.text("place.lines"));
    page.definition(lines);
  }
  if (place.is_always_open) {
    page.term(screen.text("office.hours"));
    page.definition(screen.text("place.always_open"));
  }
  if (!place.phone.empty()) {
    page.term(screen.text("place.phone"));
    auto definition = page.definition();
    visit_office::show_phone_link(page, place.phone);
  }
}

}  // namespace

void show_place_scene(const Screen& screen, Page& page, std::string_view name, const city::Position& position,
                      const city::PostalAddress& address) {
  const std::string tiles = map_tiles_path(screen);
  const std::string extent = extent_around(position);
  auto scene = page.scene("map", screen.text("map.where", {{"place", name}}), {.kind = "map", .source = tiles, .extent = extent});
  const std::string where = city::text_from_position(position);
  auto block = page.block("place", {.look = Appearance::Stack, .position = where});
  visit_office::show_postal_address(page, address);
  page.link("all", screen.text("map.all"), screen.path(PageKind::CityMap), {.look = Appearance::LinkArrow});
}

ToolbarAnswer show_place(const Screen& screen, Page& page, const Place& place) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.map")), screen.path(PageKind::CityMap), {}}, {place.name, {}, place.name_language}});
  page.heading(1, place.name, in_language(screen, place.name_language));
  page.paragraph(screen.text("place.kind." + place.kind), {.look = Appearance::Lead});
  const ToolbarAnswer answer = show_toolbar(screen, page);
  auto split = page.block("split", {.look = Appearance::Split});
  {
    auto column = page.block("column", {.look = Appearance::Stack});
    if (!place.note.empty()) page.paragraph(place.note, in_language(screen, place.note_language));
    show_facts(screen, page, place);
    if (place.has_hours()) {
      auto region = page.region("hours", 2, screen.text("office.hours"), {.anchor = "oeffnungszeiten"});
      visit_office::show_open_state(screen, page, place.weekly);
      visit_office::show_week(screen, page, place.weekly);
    }
    if (!place.accessibility.empty()) {
      auto region = page.region("accessibility", 2, screen.text("place.accessibility"));
      auto list = page.list(Appearance::Checklist);
      for (const std::string& feature : place.accessibility) page.text_item(screen.text("accessibility." + feature));
    }
  }
  auto side = page.complementary("where", screen.text("place.where"), {.look = Appearance::SideBox});
  page.heading(2, screen.text("place.where"), {.look = Appearance::Small});
  show_place_scene(screen, page, place.name, place.position, {place.street_line, {}, place.town_line});
  return answer;
}

}  // namespace stadttor::services::explore_city
