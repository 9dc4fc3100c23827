// The interface's words in one language: text by key, with {placeholders} and plural forms. A missing key shows itself
// in brackets, so that it is seen; a test keeps every language complete.
#pragma once

#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/json_reader.h"
#include "platform/locale.h"

namespace stadttor::city {

using Replacement = std::pair<std::string_view, std::string_view>;

class Texts {
 public:
  // Reads an object of key -> text.
  void read(JsonReader object);

  std::string_view operator()(std::string_view key) const;
  // Replaces {name} by its value.
  std::string operator()(std::string_view key, std::initializer_list<Replacement> replacements) const;
  // Chooses key.one, key.few, key.many or key.other (CLDR plural categories) and replaces {count}.
  std::string counted(std::string_view key, long count, const platform::Locale& locale) const;
  bool has(std::string_view key) const;
  bool empty() const { return entries_.empty(); }

 private:
  const std::string* find(std::string_view key) const;
  std::vector<std::pair<std::string, std::string>> entries_;  // sorted by key
  // Each stays where it is: several may be looked at on one page.
  mutable std::set<std::string, std::less<>> missing_;
};

}  // namespace stadttor::city
