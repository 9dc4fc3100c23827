// What a clerk does with one application: opens it, saves an attachment, decides, reports the decision, deletes the content. Each
// is in the audit before it happens.
#pragma once

#include "programs/city/authority/authority.h"
#include "programs/city/authority/decision.h"
#include "programs/city/authority/pages/application_page.h"

namespace stadttor::city_server::authority {

class ApplicationRequests {
 public:
  // Of a logged-in clerk.
  ApplicationRequests(const AuthorityParts& parts, const InboxPage& view) : parts_(parts), view_(view) {}

  // "/behoerde/antrag/<id>" and what is below it.
  Answer answer(const IncomingRequest& request, const PostedFields& posted);

 private:
  AuditEntry audit(Act act, const InboxApplication& application) const {
    return {view_.now, view_.session->clerk, act, application.entry.submission_id};
  }
  Answer answer_to_get(const InboxApplication& application, std::string_view below, std::string_view done);
  Answer answer_to_post(const InboxApplication& application, std::string_view below, const PostedFields& posted);
  Answer show(const InboxApplication& application, LastStep last);
  Answer save_attachment(const InboxApplication& application, std::string_view id);
  Answer accept(const InboxApplication& application, const PostedFields& posted);
  Answer reject(const InboxApplication& application, const PostedFields& posted);
  Answer erase(const InboxApplication& application, const PostedFields& posted);
  Answer decide(const InboxApplication& application, const Decision& decision, const DecisionEntries& entries);
  Answer report(const InboxApplication& application);
  Answer ask(const InboxApplication& application, const PostedFields& posted);
  Answer send_question(const InboxApplication& application, const PostedFields& posted);
  Outcome post(const InboxApplication& application, const std::string& token);
  Result<OpenedApplication> open(const InboxApplication& application);

  const AuthorityParts& parts_;
  const InboxPage view_;
};

// The inbox's own database or key does not answer.
Answer unreadable_answer(const InboxPage& view, const Error& error);

}  // namespace stadttor::city_server::authority
