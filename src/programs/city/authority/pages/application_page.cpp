#include "programs/city/authority/pages/application_page.h"

#include "programs/city/authority/pages/attachment_list.h"
#include "programs/city/authority/pages/audit_page.h"
#include "programs/city/authority/pages/decision_forms.h"
#include "programs/city/authority/pages/question_forms.h"
#include "programs/city/authority/pages/received_answers.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;

namespace {

void show_outcome(Page& page, const ApplicationPage& shown) {
  if (!shown.last.done.empty()) {
    auto message = page.message("done", "Erledigt", Appearance::Success);
    page.paragraph(shown.last.done);
  }
  if (!shown.last.problem.empty()) {
    auto message = page.message("problem", "Das hat nicht geklappt", Appearance::Danger);
    page.paragraph(shown.last.problem);
  }
}

void show_facts(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  const InboxEntry& entry = shown.application.entry;
  auto facts = page.description_list(Appearance::Facts);
  const auto show = [&page](std::string_view name, std::string_view value) {
    page.term(name);
    page.definition(value);
  };
  show("Stand", words_of_state(entry.state));
  if (has_open_question(shown.conversation)) show("Rückfrage", "Rückfrage offen");
  show("Eingegangen", words_of_time(view, entry.submitted_at));
  if (entry.is_open()) show("Zu entscheiden bis", words_of_time(view, entry.decide_until()));
  show("Vorgang", entry.case_id);
  show("Einreichung", entry.submission_id);
  if (shown.opened != nullptr && !shown.opened->metadata.sender_reference.empty()) show("Zeichen der Absenderin", shown.opened->metadata.sender_reference);
}

void show_findings(const InboxPage& view, Page& page, const OpenedApplication& opened) {
  if (opened.findings.empty()) {
    auto message = page.message("findings", "Unversehrt und vollständig", Appearance::Success);
    return page.paragraph("Der Antrag ist der, den der Zustelldienst bestätigt hat: Prüfsummen, Anlagen und die Form der Angaben stimmen.");
  }
  auto message = page.message("findings", "Bei der Prüfung aufgefallen", Appearance::Warning);
  auto list = page.list();
  int number = 0;
  for (const Finding& finding : opened.findings) {
    auto item = page.item(std::to_string(number++));
    const std::string place = finding.pointer.empty() ? std::string() : name_of_place(view, opened, finding.pointer);
    page.text(std::string(title_of(finding.type)) + " (" + finding.instance + (place.empty() ? finding.pointer : ", " + place) + ")");
  }
}

void show_attachments(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  if (shown.opened->attachments.empty()) return;
  auto region = page.region("attachments", 2, "Anlagen");
  show_attachment_list(view, page, shown.application.entry.submission_id, shown.opened->attachments);
}

}  // namespace

std::string name_of_place(const InboxPage& view, const OpenedApplication& opened, const std::string& pointer) {
  const JsonValue& data = opened.data.reveal<"a place in it is named to the clerk">();
  for (const auto& [known, name] : places_of_data(view, opened.form, data)) {
    if (known == pointer) return name;
  }
  return {};
}

Answer application_answer(const InboxPage& view, const ApplicationPage& shown) {
  const std::string& name = shown.application.entry.service_name;
  return page_answer(view, shown.last.status, name.empty() ? std::string_view("Antrag") : std::string_view(name), [&](Page& page) {
    show_outcome(page, shown);
    show_facts(view, page, shown);
    if (shown.opened != nullptr) {
      show_findings(view, page, *shown.opened);
      {
        auto region = page.region("answers", 2, "Angaben");
        show_received_answers(view, page, shown.opened->form, shown.opened->data.reveal<"shown to the clerk who decides">());
      }
      show_attachments(view, page, shown);
      show_questions(view, page, shown);
    } else {
      page.paragraph("Der Inhalt ist gelöscht.");
    }
    show_decision(view, page, shown);
    auto region = page.region("log", 2, "Protokoll");
    show_audit(view, page, shown.audit, AuditNames::WithoutApplication);
  });
}

}  // namespace stadttor::city_server::authority
