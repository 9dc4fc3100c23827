// One step: a group of questions, what is wrong with the answers, and the way on and back.
#include "services/apply/form_page_parts.h"
#include "services/apply/form_words.h"
#include "services/apply/question_view.h"
#include "services/told_problems.h"

namespace stadttor::services::apply {

using city::PageKind;
using forms::Advice;
using semantics::Appearance;
using semantics::Page;

namespace {

struct Count {
  std::size_t number = 0;
  std::size_t of = 0;
};

// Steps that are asked, with the page where everything is checked as the last.
Count count_steps(const forms::Evaluation& evaluation, std::size_t current) {
  Count count;
  for (std::size_t step = 0; step < evaluation.definition().steps.size(); ++step) {
    if (!evaluation.is_step_visible(step)) continue;
    ++count.of;
    if (step <= current) ++count.number;
  }
  if (!evaluation.definition().is_only_precheck()) ++count.of;
  return count;
}

void show_way(const FormPage& view, std::size_t step) {
  const Count count = count_steps(view.application.evaluation(), step);
  const std::string number = std::to_string(count.number);
  const std::string of = std::to_string(count.of);
  view.page.progress("way", view.screen.text("form.step", {{"step", number}, {"count", of}}), number, of);
}

void show_without_engine(const FormPage& view) {
  // Only prepared pages say so: whoever has the engine never sees it. Its place stays, and so do the places of what follows.
  auto block = view.page.block("without-engine", {.look = Appearance::WithoutEngine});
  if (view.screen.now) return;
  auto message = view.page.message("message", view.screen.text("form.without_engine.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("form.without_engine.text", {{"phone", view.screen.city.city.phone}}));
  if (const city::Office* office = view.screen.city.find_office(view.definition().office)) {
    view.page.link("office", view.screen.text("office.to_office", {{"office", office->name}}), view.screen.path(PageKind::Office, office->id));
  }
}

void show_advice(const FormPage& view, const Advice& advice) {
  auto message = view.page.message("advice", advice.title, advice.ends_here ? Appearance::Warning : Appearance::Info);
  std::string_view text = advice.text;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    view.page.paragraph(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  if (const city::ServiceEntry* service = view.screen.city.find_service(advice.service)) {
    view.page.link("service", service->name, view.screen.path(PageKind::Service, service->id), {.look = Appearance::LinkArrow});
  }
}

std::optional<city::Address> address_after(const FormPage& view, std::size_t step) {
  const forms::Evaluation& evaluation = view.application.evaluation();
  const auto next = view.application.has_seen_all ? evaluation.first_incomplete_step() : evaluation.next_step(step);
  if (next) return address_of_step(view, *next);
  if (view.definition().is_only_precheck()) return std::nullopt;
  return address_of(view, PageKind::FormCheck);
}

void go_on(const FormPage& view, std::size_t step, FormAnswer& answer) {
  view.application.tell_problems_of(step);
  if (!view.application.evaluation().is_step_complete(step)) return view.page.focus(view.page.key_of("errors"));
  const Advice* advice = view.application.evaluation().find_advice(step);
  if (advice != nullptr && advice->ends_here) return view.page.focus(view.page.key_of("advice"));
  answer.next = address_after(view, step);
}

bool show_questions(const FormPage& view, std::size_t step) {
  const forms::Step& shown = view.definition().steps[step];
  auto form = view.page.form("form", shown.title, {.look = Appearance::Stack});
  const QuestionView questions{view.screen, view.page, view.application, view.kept};
  {
    auto fields = view.page.block("questions", view.in_form_language());
    for (const std::uint32_t question : shown.questions) show_question(questions, {question, 0});
  }
  const bool leads_to_all = view.application.has_seen_all || !view.application.evaluation().next_step(step);
  const auto label = view.screen.text(leads_to_all && !view.definition().is_only_precheck() ? "form.to_check" : "form.continue");
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  const auto button = view.page.button("continue", label, {.look = Appearance::Primary});
  if (const auto previous = view.application.evaluation().previous_step(step)) {
    view.page.link("back", view.screen.text("form.back"), city::path_of(address_of_step(view, *previous)));
  }
  return form->submitted() || button.pressed();
}

}  // namespace

void show_error_summary(const FormPage& view, std::size_t step) {
  const auto problems = view.application.tells_problems_of(step) ? view.application.evaluation().problems_of_step(step)
                                                                 : std::vector<std::pair<forms::Place, forms::FieldProblem>>();
  if (problems.empty()) return;
  const auto title = view.screen.city.texts.counted("form.errors", static_cast<long>(problems.size()), view.screen.locale);
  const bool runs_another_way = !view.in_form_language().direction.empty();
  std::vector<ToldProblem> told;
  for (const auto& [place, problem] : problems) {
    const forms::Question& question = view.definition().questions[place.question];
    told.push_back({anchor_of(view.definition(), place), problem_line(label_of(view.screen, question), words_of_problem(view.screen, question, problem), runs_another_way)});
  }
  if (const auto chosen = show_problem_list(view.page, "errors", title, told)) view.application.wanted_focus = problems[*chosen].first;
}

void show_step(const FormPage& view, std::size_t step, FormAnswer& answer) {
  const forms::Step& shown = view.definition().steps[step];
  const bool is_first = step == 0;
  show_form_head(view, shown.title);
  show_way(view, step);
  if (is_first) {
    show_fallback_notice(view.screen, view.page, view.definition().language);
    show_without_engine(view);
    if (!view.definition().lead.empty()) view.page.paragraph(view.definition().lead, view.in_form_language(Appearance::Lead));
  }
  show_other_tab(view);
  show_error_summary(view, step);
  if (!shown.lead.empty()) view.page.paragraph(shown.lead, view.in_form_language());
  const bool wants_on = show_questions(view, step);
  const Advice* advice = view.application.evaluation().find_advice(step);
  if (advice != nullptr && view.application.evaluation().is_step_complete(step)) show_advice(view, *advice);
  show_form_promise(view);
  if (wants_on) go_on(view, step, answer);
}

}  // namespace stadttor::services::apply
