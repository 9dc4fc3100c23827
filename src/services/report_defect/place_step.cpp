// Where it is: by an address, by something that stands nearby, here, or by a point of the map. Each is a whole way without the others; street names
// and things lie on the device, and nothing of this is asked anywhere.
#include <algorithm>

#include "services/explore_city/map_extent.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::Place;
using semantics::Appearance;
using semantics::FieldTraits;
using semantics::key_text;
using semantics::State;

namespace {

constexpr std::size_t kMostStreets = 8;
constexpr std::size_t kMostObjects = 12;
constexpr double kNear = 1'000;

std::string_view name_of(PlaceWay way) {
  switch (way) {
    case PlaceWay::Address: return "address";
    case PlaceWay::Object: return "object";
    case PlaceWay::Here: return "here";
    case PlaceWay::Point: break;
  }
  return "point";
}

PlaceWay way_named(std::string_view name) {
  for (const PlaceWay way : {PlaceWay::Object, PlaceWay::Here, PlaceWay::Point}) {
    if (name == name_of(way)) return way;
  }
  return PlaceWay::Address;
}

bool can_point(const ReportView& view) { return !explore_city::map_tiles_path(view.screen).empty(); }

void show_ways(const ReportView& view) {
  auto group = view.page.radio_group("where", view.screen.text("report.where"), name_of(view.entries.way));
  view.page.radio("address", view.screen.text("report.where.address"));
  if (view.facts.places != nullptr) view.page.radio("object", view.screen.text("report.where.object"), {.hint = view.screen.text("report.where.object.hint")});
  // Pages written in advance are for browsers, which can; nothing moves when the engine comes.
  if (view.facts.can_locate || !view.screen.now) view.page.radio("here", view.screen.text("report.where.here"), {.hint = view.screen.text("report.where.here.hint")});
  if (can_point(view)) view.page.radio("point", view.screen.text("report.where.point"), {.hint = view.screen.text("report.where.point.hint")});
  if (const std::string* chosen = group->entered()) view.entries.way = way_named(*chosen);
}

void show_street(const ReportView& view, std::string_view error) {
  ReportEntries& entries = view.entries;
  const std::string typed = entries.street.reveal<"compared on the device with the names of streets">();
  const auto streets = view.facts.streets != nullptr && entries.shows_streets ? city::matching_streets(*view.facts.streets, typed, kMostStreets) : std::vector<const city::Street*>();
  const int count = static_cast<int>(streets.size());
  const auto list_key = view.page.key_of("streets");
  const std::string list_text = key_text(list_key);
  std::string active;
  if (entries.active_street >= 0 && entries.active_street < count) active = key_text(semantics::child_key(list_key, streets[static_cast<std::size_t>(entries.active_street)]->name));
  FieldTraits traits;
  traits.states = semantics::joined(semantics::when(count > 0, State::Expanded), semantics::when(!error.empty(), State::Invalid));
  traits.error = error;
  traits.autocomplete = "off";
  traits.controls = list_text;
  traits.active_option = active;
  traits.anchor = "street";
  const auto field = view.page.combo_box("street", view.screen.text("report.street"), typed, traits);
  take_focus_if_wanted(view, traits.anchor, field.key());
  bool has_chosen = false;
  if (count > 0) {
    auto list = view.page.list_box("streets", view.screen.text("form.options"));
    for (int i = 0; i < count; ++i) {
      const city::Street& street = *streets[static_cast<std::size_t>(i)];
      if (!view.page.option(street.name, street.name, {.states = semantics::when(i == entries.active_street, State::Selected)}).pressed()) continue;
      has_chosen = true;
      entries.street = Personal<std::string>(street.name);
      entries.shows_streets = false;
      entries.active_street = -1;
    }
  }
  if (const std::string* text = field.entered(); text != nullptr && !has_chosen) {
    entries.street = Personal<std::string>(*text);
    entries.shows_streets = true;
    entries.active_street = -1;
  }
  const int step = (field.moved_next() ? 1 : 0) - (field.moved_previous() ? 1 : 0);
  if (step != 0) {
    entries.shows_streets = true;
    entries.active_street = std::clamp(entries.active_street + step, -1, std::max(0, count - 1));
  }
  if (field.closed() || field.blurred()) entries.shows_streets = false;
}

void show_address(const ReportView& view, std::string_view error) {
  show_street(view, error);
  // A name that the city does not know may be misspelt, or another town's; whoever knows better goes on.
  const std::string& typed = view.entries.street.reveal<"compared on the device with the names of streets">();
  const bool is_known = view.facts.streets == nullptr || typed.empty() || view.entries.shows_streets || city::has_street(*view.facts.streets, typed);
  view.page.status("unknown-street", is_known ? std::string() : view.screen.text("report.street.unknown", {{"city", view.screen.city.city.name}}));
  show_field(view, "house", view.screen.text("report.house"), view.entries.house_number, {.hint = view.screen.text("report.house.hint")});
}

struct NearObject {
  const Place* place = nullptr;
  double metres = 0;
};

std::vector<NearObject> objects_to_choose(const ReportView& view) {
  std::vector<NearObject> objects;
  const std::string& chosen = view.entries.object.reveal<"looked up in the city's places on the device">();
  const auto here = near_position(view);
  for (const Place& place : view.facts.places->places) {
    const bool is_wanted = view.entries.object_kind.empty() || place.kind == view.entries.object_kind || place.id == chosen;
    const double metres = here ? city::metres_between(*here, place.position) : 0;
    if (is_wanted && (metres <= kNear || place.id == chosen)) objects.push_back({&place, metres});
  }
  std::stable_sort(objects.begin(), objects.end(), [](const NearObject& a, const NearObject& b) { return a.metres < b.metres; });
  // With a kind chosen the list is short enough to be shown whole.
  if (view.entries.object_kind.empty() && objects.size() > kMostObjects) objects.resize(kMostObjects);
  return objects;
}

void show_objects(const ReportView& view, std::string_view error) {
  {
    auto select = view.page.select("kind", view.screen.text("report.object.kind"), view.entries.object_kind);
    view.page.option("", view.screen.text("report.object.any"));
    for (const std::string_view kind : city::kPlaceKinds) {
      const auto& places = view.facts.places->places;
      const bool is_there = std::any_of(places.begin(), places.end(), [kind](const Place& place) { return place.kind == kind; });
      if (is_there) view.page.option(kind, view.screen.text("place.kinds." + std::string(kind)));
    }
    if (const std::string* kind = select->entered()) view.entries.object_kind = *kind;
  }
  const auto objects = objects_to_choose(view);
  std::vector<std::string> positions;
  for (const NearObject& object : objects) positions.push_back(city::text_from_position(object.place->position));
  const std::vector<std::string_view> shown(positions.begin(), positions.end());
  const std::string tiles = explore_city::map_tiles_path(view.screen);
  const std::string extent = explore_city::extent_of_positions(shown);
  std::optional<semantics::Scope> scene;
  if (!tiles.empty() && !objects.empty()) scene.emplace(view.page.scene("map", view.screen.text("report.object.map"), {.kind = "map", .source = tiles, .extent = extent}));
  const std::string chosen = view.entries.object.reveal<"looked up in the city's places on the device">();
  auto group = view.page.radio_group("object", view.screen.text("report.object"), chosen, {.states = semantics::when(!error.empty(), State::Invalid), .error = error, .anchor = "object"});
  take_focus_if_wanted(view, "object", group.key());
  for (std::size_t at = 0; at < objects.size(); ++at) {
    const Place& place = *objects[at].place;
    const std::string hint = std::string(view.screen.text("place.kind." + place.kind)) + (place.street_line.empty() ? "" : ", " + place.street_line);
    view.page.radio(place.id, place.name, {.hint = hint, .position = positions[at]});
  }
  if (const std::string* id = group->entered()) view.entries.object = Personal<std::string>(*id);
}

}  // namespace

void show_place_step(const ReportView& view) {
  if (view.entries.way == PlaceWay::Object && view.facts.places == nullptr) view.entries.way = PlaceWay::Address;
  if (view.entries.way == PlaceWay::Point && !can_point(view)) view.entries.way = PlaceWay::Address;
  view.page.paragraph(view.screen.text("report.where.lead"));
  {
    auto form = view.page.form("place", view.screen.text("report.where"), {.look = Appearance::Stack});
    show_ways(view);
    const bool is_missing = view.is_told() && !has_place(view.entries, view.ground);
    const std::string_view error = is_missing ? view.screen.text("report.where.missing") : std::string_view();
    auto way = view.page.block(name_of(view.entries.way), {.look = Appearance::Stack});
    if (view.entries.way == PlaceWay::Address) show_address(view, error);
    if (view.entries.way == PlaceWay::Object) show_objects(view, error);
    if (view.entries.way == PlaceWay::Here) show_here(view, error);
    if (view.entries.way == PlaceWay::Point) show_point(view, error);
    show_limits(view);
    show_field(view, "note", view.screen.text("report.place_note"), view.entries.place_note, {.hint = view.screen.text("report.place_note.hint")});
  }
  show_ways_on(view);
}

}  // namespace stadttor::services::report_defect
