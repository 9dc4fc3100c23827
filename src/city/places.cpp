#include "city/places.h"

#include <algorithm>
#include <cmath>

#include "city/hours_reading.h"
#include "foundation/decimal_text.h"

namespace stadttor::city {

bool Place::has_hours() const {
  return std::any_of(std::begin(weekly.days), std::end(weekly.days), [](const std::vector<OpenSpan>& day) { return !day.empty(); });
}

const Place* Places::find(std::string_view id) const {
  const auto found = std::find_if(places.begin(), places.end(), [id](const Place& place) { return place.id == id; });
  return found == places.end() ? nullptr : &*found;
}

bool is_place_kind(std::string_view kind) { return std::find(kPlaceKinds.begin(), kPlaceKinds.end(), kind) != kPlaceKinds.end(); }

double metres_between(const Position& a, const Position& b) {
  // A plain triangle on the tangent plane: within a city it differs from the great circle by less than a metre.
  constexpr double kMetresPerDegree = 111'195.0;
  constexpr double kRadians = 3.14159265358979323846 / 180.0;
  const double north = (b.latitude - a.latitude) * kMetresPerDegree;
  const double east = (b.longitude - a.longitude) * kMetresPerDegree * std::cos((a.latitude + b.latitude) / 2 * kRadians);
  return std::sqrt(north * north + east * east);
}

std::string text_from_position(const Position& position) {
  return text_from_decimal(position.latitude, 5) + "," + text_from_decimal(position.longitude, 5);
}

Result<Places> read_places(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  Places places;
  document.root().each("places", [&places](JsonReader entry) {
    Place place;
    place.id = entry.required_text("id");
    place.kind = entry.required_text("kind");
    place.name = entry.required_text("name");
    place.name_language = entry.optional_text("lang");
    place.district = entry.optional_text("district");
    place.street_line = entry.optional_text("street");
    place.town_line = entry.optional_text("town");
    place.position = {entry.required_number("latitude"), entry.required_number("longitude")};
    place.accessibility = entry.texts("accessibility");
    place.lines = entry.texts("lines");
    place.weekly = read_weekly_hours(entry);
    place.is_always_open = entry.flag_or("always_open", false);
    place.phone = entry.optional_text("phone");
    place.note = entry.optional_text("note");
    place.note_language = entry.optional_text("note_lang");
    // A kind that this engine has no words for, from a newer pack.
    if (is_place_kind(place.kind)) places.places.push_back(std::move(place));
  });
  TRY(document.finish());
  return places;
}

}  // namespace stadttor::city
