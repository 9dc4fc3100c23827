#include "programs/city/authority/authority.h"

#include <openssl/crypto.h>

#include "programs/city/authority/application_requests.h"
#include "programs/city/authority/clerk_accounts.h"
#include "programs/city/authority/collecting.h"
#include "programs/city/authority/pages/audit_page.h"
#include "programs/city/authority/pages/list_page.h"
#include "programs/city/authority/report_requests.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server::authority {

namespace {

constexpr std::string_view kFolder = "/behoerde";
constexpr std::string_view kCookie = "behoerde";
constexpr std::string_view kFormType = "application/x-www-form-urlencoded";
constexpr std::int64_t kSecondsBetweenCollections = 5;
constexpr int kAuditLines = 200;

bool is_same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

// Strict, because nothing outside of the inbox has to lead into it; the browser forgets it when it is closed.
std::string cookie_field(std::string_view value, const IncomingRequest& request) {
  std::string field = std::string(kCookie) + "=" + std::string(value) + "; Path=" + std::string(kFolder) + "; HttpOnly; SameSite=Strict";
  if (request.is_encrypted) field.append("; Secure");
  if (value.empty()) field.append("; Max-Age=0");
  return field;
}

}  // namespace

struct Authority::Asked {
  const IncomingRequest& request;
  std::unique_ptr<platform::Locale> locale;  // its own: ICU's formats are not for several threads
  std::optional<Session> session = {};
  PostedFields posted = {};

  bool is_post() const { return request.method == "POST"; }
  InboxPage view(const Authority& authority) const {
    return {authority.parts_.shelf, *locale, session ? &*session : nullptr, authority.now(), authority.parts_.reports != nullptr};
  }
};

Authority::Authority(AuthorityParts parts) : parts_(std::move(parts)), sessions_(parts_.random) {}

bool Authority::owns(std::string_view path) {
  return path.substr(0, kFolder.size()) == kFolder && (path.size() == kFolder.size() || path[kFolder.size()] == '/');
}

Answer Authority::answer(const IncomingRequest& request) {
  Asked asked{request, platform::make_locale("de")};
  asked.session = find_session(request);
  if (request.path == kFolder) return redirect_answer(kInboxPath);
  if (asked.is_post()) return answer_to_post(asked);
  if (request.method == "GET" || request.method == "HEAD") return answer_to(asked);
  Answer refusal = notice_answer(asked.view(*this), 405, "So geht das nicht", "Diese Adresse kann nur geöffnet oder abgesendet werden.");
  refusal.add_header("Allow", "GET, HEAD, POST");
  return refusal;
}

std::optional<Session> Authority::find_session(const IncomingRequest& request) {
  const std::string_view cookie = find_cookie(request.cookie, kCookie);
  std::optional<Session> session = sessions_.find(cookie, parts_.clock.now());
  if (!session) return std::nullopt;
  const auto mark = find_account_mark(parts_.connection, session->clerk);
  if (mark.ok() && mark.value() == session->account_mark) return session;
  sessions_.end(cookie);
  return std::nullopt;
}

Answer Authority::answer_to_post(Asked& asked) {
  const IncomingRequest& request = asked.request;
  const InboxPage view = asked.view(*this);
  if (request.body_state == BodyState::TooLarge) return notice_answer(view, 413, "Zu viel auf einmal", "Es wurde nichts gespeichert.");
  if (request.content_type.substr(0, kFormType.size()) != kFormType) return notice_answer(view, 415, "So geht das nicht", "Bitte benutzen Sie die Formulare des Posteingangs.");
  // Browsers that say where a request comes from are believed; the token in each form is for all others too.
  const bool is_from_elsewhere = !request.fetch_site.empty() && request.fetch_site != "same-origin";
  auto posted = PostedFields::parse(request.body);
  if (is_from_elsewhere || !posted) return notice_answer(view, 403, "Abgelehnt", "Die Anfrage kam nicht von einer Seite des Posteingangs. Es wurde nichts geändert.");
  asked.posted = *std::move(posted);
  if (request.path == kLoginPath) return log_in(asked);
  if (!asked.session) return notice_answer(view, 403, "Nicht angemeldet", "Ihre Anmeldung ist abgelaufen. Es wurde nichts geändert; bitte melden Sie sich wieder an.");
  if (!is_same_secret(asked.posted.value("token"), asked.session->form_token)) return notice_answer(view, 403, "Abgelehnt", "Das Formular gehört zu einer anderen Anmeldung. Es wurde nichts geändert.");
  return answer_to(asked);
}

