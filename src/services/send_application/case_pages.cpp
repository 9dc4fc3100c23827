#include "services/send_application/case_pages.h"

#include "services/send_application/case_parts.h"
#include "services/send_application/case_questions.h"
#include "services/send_application/ledger_page.h"
#include "services/send_application/send_words.h"

namespace stadttor::services::send_application {

using city::PageKind;
using semantics::Appearance;

namespace {

// Why there is nothing to show yet; false where there is.
bool show_unread(const Screen& screen, semantics::Page& page, const CasesFacts& facts) {
  if (facts.is_locked) {
    auto message = page.message("locked", screen.text("case.locked.title"), Appearance::Info);
    page.paragraph(screen.text("case.locked.text"));
    auto line = page.running_paragraph();
    page.link("unlock", screen.text("send.locked.link"), screen.path(PageKind::MyData));
    return true;
  }
  if (facts.cases != nullptr) return false;
  page.status("reading", screen.text("case.reading"));
  return true;
}

void show_entry(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const Case& known) {
  const bool is_open = has_open_question(*facts.cases, known);
  auto item = page.item(known.id);
  {
    auto line = page.running_paragraph();
    page.link("link", known.receipt.title, city::path_of(address_of_case(screen, known.id)), in_kept_language(screen, known.receipt.language));
    page.text(" ");
    page.text(progress_words(screen, known.progress), {.look = Appearance::Badge});
    if (is_open) page.text(" ");
    if (is_open) page.text(screen.text("case.question.open"), {.look = Appearance::Warning});
  }
  page.paragraph(screen.text("case.sent_to", {{"office", known.receipt.office_name}, {"when", moment_words(screen, known.receipt.begun_at)}}), {.look = Appearance::Small});
}

}  // namespace

void show_cases(const Screen& screen, semantics::Page& page, const CasesFacts& facts) {
  show_breadcrumb(screen, page, {{std::string(screen.text("case.title")), {}, {}}});
  page.heading(1, screen.text("case.title"));
  page.paragraph(screen.text("case.lead"), {.look = Appearance::Lead});
  if (!show_unread(screen, page, facts)) {
    if (facts.cases->empty()) page.paragraph(screen.text("case.none"));
    if (facts.waits_for_turn) show_other_tab(screen, page);
    auto list = page.list(Appearance::ResultList);
    for (const Case& known : *facts.cases) {
      if (!is_answer(known)) show_entry(screen, page, facts, known);
    }
  }
  auto line = page.running_paragraph();
  page.link("ledger", screen.text("ledger.title"), screen.path(PageKind::MyData, kLedgerPage));
}

CaseAnswer show_case(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const std::string& id) {
  const Case* known = find_case(facts.cases, id);
  const std::string title = known == nullptr ? std::string(screen.text("case.one")) : known->receipt.title;
  const std::string language = known == nullptr ? std::string() : known->receipt.language;
  const semantics::Traits in_its_language = in_kept_language(screen, language);
  show_breadcrumb(screen, page, {{std::string(screen.text("case.title")), screen.path(PageKind::Cases), {}}, {title, {}, std::string(in_its_language.language)}});
  page.heading(1, title, in_its_language);
  if (known == nullptr) {
    if (show_unread(screen, page, facts)) return {};
    auto message = page.message("unknown", screen.text("case.unknown.title"), Appearance::Info);
    page.paragraph(screen.text("case.unknown.text"));
    return {};
  }
  CaseAnswer answer;
  if (facts.waits_for_turn && !is_over(known->progress)) show_other_tab(screen, page);
  show_progress(screen, page, *known, facts.where, answer);
  show_questions(screen, page, facts, *known, answer);
  show_course(screen, page, *facts.cases, *known);
  answer.print = show_receipt(screen, page, *known);
  auto line = page.running_paragraph();
  if (const Case* asked = find_case(facts.cases, known->receipt.answer_in)) {
    page.link("asked", screen.text("case.answer.to", {{"title", asked->receipt.title}}), city::path_of(address_of_case(screen, asked->id)));
    page.text(" ");
  }
  page.link("all", screen.text("case.all"), screen.path(PageKind::Cases));
  return answer;
}

std::string cases_title(const Screen& screen, const CasesFacts& facts, const std::string& id) {
  if (id.empty()) return std::string(screen.text("case.title"));
  const Case* known = find_case(facts.cases, id);
  if (known == nullptr) return std::string(screen.text("case.one"));
  return known->receipt.title + " – " + std::string(progress_words(screen, known->progress));
}

}  // namespace stadttor::services::send_application
