// The published tests of JsonLogic, and what they leave open: the limits and the variables a rule names.
#include <doctest/doctest.h>

#include "forms/logic/rule.h"
#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::forms;
using testing::json_of_text;

namespace {

class PlainData : public RuleData {
 public:
  PlainData(JsonValue data, const VariableNames& names) : data_(std::move(data)), names_(names) {}
  std::optional<JsonValue> variable(VariableNumber number) const override { return path(names_.path(number)); }
  std::optional<JsonValue> path(std::string_view path) const override { return find_path(data_, path); }

 private:
  JsonValue data_;
  const VariableNames& names_;
};

// As JSON, or the error.
std::string result_of(const JsonValue& source, const JsonValue& data) {
  VariableNames names;
  const auto rule = Rule::compile(source, names, "rule");
  if (!rule.ok()) return text_from_error(rule.error());
  const auto result = rule.value().evaluate(PlainData(data, names));
  return result.ok() ? text_from_json(result.value()) : text_from_error(result.error());
}

std::string result_of(const std::string& source, const std::string& data = "{}") { return result_of(json_of_text(source), json_of_text(data)); }

struct Reads {
  std::vector<std::string> paths;
  bool computes_names = false;
};

Reads reads_of(const std::string& source) {
  VariableNames names;
  const auto rule = Rule::compile(json_of_text(source), names, "rule");
  Reads reads;
  if (!CHECK(rule.ok())) return reads;
  for (const VariableNumber number : rule.value().reads()) reads.paths.push_back(names.path(number));
  reads.computes_names = rule.value().computes_names();
  return reads;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("rules give what the published tests of JsonLogic expect") {
    if (testing::is_without_vectors("jsonlogic/tests.json")) return;
    const JsonValue suite = testing::json_of_file(testing::vectors_folder() / "jsonlogic/tests.json");
    int cases = 0;

    for (const JsonValue& test : suite.items()) {
      if (!test.is(JsonKind::List)) continue;  // a heading
      const auto& parts = test.items();
      ++cases;
      CHECK_MESSAGE(result_of(parts[0], parts[1]) == text_from_json(parts[2]), text_from_json(test));
    }

    CHECK(cases == 267);
  }

  TEST_CASE("operators the published tests leave out follow JavaScript, too") {
    CHECK(result_of(R"({"substr": ["jsonlogic", 4]})") == "\"logic\"");
    CHECK(result_of(R"({"substr": ["jsonlogic", -5]})") == "\"logic\"");
    CHECK(result_of(R"({"substr": ["jsonlogic", 1, 3]})") == "\"son\"");
    CHECK(result_of(R"({"substr": ["jsonlogic", 4, -2]})") == "\"log\"");
    CHECK(result_of(R"({"substr": ["Müßig", 1, 2]})") == "\"üß\"");
    CHECK(result_of(R"({"==": [null, 0]})") == "false");
    CHECK(result_of(R"({"==": [true, "1"]})") == "true");
    CHECK(result_of(R"({"<": ["b", "a"]})") == "false");
    CHECK(result_of(R"({"<": [1, "x"]})") == "false");
    CHECK(result_of(R"({"+": ["3 dogs", "1.5"]})") == "4.5");
    CHECK(result_of(R"({"cat": [[1, null, 2], 0.1, 1e21]})") == "\"1,,20.11e+21\"");
    CHECK(result_of(R"({"var": "children.length"})", R"({"children": [1, 2]})") == "2");
    CHECK(result_of(R"({"log": "x"})") == "\"x\"");
  }

  TEST_CASE("an operator that JsonLogic does not have is named with its place") {
    CHECK(result_of(R"({"if": [true, {"frobnicate": 1}]})") == "MalformedData at rule/if/1/frobnicate: JsonLogic has no operator of this name");
  }

  TEST_CASE("a rule that loops over too much ends with an error") {
    std::string list = "[0";
    for (int i = 1; i < 100; ++i) list += "," + std::to_string(i);
    const std::string all = R"({"var": "list"})";
    const std::string inner = R"({"reduce": [[)" + list.substr(1) + R"(], {"+": [1, {"var": "accumulator"}]}, 0]})";
    const std::string nested = R"({"map": [)" + all + R"(, {"map": [)" + list + "]" + ", " + inner + "]}]}";

    CHECK(result_of(nested, R"({"list": )" + list + "]}").find("it loops over too much") != std::string::npos);
  }

  TEST_CASE("a text that doubles itself ends with an error before it fills the memory") {
    std::string list = "[0";
    for (int i = 1; i < 60; ++i) list += ",0";

    CHECK(result_of(R"({"reduce": [)" + list + R"(], {"cat": [{"var": "accumulator"}, {"var": "accumulator"}]}, "xxxxxxxx"]})").find("loops") != std::string::npos);
  }

  TEST_CASE("a rule names the variables it reads, and not those of list elements") {
    const Reads reads = reads_of(R"({"and": [{"var": "dog.breed"}, {"some": [{"var": "children"}, {">": [{"var": "age"}, 3]}]}, {"var": ["dog.breed", {"var": "x"}]}]})");

    CHECK(reads.paths == std::vector<std::string>{"dog.breed", "children", "x"});
    CHECK_FALSE(reads.computes_names);
  }

  TEST_CASE("names that missing asks for are read, also through if and merge") {
    const Reads reads = reads_of(R"({"missing": {"merge": ["vin", {"if": [{"var": "financing"}, ["apr"], "cash"]}]}})");

    CHECK(reads.paths == std::vector<std::string>{"vin", "apr", "cash", "financing"});
    CHECK_FALSE(reads.computes_names);
  }

  TEST_CASE("a rule says when it computes a name") {
    CHECK(reads_of(R"({"var": {"cat": ["a", "b"]}})").computes_names);
    CHECK(reads_of(R"({"var": ""})").computes_names);
    CHECK(reads_of(R"({"missing": {"var": "names"}})").computes_names);
    CHECK_FALSE(reads_of(R"({"map": [{"var": "x"}, {"var": ""}]})").computes_names);
  }
}
