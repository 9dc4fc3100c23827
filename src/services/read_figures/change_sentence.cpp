#include "services/read_figures/change_sentence.h"

#include <cmath>

namespace stadttor::services::read_figures {

std::string change_sentence(const Screen& screen, const Change& change) {
  if (!change.before || !change.now) return {};
  const std::string facts = screen.text("figures.facts", {{"now", screen.locale.decimal(*change.now, change.decimals)},
                                                          {"year", std::to_string(change.year)},
                                                          {"before", screen.locale.decimal(*change.before, change.decimals)},
                                                          {"year_before", std::to_string(change.year_before)}});
  // Nothing grows by per cent from nothing.
  if (*change.before <= 0) return facts;
  const double percent = (*change.now - *change.before) / *change.before * 100;
  constexpr double kSmallestSeen = 0.05;
  if (std::abs(percent) < kSmallestSeen) return facts + " " + std::string(screen.text("figures.same"));
  const std::string size = screen.locale.decimal(std::abs(percent), 1);
  return facts + " " + screen.text(percent > 0 ? "figures.more" : "figures.less", {{"percent", size}});
}

}  // namespace stadttor::services::read_figures
