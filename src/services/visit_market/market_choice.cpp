#include "services/visit_market/market_choice.h"

namespace stadttor::services::visit_market {

std::vector<const city::Stall*> chosen_stalls(const city::Market& market, const MarketChoice& choice) {
  std::vector<const city::Stall*> chosen;
  for (const city::Stall& stall : market.stalls) {
    const bool comes = !choice.day || stall.comes_on(*choice.day);
    const bool sells = choice.goods.empty() || stall.sells(choice.goods);
    if (comes && sells) chosen.push_back(&stall);
  }
  return chosen;
}

}  // namespace stadttor::services::visit_market
