// Regular expressions of ECMA-262 as JSON Schema uses them (with the u flag): found anywhere in a text, in time that grows with text
// and pattern and never explodes. Groups capture nothing. Look-behind, back references and Unicode properties are refused by name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::forms {

enum class PatternMatch : unsigned char { Found, NotFound, TooLong };

class Pattern {
 public:
  static Result<Pattern> compile(std::string_view source);

  // TooLong where pattern and text together are beyond what a form needs.
  PatternMatch find_in(std::string_view text) const;

 private:
  friend class PatternCompiler;
  friend class PatternMatcher;

  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  struct CharacterClass {
    std::vector<Range> ranges;
    bool is_negated = false;

    bool has(std::uint32_t point) const;
  };
  enum class Operation : unsigned char { Character, Class, Begin, End, WordBoundary, NoWordBoundary, Jump, Split, Ahead, NotAhead, Match };
  // Split tries the next instruction, then `target`; Ahead looks at what follows it and goes on at `target`.
  struct Instruction {
    Operation operation;
    std::uint32_t target = 0;  // or the character, or the number of the class
  };

  std::vector<Instruction> instructions_;
  std::vector<CharacterClass> classes_;
};

}  // namespace stadttor::forms
