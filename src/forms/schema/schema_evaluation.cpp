#include <algorithm>
#include <cmath>

#include "forms/schema/schema.h"
#include "forms/text_units.h"

namespace stadttor::forms {

namespace {

// Which members or items of the value at hand some keyword has looked at.
using Evaluated = std::vector<bool>;

void merge(Evaluated& target, const Evaluated& source) {
  for (std::size_t i = 0; i < std::min(target.size(), source.size()); ++i) target[i] = target[i] || source[i];
}

bool is_multiple(double number, double divisor) {
  const double quotient = number / divisor;
  if (std::isinf(quotient)) return std::fmod(number, divisor) == 0;
  // 0.0075 is a multiple of 0.0001, whatever the last binary digit says.
  return std::abs(quotient - std::round(quotient)) <= 1e-9 * std::max(1.0, std::abs(quotient)) * (divisor < 1 ? 1 : 0) || quotient == std::floor(quotient);
}

}  // namespace

class SchemaEvaluator {
 public:
  SchemaEvaluator(const Schema& schema, std::vector<SchemaProblem>* problems) : schema_(schema), problems_(problems) {}

  bool check_root(const JsonValue& value) {
    Evaluated evaluated;
    return check(schema_.root_, value, "", evaluated);
  }

 private:
  using Keyword = Schema::Keyword;
  using Assertion = Schema::Assertion;
  static constexpr int kDeepest = 150;


  void report(const std::string& instance, const std::string& pointer) {
    if (problems_ != nullptr) problems_->push_back({instance, pointer, pointer.substr(pointer.rfind('/') + 1)});
  }

  bool check(std::uint32_t number, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    const Schema::Node& node = schema_.nodes_[number];
    if (node.accepts_nothing) return false;
    if (node.assertions.empty()) return true;
    // References that lead back to themselves end here instead of never.
    if (depth_ >= kDeepest) return report(instance, node.assertions.front().pointer), false;
    ++depth_;
    const bool enters = scope_.empty() || scope_.back() != node.resource;
    if (enters) scope_.push_back(node.resource);
    Evaluated own;
    if (schema_.tracks_evaluated_) own.resize(std::max(value.items().size(), value.members().size()));
    bool is_right = true;
    for (const Assertion& assertion : node.assertions) {
      const std::size_t before = problems_ == nullptr ? 0 : problems_->size();
      if (holds(assertion, value, instance, own)) continue;
      is_right = false;
      // A keyword whose parts have said what is wrong adds nothing.
      if (problems_ == nullptr) break;
      if (problems_->size() == before) report(instance, assertion.pointer);
    }
    if (enters) scope_.pop_back();
    --depth_;
    if (is_right) {
      if (evaluated.size() < own.size()) evaluated.resize(own.size());
      merge(evaluated, own);
    }
    return is_right;
  }

  // Without telling what is wrong.
  bool is_accepted(std::uint32_t node, const JsonValue& value, Evaluated& evaluated) {
    std::vector<SchemaProblem>* const told = problems_;
    problems_ = nullptr;
    const bool is_right = check(node, value, "", evaluated);
    problems_ = told;
    return is_right;
  }

  // A part of the value: what is evaluated inside of it is its own.
  bool check_part(std::uint32_t node, const JsonValue& part, const std::string& instance, std::string_view name) {
    if (node == 0) return true;
    Evaluated inside;
    const std::string place = json_pointer_to(instance, name);
    const std::size_t before = problems_ == nullptr ? 0 : problems_->size();
    const bool is_right = check(node, part, place, inside);
    if (!is_right && problems_ != nullptr && problems_->size() == before) report(place, "/false");
    return is_right;
  }

