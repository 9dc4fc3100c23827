#include "services/explore_city/city_map.h"

#include <algorithm>

#include "services/explore_city/distance_words.h"
#include "services/explore_city/map_extent.h"
#include "services/explore_city/map_filter.h"
#include "services/visit_office/open_state.h"

namespace stadttor::services::explore_city {

using city::PageKind;
using city::Place;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_place_item(const Screen& screen, Page& page, const ChosenPlace& chosen, bool has_distance) {
  const Place& place = *chosen.place;
  const bool is_office = place.kind == city::kOfficeKind;
  auto item = page.item(place.id);
  std::string line(screen.text("place.kind." + place.kind));
  if (has_distance) line.append(" · ").append(distance_words(screen, chosen.metres));
  page.paragraph(line, {.look = Appearance::Eyebrow});
  const std::string position = city::text_from_position(place.position);
  auto traits = in_language(screen, place.name_language, Appearance::ResultList);
  traits.position = position;
  page.link("link", place.name, screen.path(is_office ? PageKind::Office : PageKind::Place, place.id), traits);
  page.paragraph(place.street_line + ", " + place.district, in_language(screen, place.name_language));
  if (place.has_hours()) {
    const city::Office* office = is_office ? screen.city.find_office(place.id) : nullptr;
    visit_office::show_open_state(screen, page, place.weekly, office != nullptr ? office->exceptions : std::vector<city::HoursException>{});
  }
  std::string features;
  for (const std::string& feature : place.accessibility) {
    features.append(features.empty() ? "" : ", ").append(screen.text("accessibility." + feature));
  }
  if (!features.empty()) page.paragraph(features, {.look = Appearance::Small});
}

void show_list(const Screen& screen, Page& page, const std::vector<ChosenPlace>& chosen, const MapChoice& choice) {
  const bool is_by_district = choice.order == PlaceOrder::District;
  for (std::size_t i = 0; i < chosen.size();) {
    const std::string& district = chosen[i].place->district;
    const std::string key = is_by_district ? "district-" + district : "all";
    auto group = page.block(key, {.look = Appearance::Stack});
    if (is_by_district) page.heading(3, district, in_language(screen, chosen[i].place->name_language));
    auto list = page.list(Appearance::ResultList);
    for (; i < chosen.size() && (!is_by_district || chosen[i].place->district == district); ++i) {
      show_place_item(screen, page, chosen[i], choice.has_distances());
    }
  }
}

}  // namespace

bool show_city_map(const Screen& screen, Page& page, const city::Places* places, MapChoice& choice) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.map")), {}, {}}});
  page.heading(1, screen.text("page.map"));
  page.paragraph(screen.text("map.lead", {{"city", screen.city.city.name}}), {.look = Appearance::Lead});
  if (places == nullptr) return show_not_loaded(screen, page);
  show_map_filter(screen, page, *places, choice);
  const std::vector<ChosenPlace> chosen = chosen_places(*places, choice);
  auto region = page.region("places", 2, screen.text("map.places"));
  page.status("count", screen.city.texts.counted("map.count", static_cast<long>(chosen.size()), screen.locale));
  const std::string tiles = map_tiles_path(screen);
  const std::string extent = extent_of(*places);
  auto scene = page.scene("map", screen.text("map.scene", {{"city", screen.city.city.name}}),
                          {.kind = "map", .source = tiles, .extent = extent});
  show_list(screen, page, chosen, choice);
  return false;
}

}  // namespace stadttor::services::explore_city
