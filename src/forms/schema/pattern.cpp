#include "forms/schema/pattern.h"

#include <algorithm>
#include <optional>
#include <string>

#include "forms/text_units.h"

namespace stadttor::forms {

namespace {

constexpr std::uint32_t kLastCodePoint = 0x10ffff;

bool is_ascii_letter(std::uint32_t point) { return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z'); }
bool is_digit(std::uint32_t point) { return point >= '0' && point <= '9'; }

int hexadecimal_value(std::uint32_t point) {
  if (is_digit(point)) return static_cast<int>(point - '0');
  if (point >= 'a' && point <= 'f') return static_cast<int>(point - 'a') + 10;
  if (point >= 'A' && point <= 'F') return static_cast<int>(point - 'A') + 10;
  return -1;
}

}  // namespace

// Reads the pattern and writes its program in one pass. The first thing that cannot be read ends it.
class PatternCompiler {
 public:
  PatternCompiler(std::string_view source, Pattern& pattern) : pattern_(pattern) {
    for (std::size_t at = 0; at < source.size();) points_.push_back(next_code_point(source, at));
  }

  // Nothing, or what is wrong.
  const char* compile() {
    read_alternatives();
    if (fault_ == nullptr && at_ < points_.size()) fault_ = "a bracket is closed that was not opened";
    emit(Operation::Match);
    return fault_;
  }

 private:
  using Operation = Pattern::Operation;
  using Range = Pattern::Range;
  static constexpr std::size_t kMostInstructions = 20000;
  static constexpr int kDeepest = 50;

  bool is_at(char c) const { return at_ < points_.size() && points_[at_] == static_cast<unsigned char>(c); }
  bool take(char c) {
    if (!is_at(c)) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (at_ + i >= points_.size() || points_[at_ + i] != static_cast<unsigned char>(text[i])) return false;
    }
    at_ += text.size();
    return true;
  }
  void fail(const char* what) {
    if (fault_ == nullptr) fault_ = what;
    at_ = points_.size();
  }

  std::vector<Pattern::Instruction>& code() { return pattern_.instructions_; }
  std::uint32_t here() { return static_cast<std::uint32_t>(code().size()); }
  void emit(Operation operation, std::uint32_t target = 0) {
    if (code().size() >= kMostInstructions) return fail("the pattern is too large");
    code().push_back({operation, target});
  }

  // Puts an instruction before those from `begin` on, whose own targets move along.
  void insert(std::uint32_t begin, Operation operation, std::uint32_t target) {
    for (auto& instruction : code()) {
      const bool has_target = instruction.operation == Operation::Jump || instruction.operation == Operation::Split ||
                              instruction.operation == Operation::Ahead || instruction.operation == Operation::NotAhead;
      if (has_target && instruction.target >= begin && &instruction >= code().data() + begin) ++instruction.target;
    }
    code().insert(code().begin() + begin, {operation, target});
  }

  void read_alternatives() {
    if (++depth_ > kDeepest) return fail("groups are nested too deep");
    std::vector<std::uint32_t> jumps;
    while (true) {
      const std::uint32_t begin = here();
      read_sequence();
      if (!take('|')) break;
      insert(begin, Operation::Split, here() + 2);
      jumps.push_back(here());
      emit(Operation::Jump);
    }
    for (const std::uint32_t jump : jumps) {
      if (jump < code().size()) code()[jump].target = here();
    }
    --depth_;
  }

  void read_sequence() {
    while (at_ < points_.size() && !is_at('|') && !is_at(')')) {
      const std::uint32_t begin = here();
      const bool can_repeat = read_term();
      read_quantifier(begin, can_repeat);
    }
  }

