#include "programs/city/authority/application_requests.h"

#include <algorithm>

#include "foundation/url.h"
#include "programs/city/authority/asking.h"
#include "programs/city/authority/decision_entries.h"
#include "programs/city/authority/question_requests.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server::authority {

namespace {

constexpr std::string_view kApplications = "/behoerde/antrag/";
constexpr int kAuditLines = 50;

// What has just been done, by the name it has in the address.
std::string words_of_done(std::string_view name) {
  if (name == "angenommen") return "Der Antrag ist angenommen, und der Zustelldienst weiß es.";
  if (name == "zurueckgewiesen") return "Der Antrag ist zurückgewiesen, und der Zustelldienst weiß es.";
  if (name == "gemeldet") return "Die Entscheidung ist gemeldet.";
  if (name == "gefragt") return "Die Rückfrage ist verschlüsselt gesendet. Die Antwort erscheint hier.";
  if (name == "geloescht") return "Angaben und Anlagen sind gelöscht.";
  return {};
}

// RFC 6266 and RFC 8187: never shown in the browser, and no name can end the field.
std::string save_as(const std::string& file_name) {
  return "attachment; filename*=UTF-8''" + percent_encoded(file_name.substr(file_name.find_last_of("/\\") + 1));
}

}  // namespace

Answer unreadable_answer(const InboxPage& view, const Error& error) {
  log_event(LogLevel::Failure, "inbox_failed", {{"problem", text_from_error(error)}});
  return notice_answer(view, 503, "Gerade nicht möglich", "Der Posteingang kann seine Daten oder Schlüssel im Moment nicht lesen. Es wurde nichts geändert.");
}

Answer ApplicationRequests::answer(const IncomingRequest& request, const PostedFields& posted) {
  const std::string_view path = request.path;
  const bool is_one = path.substr(0, kApplications.size()) == kApplications;
  const std::string_view rest = is_one ? path.substr(kApplications.size()) : std::string_view();
  const std::string id(rest.substr(0, rest.find('/')));
  const std::string_view below = rest.size() > id.size() ? rest.substr(id.size() + 1) : std::string_view();
  const auto found = find_application(parts_.connection, id);
  if (!found.ok()) return unreadable_answer(view_, found.error());
  if (!found.value()) return notice_answer(view_, 404, "Nicht gefunden", "Unter dieser Adresse gibt es im Posteingang nichts.");
  if (request.method == "POST") return answer_to_post(*found.value(), below, posted);
  return answer_to_get(*found.value(), below, value_of(request.query, "erledigt"));
}

Answer ApplicationRequests::answer_to_get(const InboxApplication& application, std::string_view below, std::string_view done) {
  constexpr std::string_view kAttachments = "anlage/";
  if (below.empty()) return show(application, {.done = words_of_done(done)});
  if (below.substr(0, kAttachments.size()) == kAttachments) return save_attachment(application, below.substr(kAttachments.size()));
  return notice_answer(view_, 404, "Nicht gefunden", "Unter dieser Adresse gibt es im Posteingang nichts.");
}

Answer ApplicationRequests::answer_to_post(const InboxApplication& application, std::string_view below, const PostedFields& posted) {
  if (below == "annehmen") return accept(application, posted);
  if (below == "ablehnen") return reject(application, posted);
  if (below == "melden") return report(application);
  if (below == "rueckfrage") return ask(application, posted);
  if (below == "rueckfrage-senden") return send_question(application, posted);
  if (below == "loeschen") return erase(application, posted);
  return notice_answer(view_, 404, "Nicht gefunden", "Unter dieser Adresse gibt es im Posteingang nichts.");
}

Result<OpenedApplication> ApplicationRequests::open(const InboxApplication& application) {
  TRY_ASSIGN(AuthorityKeys keys, parts_.read_keys());
  return open_application(application, {std::move(keys.decryption), std::move(keys.encryption_key_id)}, parts_.shelf);
}

