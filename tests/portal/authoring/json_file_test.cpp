#include "portal/authoring/json_file.h"

#include <doctest/doctest.h>

using namespace stadttor::portal::authoring;

namespace {

struct Parsed {
  std::optional<Json> value;
  std::vector<Problem> problems;
};

Parsed parsed(std::string_view text) {
  Parsed result;
  result.value = parse_json_text(text, ProblemLog(result.problems, "x.json"));
  return result;
}

bool has_one_problem(const Parsed& result, const std::string& pointer, const std::string& part) {
  return result.problems.size() == 1 && result.problems[0].file == "x.json" && result.problems[0].pointer == pointer &&
         result.problems[0].problem.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("sound JSON is read whole") {
    const Parsed result = parsed(R"({"a": [1, -2, 2.5, true, null, "Straße"], "b": {"c": {}}})");

    if (!CHECK(result.value)) return;
    CHECK(result.problems.empty());
    CHECK(*result.value == Json::parse(R"({"a": [1, -2, 2.5, true, null, "Straße"], "b": {"c": {}}})", nullptr, false));
  }

  TEST_CASE("a key written twice is named and its first value kept") {
    const Parsed result = parsed(R"({"list": [{}, {"a/b": 1, "x": 2, "a/b": {"deep": [3]}}]})");

    if (!CHECK(result.value)) return;
    CHECK(has_one_problem(result, "/list/1/a~1b", "zweimal"));
    CHECK(result.value->at("list").at(1) == Json{{"a/b", 1}, {"x", 2}});
  }

  TEST_CASE("broken UTF-8 is named with its line") {
    const Parsed result = parsed("{\n\"name\":\n\"B\xFCrger\"}");

    CHECK_FALSE(result.value);
    CHECK(has_one_problem(result, "", "Zeile 3: Ein Zeichen ist nicht als UTF-8 gespeichert"));
  }

  TEST_CASE("a file cut off is named as such") {
    const Parsed result = parsed("{\"id\": \"hund\",\n\"texts\": {\"de\": {\"na");

    CHECK_FALSE(result.value);
    CHECK(has_one_problem(result, "", "Zeile 2: Die Datei endet mitten im Inhalt"));
  }

  TEST_CASE("a file cut off inside a letter is cut off") {
    CHECK(has_one_problem(parsed("{\"name\": \"B\xC3"), "", "abgeschnitten"));
  }

  TEST_CASE("an empty file is cut off, too") { CHECK(has_one_problem(parsed(""), "", "abgeschnitten")); }

  TEST_CASE("broken syntax is named with its line") {
    CHECK(has_one_problem(parsed("{\n\"a\": 1,\n}"), "", "Zeile 3: Hier ist kein gültiges JSON"));
    CHECK(has_one_problem(parsed("{}\n{}"), "", "Zeile 2"));
  }

  TEST_CASE("nesting without end is refused") {
    const std::string deep(100000, '[');

    CHECK(has_one_problem(parsed(deep), "", "32 Ebenen"));
    CHECK(parsed(std::string(32, '[') + std::string(32, ']')).problems.empty());
    CHECK(has_one_problem(parsed(std::string(33, '[') + std::string(33, ']')), "", "32 Ebenen"));
  }

  TEST_CASE("a folder in the place of a file is named") {
    std::vector<Problem> problems;
    CHECK_FALSE(read_json_file("/", ProblemLog(problems, "x.json")));
    CHECK(problems.size() == 1);
  }
}
