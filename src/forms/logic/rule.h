// A JsonLogic rule (jsonlogic.com), compiled once: operators as numbers, variables as numbers, so that whoever holds the answers
// can look them up at once and knows which rules an answer touches. What the variables are belongs to RuleData.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor::forms {

using VariableNumber = std::uint32_t;

// The paths that rules read ("dog.breed"), numbered in the order in which they were first met.
class VariableNames {
 public:
  VariableNumber number_of(std::string_view path);
  const std::string& path(VariableNumber number) const { return paths_[number]; }
  std::size_t size() const { return paths_.size(); }

 private:
  std::vector<std::string> paths_;
};

// What rules calculate with where there is no answer. JsonLogic's zero would make "fewer than 200 guests" hold before anybody has said how
// many; in forms nothing follows from nothing: no order holds and every calculation is null.
enum class Unanswered : unsigned char { CountsAsZero, StaysNull };

class RuleData {
 public:
  virtual ~RuleData() = default;
  virtual Unanswered unanswered() const { return Unanswered::CountsAsZero; }
  // Nothing where the data has no such place: then the default of "var" holds.
  virtual std::optional<JsonValue> variable(VariableNumber number) const = 0;
  // For names a rule computes; "" is all of the data.
  virtual std::optional<JsonValue> path(std::string_view path) const = 0;
};

// What lies at "a.0.b" in a value; "length" of lists and texts, too.
std::optional<JsonValue> find_path(const JsonValue& value, std::string_view path);

enum class RuleOperator : unsigned char;

// One operator with its operands, or a leaf.
struct RuleNode {
  RuleOperator operation;
  std::uint32_t first = 0;  // operands: where they begin in Rule's list; leaves: number of the constant or variable
  std::uint32_t count = 0;
};

class Rule {
 public:
  // `where` is the file and pointer named in errors. An unknown operator is an error.
  static Result<Rule> compile(const JsonValue& source, VariableNames& names, std::string where);

  // Fails where it takes more steps than any rule of a form needs.
  Result<JsonValue> evaluate(const RuleData& data) const;

  // The variables whose change may change the result, each once.
  const std::vector<VariableNumber>& reads() const { return reads_; }
  // Whether it reads names that are known only while it runs: then any change may matter.
  bool computes_names() const { return computes_names_; }
  const std::string& where() const { return where_; }

 private:
  friend class RuleCompiler;
  friend class RuleEvaluator;

  std::vector<RuleNode> nodes_;  // the last one is the rule itself
  std::vector<std::uint32_t> operands_;
  std::vector<JsonValue> constants_;
  std::vector<VariableNumber> reads_;
  bool computes_names_ = false;
  std::string where_;
};

}  // namespace stadttor::forms
