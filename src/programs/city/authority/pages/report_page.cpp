#include "programs/city/authority/pages/report_page.h"

#include <algorithm>

#include "foundation/decimal_text.h"
#include "foundation/url.h"
#include "programs/city/authority/pages/audit_page.h"
#include "programs/city/authority/pages/report_forms.h"

namespace stadttor::city_server::authority {

using open311::KeptReport;
using open311::text_in;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_outcome(Page& page, const ReportStep& last) {
  if (!last.done.empty()) {
    auto message = page.message("done", "Erledigt", Appearance::Success);
    page.paragraph(last.done);
  }
  if (!last.problem.empty()) {
    auto message = page.message("problem", "Das hat nicht geklappt", Appearance::Danger);
    page.paragraph(last.problem);
  }
}

void show_fact(Page& page, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  page.term(name);
  page.definition(value);
}

void show_answers(Page& page, const ReportPage& shown) {
  const open311::OfferedService* service = shown.catalogue.find(shown.report.service_code);
  for (const open311::ReportAnswer& answer : shown.report.answers) {
    const open311::AttributeDefinition* question = service == nullptr ? nullptr : find_attribute(*service, answer.code);
    std::string words;
    for (const std::string& value : answer.values) {
      std::string name = value;
      if (question != nullptr) {
        const auto choice = std::find_if(question->values.begin(), question->values.end(), [&value](const auto& known) { return known.key == value; });
        if (choice != question->values.end()) name = text_in(choice->name, "de");
      }
      words.append(words.empty() ? "" : ", ").append(name);
    }
    show_fact(page, question == nullptr ? answer.code : text_in(question->question, "de"), words);
  }
}

void show_facts(const InboxPage& view, Page& page, const ReportPage& shown) {
  const KeptReport& report = shown.report;
  auto facts = page.description_list(Appearance::Facts);
  show_fact(page, "Stand", words_of_stage(report.stage));
  show_fact(page, "Hinweis dazu", report.note);
  show_fact(page, "Gemeldet", words_of_time(view, report.requested_at));
  if (report.expected_at != 0) show_fact(page, "Soll erledigt sein", words_of_time(view, report.expected_at));
  show_fact(page, "Zuständig", report.agency);
  show_fact(page, "Adresse", report.address);
  if (report.position) show_fact(page, "Stelle (Breite, Länge)", text_from_decimal(report.position->latitude, 6) + ", " + text_from_decimal(report.position->longitude, 6));
  show_answers(page, shown);
  if (report.duplicate_of == 0) return;
  page.term("Gehört zu");
  auto definition = page.definition();
  auto line = page.running_paragraph();
  page.text("Meldung ");
  page.link("original", "Nummer " + std::to_string(report.duplicate_of), report_path(report.duplicate_of));
}

void show_words_and_photo(const InboxPage& view, Page& page, const KeptReport& report) {
  if (!report.is_published) {
    auto message = page.message("hidden", "Noch nicht veröffentlicht", Appearance::Warning);
    page.paragraph("Diese Meldung sieht die Öffentlichkeit erst, wenn Sie sie übernehmen.");
    show_release(view, page, report, open311::ReportPart::Whole);
  }
  if (!report.description.is_empty()) {
    auto region = page.region("description", 2, "Beschreibung");
    auto words = page.quotation();
    page.paragraph(report.description.reveal<"the clerk reads it before the public does">());
  }
  if (!report.description.is_empty()) show_release(view, page, report, open311::ReportPart::Description);
  if (report.photo.empty()) return;
  auto region = page.region("photo", 2, "Foto");
  page.picture("picture", report_path(report.number, "foto"), "Foto zur Meldung " + std::to_string(report.number));
  show_release(view, page, report, open311::ReportPart::Photo);
}

void show_contact(Page& page, const ReportPage& shown) {
  auto region = page.region("contact", 2, "Kontakt");
  const open311::ReportContact& contact = shown.contact;
  if (contact.is_empty()) return page.paragraph("Wer gemeldet hat, möchte ungenannt bleiben, oder die Angaben sind nach dem Abschluss gelöscht worden.");
  page.paragraph("Nur für Rückfragen; wird nie veröffentlicht und 30 Tage nach dem Abschluss gelöscht.", {.look = Appearance::Small});
  auto facts = page.description_list(Appearance::Facts);
  const std::string& first = contact.first_name.reveal<"the clerk may answer">();
  show_fact(page, "Name", first + (first.empty() ? "" : " ") + contact.last_name.reveal<"the clerk may answer">());
  show_fact(page, "Telefon", contact.phone.reveal<"the clerk may answer">());
  const std::string& email = contact.email.reveal<"the clerk may answer">();
  if (email.empty()) return;
  page.term("E-Mail");
  auto definition = page.definition();
  auto line = page.running_paragraph();
  // Links in a sentence need no large target.
  page.text("Antworten an ");
  page.link("mail", email, "mailto:" + percent_encoded(email) + "?subject=" + percent_encoded("Ihre Meldung " + std::to_string(shown.report.number)));
}

void show_history(const InboxPage& view, Page& page, const ReportPage& shown) {
  if (shown.notes.empty()) return;
  auto region = page.region("history", 2, "Verlauf, wie ihn alle sehen");
  auto facts = page.description_list(Appearance::Facts);
  for (const open311::ReportNote& note : shown.notes) {
    show_fact(page, words_of_time(view, note.at), std::string(words_of_stage(note.stage)) + (note.note.empty() ? "" : ": " + note.note));
  }
}

void show_near(const InboxPage& view, Page& page, const ReportPage& shown) {
  if (shown.near.empty()) return;
  auto region = page.region("near", 2, "Vielleicht dasselbe");
  page.paragraph("Ältere Meldungen derselben Art in der Nähe:");
  auto list = page.list();
  for (const KeptReport& report : shown.near) {
    auto item = page.item(std::to_string(report.number));
    page.link("open", "Meldung " + std::to_string(report.number), report_path(report.number));
    page.text(" vom " + words_of_time(view, report.requested_at) + ", " + std::string(words_of_stage(report.stage)));
  }
}

}  // namespace

std::vector<std::string> agencies_of(const open311::ServiceCatalogue& catalogue) {
  std::vector<std::string> agencies;
  for (const open311::OfferedService& service : catalogue.services) {
    if (!service.agency.empty()) agencies.push_back(service.agency);
  }
  std::sort(agencies.begin(), agencies.end());
  agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
  return agencies;
}

Answer report_answer(const InboxPage& view, const ReportPage& shown) {
  const std::string title = name_of_kind(shown.catalogue, shown.report.service_code) + " · Nummer " + std::to_string(shown.report.number);
  return page_answer(view, shown.last.status, title, [&](Page& page) {
    show_outcome(page, shown.last);
    show_facts(view, page, shown);
    show_words_and_photo(view, page, shown.report);
    show_contact(page, shown);
    show_history(view, page, shown);
    show_near(view, page, shown);
    show_report_forms(view, page, shown);
    auto region = page.region("log", 2, "Protokoll");
    show_audit(view, page, shown.audit, AuditNames::WithoutApplication);
  });
}

}  // namespace stadttor::city_server::authority
