// What a clerk does with questions about an application: asks, and sends once more what the delivery service has not taken; and what
// reading the answers leads to. Each act is in the audit before it happens.
#pragma once

#include "programs/city/authority/authority.h"
#include "programs/city/authority/conversation.h"
#include "programs/city/authority/inbox_records.h"

namespace stadttor::city_server::authority {

class QuestionRequests {
 public:
  QuestionRequests(const AuthorityParts& parts, const InboxPage& view) : parts_(parts), view_(view) {}

  // Opens everything of the case. An answer that is opened and sound is accepted: the citizen is told that it was read.
  Result<Conversation> open_conversation(const InboxApplication& application);
  // Kept before it is sent. False where it could not be sent yet.
  Result<bool> ask(const InboxApplication& application, const protocols::jose::JsonWebKey& reply_key, const std::string& text);
  Result<bool> send_again(const InboxApplication& application, const std::string& reply_id);

 private:
  AuditEntry audit(Act act, const std::string& submission_id) const { return {view_.now, view_.session->clerk, act, submission_id}; }
  Outcome take_answer(OpenedFollower& follower);
  Result<bool> send(const InboxApplication& application, const Question& question);

  const AuthorityParts& parts_;
  const InboxPage& view_;
};

// Posts a token; one that is in the case's log already has been posted. Warns in the log of the server where it cannot.
Outcome post_event_once(SubmissionSource& source, const InboxEntry& entry, const std::string& token);

}  // namespace stadttor::city_server::authority
