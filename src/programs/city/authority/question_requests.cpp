#include "programs/city/authority/question_requests.h"

#include <algorithm>

#include "programs/city/authority/asking.h"
#include "programs/city/authority/decision.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server::authority {

namespace {

Result<DecryptionKey> decryption_key(const AuthorityParts& parts) {
  TRY_ASSIGN(AuthorityKeys keys, parts.read_keys());
  return DecryptionKey{std::move(keys.decryption), std::move(keys.encryption_key_id)};
}

}  // namespace

Outcome post_event_once(SubmissionSource& source, const InboxEntry& entry, const std::string& token) {
  Outcome posted = source.post_event(entry.case_id, token);
  if (!posted.ok() && posted.error().kind == ErrorKind::ChangedElsewhere) {
    // It may be there already: an earlier call arrived, and its answer did not.
    TRY_ASSIGN(const std::vector<std::string> events, source.request_events(entry.case_id));
    if (std::find(events.begin(), events.end(), token) != events.end()) posted = Done{};
  }
  if (!posted.ok()) log_event(LogLevel::Warning, "event_not_taken", {{"submission", entry.submission_id}, {"problem", text_from_error(posted.error())}});
  return posted;
}

Result<Conversation> QuestionRequests::open_conversation(const InboxApplication& application) {
  Conversation conversation;
  TRY_ASSIGN(std::vector<Question> questions, read_questions(parts_.connection, application.entry.submission_id));
  for (Question& question : questions) {
    TRY_ASSIGN(DecryptionKey key, decryption_key(parts_));
    Personal<std::string> text = opened_text(question, std::move(key));
    conversation.exchanges.push_back({std::move(question), std::move(text), {}});
  }
  TRY_ASSIGN(const std::vector<std::string> followers, read_followers(parts_.connection, application.entry.submission_id));
  for (const std::string& id : followers) {
    TRY_ASSIGN(const std::optional<InboxApplication> found, find_application(parts_.connection, id));
    if (!found) continue;
    TRY_ASSIGN(DecryptionKey key, decryption_key(parts_));
    if (found->entry.state == InboxState::New) TRY(mark_opened(parts_.connection, audit(Act::Opened, id)));
    TRY_ASSIGN(OpenedFollower follower, open_follower(*found, std::move(key), parts_.shelf));
    auto& exchanges = conversation.exchanges;
    const auto asked = std::find_if(exchanges.begin(), exchanges.end(), [&follower](const Exchange& known) { return known.question.reply_id == follower.answered; });
    if (asked == exchanges.end() || !follower.answer) {
      conversation.others.push_back(id);
      continue;
    }
    TRY(take_answer(follower));
    asked->answers.push_back(*std::move(follower.answer));
  }
  return conversation;
}

Outcome QuestionRequests::take_answer(OpenedFollower& follower) {
  const InboxEntry& entry = follower.application.entry;
  TRY(mark_question_answered(parts_.connection, follower.answered));
  if (follower.can_be_accepted()) {
    TRY_ASSIGN(const AuthorityKeys keys, parts_.read_keys());
    TRY_ASSIGN(follower.application.decision_event, signed_decision(keys.signing, follower.application, {}, view_.now));
    TRY(mark_decided(parts_.connection, InboxState::Accepted, follower.application.decision_event, audit(Act::Accepted, entry.submission_id)));
    follower.application.entry.state = InboxState::Accepted;
  }
  const bool has_to_be_told = entry.is_decided() && !entry.is_reported && !follower.application.decision_event.empty();
  // What is not taken now is told again when the case is opened next.
  if (!has_to_be_told || !post_event_once(parts_.source, entry, follower.application.decision_event).ok()) return Done{};
  return mark_reported(parts_.connection, audit(Act::Reported, entry.submission_id));
}

Result<bool> QuestionRequests::ask(const InboxApplication& application, const protocols::jose::JsonWebKey& reply_key, const std::string& text) {
  TRY_ASSIGN(const AuthorityKeys keys, parts_.read_keys());
  TRY_ASSIGN(const Question question, sealed_question(keys, parts_.random, {application, reply_key, view_.session->clerk, view_.now}, text));
  TRY(keep_question(parts_.connection, question, audit(Act::Asked, application.entry.submission_id)));
  return send(application, question);
}

Result<bool> QuestionRequests::send_again(const InboxApplication& application, const std::string& reply_id) {
  TRY_ASSIGN(const std::vector<Question> questions, read_questions(parts_.connection, application.entry.submission_id));
  const auto found = std::find_if(questions.begin(), questions.end(), [&reply_id](const Question& known) { return known.reply_id == reply_id; });
  if (found == questions.end()) return false;
  return found->is_sent ? Result<bool>(true) : send(application, *found);
}

Result<bool> QuestionRequests::send(const InboxApplication& application, const Question& question) {
  const InboxEntry& entry = application.entry;
  const Outcome posted = parts_.source.post_reply({question.reply_id, entry.case_id, question.metadata_jwe, question.data_jwe});
  if (!posted.ok()) {
    log_event(LogLevel::Warning, "question_not_sent", {{"submission", entry.submission_id}, {"problem", text_from_error(posted.error())}});
    return false;
  }
  if (!post_event_once(parts_.source, entry, question.event).ok()) return false;
  TRY(mark_question_sent(parts_.connection, question.reply_id, audit(Act::QuestionSent, entry.submission_id)));
  return true;
}

}  // namespace stadttor::city_server::authority