Answer Authority::answer_to(Asked& asked) {
  const std::string& path = asked.request.path;
  if (path == kLoginPath) {
    if (asked.session) return redirect_answer(kInboxPath);
    return login_answer(asked.view(*this), {{}, {}, 200, parts_.demo ? &*parts_.demo : nullptr});
  }
  if (!asked.session) return redirect_answer(kLoginPath);
  if (asked.is_post() && path == kLogoutPath) return log_out(asked);
  if (!asked.is_post() && path == kInboxPath) return show_list(asked);
  if (!asked.is_post() && path == kAuditPath) return show_audit_log(asked);
  if (parts_.reports != nullptr && ReportRequests::owns(path)) return ReportRequests(parts_, asked.view(*this)).answer(asked.request, asked.posted);
  return answer_about_application(asked);
}

Answer Authority::log_in(const Asked& asked) {
  const std::string name = asked.posted.value("name");
  const InboxPage view = asked.view(*this);
  const DemoAccount* demo = parts_.demo ? &*parts_.demo : nullptr;
  const std::string tried = name + "\n" + asked.request.client_address;
  if (const int seconds = limit_.seconds_to_wait(tried, parts_.clock.now()); seconds > 0) {
    Answer answer = login_answer(view, {name, "Es gab zu viele Versuche mit falschem Passwort. Bitte warten Sie " + std::to_string((seconds + 59) / 60) + " Minuten.", 429, demo});
    answer.add_header("Retry-After", std::to_string(seconds));
    return answer;
  }
  const Result<LoginCheck> check = check_password(parts_.connection, name, Secret(asked.posted.value("password")));
  if (!check.ok()) {
    log_event(LogLevel::Failure, "login_failed", {{"problem", text_from_error(check.error())}});
    return login_answer(view, {name, "Der Server kann die Anmeldung gerade nicht prüfen. Bitte versuchen Sie es gleich noch einmal.", 503, demo});
  }
  if (check.value() == LoginCheck::Wrong) {
    limit_.count_failure(tried, parts_.clock.now());
    return login_answer(view, {name, "Benutzername oder Passwort ist falsch.", 422, demo});
  }
  limit_.forget(tried);
  const auto mark = find_account_mark(parts_.connection, name);
  const Result<std::string> cookie = sessions_.begin(name, mark.ok() ? mark.value().value_or(std::string()) : std::string(), parts_.clock.now());
  const Outcome noted = note(parts_.connection, {now(), name, Act::LoggedIn, {}});
  if (!cookie.ok() || !noted.ok()) return notice_answer(view, 503, "Gerade nicht möglich", "Der Server kann Sie im Moment nicht anmelden. Bitte versuchen Sie es gleich noch einmal.");
  Answer answer = redirect_answer(kInboxPath);
  answer.add_header("Set-Cookie", cookie_field(cookie.value(), asked.request));
  return answer;
}

Answer Authority::log_out(const Asked& asked) {
  sessions_.end(find_cookie(asked.request.cookie, kCookie));
  if (const Outcome noted = note(parts_.connection, {now(), asked.session->clerk, Act::LoggedOut, {}}); !noted.ok()) {
    log_event(LogLevel::Failure, "audit_failed", {{"problem", text_from_error(noted.error())}});
  }
  Answer answer = redirect_answer(kLoginPath);
  answer.add_header("Set-Cookie", cookie_field({}, asked.request));
  return answer;
}

// What went wrong, in a sentence for clerks; empty where nothing did.
std::string Authority::collect() {
  const std::unique_lock lock(collecting_, std::try_to_lock);
  if (!lock.owns_lock() || now() - collected_at_ < kSecondsBetweenCollections) return {};
  collected_at_ = now();
  const Result<Collected> collected = collect_submissions(parts_.source, parts_.connection, parts_.issuer, now());
  if (!collected.ok()) {
    log_event(LogLevel::Warning, "collecting_failed", {{"problem", text_from_error(collected.error())}});
    return "Der Zustelldienst ist gerade nicht erreichbar. Unten steht, was schon da ist.";
  }
  if (collected.value().left == 0) return {};
  return std::to_string(collected.value().left) + " Einreichungen konnten nicht übernommen werden; sie bleiben beim Zustelldienst. Das Protokoll des Servers nennt den Grund.";
}

Answer Authority::show_list(const Asked& asked) {
  ListPage list;
  list.collecting_problem = collect();
  list.state = find_state(value_of(asked.request.query, "stand"));
  auto entries = read_entries(parts_.connection, list.state);
  if (!entries.ok()) return unreadable_answer(asked.view(*this), entries.error());
  list.entries = std::move(entries).value();
  return list_answer(asked.view(*this), list);
}

Answer Authority::show_audit_log(const Asked& asked) {
  const auto entries = read_audit(parts_.connection, {}, kAuditLines);
  if (!entries.ok()) return unreadable_answer(asked.view(*this), entries.error());
  return audit_answer(asked.view(*this), entries.value());
}

Answer Authority::answer_about_application(const Asked& asked) {
  ApplicationRequests requests(parts_, asked.view(*this));
  return requests.answer(asked.request, asked.posted);
}

}  // namespace stadttor::city_server::authority
