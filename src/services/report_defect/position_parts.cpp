// A place in degrees: where the device is, asked for by a button, or a point of the map, by pointer, keys or typing. Both are told again in words,
// by what stands nearby, because degrees can be checked by nobody.
#include <algorithm>
#include <cmath>

#include "city/town_limits.h"
#include "services/explore_city/map_extent.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::Place;
using city::Position;
using semantics::Appearance;
using semantics::State;

namespace {

constexpr std::size_t kMostNeighbours = 3;
constexpr double kNeighbourhood = 600;

struct Neighbour {
  const Place* place = nullptr;
  double metres = 0;
};

// "Spielplatz Uferpark (etwa 120 m)"; empty where nothing is known to stand there.
std::string neighbours_of(const ReportView& view, const Position& position) {
  if (view.facts.places == nullptr) return {};
  std::vector<Neighbour> neighbours;
  for (const Place& place : view.facts.places->places) {
    const double metres = city::metres_between(position, place.position);
    if (metres <= kNeighbourhood) neighbours.push_back({&place, metres});
  }
  std::stable_sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) { return a.metres < b.metres; });
  if (neighbours.size() > kMostNeighbours) neighbours.resize(kMostNeighbours);
  std::string words;
  for (const Neighbour& one : neighbours) {
    // Straight lines are no ways: ten metres are as exact as it gets.
    const long tens = std::lround(one.metres / 10) * 10;
    words.append(words.empty() ? std::string_view() : view.screen.text("list.comma"));
    words.append(view.screen.text("report.near.one", {{"place", one.place->name}, {"metres", view.screen.locale.number(tens)}}));
  }
  return words;
}

std::string said_of(const ReportView& view, const std::optional<Position>& position) {
  return !position || is_beyond_the_city(view.entries, view.ground) ? std::string() : near_words(view, *position);
}

std::string_view trouble_of(Locating locating) {
  switch (locating) {
    case Locating::Resting:
    case Locating::Asking: return {};
    case Locating::Refused: return "report.here.refused";
    case Locating::TooLate: return "report.here.late";
    case Locating::Unknown: break;
  }
  return "report.here.unknown";
}

// What the map shows at first: the whole city. It stays the same whatever is chosen, or the map would move under the finger.
std::string extent_of_city(const ReportView& view) {
  std::vector<std::string> corners;
  if (view.ground.area != nullptr) {
    for (const Position& corner : *view.ground.area) corners.push_back(city::text_from_position(corner));
  }
  if (corners.empty()) return view.facts.places == nullptr ? std::string() : explore_city::extent_of(*view.facts.places);
  return explore_city::extent_of_positions({corners.begin(), corners.end()});
}

}  // namespace

std::string near_words(const ReportView& view, const Position& position) {
  const std::string neighbours = neighbours_of(view, position);
  return neighbours.empty() ? std::string(view.screen.text("report.near.none")) : view.screen.text("report.near", {{"places", neighbours}});
}

std::optional<Position> near_position(const ReportView& view) {
  const auto here = city::parse_position(view.entries.here.reveal<"compared on the device with the city's places">());
  return here ? here : view.facts.here;
}

void show_here(const ReportView& view, std::string_view error) {
  const auto position = position_of(view.entries, view.ground);
  const bool is_asking = view.facts.locating == Locating::Asking;
  view.page.paragraph(view.screen.text("report.here.text"));
  const auto locate = view.page.button("locate", view.screen.text(position ? "report.here.again" : "report.here.find"), {.look = Appearance::Secondary, .anchor = "here"});
  view.wish.locate = locate.pressed();
  take_focus_if_wanted(view, "here", locate.key());
  const std::string said = position ? view.screen.text("report.here.found", {{"position", city::text_from_position(*position)}}) + " " + said_of(view, position) : std::string();
  view.page.status("found", is_asking ? std::string(view.screen.text("report.here.asking")) : said);
  if (const std::string_view trouble = trouble_of(view.facts.locating); !trouble.empty()) {
    auto message = view.page.message("trouble", view.screen.text("report.here.trouble"), Appearance::Warning);
    view.page.paragraph(view.screen.text(trouble));
  } else if (!error.empty() && !position) {
    auto message = view.page.message("missing", error, Appearance::Warning);
    view.page.paragraph(view.screen.text("report.here.press"));
  }
}

void show_point(const ReportView& view, std::string_view error) {
  const std::string typed = view.entries.point.reveal<"shown to the citizen who enters it">();
  const auto position = position_of(view.entries, view.ground);
  const std::string at = position && !is_beyond_the_city(view.entries, view.ground) ? city::text_from_position(*position) : std::string();
  const bool is_unreadable = !typed.empty() && !position;
  const std::string_view told = is_unreadable && view.is_told() ? view.screen.text("report.problem.position") : position ? std::string_view() : error;
  {
    const std::string tiles = explore_city::map_tiles_path(view.screen);
    const std::string extent = extent_of_city(view);
    auto scene = view.page.scene("map", view.screen.text("report.point.map"), {.kind = "map", .source = tiles, .extent = extent});
    show_field(view, "point", view.screen.text("report.point"), view.entries.point,
               {.states = semantics::when(!told.empty(), State::Invalid), .hint = view.screen.text("report.point.hint"), .error = told, .autocomplete = "off", .anchor = "point", .position = at});
  }
  view.page.status("near", said_of(view, position));
}

void show_limits(const ReportView& view) {
  const bool is_beyond = is_beyond_the_city(view.entries, view.ground);
  // A place that is there from the beginning: what comes later is read out.
  view.page.status("limits", is_beyond ? view.screen.text("report.beyond", {{"city", view.screen.city.city.name}}) : std::string());
  if (!is_beyond) return;
  auto message = view.page.message("beyond", view.screen.text("report.beyond.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("report.beyond.text", {{"city", view.screen.city.city.name}, {"phone", view.screen.city.city.phone}}));
}

}  // namespace stadttor::services::report_defect
