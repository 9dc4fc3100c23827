// The alphabetical order of a language, and the letters under which names stand in A to Z (Unicode CLDR, by ICU).
#pragma once

#include <memory>
#include <string>

namespace stadttor::portal::authoring {

class AlphabetOrder {
 public:
  explicit AlphabetOrder(const std::string& language);  // BCP 47
  ~AlphabetOrder();

  bool comes_before(const std::string& left, const std::string& right) const;

  // "A" for "Ämter" in German, "Ç" for "Çocuk" in Turkish; "#" for digits and signs. Names in German are letters, too.
  std::string letter_of(const std::string& name) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace stadttor::portal::authoring
