// What all pages of the inbox share: head and foot, the way times are said, and the step from a tree to an answer. They are
// German, as the authority is, work without a script, and look like the portal.
#pragma once

#include <functional>
#include <string>

#include "platform/locale.h"
#include "programs/city/authority/form_shelf.h"
#include "programs/city/authority/sessions.h"
#include "programs/city/exchange.h"
#include "semantics/page.h"

namespace stadttor::city_server::authority {

inline constexpr const char* kInboxPath = "/behoerde/";
inline constexpr const char* kLoginPath = "/behoerde/anmelden";
inline constexpr const char* kLogoutPath = "/behoerde/abmelden";
inline constexpr const char* kAuditPath = "/behoerde/protokoll";

inline constexpr const char* kReportsPath = "/behoerde/meldungen";

// "/behoerde/antrag/<id>", or of something below it.
std::string application_path(const std::string& submission_id, std::string_view below = {});

// "/behoerde/meldung/<number>", or of something below it.
std::string report_path(std::int64_t number, std::string_view below = {});
// What the audit calls a report.
std::string report_subject(std::int64_t number);
// Where an entry of the audit leads, and what it is called there.
std::string path_of_subject(const std::string& subject);
std::string words_of_subject(const std::string& subject);

struct InboxPage {
  const FormShelf& shelf;
  const platform::Locale& locale;
  const Session* session = nullptr;  // null: nobody is logged in
  std::int64_t now = 0;              // seconds since 1970
  bool has_reports = false;          // the city takes them
};

// `show` fills the main part, below the heading of level 1.
Answer page_answer(const InboxPage& view, int status, std::string_view title, const std::function<void(semantics::Page&)>& show);

// A page that only says what cannot be done, and leads back.
Answer notice_answer(const InboxPage& view, int status, std::string_view title, std::string_view text);

Answer redirect_answer(std::string location);

// "26.11.2026, 14:05"
std::string words_of_time(const InboxPage& view, std::int64_t seconds);

// Has to stand in every posted form of a session.
void show_form_token(semantics::Page& page, const Session& session);

}  // namespace stadttor::city_server::authority