Answer ApplicationRequests::show(const InboxApplication& application, LastStep last) {
  const bool is_there = application.entry.state != InboxState::Erased;
  Result<OpenedApplication> opened = Error{};
  InboxApplication seen = application;
  Conversation conversation;
  if (is_there) {
    // Nobody reads what is not in the audit.
    if (const Outcome marked = mark_opened(parts_.connection, audit(Act::Opened, application)); !marked.ok()) return unreadable_answer(view_, marked.error());
    if (seen.entry.state == InboxState::New) seen.entry.state = InboxState::Opened;
    opened = open(application);
    if (!opened.ok()) return unreadable_answer(view_, opened.error());
    auto read = QuestionRequests(parts_, view_).open_conversation(application);
    if (!read.ok()) return unreadable_answer(view_, read.error());
    conversation = std::move(read).value();
  }
  auto entries = read_audit(parts_.connection, application.entry.submission_id, kAuditLines);
  if (!entries.ok()) return unreadable_answer(view_, entries.error());
  return application_answer(view_, {seen, is_there ? &opened.value() : nullptr, std::move(entries).value(), std::move(last), conversation});
}

Answer ApplicationRequests::save_attachment(const InboxApplication& application, std::string_view id) {
  if (const Outcome noted = note(parts_.connection, audit(Act::SavedAttachment, application)); !noted.ok()) return unreadable_answer(view_, noted.error());
  const Result<OpenedApplication> opened = open(application);
  if (!opened.ok()) return unreadable_answer(view_, opened.error());
  const auto& attachments = opened.value().attachments;
  const auto found = std::find_if(attachments.begin(), attachments.end(), [id](const OpenedAttachment& attachment) { return attachment.id == id; });
  if (found == attachments.end()) return notice_answer(view_, 404, "Nicht gefunden", "Diese Anlage gibt es nicht.");
  Answer answer;
  // Whatever it is: for a browser these are bytes to be saved.
  answer.content_type = "application/octet-stream";
  answer.add_header("Content-Disposition", save_as(found->file_name.empty() ? found->id : found->file_name));
  answer.add_header("Cache-Control", "no-store");
  answer.body = found->bytes.reveal<"the clerk saves an attachment">();
  return answer;
}

Answer ApplicationRequests::accept(const InboxApplication& application, const PostedFields& posted) {
  DecisionEntries entries = entries_from(posted);
  const Result<OpenedApplication> opened = open(application);
  if (!opened.ok()) return unreadable_answer(view_, opened.error());
  if (const std::string problem = problem_of_acceptance(opened.value(), entries); !problem.empty()) {
    return show(application, {.entries = std::move(entries), .problem = problem, .status = 422});
  }
  return decide(application, acceptance_from(entries), entries);
}

Answer ApplicationRequests::reject(const InboxApplication& application, const PostedFields& posted) {
  DecisionEntries entries = entries_from(posted);
  const Result<OpenedApplication> opened = open(application);
  if (!opened.ok()) return unreadable_answer(view_, opened.error());
  const auto decision = find_rejection(view_, opened.value(), entries);
  if (!decision) return show(application, {.entries = std::move(entries), .problem = "Es fehlt noch etwas; sehen Sie bei „Zurückweisen“ nach. Es wurde noch nichts gesendet.", .status = 422});
  return decide(application, *decision, entries);
}

