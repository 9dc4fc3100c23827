// Questions that are answered by choosing: one of few (radio buttons), one of more (select), several, yes or no.
#include <optional>

#include "services/apply/form_words.h"
#include "services/apply/question_view.h"
#include "services/explore_city/map_extent.h"

namespace stadttor::services::apply {

using forms::Option;
using forms::Place;
using forms::Question;
using forms::QuestionKind;
using semantics::child_key;
using semantics::FieldTraits;

namespace {

// Around the options, which are the list and stand on the drawing at once: what is chosen here is chosen there.
std::optional<semantics::Scope> open_scene(const QuestionView& view, Place place) {
  const Question& question = view.question(place);
  const bool is_map = question.scene.kind == "map";
  const std::string source = is_map ? explore_city::map_tiles_path(view.screen) : std::string(view.screen.data_path) + question.scene.source;
  const bool is_there = is_map ? !source.empty() : question.scene.kind == "plan" && !question.scene.source.empty();
  if (!is_there) return {};
  std::vector<std::string_view> positions;
  for (const Option& option : question.options) positions.push_back(option.position);
  const std::string extent = is_map ? explore_city::extent_of_positions(positions) : question.scene.extent;
  const std::string label(view.screen.text(is_map ? "form.scene.map" : "form.scene.plan", {{"question", std::string(label_of(view.screen, question))}}));
  return view.page.scene(field_key(view, place) + "-scene", label, {.kind = question.scene.kind, .source = source, .extent = extent});
}

void show_radio_buttons(const QuestionView& view, Place place) {
  const FieldWords words = words_of_field(view, place);
  const auto scene = open_scene(view, place);
  const std::string& chosen = view.entered(place);
  const Question& question = view.question(place);
  auto group = view.page.radio_group(field_key(view, place), words.label, chosen, words.traits());
  std::string first = "yes";
  if (question.kind == QuestionKind::YesNo) {
    view.page.radio("yes", view.screen.text("form.yes"));
    view.page.radio("no", view.screen.text("form.no"));
  } else {
    first = question.options.front().value;
    for (const Option& option : question.options) {
      view.page.radio(option.value, option.label, {.hint = option.help, .position = option.position, .shape = option.shape, .abbreviation = option.abbreviation});
    }
  }
  // What is chosen already has the group's one place in the Tab order.
  take_focus(view, place, child_key(group.key(), chosen.empty() ? first : chosen));
  if (const std::string* value = group->entered()) view.enter(place, *value);
}

void show_select(const QuestionView& view, Place place) {
  const FieldWords words = words_of_field(view, place);
  FieldTraits traits = words.traits();
  const Question& question = view.question(place);
  traits.autocomplete = view.screen.autocomplete(question.autocomplete);
  auto select = view.page.select(field_key(view, place), words.label, view.entered(place), traits);
  view.page.option("", view.screen.text("form.select_none"));
  for (const Option& option : question.options) view.page.option(option.value, option.label);
  take_focus(view, place, select.key());
  if (select->focused()) view.application.come_to(place);
  if (const std::string* value = select->entered()) view.enter(place, *value);
}

bool is_among(const std::string& lines, const std::string& value) {
  return ("\n" + lines + "\n").find("\n" + value + "\n") != std::string::npos;
}

void show_checkboxes(const QuestionView& view, Place place) {
  const FieldWords words = words_of_field(view, place);
  const std::string chosen = view.entered(place);
  const Question& question = view.question(place);
  auto group = view.page.group(field_key(view, place), words.label, words.traits());
  std::string now_chosen;
  for (const Option& option : question.options) {
    bool is_chosen = is_among(chosen, option.value);
    const auto box = view.page.checkbox(option.value, option.label, is_chosen, {.hint = option.help});
    if (const std::string* state = box.checked()) is_chosen = *state == "1";
    if (is_chosen) now_chosen.append(now_chosen.empty() ? "" : "\n").append(option.value);
  }
  take_focus(view, place, child_key(group.key(), question.options.front().value));
  if (now_chosen != chosen) view.enter(place, now_chosen);
}

}  // namespace

void show_choice_question(const QuestionView& view, Place place) {
  const Question& question = view.question(place);
  if (question.kind == QuestionKind::Choices) return show_checkboxes(view, place);
  if (question.kind == QuestionKind::Choice && question.look == forms::ChoiceLook::Select) return show_select(view, place);
  show_radio_buttons(view, place);
}

}  // namespace stadttor::services::apply
