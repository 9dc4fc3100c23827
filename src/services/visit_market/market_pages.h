// The weekly market: when and where it is, and its stalls on a plan that is described by the list of stalls; and one stall.
#pragma once

#include "services/screen.h"
#include "services/visit_market/market_choice.h"

namespace stadttor::services::visit_market {

// `market` null: it could not be loaded; true when the citizen wants to try again.
bool show_market(const Screen& screen, semantics::Page& page, const city::Market* market, MarketChoice& choice);

ToolbarAnswer show_stall(const Screen& screen, semantics::Page& page, const city::Market& market, const city::Stall& stall);

}  // namespace stadttor::services::visit_market
