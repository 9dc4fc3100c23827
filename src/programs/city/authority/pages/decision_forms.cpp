#include "programs/city/authority/pages/decision_forms.h"

#include "programs/city/authority/pages/received_answers.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;

namespace {

constexpr const char* kLongestDetail = "2000";

void show_acceptance(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  auto region = page.region("accept", 2, "Annehmen");
  page.paragraph("Sie bestätigen, dass der Antrag vollständig angekommen ist. Der Bescheid ist etwas anderes.");
  auto form = page.posted_form("form", "Antrag annehmen", application_path(shown.application.entry.submission_id, "annehmen"));
  show_form_token(page, *view.session);
  page.text_area("notice", "Hinweis an die antragstellende Person (freiwillig)", shown.last.entries.notice,
                 {.hint = "Zum Beispiel: „Bitte bringen Sie zur Abholung Ihren Ausweis mit.“ Schreiben Sie nichts Vertrauliches; der Hinweis ist unterschrieben, aber nicht verschlüsselt.",
                  .name = "notice", .max_length = kLongestDetail});
  page.button("send", "Annehmen", {.look = Appearance::Primary});
}

void show_type_choice(Page& page, const std::string& number, const ReasonEntry& entry) {
  auto select = page.select("type", "Grund", entry.type, {.error = entry.problem, .name = "type" + number});
  page.option({}, "Bitte wählen");
  for (int type = 0; type < kProblemTypes; ++type) {
    page.option(name_of(static_cast<ProblemType>(type)), title_of(static_cast<ProblemType>(type)));
  }
}

void show_reason(const InboxPage& view, Page& page, const ApplicationPage& shown, int index) {
  const ReasonEntry& entry = shown.last.entries.reasons[index];
  const std::string number = std::to_string(index + 1);
  auto group = page.group("reason" + number, "Grund " + number);
  show_type_choice(page, number, entry);
  {
    auto select = page.select("place", "Betroffene Angabe", entry.place, {.name = "place" + number});
    page.option({}, "Der ganze Antrag");
    const JsonValue& data = shown.opened->data.reveal<"the clerk chooses a place in it">();
    for (const auto& [pointer, name] : places_of_data(view, shown.opened->form, data)) page.option(pointer, name);
  }
  page.text_area("detail", "Was soll die antragstellende Person wissen oder tun?", entry.detail, {.name = "detail" + number, .max_length = kLongestDetail});
}

void show_rejection(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  auto region = page.region("reject", 2, "Zurückweisen");
  page.paragraph("Die antragstellende Person erfährt die Gründe und kann den Antrag verbessert noch einmal senden. Schreiben Sie nichts Vertrauliches; Gründe sind unterschrieben, aber nicht verschlüsselt.");
  auto form = page.posted_form("form", "Antrag zurückweisen", application_path(shown.application.entry.submission_id, "ablehnen"));
  show_form_token(page, *view.session);
  show_reason(view, page, shown, 0);
  {
    const bool is_used = !shown.last.entries.reasons[1].type.empty() || !shown.last.entries.reasons[1].detail.empty() || !shown.last.entries.reasons[2].type.empty();
    auto more = page.disclosure("more", "Weitere Gründe", {.states = semantics::when(is_used, semantics::State::Expanded)});
    for (int index = 1; index < kReasons; ++index) show_reason(view, page, shown, index);
  }
  page.button("send", "Zurückweisen", {.look = Appearance::Secondary});
}

void show_report(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  auto message = page.message("unreported", "Die Entscheidung ist noch nicht gemeldet", Appearance::Warning);
  page.paragraph("Sie ist unterschrieben und gespeichert; der Zustelldienst hat sie noch nicht angenommen.");
  auto form = page.posted_form("report", "Entscheidung melden", application_path(shown.application.entry.submission_id, "melden"));
  show_form_token(page, *view.session);
  page.button("send", "Noch einmal melden", {.look = Appearance::Primary});
}

void show_erasure(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  auto region = page.region("erase", 2, "Löschen");
  page.paragraph("Wenn der Antrag in die Akte übernommen ist, löschen Sie ihn hier. Angaben und Anlagen sind danach nicht wiederherzustellen; das Protokoll bleibt.");
  if (shown.opened != nullptr && shown.opened->form != nullptr && !shown.opened->form->retention.empty()) {
    page.paragraph("Den Bürgerinnen und Bürgern ist zugesagt: " + shown.opened->form->retention, {.look = Appearance::Small});
  }
  auto form = page.posted_form("form", "Inhalt löschen", application_path(shown.application.entry.submission_id, "loeschen"));
  show_form_token(page, *view.session);
  page.checkbox("sure", "Ja, Angaben und Anlagen endgültig löschen", false, {.name = "sure"});
  page.button("send", "Löschen", {.look = Appearance::Secondary});
}

}  // namespace

void show_decision(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  const InboxEntry& entry = shown.application.entry;
  if (entry.is_open() && shown.opened != nullptr) {
    show_acceptance(view, page, shown);
    show_rejection(view, page, shown);
  }
  if (!entry.is_decided()) return;
  if (!entry.is_reported) show_report(view, page, shown);
  if (entry.is_reported) show_erasure(view, page, shown);
}

}  // namespace stadttor::city_server::authority