  bool holds(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    switch (assertion.keyword) {
      case Keyword::Type: return has_type(static_cast<unsigned>(assertion.number), value);
      case Keyword::Const: return value == assertion.value;
      case Keyword::Enum: return std::find(assertion.value.items().begin(), assertion.value.items().end(), value) != assertion.value.items().end();
      case Keyword::MultipleOf: return !value.is(JsonKind::Number) || is_multiple(value.as_number(), assertion.number);
      case Keyword::Maximum: return !value.is(JsonKind::Number) || value.as_number() <= assertion.number;
      case Keyword::ExclusiveMaximum: return !value.is(JsonKind::Number) || value.as_number() < assertion.number;
      case Keyword::Minimum: return !value.is(JsonKind::Number) || value.as_number() >= assertion.number;
      case Keyword::ExclusiveMinimum: return !value.is(JsonKind::Number) || value.as_number() > assertion.number;
      case Keyword::MaxLength: return !value.is(JsonKind::Text) || count_of(count_code_points(value.as_text())) <= assertion.number;
      case Keyword::MinLength: return !value.is(JsonKind::Text) || count_of(count_code_points(value.as_text())) >= assertion.number;
      case Keyword::Pattern: return !value.is(JsonKind::Text) || assertion.patterns.front().first.find_in(value.as_text()) == PatternMatch::Found;
      case Keyword::Format: return !value.is(JsonKind::Text) || has_format(value.as_text(), assertion.format);
      case Keyword::MaxItems: return !value.is(JsonKind::List) || count_of(value.items().size()) <= assertion.number;
      case Keyword::MinItems: return !value.is(JsonKind::List) || count_of(value.items().size()) >= assertion.number;
      case Keyword::UniqueItems: return has_unique_items(value);
      case Keyword::MaxProperties: return !value.is(JsonKind::Object) || count_of(value.members().size()) <= assertion.number;
      case Keyword::MinProperties: return !value.is(JsonKind::Object) || count_of(value.members().size()) >= assertion.number;
      case Keyword::Required: return has_members(value, assertion.value);
      case Keyword::DependentRequired: return has_dependent_members(value, assertion.value);
      case Keyword::AllOf: return all_of(assertion, value, instance, evaluated);
      case Keyword::AnyOf: return count_accepting(assertion, value, evaluated) > 0;
      case Keyword::OneOf: return is_one_of(assertion, value, evaluated);
      case Keyword::Not: return is_refused(assertion.nodes[0], value);
      case Keyword::If: return check(assertion.nodes[is_accepted(assertion.nodes[0], value, evaluated) ? 1 : 2], value, instance, evaluated);
      case Keyword::PropertyNames: return has_right_names(assertion, value, instance);
      case Keyword::DependentSchemas: return dependent_schemas_hold(assertion, value, instance, evaluated);
      case Keyword::Members: return members_hold(assertion, value, instance, evaluated);
      case Keyword::Items: return items_hold(assertion, value, instance, evaluated);
      case Keyword::Contains: return contains_holds(assertion, value, evaluated);
      case Keyword::Ref: return check(assertion.nodes[0], value, instance, evaluated);
      case Keyword::DynamicRef: return check(dynamic_target(assertion), value, instance, evaluated);
      case Keyword::IsSchema: return is_schema(value, assertion.number == 0 ? SchemaDialect::Draft7 : SchemaDialect::Draft202012);
      case Keyword::UnevaluatedItems:
      case Keyword::UnevaluatedProperties: return unevaluated_holds(assertion, value, instance, evaluated);
    }
    return true;
  }

  static double count_of(std::size_t count) { return static_cast<double>(count); }

  static bool has_type(unsigned bits, const JsonValue& value) {
    constexpr unsigned kInteger = 6;
    if ((bits >> static_cast<unsigned>(value.kind()) & 1) != 0) return true;
    return (bits >> kInteger & 1) != 0 && value.is(JsonKind::Number) && value.as_number() == std::floor(value.as_number());
  }

