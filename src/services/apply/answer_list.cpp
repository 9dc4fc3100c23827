// All answers of an application, as they are checked and as they stand on paper.
#include "services/apply/form_page_parts.h"
#include "services/apply/form_words.h"
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::Place;
using forms::Question;
using forms::QuestionKind;
using semantics::Appearance;

namespace {

class AnswerList {
 public:
  AnswerList(const FormPage& view, AnswerLinks links) : view_(view), links_(links) {}

  void show_step_answers(std::size_t step) {
    std::vector<Place> plain;
    for (const std::uint32_t question : view_.definition().steps[step].questions) collect({question, 0}, plain);
    show_list(plain);
  }

 private:
  const Question& question(Place place) const { return view_.definition().questions[place.question]; }

  // Groups interrupt a list: what came before them is shown first, then they under their own heading.
  void collect(Place place, std::vector<Place>& plain) {
    if (!view_.application.evaluation().is_visible(place)) return;
    const Question& asked = question(place);
    if (!asked.is_group()) {
      if (asked.kind != QuestionKind::Note) plain.push_back(place);
      return;
    }
    show_list(plain);
    const std::uint32_t count = asked.is_repeated() ? view_.application.evaluation().instances_of(place.question) : 1;
    for (std::uint32_t item = 0; item < count; ++item) show_group_answers(place, item);
  }

  void show_group_answers(Place place, std::uint32_t item) {
    const Question& group = question(place);
    auto block = view_.page.block(view_.definition().path_of(place) + std::to_string(item), {});
    view_.page.heading(3, group.is_repeated() ? item_title(view_.screen, group, item) : std::string(label_of(view_.screen, group)));
    std::vector<Place> plain;
    for (const std::uint32_t part : group.parts) collect({part, group.is_repeated() ? item : place.instance}, plain);
    show_list(plain);
  }

  void show_list(std::vector<Place>& places) {
    if (places.empty()) return;
    auto block = view_.page.block("answers-" + view_.definition().path_of(places.front()), {});
    auto facts = view_.page.description_list(Appearance::Facts);
    for (const Place place : places) show_answer(place);
    places.clear();
  }

  void show_answer(Place place) {
    const Question& asked = question(place);
    const std::string label(label_of(view_.screen, asked));
    const std::string words = answer_words(view_.screen, view_.application.evaluation(), place);
    view_.page.term(label);
    auto definition = view_.page.definition();
    if (words.empty()) {
      view_.page.text(view_.screen.text("form.no_answer"), {.look = Appearance::Muted});
    } else {
      view_.page.text(words);
    }
    if (links_ == AnswerLinks::None || asked.kind == QuestionKind::Derived) return;
    view_.page.text(" ");
    const city::Address there = address_of_step(view_, asked.step);
    auto link = view_.page.running_link("change-" + view_.definition().path_of(place), city::path_of(there));
    view_.page.text(view_.screen.text("form.change"));
    view_.page.text(": " + label, {.look = Appearance::VisuallyHidden});
    if (link->pressed()) view_.application.wanted_focus = place;
  }

  const FormPage& view_;
  AnswerLinks links_;
};

}  // namespace

void show_answers(const FormPage& view, AnswerLinks links) {
  AnswerList answers(view, links);
  for (std::size_t step = 0; step < view.definition().steps.size(); ++step) {
    const forms::Step& shown = view.definition().steps[step];
    // What was asked beforehand is for the citizen alone.
    const bool is_left_out = shown.is_precheck && links == AnswerLinks::None;
    if (is_left_out || !view.application.evaluation().is_step_visible(step)) continue;
    auto region = view.page.region("step-" + shown.id, 2, shown.title, view.in_form_language());
    answers.show_step_answers(step);
  }
}

}  // namespace stadttor::services::apply
