#include "programs/city/authority/pages/inbox_page.h"

#include <cstdio>

#include "foundation/url.h"
#include "presentation/document/html_writer.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;
using semantics::State;

namespace {

constexpr std::string_view kReportSubject = "meldung-";

bool is_report(std::string_view subject) { return subject.substr(0, kReportSubject.size()) == kReportSubject; }

constexpr const char* kTimeZone = "Europe/Berlin";

// No script, no frame, nothing from elsewhere: what a citizen wrote can do nothing here.
constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

void show_menu(const InboxPage& view, Page& page, std::string_view title) {
  auto row = page.block("navigation", {.look = Appearance::HeaderRow});
  {
    auto menu = page.navigation("menu", "Posteingang", {.look = Appearance::MainMenu});
    auto list = page.list(Appearance::MainMenu);
    const auto show_entry = [&](std::string_view key, std::string_view text, const char* path) {
      auto item = page.item(key);
      page.link("link", text, path, {.look = Appearance::MainMenu, .states = semantics::when(text == title, State::CurrentPage)});
    };
    show_entry("inbox", "Eingegangene Anträge", kInboxPath);
    if (view.has_reports) show_entry("reports", "Meldungen", kReportsPath);
    show_entry("audit", "Protokoll", kAuditPath);
  }
  auto form = page.posted_form("logout", "Abmelden", kLogoutPath);
  show_form_token(page, *view.session);
  page.button("leave", view.session->clerk + " abmelden", {.look = Appearance::Tertiary});
}

void show_head(const InboxPage& view, Page& page, std::string_view title) {
  page.link("skip", "Zum Inhalt springen", "#inhalt", {.look = Appearance::SkipLink});
  auto banner = page.banner();
  auto header = page.block("header", {.look = Appearance::Header});
  {
    auto row = page.block("row", {.look = Appearance::HeaderRow});
    auto brand = page.running_link("brand", kInboxPath, {.look = Appearance::Brand});
    page.text(view.shelf.city_name().empty() ? std::string("Posteingang") : "Posteingang " + view.shelf.city_name(), {.look = Appearance::Brand});
  }
  if (view.session != nullptr) show_menu(view, page, title);
}

std::string document_from(const InboxPage& view, std::string_view title, const semantics::Tree& tree) {
  using presentation::document::escaped_html;
  std::string html = "<!doctype html>\n<html lang=\"de\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n";
  html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html.append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n<title>");
  html.append(escaped_html(title)).append(" – Posteingang ").append(escaped_html(view.shelf.city_name())).append("</title>\n");
  html.append(view.shelf.style_links()).append("</head>\n<body>\n");
  return html.append(presentation::document::html_from_tree(tree)).append("\n</body>\n</html>\n");
}

}  // namespace

std::string application_path(const std::string& submission_id, std::string_view below) {
  std::string path = "/behoerde/antrag/" + percent_encoded(submission_id);
  if (!below.empty()) path.append("/").append(below);
  return path;
}

std::string report_path(std::int64_t number, std::string_view below) {
  std::string path = "/behoerde/meldung/" + std::to_string(number);
  if (!below.empty()) path.append("/").append(below);
  return path;
}

std::string report_subject(std::int64_t number) { return std::string(kReportSubject) + std::to_string(number); }

std::string path_of_subject(const std::string& subject) {
  return is_report(subject) ? "/behoerde/meldung/" + subject.substr(kReportSubject.size()) : application_path(subject);
}

std::string words_of_subject(const std::string& subject) { return is_report(subject) ? "Meldung " + subject.substr(kReportSubject.size()) : subject; }

Answer page_answer(const InboxPage& view, int status, std::string_view title, const std::function<void(Page&)>& show) {
  const semantics::ActionQueue nothing;
  semantics::Tree tree;
  {
    Page page(tree, nothing);
    page.set_document(title, "de", "ltr");
    show_head(view, page, title);
    auto main = page.main();
    auto place = page.block("place", {.look = Appearance::Container});
    page.heading(1, title);
    show(page);
  }
  Answer answer;
  answer.status = status;
  answer.content_type = "text/html; charset=utf-8";
  answer.add_header("Cache-Control", "no-store");
  answer.add_header("Content-Security-Policy", kContentSecurityPolicy);
  answer.body = document_from(view, title, tree);
  return answer;
}

Answer notice_answer(const InboxPage& view, int status, std::string_view title, std::string_view text) {
  return page_answer(view, status, title, [&](Page& page) {
    page.paragraph(text, {.look = Appearance::Lead});
    page.link("back", view.session == nullptr ? "Zur Anmeldung" : "Zu den eingegangenen Anträgen", view.session == nullptr ? kLoginPath : kInboxPath);
  });
}

Answer redirect_answer(std::string location) {
  Answer answer;
  answer.status = 303;
  answer.add_header("Location", std::move(location));
  answer.add_header("Cache-Control", "no-store");
  return answer;
}

std::string words_of_time(const InboxPage& view, std::int64_t seconds) {
  const LocalTime local = view.locale.local_time(seconds * 1000, kTimeZone);
  char text[32];
  std::snprintf(text, sizeof text, "%02d.%02d.%04d, %02d:%02d", local.date.day, local.date.month, local.date.year, local.time.minutes / 60,
                local.time.minutes % 60);
  return text;
}

void show_form_token(Page& page, const Session& session) {
  page.text_field("token", "Prüfzeichen der Anmeldung", session.form_token, {.states = semantics::states_of(State::Hidden), .type = "hidden", .name = "token"});
}

}  // namespace stadttor::city_server::authority