  static bool has_unique_items(const JsonValue& value) {
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (value.items()[i] == value.items()[j]) return false;
      }
    }
    return true;
  }

  static bool has_members(const JsonValue& value, const JsonValue& names) {
    if (!value.is(JsonKind::Object)) return true;
    return std::all_of(names.items().begin(), names.items().end(), [&value](const JsonValue& name) { return value.find(name.as_text()) != nullptr; });
  }

  static bool has_dependent_members(const JsonValue& value, const JsonValue& dependencies) {
    return std::all_of(dependencies.members().begin(), dependencies.members().end(),
                       [&value](const JsonValue::Member& one) { return value.find(one.first) == nullptr || has_members(value, one.second); });
  }

  bool all_of(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    bool is_right = true;
    for (const std::uint32_t node : assertion.nodes) is_right = check(node, value, instance, evaluated) && is_right;
    return is_right;
  }

  std::size_t count_accepting(const Assertion& assertion, const JsonValue& value, Evaluated& evaluated) {
    std::size_t count = 0;
    for (const std::uint32_t node : assertion.nodes) {
      if (is_accepted(node, value, evaluated)) ++count;
    }
    return count;
  }

  bool is_one_of(const Assertion& assertion, const JsonValue& value, Evaluated& evaluated) {
    Evaluated by_one = evaluated;
    const bool is_right = count_accepting(assertion, value, by_one) == 1;
    if (is_right) evaluated = std::move(by_one);
    return is_right;
  }

  bool is_refused(std::uint32_t node, const JsonValue& value) {
    Evaluated unused;
    return !is_accepted(node, value, unused);
  }

  bool has_right_names(const Assertion& assertion, const JsonValue& value, const std::string& instance) {
    bool is_right = true;
    for (const auto& member : value.members()) is_right = check_part(assertion.nodes[0], JsonValue::text(member.first), instance, member.first) && is_right;
    return is_right;
  }

  bool dependent_schemas_hold(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    bool is_right = true;
    for (std::size_t i = 0; i < assertion.names.size(); ++i) {
      if (value.find(assertion.names[i]) != nullptr) is_right = check(assertion.nodes[i], value, instance, evaluated) && is_right;
    }
    return is_right;
  }

  bool members_hold(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    bool is_right = true;
    for (std::size_t i = 0; i < value.members().size(); ++i) {
      const std::string& name = value.members()[i].first;
      const JsonValue& member = value.members()[i].second;
      bool is_known = false;
      const auto check_with = [&](std::uint32_t node) {
        is_known = true;
        is_right = check_part(node, member, instance, name) && is_right;
      };
      for (std::size_t known = 0; known < assertion.names.size(); ++known) {
        if (assertion.names[known] == name) check_with(assertion.nodes[known]);
      }
      for (const auto& [pattern, node] : assertion.patterns) {
        if (pattern.find_in(name) == PatternMatch::Found) check_with(node);
      }
      if (!is_known && assertion.number != 0) check_with(assertion.rest);
      if (is_known && i < evaluated.size()) evaluated[i] = true;
    }
    return is_right;
  }

  bool items_hold(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    bool is_right = true;
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      if (i >= assertion.nodes.size() && assertion.number == 0) break;
      is_right = check_part(i < assertion.nodes.size() ? assertion.nodes[i] : assertion.rest, value.items()[i], instance, std::to_string(i)) && is_right;
      if (i < evaluated.size()) evaluated[i] = true;
    }
    return is_right;
  }

  bool contains_holds(const Assertion& assertion, const JsonValue& value, Evaluated& evaluated) {
    if (!value.is(JsonKind::List)) return true;
    double count = 0;
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      Evaluated unused;
      if (!is_accepted(assertion.nodes[0], value.items()[i], unused)) continue;
      ++count;
      if (i < evaluated.size()) evaluated[i] = true;
    }
    return count >= assertion.number && count <= assertion.most;
  }

  // The outermost schema that has the anchor, as the schemas were entered.
  std::uint32_t dynamic_target(const Assertion& assertion) const {
    for (const std::uint32_t resource : scope_) {
      for (const auto& anchor : schema_.dynamic_anchors_) {
        if (!assertion.anchor.empty() && anchor.resource == resource && anchor.name == assertion.anchor) return anchor.node;
      }
    }
    return assertion.nodes[0];
  }

  bool unevaluated_holds(const Assertion& assertion, const JsonValue& value, const std::string& instance, Evaluated& evaluated) {
    const bool is_of_items = assertion.keyword == Keyword::UnevaluatedItems;
    if (!value.is(is_of_items ? JsonKind::List : JsonKind::Object)) return true;
    bool is_right = true;
    for (std::size_t i = 0; i < evaluated.size(); ++i) {
      if (evaluated[i]) continue;
      is_right = (is_of_items ? check_part(assertion.nodes[0], value.items()[i], instance, std::to_string(i))
                              : check_part(assertion.nodes[0], value.members()[i].second, instance, value.members()[i].first)) &&
                 is_right;
      evaluated[i] = true;
    }
    return is_right;
  }

  const Schema& schema_;
  std::vector<SchemaProblem>* problems_;  // null: nothing is told
  std::vector<std::uint32_t> scope_;      // resources, as they were entered
  int depth_ = 0;
};

std::vector<SchemaProblem> Schema::problems_of(const JsonValue& value) const {
  std::vector<SchemaProblem> problems;
  const bool is_right = SchemaEvaluator(*this, &problems).check_root(value);
  if (!is_right && problems.empty()) problems.push_back({"", "", "false"});
  return problems;
}

bool Schema::accepts(const JsonValue& value) const { return SchemaEvaluator(*this, nullptr).check_root(value); }

}  // namespace stadttor::forms