  bool read_term() {
    const std::uint32_t point = points_[at_++];
    switch (point) {
      case '^': emit(Operation::Begin); return false;
      case '$': emit(Operation::End); return false;
      case '(': return read_group();
      case '[': read_class(); return true;
      case '.': emit_class({{{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}, true}); return true;
      case '\\': return read_escape();
      case '*':
      case '+':
      case '?': fail("there is nothing to repeat"); return false;
      default: emit(Operation::Character, point); return true;
    }
  }

  bool read_group() {
    Operation ahead = Operation::Match;
    if (take("?=")) {
      ahead = Operation::Ahead;
    } else if (take("?!")) {
      ahead = Operation::NotAhead;
    } else if (take("?<=") || take("?<!")) {
      fail("look-behind is not supported");
    } else if (take("?<")) {
      while (at_ < points_.size() && !is_at('>')) ++at_;
      if (!take('>')) fail("the name of a group is not closed");
    } else if (!take("?:") && is_at('?')) {
      fail("there is no such kind of group");
    }
    const std::uint32_t begin = here();
    if (ahead != Operation::Match) emit(ahead);
    read_alternatives();
    if (!take(')')) fail("a bracket is not closed");
    if (ahead == Operation::Match) return true;
    emit(Operation::Match);
    if (begin < code().size()) code()[begin].target = here();
    return false;
  }

  // {n}, {n,} or {n,m}; otherwise the brace stands for itself.
  bool read_counts(std::uint32_t& fewest, std::uint32_t& most) {
    const std::size_t begin = at_;
    const auto number = [this]() -> std::optional<std::uint32_t> {
      std::uint32_t value = 0;
      const std::size_t from = at_;
      for (; at_ < points_.size() && is_digit(points_[at_]); ++at_) value = std::min(value * 10 + (points_[at_] - '0'), 100000U);
      if (at_ == from) return {};
      return value;
    };
    if (take('{')) {
      if (const auto first = number()) {
        fewest = most = *first;
        if (take(',')) most = number().value_or(kEndless);
        if (take('}')) return true;
      }
    }
    at_ = begin;
    return false;
  }

  void read_quantifier(std::uint32_t begin, bool can_repeat) {
    std::uint32_t fewest = 0;
    std::uint32_t most = kEndless;
    if (take('+')) {
      fewest = 1;
    } else if (take('?')) {
      most = 1;
    } else if (!take('*') && !read_counts(fewest, most)) {
      return;
    }
    take('?');  // lazy or greedy find the same texts
    if (!can_repeat) return fail("there is nothing to repeat");
    if (most < fewest) return fail("the numbers of a repetition are the wrong way round");
    repeat(begin, fewest, most);
  }

  void repeat(std::uint32_t begin, std::uint32_t fewest, std::uint32_t most) {
    const std::vector<Pattern::Instruction> body(code().begin() + begin, code().end());
    code().resize(begin);
    const auto append = [this, &body, begin] {
      const std::uint32_t moved = here() - begin;
      for (auto instruction : body) {
        const bool is_leaf = instruction.operation < Operation::Jump || instruction.operation == Operation::Match;
        emit(instruction.operation, is_leaf ? instruction.target : instruction.target + moved);
      }
    };
    for (std::uint32_t i = 0; i < fewest && fault_ == nullptr; ++i) append();
    if (most == kEndless) {
      const std::uint32_t split = here();
      emit(Operation::Split);
      append();
      emit(Operation::Jump, split);
      if (split < code().size()) code()[split].target = here();
      return;
    }
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = fewest; i < most && fault_ == nullptr; ++i) {
      splits.push_back(here());
      emit(Operation::Split);
      append();
    }
    for (const std::uint32_t split : splits) {
      if (split < code().size()) code()[split].target = here();
    }
  }

  void emit_class(Pattern::CharacterClass made) {
    emit(Operation::Class, static_cast<std::uint32_t>(pattern_.classes_.size()));
    pattern_.classes_.push_back(std::move(made));
  }

  // \d, \w, \s and their opposites; nothing for other letters.
  static std::optional<Pattern::CharacterClass> find_shorthand(std::uint32_t letter) {
    switch (letter) {
      case 'd':
      case 'D': return Pattern::CharacterClass{{{'0', '9'}}, letter == 'D'};
      case 'w':
      case 'W': return Pattern::CharacterClass{{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}, letter == 'W'};
      case 's':
      case 'S':
        return Pattern::CharacterClass{
            {{'\t', '\r'}, {' ', ' '}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}, {0xfeff, 0xfeff}},
            letter == 'S'};
      default: return {};
    }
  }