Answer ApplicationRequests::decide(const InboxApplication& application, const Decision& decision, const DecisionEntries& entries) {
  const bool is_accepted = decision.verdict == Verdict::Accept;
  const Result<AuthorityKeys> keys = parts_.read_keys();
  if (!keys.ok()) return unreadable_answer(view_, keys.error());
  const Result<std::string> token = signed_decision(keys.value().signing, application, decision, view_.now);
  if (!token.ok()) return unreadable_answer(view_, token.error());
  // Kept before it is sent: after a crash it is these bytes that are sent again.
  const Outcome kept = mark_decided(parts_.connection, is_accepted ? InboxState::Accepted : InboxState::Rejected, token.value(),
                                    audit(is_accepted ? Act::Accepted : Act::Rejected, application));
  if (!kept.ok() && kept.error().kind == ErrorKind::ChangedElsewhere) {
    return show(application, {.entries = entries, .problem = "Über den Antrag ist schon entschieden. Laden Sie die Seite neu.", .status = 409});
  }
  if (!kept.ok()) return unreadable_answer(view_, kept.error());
  const std::string page = application_path(application.entry.submission_id);
  if (!post(application, token.value()).ok()) return redirect_answer(page);
  return redirect_answer(page + (is_accepted ? "?erledigt=angenommen" : "?erledigt=zurueckgewiesen"));
}

Outcome ApplicationRequests::post(const InboxApplication& application, const std::string& token) {
  TRY(post_event_once(parts_.source, application.entry, token));
  return mark_reported(parts_.connection, audit(Act::Reported, application));
}

Answer ApplicationRequests::report(const InboxApplication& application) {
  if (!application.entry.is_decided() || application.decision_event.empty()) return notice_answer(view_, 409, "Noch nicht entschieden", "Es gibt nichts zu melden.");
  if (application.entry.is_reported || post(application, application.decision_event).ok()) {
    return redirect_answer(application_path(application.entry.submission_id) + "?erledigt=gemeldet");
  }
  return show(application, {.problem = "Der Zustelldienst hat die Entscheidung nicht angenommen. Bitte versuchen Sie es später noch einmal.", .status = 502});
}

Answer ApplicationRequests::ask(const InboxApplication& application, const PostedFields& posted) {
  const std::string text = posted.value("question");
  if (std::string problem = problem_of_question(text); !problem.empty()) {
    return show(application, {.question = text, .question_problem = problem, .problem = problem + " Es wurde noch nichts gesendet.", .status = 422});
  }
  const Result<OpenedApplication> opened = open(application);
  if (!opened.ok()) return unreadable_answer(view_, opened.error());
  if (!opened.value().metadata.reply_key) return show(application, {.question = text, .problem = "Mit diesem Antrag kam kein Schlüssel für Rückfragen. Es wurde nichts gesendet.", .status = 409});
  const Result<bool> asked = QuestionRequests(parts_, view_).ask(application, *opened.value().metadata.reply_key, text);
  if (!asked.ok()) return unreadable_answer(view_, asked.error());
  return redirect_answer(application_path(application.entry.submission_id) + (asked.value() ? "?erledigt=gefragt" : ""));
}

Answer ApplicationRequests::send_question(const InboxApplication& application, const PostedFields& posted) {
  const Result<bool> sent = QuestionRequests(parts_, view_).send_again(application, posted.value("reply"));
  if (!sent.ok()) return unreadable_answer(view_, sent.error());
  if (sent.value()) return redirect_answer(application_path(application.entry.submission_id) + "?erledigt=gefragt");
  return show(application, {.problem = "Der Zustelldienst hat die Rückfrage nicht angenommen. Bitte versuchen Sie es später noch einmal.", .status = 502});
}

Answer ApplicationRequests::erase(const InboxApplication& application, const PostedFields& posted) {
  const bool may_be_erased = application.entry.is_decided() && application.entry.is_reported;
  if (!may_be_erased) return show(application, {.problem = "Gelöscht werden kann erst, wenn entschieden und gemeldet ist.", .status = 409});
  if (!posted.has("sure")) return show(application, {.problem = "Bestätigen Sie bei „Löschen“, dass Sie endgültig löschen möchten. Es wurde nichts gelöscht.", .status = 422});
  if (const Outcome erased = erase_content(parts_.connection, audit(Act::Erased, application)); !erased.ok()) return unreadable_answer(view_, erased.error());
  return redirect_answer(application_path(application.entry.submission_id) + "?erledigt=geloescht");
}

}  // namespace stadttor::city_server::authority
