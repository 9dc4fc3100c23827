// Numbers with a fixed count of decimals as programs read them, whatever the C library's locale: "1234.50". How people read
// them is platform::Locale's.
#pragma once

#include <string>

namespace stadttor {

// `decimals` from 0 to 6; for numbers below 10^12.
std::string text_from_decimal(double value, int decimals);

}  // namespace stadttor
