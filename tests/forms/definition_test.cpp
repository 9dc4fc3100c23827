#include "forms/definition.h"

#include <doctest/doctest.h>

#include "forms/form_fault.h"

using namespace stadttor;
using namespace stadttor::forms;

namespace {

// A form of one step with these questions (and further members).
std::string form_with(const std::string& questions, const std::string& more = {}) {
  return R"({"id": "f", "title": "F", "steps": [{"id": "s", "title": "S", "questions": [)" + questions + "]}]" + more + "}";
}

std::vector<FormFault> faults_of(const std::string& json) {
  auto read = read_form(json, "f.json");
  return CHECK(read.ok()) ? read.value().faults : std::vector<FormFault>{};
}

bool has_only(const std::vector<FormFault>& faults, FormFaultKind kind, const std::string& pointer, const std::string& subject) {
  if (faults.size() != 1) return false;
  CHECK(faults[0].pointer == pointer);
  CHECK(faults[0].subject == subject);
  return faults[0].kind == kind;
}

const std::string kText = R"({"id": "a", "kind": "text", "label": "A"})";

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("a form's service is named by its LeiKa key, or by the form itself where the catalogue has none") {
    CHECK(read_definition(form_with(kText, R"(, "leika": "99115005000000")"), "f.json").value().service_identifier() == "urn:de:fim:leika:leistung:99115005000000");
    CHECK(read_definition(form_with(kText), "f.json").value().service_identifier() == "urn:stadttor:leistung:f");
  }

  TEST_CASE("a form is read with its questions, groups before their parts, under the names the authority knows") {
    const auto read = read_definition(form_with(R"({"id": "home", "fim": "G60000088", "kind": "address", "label": "Anschrift", "required": true},
      {"id": "plan", "kind": "choice", "label": "Was?", "look": "search", "options": [{"value": "x", "label": "X", "help": "das X"}]})"), "f.json");
    if (!CHECK(read.ok())) return;
    const Definition& form = read.value();

    CHECK(form.questions.size() == 7);
    CHECK(form.questions[0].name == "G60000088");
    CHECK(form.questions[0].parts.size() == 5);
    CHECK(form.path_of({4, 0}) == "home.postcode");
    CHECK(form.questions[4].fim == "F60000246");
    CHECK(form.questions[6].look == ChoiceLook::Search);
    CHECK(form.questions[6].options[0].help == "das X");
    CHECK(form.steps[0].questions == std::vector<std::uint32_t>{0, 6});
  }

  TEST_CASE("what is wrong with a form is named with its place") {
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "frob", "label": "A"})")), FormFaultKind::UnknownKind, "/steps/0/questions/0/kind", "frob"));
    CHECK(has_only(faults_of(form_with(kText + "," + kText)), FormFaultKind::RepeatedId, "/steps/0/questions/1/id", "a"));
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "choice", "label": "A"})")), FormFaultKind::NothingToChoose, "/steps/0/questions/0", "a"));
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "group", "label": "A"})")), FormFaultKind::EmptyGroup, "/steps/0/questions/0", "a"));
    CHECK(has_only(faults_of(form_with("")), FormFaultKind::EmptyGroup, "/steps/0", "s"));
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "date", "label": "A", "latest": "tomorrow"})")), FormFaultKind::BrokenDateLimit, "/steps/0/questions/0/latest", "tomorrow"));
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "text", "label": "A", "pattern": "(a"})")), FormFaultKind::BrokenPattern, "/steps/0/questions/0/pattern", "a bracket is not closed"));
    CHECK(has_only(faults_of(form_with(kText, R"(, "advice": [{"after": "x", "title": "T"}])")), FormFaultKind::UnknownStep, "/advice/0/after", "x"));
    CHECK(has_only(faults_of(form_with(kText, R"(, "checks": [{"rule": {"var": "a"}, "questions": ["b"], "message": "m"}])")), FormFaultKind::UnknownAnswer, "/checks/0/questions", "b"));
  }

  TEST_CASE("rules may only read answers the form has") {
    const auto with_rule = [](const std::string& rule) { return faults_of(form_with(kText + R"(, {"id": "b", "kind": "text", "label": "B", "when": )" + rule + "}")); };

    CHECK(with_rule(R"({"==": [{"var": "a"}, "x"]})").empty());
    CHECK(with_rule(R"({"<": [{"var": "today"}, "2027-01-01"]})").empty());
    CHECK(has_only(with_rule(R"({"var": "c"})"), FormFaultKind::UnknownAnswer, "/steps/0/questions/1/when", "c"));
    CHECK(has_only(with_rule(R"({"var": {"cat": ["a", ""]}})"), FormFaultKind::ComputedName, "/steps/0/questions/1/when", ""));
    CHECK(has_only(with_rule(R"({"frob": 1})"), FormFaultKind::BrokenRule, "/steps/0/questions/1/when/frob", "JsonLogic has no operator of this name"));
  }

  TEST_CASE("rules that depend on each other in a circle are refused with the questions in it") {
    const auto faults = faults_of(form_with(R"({"id": "a", "kind": "text", "label": "A", "when": {"var": "c"}}, {"id": "b", "kind": "text", "label": "B"},
      {"id": "c", "kind": "derived", "label": "C", "value": {"+": [{"var": "a"}, {"var": "b"}]}})"));

    CHECK(has_only(faults, FormFaultKind::DependsOnItself, "/steps/0/questions/0/when", "a, c"));
    CHECK(has_only(faults_of(form_with(R"({"id": "a", "kind": "derived", "label": "A", "value": {"+": [{"var": "a"}, 1]}})")), FormFaultKind::DependsOnItself,
                   "/steps/0/questions/0/value", "a"));
  }

  TEST_CASE("what is asked once for each child is read from outside only as a list") {
    const std::string group = R"({"id": "g", "kind": "group", "label": "G", "repeat": {"most": 5}, "questions": [{"id": "n", "kind": "number", "label": "N"},
      {"id": "m", "kind": "text", "label": "M", "when": {"var": "n"}}]})";

    CHECK(faults_of(form_with(group + R"(, {"id": "b", "kind": "derived", "label": "B", "value": {"map": [{"var": "g"}, {"var": "n"}]}})")).empty());
    CHECK(has_only(faults_of(form_with(group + R"(, {"id": "b", "kind": "derived", "label": "B", "value": {"var": "n"}})")), FormFaultKind::AnswerOfOneAmongMany,
                   "/steps/0/questions/1/value", "n"));
  }

  TEST_CASE("a repeated group inside of another is refused") {
    CHECK(has_only(faults_of(form_with(R"({"id": "g", "kind": "group", "label": "G", "repeat": {}, "questions": [{"id": "h", "kind": "group", "label": "H", "repeat": {},
      "questions": [{"id": "n", "kind": "number", "label": "N"}]}]})")), FormFaultKind::NestedRepetition, "/steps/0/questions/0/questions/0/repeat", "h"));
  }

  TEST_CASE("the client refuses a form with a fault, and a file that is none, with place and reason") {
    const auto broken = read_definition(form_with(R"({"id": "a", "kind": "frob", "label": "A"})"), "f.json");
    if (CHECK_FALSE(broken.ok())) CHECK(text_from_error(broken.error()) == "MalformedData at f.json#/steps/0/questions/0/kind: there is no such kind of question: frob");

    const auto no_form = read_definition(R"({"id": 7})", "f.json");
    if (CHECK_FALSE(no_form.ok())) CHECK(no_form.error().where == "f.json#/id");
  }
}
