// Musterstadt's forms, filled in by invented citizens: each leads to the end, and what is sent is what the authority's schema wants.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "forms/form_visit.h"
#include "forms/schema/schema.h"
#include "portal/authoring/form_content.h"
#include "portal/authoring/invented_answers.h"
#include "portal/authoring/pack_source.h"
#include "support/text_file.h"

using namespace stadttor;
using testing::FormVisit;

namespace {

const std::vector<portal::authoring::FormContent>& musterstadt_forms() {
  static const auto forms = portal::authoring::forms_from_source(portal::authoring::read_pack(testing::repository() / "assets/musterstadt"));
  return forms;
}

// As the client reads it; empty where Musterstadt has no such form.
std::string form_text(const std::string& id) {
  for (const auto& form : musterstadt_forms()) {
    if (form.id == id) return portal::authoring::json_text_from_value(portal::authoring::form_json_from(form.source, "de"));
  }
  return {};
}

std::string media_type_of(const std::string& file) { return file.substr(file.size() - 3) == "pdf" ? "application/pdf" : "image/jpeg"; }

// Several choices are entered one a line.
std::string entry_from(std::string value) {
  std::replace(value.begin(), value.end(), '|', '\n');
  return value;
}

// "path = what is entered", "path + file", "group again" for one more of a repeated group, and "path is value" for what the form
// calculates by then.
void answer(FormVisit& visit, const std::string& line) {
  std::istringstream words(line);
  std::string path;
  std::string verb;
  std::string value;
  words >> path >> verb >> std::ws;
  std::getline(words, value);
  if (verb == "again") {
    visit.add(path);
    return;
  }
  if (!CHECK_MESSAGE(visit.is_visible(path), path << " is not asked")) return;
  if (verb == "is") CHECK_MESSAGE(visit.value_of(path) == value, path);
  if (verb == "=") visit.enter(path, entry_from(value));
  if (verb == "+") visit.attach(path, {"00000000-0000-4000-8000-000000000001", Personal<std::string>(value), media_type_of(value), 200000});
  CHECK_MESSAGE(visit.problem_of(path) == "", path);
}

void answer_all(FormVisit& visit, const char* answers) {
  std::istringstream lines(answers);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) answer(visit, line);
  }
}

// The questions that still want something, for the message of a failed check.
std::string open_questions(const forms::Evaluation& evaluation) {
  std::string open;
  for (std::size_t step = 0; step < evaluation.definition().steps.size(); ++step) {
    for (const auto& [place, problem] : evaluation.problems_of_step(step)) open += evaluation.definition().path_of(place) + ": " + std::string(problem.key) + "\n";
    const forms::Advice* advice = evaluation.find_advice(step);
    if (advice != nullptr && advice->ends_here) open += "ends after " + evaluation.definition().steps[step].id + ": " + advice->title + "\n";
  }
  return open;
}

std::string schema_problems(const forms::Evaluation& evaluation) {
  const auto schema = forms::Schema::compile(evaluation.definition().schema, {}, "schema");
  if (!schema.ok()) return text_from_error(schema.error());
  const Personal<JsonValue> sent = evaluation.submission();
  std::string problems;
  for (const auto& problem : schema.value().problems_of(sent.reveal<"compared in a test">())) problems += problem.instance + " breaks " + problem.schema + "\n";
  return problems;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("each of Musterstadt's forms can be filled in to the end, and its schema accepts what is sent") {
    for (const auto& filled : testing::kInventedAnswers) {
      CAPTURE(filled.form);
      const std::string text = form_text(filled.form);
      if (!CHECK(text != "")) continue;
      FormVisit visit(text);

      answer_all(visit, filled.answers);

      CHECK(open_questions(visit.evaluation()) == "");
      CHECK(visit.evaluation().is_complete());
      CHECK(schema_problems(visit.evaluation()) == "");
      CHECK_FALSE(visit.evaluation().broken_rule());
    }
  }

  TEST_CASE("before anything is entered, a form of Musterstadt is open and gives no advice") {
    for (const auto& form : musterstadt_forms()) {
      CAPTURE(form.id);
      const FormVisit visit(form_text(form.id));

      CHECK_FALSE(visit.evaluation().is_complete());
      for (std::size_t step = 0; step < visit.evaluation().definition().steps.size(); ++step) CHECK(visit.evaluation().find_advice(step) == nullptr);
    }
  }

  TEST_CASE("Musterstadt first asks whether the form fits: nothing that could name anyone, and nothing of it is sent") {
    for (const auto& filled : testing::kInventedAnswers) {
      CAPTURE(filled.form);
      FormVisit visit(form_text(filled.form));
      answer_all(visit, filled.answers);

      const forms::Definition& form = visit.evaluation().definition();
      CHECK(form.steps.front().is_precheck);
      for (const std::uint32_t number : form.steps.front().questions) {
        const forms::Question& question = form.questions[number];
        CHECK((question.kind == forms::QuestionKind::YesNo || question.kind == forms::QuestionKind::Choice));
        CHECK(visit.sent().find("\"" + question.name + "\"") == std::string::npos);
      }
    }
  }
}
