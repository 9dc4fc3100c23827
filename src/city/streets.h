// The city's streets and their postcodes, as forms offer them while an address is typed. They lie on the device: no letter of an address is
// sent anywhere to find out how it goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json_reader.h"

namespace stadttor::city {

struct Street {
  std::string name;
  std::vector<std::string> postcodes;  // one for most
};

struct Streets {
  std::string town;
  std::vector<Street> streets;  // by name
};

// At most `most` that fit what was typed, those that begin with it first. Case, umlauts (ü, ue) and the ways to write "straße" don't matter.
std::vector<const Street*> matching_streets(const Streets& streets, std::string_view typed, std::size_t most);

// Whether it begins with the name of a street, written in any of these ways: "Muenzgasse 15".
bool has_street(const Streets& streets, std::string_view name);

Result<Streets> read_streets(std::string_view json, std::string where);

}  // namespace stadttor::city
