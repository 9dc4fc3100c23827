#include "programs/city/authority/pages/question_forms.h"

#include <algorithm>

#include "foundation/url.h"
#include "programs/city/authority/pages/attachment_list.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;

namespace {

constexpr const char* kLongestQuestion = "2000";

void show_answer(const InboxPage& view, Page& page, const ReceivedAnswer& answer, std::size_t number) {
  auto block = page.block("answer" + std::to_string(number), {});
  page.paragraph("Antwort vom " + words_of_time(view, answer.submitted_at), {.look = Appearance::Small});
  const std::string& text = answer.text.reveal<"the clerk who has asked reads the answer">();
  if (!text.empty()) page.paragraph(text);
  if (!answer.attachments.empty()) show_attachment_list(view, page, answer.submission_id, answer.attachments);
  if (!answer.is_sound) page.paragraph("Bei der Prüfung der Antwort ist etwas aufgefallen; sie ist nicht bestätigt.", {.look = Appearance::Bold});
}

void show_resending(const InboxPage& view, Page& page, const ApplicationPage& shown, const Question& question) {
  page.paragraph("Der Zustelldienst hat die Rückfrage noch nicht angenommen.", {.look = Appearance::Bold});
  auto form = page.posted_form("form", "Rückfrage noch einmal senden", application_path(shown.application.entry.submission_id, "rueckfrage-senden"));
  show_form_token(page, *view.session);
  page.text_field("reply", "Kennung der Rückfrage", question.reply_id, {.states = semantics::states_of(semantics::State::Hidden), .type = "hidden", .name = "reply"});
  page.button("send", "Noch einmal senden", {.look = Appearance::Primary});
}

void show_exchange(const InboxPage& view, Page& page, const ApplicationPage& shown, const Exchange& exchange) {
  auto item = page.item(exchange.question.reply_id);
  page.paragraph("Rückfrage vom " + words_of_time(view, exchange.question.asked_at) + ", " + exchange.question.clerk, {.look = Appearance::Small});
  const std::string& text = exchange.text.reveal<"clerks read what was asked before">();
  page.paragraph(text.empty() ? std::string("Der Text ist nicht lesbar.") : text);
  if (!exchange.question.is_sent) show_resending(view, page, shown, exchange.question);
  for (std::size_t at = 0; at < exchange.answers.size(); ++at) show_answer(view, page, exchange.answers[at], at);
  if (exchange.question.is_sent && exchange.answers.empty()) page.paragraph("Noch keine Antwort.", {.look = Appearance::Small});
}

void show_conversation(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  const Conversation& conversation = shown.conversation;
  if (!conversation.exchanges.empty()) {
    auto list = page.ordered_list(Appearance::Agenda);
    for (const Exchange& exchange : conversation.exchanges) show_exchange(view, page, shown, exchange);
  }
  if (conversation.others.empty()) return;
  auto list = page.list();
  for (const std::string& id : conversation.others) {
    auto item = page.item(id);
    page.link("open", "Weitere Einreichung in diesem Vorgang", application_path(id));
  }
}

void show_asking(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  page.paragraph("Die Rückfrage wird für die antragstellende Person verschlüsselt; nur sie kann sie lesen, auf dem Gerät, mit dem sie den Antrag gesendet hat.");
  auto form = page.posted_form("form", "Rückfrage stellen", application_path(shown.application.entry.submission_id, "rueckfrage"));
  show_form_token(page, *view.session);
  page.text_area("question", "Ihre Rückfrage", shown.last.question, {.hint = "Höchstens 2000 Zeichen.", .error = shown.last.question_problem, .name = "question", .max_length = kLongestQuestion});
  page.button("send", "Rückfrage stellen", {.look = Appearance::Secondary});
}

void show_other_way(Page& page, const ApplicationPage& shown) {
  const std::string& address = shown.opened->metadata.reply_address.reveal<"the clerk may answer the citizen">();
  if (address.empty()) return page.paragraph("Eine E-Mail-Adresse ist nicht angegeben; Rückfragen gehen mit der Post.");
  page.paragraph("Für Rückfragen ist eine E-Mail-Adresse angegeben. Schreiben Sie nichts Vertrauliches: E-Mails sind nicht verschlüsselt.");
  auto line = page.running_paragraph();
  page.link("mail", address, "mailto:" + percent_encoded(address) + "?subject=" + percent_encoded("Ihr Antrag " + shown.application.entry.case_id));
}

}  // namespace

bool has_open_question(const Conversation& conversation) {
  return std::any_of(conversation.exchanges.begin(), conversation.exchanges.end(), [](const Exchange& exchange) { return exchange.answers.empty(); });
}

void show_questions(const InboxPage& view, Page& page, const ApplicationPage& shown) {
  auto region = page.region("reply", 2, "Rückfragen");
  show_conversation(view, page, shown);
  // A case that was rejected is closed for the citizen too.
  if (shown.application.entry.state == InboxState::Rejected) return page.paragraph("Der Antrag ist zurückgewiesen; Rückfragen gehen nicht mehr über das Portal.");
  shown.opened->metadata.reply_key ? show_asking(view, page, shown) : show_other_way(page, shown);
}

}  // namespace stadttor::city_server::authority
