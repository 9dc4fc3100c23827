// Words for what a report says and where it is.
#include "services/apply/form_words.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using kept_data::ReportState;
using semantics::Appearance;

std::string optional_label(const Screen& screen, std::string_view label) { return std::string(label) + " (" + std::string(screen.text("form.optional")) + ")"; }

std::string_view problem_words(const Screen& screen, EntryProblem problem) {
  switch (problem) {
    case EntryProblem::None: return {};
    case EntryProblem::Missing: return screen.text("report.problem.missing");
    case EntryProblem::NoNumber: return screen.text("report.problem.number");
    case EntryProblem::NoDate: return screen.text("report.problem.date");
    case EntryProblem::NoEmail: return screen.text("report.problem.email");
    case EntryProblem::TooLong: break;
  }
  return screen.text("report.problem.long");
}

std::string status_words(const Screen& screen, const kept_data::Report& report) {
  const bool has_news = !report.news.empty();
  if (has_news && report.news.back().status == "closed") return std::string(screen.text("report.status.closed"));
  switch (report.state) {
    case ReportState::Draft:
    case ReportState::Ready:
    case ReportState::Posting: return std::string(screen.text("report.status.sending"));
    case ReportState::Sent: return std::string(screen.text(has_news ? "report.status.open" : "report.status.sent"));
    case ReportState::Unclear: return std::string(screen.text("report.status.unclear"));
    case ReportState::Stopped: return std::string(screen.text("report.status.stopped"));
    case ReportState::Followed: break;
  }
  return std::string(screen.text("report.status.open"));
}

void show_report_facts(const Screen& screen, semantics::Page& page, const kept_data::Report& report) {
  const auto show = [&page](std::string_view label, const std::string& text) {
    if (text.empty()) return;
    page.term(label);
    page.definition(text);
  };
  const auto personal = [&show](std::string_view label, const Personal<std::string>& value) { show(label, value.reveal<"shown to the citizen whose report it is">()); };
  // Questions are the city's and answers the citizen's: neither need be in the interface's language.
  const auto in_own_words = [&page](std::string_view label, const semantics::Traits& traits, const Personal<std::string>& value) {
    if (value.is_empty()) return;
    page.term(label, traits);
    page.definition(value.reveal<"shown to the citizen whose report it is">(), in_unknown_language());
  };
  auto list = page.description_list(Appearance::Facts);
  show(screen.text("report.number"), report.number);
  show(screen.text("report.token"), report.token);
  show(screen.text("report.kind"), report.service_name);
  personal(screen.text("report.place"), report.address);
  personal(screen.text("report.position"), report.position);
  for (const kept_data::ReportAnswer& answer : report.answers) in_own_words(answer.question, in_unknown_language(), answer.said);
  in_own_words(screen.text("report.description"), {}, report.description);
  if (report.photo_bytes > 0) show(screen.text("report.photo"), photo_kind_words(report.photo_type) + ", " + apply::size_words(screen, report.photo_bytes));
  personal(screen.text("report.email"), report.email);
  personal(screen.text("report.phone"), report.phone);
  personal(screen.text("report.first_name"), report.first_name);
  personal(screen.text("report.last_name"), report.last_name);
}

}  // namespace stadttor::services::report_defect
