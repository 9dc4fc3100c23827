// The places of the city's map: its offices, and what else one looks for: playgrounds, stops, toilets ... Read when the map or
// a place is opened.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "city/opening_hours.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

// WGS 84, decimal degrees.
struct Position {
  double latitude = 0;
  double longitude = 0;
};

// In the order in which they are offered. Texts: "place.kind.<kind>", "place.kinds.<kind>".
inline constexpr std::array<std::string_view, 17> kPlaceKinds = {
    "office",        "stop",         "playground",    "kindergarten", "school",        "library",
    "culture",       "pool",         "sports",        "community",    "health",        "toilet",
    "recycling",     "defibrillator", "charging",     "water",        "parking"};

// An office has a page of its own kind; the map only shows it.
inline constexpr std::string_view kOfficeKind = "office";
// Where one sets out from: distances can be measured from offices and stops.
inline constexpr std::string_view kStopKind = "stop";

struct Place {
  std::string id;
  std::string kind;
  std::string name;
  std::string name_language;  // empty: the interface's
  std::string district;
  std::string street_line;
  std::string town_line;
  Position position;
  std::vector<std::string> accessibility;  // ids of the office schema's enumeration
  std::vector<std::string> lines;          // that stop here: "1", "14"
  WeeklyHours weekly;
  bool is_always_open = false;
  std::string phone;
  std::string note;
  std::string note_language;

  bool has_hours() const;
};

struct Places {
  std::vector<Place> places;  // in the language's order of names

  const Place* find(std::string_view id) const;
};

bool is_place_kind(std::string_view kind);

// As the crow flies.
double metres_between(const Position& a, const Position& b);

// "51.43210,9.87140": as scenes name positions.
std::string text_from_position(const Position& position);

Result<Places> read_places(std::string_view json, std::string where);

}  // namespace stadttor::city
