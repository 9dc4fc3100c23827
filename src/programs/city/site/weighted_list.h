// A header field whose members carry weights, such as Accept-Language (RFC 9110 section 12.4.2).
#pragma once

#include <string_view>
#include <vector>

namespace stadttor::city_server {

struct WeightedMember {
  std::string_view text;
  int weight = 1000;  // thousandths; 0 means "not acceptable"
};

// Members in order of weight, equal ones as written. Views into the field; a weight that cannot be read counts as 0.
std::vector<WeightedMember> weighted_members_from_field(std::string_view field);

bool equals_ignoring_case(std::string_view left, std::string_view right);

}  // namespace stadttor::city_server
