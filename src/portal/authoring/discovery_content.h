// The parts of a pack one discovers the city with: places of the map, figures, the weekly market. As sound as everything in
// pack_content.h.
#pragma once

#include <string>
#include <vector>

#include "city/figures.h"
#include "city/market.h"
#include "city/places.h"
#include "portal/authoring/json_value.h"
#include "portal/authoring/translations.h"

namespace stadttor::portal::authoring {

struct PlaceContent {
  city::Place facts;                // without note and languages; the name is German
  Translations<std::string> notes;  // German may be empty
  std::vector<std::string> words;   // how citizens call it
};

struct SeriesContent {
  city::Series facts;  // without name and language
  Translations<std::string> names;
};

struct FigureText {
  std::string title;
  std::string summary;
  std::string unit;
  std::string source;
  std::string note;
};

struct FigureContent {
  city::Figure facts;  // without texts and series
  std::vector<SeriesContent> series;
  Translations<FigureText> texts;
};

struct StallText {
  std::string offer;
  std::string about;  // Markdown
};

struct StallContent {
  city::Stall facts;  // without texts and languages; the name is German
  Translations<StallText> texts;
};

struct MarketContent {
  Translations<std::string> descriptions;  // Markdown
  std::vector<city::MarketSite> sites;     // names are German
  std::vector<city::MarketDay> days;
  city::MarketPlan plan;  // without background
  Json plan_background;   // {"width", "height", "shapes"}; null where there is none
  std::vector<StallContent> stalls;

  bool empty() const { return stalls.empty() || days.empty(); }
};

}  // namespace stadttor::portal::authoring
