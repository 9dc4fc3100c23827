// How the page writes numbers, learnt from those in its table: the axis has to write some that stand nowhere else, and a
// presentation knows no language.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::presentation::imgui::chart {

class NumberStyle {
 public:
  // `text` is how the page writes the number that programs write as `number` ("1.234,5" for "1234.5").
  void learn(std::string_view text, std::string_view number);

  // With as many decimals as asked for.
  std::string written(double number, int decimals) const;

 private:
  std::string digit(char ascii) const;

  std::string decimal_sign_ = ".";
  std::string group_sign_;
  std::string minus_sign_ = "-";
  char32_t zero_ = U'0';
  std::size_t least_grouped_ = 4;  // digits before the decimal sign
};

}  // namespace stadttor::presentation::imgui::chart