  bool read_escape() {
    if (at_ == points_.size()) return fail("a backslash stands at the end"), false;
    const std::uint32_t letter = points_[at_];
    if (letter == 'b' || letter == 'B') {
      ++at_;
      emit(letter == 'b' ? Operation::WordBoundary : Operation::NoWordBoundary);
      return false;
    }
    if (auto shorthand = find_shorthand(letter)) {
      ++at_;
      emit_class(*std::move(shorthand));
      return true;
    }
    emit(Operation::Character, read_escaped_character());
    return true;
  }

  std::uint32_t read_hexadecimal(std::size_t digits) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i, ++at_) {
      const int digit = at_ < points_.size() ? hexadecimal_value(points_[at_]) : -1;
      if (digit < 0) return fail("an escape lacks hexadecimal digits"), 0U;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  std::uint32_t read_unicode_escape() {
    if (take('{')) {
      std::uint32_t value = 0;
      while (at_ < points_.size() && !is_at('}') && value <= kLastCodePoint) value = value * 16 + read_hexadecimal(1);
      if (!take('}') || value > kLastCodePoint) fail("an escape names no character");
      return value;
    }
    const std::uint32_t high = read_hexadecimal(4);
    if (high < 0xd800 || high > 0xdbff || !take("\\u")) return high;
    return 0x10000 + ((high - 0xd800) << 10) + (read_hexadecimal(4) - 0xdc00);
  }

  std::uint32_t read_escaped_character() {
    const std::uint32_t letter = points_[at_++];
    switch (letter) {
      case 't': return '\t';
      case 'n': return '\n';
      case 'v': return '\v';
      case 'f': return '\f';
      case 'r': return '\r';
      case 'x': return read_hexadecimal(2);
      case 'u': return read_unicode_escape();
      case 'c':
        if (at_ < points_.size() && is_ascii_letter(points_[at_])) return points_[at_++] % 32;
        return fail("a control escape needs a letter"), 0U;
      case 'p':
      case 'P': return fail("Unicode properties are not supported"), 0U;
      case '0': return 0;
      default: break;
    }
    if (is_digit(letter)) return fail("back references are not supported"), 0U;
    if (is_ascii_letter(letter)) return fail("there is no such escape"), 0U;
    return letter;
  }

  // One member of a class; a shorthand is added whole and yields nothing.
  std::optional<std::uint32_t> read_member(Pattern::CharacterClass& made) {
    const std::uint32_t point = points_[at_++];
    if (point != '\\') return point;
    if (at_ == points_.size()) return fail("a backslash stands at the end"), std::nullopt;
    if (take('b')) return '\b';
    const auto shorthand = find_shorthand(points_[at_]);
    if (!shorthand) return read_escaped_character();
    ++at_;
    if (!shorthand->is_negated) {
      made.ranges.insert(made.ranges.end(), shorthand->ranges.begin(), shorthand->ranges.end());
      return {};
    }
    std::uint32_t next = 0;
    for (const Range& range : shorthand->ranges) {
      if (range.first > next) made.ranges.push_back({next, range.first - 1});
      next = range.last + 1;
    }
    made.ranges.push_back({next, kLastCodePoint});
    return {};
  }

  void read_class() {
    Pattern::CharacterClass made;
    made.is_negated = take('^');
    while (at_ < points_.size() && !is_at(']')) {
      const auto first = read_member(made);
      if (!first) continue;
      const bool is_range = is_at('-') && at_ + 1 < points_.size() && points_[at_ + 1] != ']';
      if (!is_range) {
        made.ranges.push_back({*first, *first});
        continue;
      }
      ++at_;
      const auto last = read_member(made);
      if (last && *last < *first) return fail("a range is the wrong way round");
      made.ranges.push_back({*first, last.value_or(*first)});
      if (!last) made.ranges.push_back({'-', '-'});
    }
    if (!take(']')) return fail("a class is not closed");
    emit_class(std::move(made));
  }

  static constexpr std::uint32_t kEndless = 0xffffffff;

  Pattern& pattern_;
  std::vector<std::uint32_t> points_;
  std::size_t at_ = 0;
  int depth_ = 0;
  const char* fault_ = nullptr;
};

Result<Pattern> Pattern::compile(std::string_view source) {
  Pattern pattern;
  if (const char* fault = PatternCompiler(source, pattern).compile()) {
    return Error{ErrorKind::NotSupported, "pattern", fault, NextStep::CorrectInput};
  }
  return pattern;
}

}  // namespace stadttor::forms
