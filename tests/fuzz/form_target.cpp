// A form as it comes from a pack and, after zero bytes, what somebody enters: each part begins with the number of the question, of the
// repetition, and of what is done.
#include "forms/evaluation.h"
#include "forms/form_fault.h"
#include "forms/submission_check.h"
#include "foundation/json_reader.h"
#include "fuzz/fuzz_target.h"

namespace {

using namespace stadttor;
using namespace stadttor::forms;
using stadttor::fuzz::must;

// Platforms hand over nothing else.
bool is_utf8(std::string_view text) { return JsonDocument::parse(text_from_json(JsonValue::text(std::string(text))), "entry").ok(); }

void act(Evaluation& form, std::string_view part) {
  if (part.size() < 3 || !is_utf8(part.substr(3)) || form.definition().questions.empty()) return;
  const auto number = [part](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(part[at])); };
  const Place place{number(0) % static_cast<std::uint32_t>(form.definition().questions.size()), number(1) % 4};
  switch (number(2) % 4) {
    case 0: form.enter(place, Personal<std::string>(std::string(part.substr(3)))); break;
    case 1: form.add_item(place.question); break;
    case 2: form.remove_item(place.question, place.instance); break;
    case 3: form.attach(place, {"id", Personal<std::string>(std::string(part.substr(3))), "application/pdf", 17}); break;
  }
}

std::string sent_by(const Evaluation& form) { return text_from_json(form.submission().reveal<"a fuzz target compares what is sent">()); }

void look_at(const Evaluation& form) {
  const std::size_t steps = form.definition().steps.size();
  for (std::size_t step = 0; step < steps; ++step) {
    if (form.is_step_visible(step)) must(form.is_step_complete(step) == form.problems_of_step(step).empty(), "complete without problems");
    for (const Place place : form.places_of_step(step)) must(form.is_visible(place), "what is asked is visible");
    form.find_advice(step);
    if (const auto next = form.next_step(step)) must(*next > step && *next < steps, "steps go on");
  }
  if (form.is_complete()) must(!form.first_incomplete_step().has_value(), "nothing is missing from what is complete");
  must(submission_problems(form.definition(), form.submission()).ok() || !form.definition().schema.is(JsonKind::Null), "only a schema can be wrong");
}

}  // namespace

void stadttor::fuzz::feed(std::string_view input) {
  const auto read = read_form(take_part(input), "form");
  if (!read.ok() || !read.value().faults.empty()) return;
  const Definition& definition = read.value().definition;
  Evaluation form(definition, Date{2026, 11, 25});
  look_at(form);
  while (!input.empty()) {
    act(form, take_part(input));
    if (form.broken_rule()) return;
  }
  look_at(form);
  // What was entered bit by bit comes to the same as what is entered at once, also out of a draft.
  const auto draft = Answers::read_draft(form.answers().draft());
  must(draft.ok(), "a draft can be read");
  const Evaluation again(definition, Date{2026, 11, 25}, draft.value());
  must(again.broken_rule().has_value() || sent_by(again) == sent_by(form), "the draft says the same");
}
