// The files with which one discovers the city: stadt/orte.json, stadt/zahlen.json, stadt/wochenmarkt.json in one language
// (read by city/places.cpp, figures.cpp, market.cpp), and the background of the market's plan, which is the same in all.
#pragma once

#include <string>

#include "portal/authoring/alphabet_order.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

// Below the data path, beside the languages.
inline constexpr const char* kMarketPlanFile = "plan/wochenmarkt.json";

// Offices and places in the order of their names.
Json places_json_from(const Pack& pack, const std::string& language, const AlphabetOrder& order);

Json figures_json_from(const Pack& pack, const std::string& language);

Json market_json_from(const MarketContent& market, const std::string& language);

}  // namespace stadttor::portal::authoring
