// A stall in words: what it is called, what it sells, when it comes.
#pragma once

#include "city/market.h"
#include "services/screen.h"

namespace stadttor::services::visit_market {

// "Stand 12"
std::string stall_number_text(const Screen& screen, const city::Stall& stall);

// "Obst und Gemüse, Eier und Geflügel"
std::string goods_text(const Screen& screen, const city::Stall& stall);

// "Mittwoch, Samstag"
std::string days_text(const Screen& screen, const city::Stall& stall);

// "0,0,900,600": Property::Extent of the market's plan.
std::string plan_extent(const city::MarketPlan& plan);

}  // namespace stadttor::services::visit_market
