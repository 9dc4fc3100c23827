// What a clerk does with citizens' reports: finds them, reads one, releases words and photo, tells how far it is, says that it is another once
// more, hands it on. Each is in the audit before it happens.
#pragma once

#include "programs/city/authority/authority.h"
#include "programs/city/authority/pages/report_page.h"

namespace stadttor::city_server::authority {

class ReportRequests {
 public:
  // Of a logged-in clerk; the parts have reports.
  ReportRequests(const AuthorityParts& parts, const InboxPage& view) : parts_(parts), reports_(parts.reports->connection), view_(view) {}

  static bool owns(std::string_view path);

  // "/behoerde/meldungen", "/behoerde/meldung/<number>" and what is below it.
  Answer answer(const IncomingRequest& request, const PostedFields& posted);

 private:
  Answer show_list(const NamedValues& query);
  Answer show(const open311::KeptReport& report, ReportStep last);
  Answer show_photo(const open311::KeptReport& report);
  Answer answer_to_post(const open311::KeptReport& report, std::string_view below, const PostedFields& posted);
  Answer release(const open311::KeptReport& report, const PostedFields& posted);
  Answer tell_state(const open311::KeptReport& report, const PostedFields& posted);
  Answer mark_same(const open311::KeptReport& report, const PostedFields& posted);
  Answer hand_on(const open311::KeptReport& report, const PostedFields& posted);
  // The audit first, then `work`, then back to the report's page, which says what was done.
  Answer do_it(const open311::KeptReport& report, Act act, const char* done, const std::function<Outcome()>& work);

  const AuthorityParts& parts_;
  Connection& reports_;
  const InboxPage view_;
};

}  // namespace stadttor::city_server::authority
