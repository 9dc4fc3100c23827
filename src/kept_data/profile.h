// What a vault keeps of the citizen and the family for the next form: people and their values, named as HTML's autocomplete names them, or
// FIM where it has no name. As JSON, with what later versions of the portal wrote left as it is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kProfileSchema = 1;

// Stored names: never changed. In the order in which they are shown.
inline constexpr std::string_view kValueNames[] = {
    "given-name", "family-name", "birth-name", "bday", "address-line1", "house-number", "address-line2",
    "postal-code", "address-level2", "email", "tel", "iban", "tax-id",
};
inline constexpr std::string_view kRelations[] = {"self", "partner", "child", "parent", "other"};

struct Person {
  std::string id;        // unique in the profile
  std::string relation;  // to the citizen: of kRelations, or one that a later version knows
  std::map<std::string, Personal<std::string>, std::less<>> values;  // as typed, by name

  // Empty where nothing is kept.
  const Personal<std::string>& value(std::string_view name) const;
  // An empty one is erased.
  void set(std::string_view name, Personal<std::string> value);
};

struct Profile {
  std::vector<Person> people;

  bool empty() const { return people.empty(); }
  Person& add(std::string_view relation);
  void remove(std::string_view person);
  Person* find(std::string_view person);
  const Person* find(std::string_view person) const;
};

Personal<std::string> text_from_profile(const Profile& profile);
Result<Profile> read_profile(const Personal<std::string>& text);

}  // namespace stadttor::kept_data
