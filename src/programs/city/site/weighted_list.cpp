#include "programs/city/site/weighted_list.h"

#include <algorithm>

namespace stadttor::city_server {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t");
  return text.substr(first, last - first + 1);
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// "q=0.8" in thousandths. Written by hand because the field allows at most three decimals and no locale.
int weight_from_parameter(std::string_view parameter) {
  if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') return 0;
  const std::string_view number = parameter.substr(2);
  if (number[0] != '0' && number[0] != '1') return 0;
  int weight = (number[0] - '0') * 1000;
  if (number.size() > 1 && number[1] != '.') return 0;
  int unit = 100;
  for (const char digit : number.substr(std::min<std::size_t>(number.size(), 2))) {
    if (digit < '0' || digit > '9') return 0;
    weight += (digit - '0') * unit;
    unit /= 10;
  }
  return std::min(weight, 1000);
}

}  // namespace

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::vector<WeightedMember> weighted_members_from_field(std::string_view field) {
  std::vector<WeightedMember> members;
  while (!field.empty()) {
    const std::size_t comma = field.find(',');
    const std::string_view entry = field.substr(0, comma);
    field = comma == std::string_view::npos ? std::string_view() : field.substr(comma + 1);

    const std::size_t semicolon = entry.find(';');
    const std::string_view text = trimmed(entry.substr(0, semicolon));
    if (text.empty()) continue;
    const int weight =
        semicolon == std::string_view::npos ? 1000 : weight_from_parameter(trimmed(entry.substr(semicolon + 1)));
    members.push_back({text, weight});
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const WeightedMember& a, const WeightedMember& b) { return a.weight > b.weight; });
  return members;
}

}  // namespace stadttor::city_server
