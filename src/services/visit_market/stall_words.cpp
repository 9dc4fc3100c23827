#include "services/visit_market/stall_words.h"

namespace stadttor::services::visit_market {

std::string stall_number_text(const Screen& screen, const city::Stall& stall) {
  return screen.text("market.stall", {{"number", stall.number}});
}

std::string goods_text(const Screen& screen, const city::Stall& stall) {
  std::string text;
  for (const std::string& goods : stall.goods) text.append(text.empty() ? "" : ", ").append(screen.text("market.goods." + goods));
  return text;
}

std::string days_text(const Screen& screen, const city::Stall& stall) {
  std::string text;
  for (const Weekday day : stall.days) text.append(text.empty() ? "" : ", ").append(screen.locale.weekday(day));
  return text;
}

std::string plan_extent(const city::MarketPlan& plan) {
  return "0,0," + std::to_string(plan.width) + "," + std::to_string(plan.height);
}

}  // namespace stadttor::services::visit_market
