// A JsonLogic rule and, after a zero byte, the data it reads: any answer or an error, and the same one each time.
#include "forms/logic/rule.h"
#include "foundation/json_reader.h"
#include "fuzz/fuzz_target.h"

namespace {

using stadttor::JsonValue;

class FuzzData : public stadttor::forms::RuleData {
 public:
  FuzzData(JsonValue data, const stadttor::forms::VariableNames& names) : data_(std::move(data)), names_(names) {}
  std::optional<JsonValue> variable(stadttor::forms::VariableNumber number) const override { return path(names_.path(number)); }
  std::optional<JsonValue> path(std::string_view path) const override {
    return path.empty() ? data_ : stadttor::forms::find_path(data_, path);
  }

 private:
  JsonValue data_;
  const stadttor::forms::VariableNames& names_;
};

}  // namespace

void stadttor::fuzz::feed(std::string_view input) {
  auto source = JsonDocument::parse(take_part(input), "rule");
  if (!source.ok()) return;
  forms::VariableNames names;
  const auto rule = forms::Rule::compile(source.value().root().as_value(), names, "rule");
  if (!rule.ok()) return;
  auto given = JsonDocument::parse(input, "data");
  const FuzzData data(given.ok() ? given.value().root().as_value() : JsonValue(), names);
  const auto result = rule.value().evaluate(data);
  const auto again = rule.value().evaluate(data);
  must(result.ok() == again.ok(), "the same answer each time");
  if (result.ok()) must(text_from_json(result.value()) == text_from_json(again.value()), "the same value each time");
}
