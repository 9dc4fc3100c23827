#include "portal/authoring/schema_check.h"

#include <doctest/doctest.h>

#include "portal/authoring/schema_pattern.h"

using namespace stadttor::portal::authoring;

namespace {

Json json(const char* text) { return Json::parse(text, nullptr, false); }

// "pointer: problem" of each broken rule.
std::string broken(const char* schema, const char* value) {
  std::vector<Problem> problems;
  report_broken_rules(json(schema), json(value), "", ProblemLog(problems, "x.json"));
  std::string lines;
  for (const Problem& problem : problems) lines += problem.pointer + ": " + problem.problem + "\n";
  return lines;
}

std::string unsupported(const char* schema) {
  std::vector<Problem> problems;
  report_unsupported_rules(json(schema), ProblemLog(problems, "x.schema.json"));
  std::string lines;
  for (const Problem& problem : problems) lines += problem.pointer + "\n";
  return lines;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("a text that is too long is counted in letters, with the remedy for its kind") {
    std::vector<Problem> problems;
    report_broken_rules(json(R"({"properties": {"summary": {"maxLength": 3}}})"), json(R"({"summary": "äöüß"})"),
                        "/texts/de", ProblemLog(problems, "services/x.json"));

    if (!CHECK(problems.size() == 1)) return;
    CHECK(problems[0].file == "services/x.json");
    CHECK(problems[0].pointer == "/texts/de/summary");
    CHECK(problems[0].problem == "Der Text ist 4 Zeichen lang, erlaubt sind 3.");
    CHECK(problems[0].remedy == "Kürzen Sie die Kurzbeschreibung.");
    CHECK(broken(R"({"maxLength": 4})", R"("äöüß")") == "");
  }

  TEST_CASE("each rule is checked at its place") {
    CHECK(broken(R"({"type": "string"})", "3") ==
          ": Hier steht eine Zahl, erwartet wird ein Text in Anführungszeichen.\n");
    CHECK(broken(R"({"type": ["string", "null"]})", "null") == "");
    CHECK(broken(R"({"type": "integer"})", "2.5") == ": Hier steht eine Zahl, erwartet wird eine ganze Zahl.\n");
    CHECK(broken(R"({"required": ["id"]})", "{}") == ": Die Angabe „id“ fehlt.\n");
    CHECK(broken(R"({"properties": {"texts": {"required": ["de"]}}})", R"({"texts": {}})") ==
          "/texts: Die deutschen Texte fehlen.\n");
    CHECK(broken(R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"b": 1})") ==
          "/b: Die Angabe „b“ ist hier nicht bekannt und bleibt ohne Wirkung.\n");
    CHECK(broken(R"({"additionalProperties": {"type": "string"}})", R"({"b": 1})").substr(0, 3) == "/b:");
    CHECK(broken(R"({"items": {"enum": ["a", "b"]}})", R"(["a", "c"])") == "/1: Der Wert „c“ ist nicht vorgesehen.\n");
    CHECK(broken(R"({"const": 1})", "2") == ": Der Wert „2“ ist nicht vorgesehen.\n");
    CHECK(broken(R"({"minLength": 2})", R"("")") == ": Der Text ist leer.\n");
    CHECK(broken(R"({"minItems": 1})", "[]") == ": Die Liste hat 0 Einträge, nötig ist mindestens 1.\n");
    CHECK(broken(R"({"maxItems": 1})", "[1, 2]") == ": Die Liste hat 2 Einträge, erlaubt sind höchstens 1.\n");
    CHECK(broken(R"({"uniqueItems": true})", R"(["a", "b", "a"])") == "/2: „a“ steht zweimal in der Liste.\n");
    CHECK(broken(R"({"minimum": -90, "maximum": 90})", "91") == ": Die Zahl 91 liegt außerhalb des Erlaubten.\n");
    CHECK(broken(R"({"format": "date"})", R"("2026-02-29")") == ": „2026-02-29“ ist kein Datum des Kalenders.\n");
    CHECK(broken(R"({"anyOf": [{"type": "string"}, {"minimum": 5}]})", "4") == ": „4“ hat nicht die verlangte Form.\n");
    CHECK(broken(R"({"anyOf": [{"type": "string"}, {"minimum": 5}]})", "5") == "");
    CHECK(broken(R"({"$ref": "#/$defs/id", "$defs": {"id": {"pattern": "^a$"}}})", R"("b")") ==
          ": „b“ hat nicht die verlangte Form.\n");
  }

  TEST_CASE("the schema's own remedy stands before the general one") {
    std::vector<Problem> problems;
    report_broken_rules(json(R"({"pattern": "^115$", "remedy": "Schreiben Sie 115."})"), "110", "",
                        ProblemLog(problems, "x.json"));

    if (!CHECK(problems.size() == 1)) return;
    CHECK(problems[0].remedy == "Schreiben Sie 115.");
  }

  TEST_CASE("a schema that asks for more than is checked is refused") {
    CHECK(unsupported(R"({"type": "string", "title": "x", "pattern": "^[a-z]+$"})") == "");
    CHECK(unsupported(R"({"properties": {"a": {"allOf": []}}})") == "/properties/a/allOf\n");
    CHECK(unsupported(R"({"$defs": {"x": {"if": {}}}})") == "/$defs/x/if\n");
    CHECK(unsupported(R"({"items": {"type": "text"}})") == "/items/type\n");
    CHECK(unsupported(R"({"pattern": "("})") == "/pattern\n");
    CHECK(unsupported(R"({"format": "email"})") == "/format\n");
    CHECK(unsupported(R"({"maxLength": "3"})") == "/maxLength\n");
    CHECK(unsupported(R"({"$ref": "other.json"})") == "/$ref\n");
    CHECK(unsupported(R"({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}})") == "/$ref\n/$defs/a/$ref\n");
    CHECK(unsupported(R"({"anyOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {}}})") == "/anyOf/0\n");
    CHECK(unsupported("[]") == "\n");
  }

  TEST_CASE("patterns mean what they mean in JSON Schema") {
    CHECK(matches_pattern("hund-anmelden", "^[a-z0-9]+(-[a-z0-9]+)*$"));
    CHECK_FALSE(matches_pattern("hund-anmelden\n", "^[a-z0-9]+(-[a-z0-9]+)*$"));
    CHECK(matches_pattern("ein a darin", "a"));
    CHECK(matches_pattern("5$", "[$]"));
    CHECK(matches_pattern("5$", "\\$"));
    CHECK_FALSE(is_valid_pattern("["));
  }

  TEST_CASE("a pattern that would take for ever matches nothing") {
    CHECK_FALSE(matches_pattern(std::string(60, 'a') + "!", "^(a+)+$"));
  }
}
