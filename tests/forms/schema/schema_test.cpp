// What a schema says about a wrong value, and about itself where it cannot be used.
#include "forms/schema/schema.h"

#include <doctest/doctest.h>

#include "forms/submission_check.h"
#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::forms;
using testing::json_of_text;

namespace {

// "instance schema keyword" of each problem, or why the schema cannot be used.
std::string problems_of(const std::string& schema, const std::string& value) {
  const auto compiled = Schema::compile(json_of_text(schema), {}, "s.json");
  if (!compiled.ok()) return text_from_error(compiled.error());
  std::string lines;
  for (const SchemaProblem& problem : compiled.value().problems_of(json_of_text(value))) {
    lines += problem.instance + " " + problem.schema + " " + problem.keyword + ";";
  }
  return lines;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("a problem names the place in the value, the place in the schema, and the keyword") {
    const std::string schema = R"({"properties": {"dogs": {"items": {"properties": {"a/b": {"$ref": "#/$defs/age"}}, "required": ["a/b"]}}}, "$defs": {"age": {"minimum": 1}}})";

    CHECK(problems_of(schema, R"({"dogs": [{"a/b": 3}]})").empty());
    CHECK(problems_of(schema, R"({"dogs": [{"a/b": 0}, {}]})") == "/dogs/0/a~1b /$defs/age/minimum minimum;/dogs/1 /properties/dogs/items/required required;");
    CHECK(problems_of(R"({"additionalProperties": false})", R"({"x": 1})") == "/x /false false;");
    CHECK(problems_of(R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", "1") == " /anyOf anyOf;");
    CHECK(problems_of(R"({"allOf": [{"type": "string"}, {"maximum": 0}]})", "1") == " /allOf/0/type type; /allOf/1/maximum maximum;");
    CHECK(problems_of("false", "1") == "  false;");
  }

  TEST_CASE("a schema that cannot be used says where and why") {
    CHECK(problems_of(R"({"properties": {"a": {"type": "text"}}})", "1") == "MalformedData at s.json#/properties/a/type: there is no such type");
    CHECK(problems_of(R"({"$ref": "#/$defs/a"})", "1") == "MalformedData at s.json#/$ref: the reference leads nowhere: #/$defs/a");
    CHECK(problems_of(R"({"$ref": "https://elsewhere.example/schema"})", "1").find("leads nowhere") != std::string::npos);
    CHECK(problems_of(R"({"pattern": "(?<=a)b"})", "1") == "MalformedData at s.json#/pattern: look-behind is not supported");
    CHECK(problems_of(R"({"minLength": -1})", "1") == "MalformedData at s.json#/minLength: expected a count");
    CHECK(problems_of(R"({"items": 7})", "[]").find("a schema is an object, true or false") != std::string::npos);
  }

  TEST_CASE("a schema that refers to itself without end is left at some depth") {
    CHECK_FALSE(problems_of(R"({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}})", "1").empty());
  }

  TEST_CASE("the schemas of FIT-Connect can be used") {
    if (testing::is_without_vectors("fit-connect")) return;
    for (const auto* version : {"1.0.0", "2.1.0"}) {
      const auto schema = Schema::compile(testing::json_of_file(testing::vectors_folder() / "fit-connect" / ("metadata-" + std::string(version) + ".schema.json")), {}, version);
      if (!CHECK_MESSAGE(schema.ok(), (schema.ok() ? "" : text_from_error(schema.error())))) continue;
      CHECK_FALSE(schema.value().accepts(json_of_text("{}")));
    }
  }

  TEST_CASE("what is sent is held against the form's schema") {
    const auto form = read_definition(R"({"id": "f", "title": "F", "steps": [{"id": "s", "title": "S", "questions": [{"id": "a", "kind": "text", "label": "A"}]}],
      "schema": {"properties": {"a": {"maxLength": 2}}}})", "f.json");
    if (!CHECK(form.ok())) return;

    const auto right = submission_problems(form.value(), Personal<JsonValue>(json_of_text(R"({"a": "xy"})")));
    const auto wrong = submission_problems(form.value(), Personal<JsonValue>(json_of_text(R"({"a": "xyz"})")));

    if (CHECK(right.ok())) CHECK(right.value().empty());
    if (!CHECK((wrong.ok() && wrong.value().size() == 1))) return;
    CHECK(wrong.value()[0].instance == "/a");
  }
}
