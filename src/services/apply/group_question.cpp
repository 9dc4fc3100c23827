// Questions that belong together: addresses, persons, groups, and groups that are asked as often as the citizen needs.
#include "services/apply/form_words.h"
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::kNone;
using forms::Place;
using forms::Question;
using semantics::Appearance;

namespace {

void show_parts(const QuestionView& view, const Question& group, std::uint32_t instance) {
  for (const std::uint32_t part : group.parts) show_question(view, {part, instance});
}

// What is entered first in it.
std::optional<Place> first_entry(const QuestionView& view, const Question& group, std::uint32_t instance) {
  for (const std::uint32_t part : group.parts) {
    const Place place{part, instance};
    if (!view.application.evaluation().is_visible(place)) continue;
    if (view.question(place).is_entered()) return place;
    if (const auto found = first_entry(view, view.question(place), instance)) return found;
  }
  return std::nullopt;
}

void show_repeated(const QuestionView& view, Place place) {
  forms::Evaluation& evaluation = view.application.evaluation();
  const Question& group = view.question(place);
  auto block = view.page.block(field_key(view, place), {.look = Appearance::Stack, .anchor = anchor_of(view.application.definition(), place)});
  if (!group.label.empty()) view.page.paragraph(group.label, {.look = Appearance::Bold});
  if (!group.help.empty()) view.page.paragraph(group.help);
  const std::uint32_t count = evaluation.instances_of(place.question);
  std::optional<std::uint32_t> removed;
  for (std::uint32_t item = 0; item < count; ++item) {
    const std::string title = item_title(view.screen, group, item);
    auto fields = view.page.group("item" + std::to_string(item), title);
    show_parts(view, group, item);
    if (!evaluation.can_remove_item(place.question)) continue;
    if (view.page.button("remove", view.screen.text("form.remove_item", {{"item", title}}), {.look = Appearance::Small}).pressed()) removed = item;
  }
  const auto add_label = group.add_label.empty() ? view.screen.text("form.add_item") : std::string_view(group.add_label);
  if (evaluation.can_add_item(place.question)) {
    if (view.page.button("add", add_label).pressed()) {
      evaluation.add_item(place.question);
      view.application.wanted_focus = first_entry(view, group, count);
    }
  }
  if (!removed) return;
  evaluation.remove_item(place.question, *removed);
  // Where the removed one stood is the next one now, or the last; without any, one can add.
  if (count > 1) {
    view.application.wanted_focus = first_entry(view, group, std::min(*removed, count - 2));
  } else {
    view.page.focus(view.page.key_of("add"));
  }
}

}  // namespace

void show_group(const QuestionView& view, Place place) {
  const Question& group = view.question(place);
  if (group.is_repeated()) return show_repeated(view, place);
  const std::string anchor = anchor_of(view.application.definition(), place);
  std::string error;
  if (const auto problem = view.application.told_problem(place)) error = words_of_problem(view.screen, group, *problem);
  auto fields = view.page.group(field_key(view, place), label_of(view.screen, group), {.hint = group.help, .error = error, .anchor = anchor});
  show_parts(view, group, place.instance);
}

}  // namespace stadttor::services::apply
