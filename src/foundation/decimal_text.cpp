#include "foundation/decimal_text.h"

#include <cmath>
#include <cstdint>

namespace stadttor {

std::string text_from_decimal(double value, int decimals) {
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto scaled = static_cast<std::int64_t>(std::floor(std::abs(value) * scale + 0.5));
  std::string digits = std::to_string(scaled);
  const auto count = static_cast<std::size_t>(decimals);
  if (digits.size() <= count) digits.insert(0, count + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - count, ".");
  return value < 0 && scaled != 0 ? "-" + digits : digits;
}

}  // namespace stadttor
