// Which stalls of the market the citizen wants to see. Kept for the visit only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/market.h"

namespace stadttor::services::visit_market {

struct MarketChoice {
  std::optional<Weekday> day;
  std::string goods;  // empty: all
};

std::vector<const city::Stall*> chosen_stalls(const city::Market& market, const MarketChoice& choice);

}  // namespace stadttor::services::visit_market
