// Tries a pattern's program at each place of a text. A state that was tried once, instruction and position, is not tried again: as
// nothing is captured it would end the same, so the time is bounded by program times text.
#include <algorithm>

#include "forms/schema/pattern.h"
#include "forms/text_units.h"

namespace stadttor::forms {

bool Pattern::CharacterClass::has(std::uint32_t point) const {
  const bool is_in = std::any_of(ranges.begin(), ranges.end(), [point](const Range& range) { return range.first <= point && point <= range.last; });
  return is_in != is_negated;
}

class PatternMatcher {
 public:
  PatternMatcher(const Pattern& pattern, std::string_view text) : pattern_(pattern) {
    for (std::size_t at = 0; at < text.size();) points_.push_back(next_code_point(text, at));
  }

  PatternMatch find() {
    if (pattern_.instructions_.size() * (points_.size() + 1) > kMostStates) return PatternMatch::TooLong;
    std::vector<bool> tried(pattern_.instructions_.size() * (points_.size() + 1));
    for (std::size_t begin = 0; begin <= points_.size(); ++begin) {
      if (matches(0, begin, tried)) return PatternMatch::Found;
      if (steps_ > kMostSteps) return PatternMatch::TooLong;
    }
    return PatternMatch::NotFound;
  }

 private:
  using Operation = Pattern::Operation;
  struct State {
    std::size_t instruction;
    std::size_t position;
  };
  static constexpr std::size_t kMostStates = 1U << 25;
  static constexpr std::size_t kMostSteps = 1U << 23;

  bool matches(std::size_t begin, std::size_t from, std::vector<bool>& tried) {
    std::vector<State> open{{begin, from}};
    while (!open.empty()) {
      State state = open.back();
      open.pop_back();
      while (true) {
        if (++steps_ > kMostSteps) return false;
        const std::size_t number = state.instruction * (points_.size() + 1) + state.position;
        if (tried[number]) break;
        tried[number] = true;
        const auto& instruction = pattern_.instructions_[state.instruction];
        if (instruction.operation == Operation::Match) return true;
        if (instruction.operation == Operation::Split) open.push_back({instruction.target, state.position});
        if (!step(instruction, state)) break;
      }
    }
    return false;
  }

  // Whether it goes on, and where.
  bool step(const Pattern::Instruction& instruction, State& state) {
    const std::size_t position = state.position;
    ++state.instruction;
    switch (instruction.operation) {
      case Operation::Character: ++state.position; return position < points_.size() && points_[position] == instruction.target;
      case Operation::Class: ++state.position; return position < points_.size() && pattern_.classes_[instruction.target].has(points_[position]);
      case Operation::Begin: return position == 0;
      case Operation::End: return position == points_.size();
      case Operation::WordBoundary: return is_word(position) != (position > 0 && is_word(position - 1));
      case Operation::NoWordBoundary: return is_word(position) == (position > 0 && is_word(position - 1));
      case Operation::Jump: state.instruction = instruction.target; return true;
      case Operation::Split: return true;
      case Operation::Ahead:
      case Operation::NotAhead: {
        std::vector<bool> tried(pattern_.instructions_.size() * (points_.size() + 1));
        steps_ += tried.size() / 64;
        const bool is_ahead = matches(state.instruction, position, tried);
        state.instruction = instruction.target;
        return is_ahead == (instruction.operation == Operation::Ahead);
      }
      case Operation::Match: break;
    }
    return true;
  }

  bool is_word(std::size_t position) const {
    if (position >= points_.size()) return false;
    const std::uint32_t point = points_[position];
    return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
  }

  const Pattern& pattern_;
  std::vector<std::uint32_t> points_;
  std::size_t steps_ = 0;
};

PatternMatch Pattern::find_in(std::string_view text) const { return PatternMatcher(*this, text).find(); }

}  // namespace stadttor::forms
