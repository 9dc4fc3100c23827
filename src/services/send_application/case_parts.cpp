#include "services/send_application/case_parts.h"

#include <algorithm>

#include "services/apply/form_words.h"
#include "services/send_application/send_words.h"

namespace stadttor::services::send_application {

using city::PageKind;
using semantics::Appearance;

namespace {

Appearance look_of(const Case& known) {
  switch (known.progress) {
    case CaseProgress::Keeping:
    case CaseProgress::Preparing:
    case CaseProgress::Sending:
    case CaseProgress::Sent: return Appearance::Info;
    case CaseProgress::Accepted: return Appearance::Success;
    case CaseProgress::Rejected: return Appearance::Warning;
    case CaseProgress::Stopped: break;
  }
  return Appearance::Danger;
}

std::string_view meaning_of(const Screen& screen, const Case& known, KeptWhere where) {
  const bool may_close = where == KeptWhere::OnDevice;
  switch (known.progress) {
    case CaseProgress::Keeping: return screen.text("case.told.keeping");
    case CaseProgress::Preparing: return screen.text(may_close ? "case.told.preparing.device" : "case.told.preparing.visit");
    case CaseProgress::Sending: return screen.text(may_close ? "case.told.sending.device" : "case.told.sending.visit");
    case CaseProgress::Sent: return screen.text(may_close ? "case.told.sent.device" : "case.told.sent.visit");
    case CaseProgress::Accepted: return screen.text("case.told.accepted");
    case CaseProgress::Rejected: return screen.text("case.told.rejected");
    case CaseProgress::Stopped: break;
  }
  return screen.text("case.told.stopped");
}

// "data#/dog/breed" or "data#/children/0/name": the question it is about, if it is one that was asked.
const kept_data::DisclosedField* find_field(const Case& known, const std::string& instance) {
  const std::string prefix = "data#/";
  if (instance.compare(0, prefix.size(), prefix) != 0) return nullptr;
  std::string path = instance.substr(prefix.size());
  std::replace(path.begin(), path.end(), '/', '.');
  const auto& fields = known.receipt.fields;
  const auto found = std::find_if(fields.begin(), fields.end(), [&path](const kept_data::DisclosedField& field) { return field.name == path; });
  return found == fields.end() ? nullptr : &*found;
}

city::Address address_of_step(const Screen& screen, const std::string& form, const std::string& step) {
  city::Address address;
  address.language = screen.city.language;
  address.page = PageKind::FormStep;
  address.id = form;
  address.step = step;
  return address;
}

void show_problem(const Screen& screen, semantics::Page& page, const Case& known, const kept_data::ReceiptProblem& problem, std::size_t number) {
  auto item = page.item("problem" + std::to_string(number));
  page.paragraph(problem.title, in_unknown_language(Appearance::Bold));
  if (!problem.detail.empty()) page.paragraph(problem.detail, in_unknown_language());
  const kept_data::DisclosedField* field = find_field(known, problem.instance);
  if (field == nullptr) return;
  auto line = page.running_paragraph();
  page.link("field", screen.text("case.problem.field", {{"label", field->label}}), city::path_of(address_of_step(screen, known.receipt.form, field->step)));
}

// With the files that came with it, where it is an answer's arrival.
struct CourseStep {
  kept_data::ReceiptStep step;
  std::vector<kept_data::DisclosedFile> files;
};

// With questions and answers among them, named like events.
std::vector<CourseStep> steps_of(const std::vector<Case>& cases, const Case& known) {
  std::vector<CourseStep> steps;
  for (const kept_data::ReceiptStep& step : known.steps) steps.push_back({step, {}});
  for (const kept_data::ReceiptQuestion& question : known.receipt.questions) {
    steps.push_back({{"submit-reply", question.when, {}}, {}});
    const Case* answer = find_answer(cases, known, question);
    if (answer == nullptr) continue;
    for (const kept_data::ReceiptStep& step : answer->steps) {
      if (step.event == "submit-submission") steps.push_back({{kAnswerArrived, step.when, {}}, answer->receipt.files});
    }
  }
  std::stable_sort(steps.begin(), steps.end(), [](const CourseStep& a, const CourseStep& b) { return a.step.when < b.step.when; });
  return steps;
}

void show_fact(const Screen& screen, semantics::Page& page, std::string_view key, const std::string& text, const semantics::Traits& traits = {}) {
  if (text.empty()) return;
  page.term(screen.text(key));
  page.definition(text, traits);
}

}  // namespace

void show_other_tab(const Screen& screen, semantics::Page& page) {
  auto message = page.message("elsewhere", screen.text("case.elsewhere.title"), Appearance::Info);
  page.paragraph(screen.text("case.elsewhere.text"));
}

void show_progress(const Screen& screen, semantics::Page& page, const Case& known, KeptWhere where, CaseAnswer& answer) {
  auto message = page.message("progress", progress_words(screen, known.progress), look_of(known));
  page.status("meaning", meaning_of(screen, known, where));
  if (known.progress == CaseProgress::Sending && known.files > 0) {
    page.paragraph(screen.text("case.files_sent", {{"sent", screen.locale.number(static_cast<long>(known.files_sent))}, {"count", screen.locale.number(static_cast<long>(known.files))}}));
  }
  if (known.trouble.trouble != Trouble::None) {
    page.paragraph(trouble_words(screen, known.trouble.trouble));
    const bool is_for_experts = known.progress == CaseProgress::Stopped && !known.trouble.detail.empty();
    if (is_for_experts) page.paragraph(screen.text("case.detail", {{"detail", known.trouble.detail}}), {.look = Appearance::Small});
  }
  if (known.next_attempt > 0) page.paragraph(screen.text("case.next", {{"when", moment_words(screen, known.next_attempt)}}));
  if (known.deadline > 0) page.paragraph(screen.text("case.deadline", {{"when", moment_words(screen, known.deadline)}}));
  const bool can_be_tried = known.progress == CaseProgress::Stopped || known.trouble.trouble != Trouble::None;
  auto buttons = page.block("buttons", {.look = Appearance::Cluster});
  if (can_be_tried) answer.try_again = page.button("again", screen.text("case.try_again"), {.look = Appearance::Primary}).pressed();
  const bool can_be_new = !is_answer(known) && (known.progress == CaseProgress::Stopped || known.progress == CaseProgress::Rejected);
  if (can_be_new) answer.begin_anew = page.button("new", screen.text("case.new")).pressed();
}

void show_course(const Screen& screen, semantics::Page& page, const std::vector<Case>& cases, const Case& known) {
  auto region = page.region("course", 2, screen.text("case.course"));
  page.paragraph(screen.text("case.course.verified"), {.look = Appearance::Small});
  auto list = page.ordered_list(Appearance::Agenda);
  {
    auto item = page.item("handed-over");
    page.paragraph(moment_words(screen, known.receipt.begun_at), {.look = Appearance::Small});
    page.paragraph(screen.text("case.event.handed_over"));
    show_sent_files(screen, page, known.receipt.files);
  }
  std::size_t number = 0;
  for (const auto& [step, files] : steps_of(cases, known)) {
    auto item = page.item("step" + std::to_string(number++));
    page.paragraph(moment_words(screen, step.when), {.look = Appearance::Small});
    page.paragraph(event_words(screen, step.event));
    show_sent_files(screen, page, files);
    if (step.problems.empty()) continue;
    auto problems = page.list(Appearance::Plain);
    for (std::size_t at = 0; at < step.problems.size(); ++at) show_problem(screen, page, known, step.problems[at], at);
  }
}

void show_sent_files(const Screen& screen, semantics::Page& page, const std::vector<kept_data::DisclosedFile>& files) {
  if (files.empty()) return;
  auto list = page.list(Appearance::Plain, screen.text("send.files"));
  for (const kept_data::DisclosedFile& file : files) {
    page.text_item(file.name.reveal<"shown to the citizen who has sent the file">() + " (" + apply::size_words(screen, file.bytes) + ")", in_unknown_language());
  }
}

bool show_receipt(const Screen& screen, semantics::Page& page, const Case& known) {
  auto region = page.region("receipt", 2, screen.text("case.receipt"));
  {
    auto facts = page.description_list(Appearance::Facts);
    if (known.number.empty()) show_fact(screen, page, "case.number", std::string(screen.text("case.number.later")));
    show_fact(screen, page, "case.number", known.number, of_machines(screen));
    show_fact(screen, page, "send.recipient", known.receipt.office_name, in_kept_language(screen, known.receipt.office_language));
    show_fact(screen, page, "case.handed_over", moment_words(screen, known.receipt.begun_at));
    show_fact(screen, page, "case.fingerprint", kept_data::spoken_fingerprint(known.receipt.fingerprint), of_machines(screen));
    show_fact(screen, page, "send.key", known.receipt.key_thumbprint, of_machines(screen));
  }
  page.paragraph(screen.text("case.receipt.text"), {.look = Appearance::Small});
  return page.button("print", screen.text("case.receipt.print"), {.icon = "print"}).pressed();
}

}  // namespace stadttor::services::send_application
