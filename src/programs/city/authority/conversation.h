// What went back and forth about one application, opened with the authority's own key: the clerks' questions, and what the citizen has sent
// into the case since.
#pragma once

#include <optional>
#include <vector>

#include "programs/city/authority/opening.h"
#include "programs/city/authority/question_records.h"

namespace stadttor::city_server::authority {

struct ReceivedAnswer {
  std::string submission_id;
  std::int64_t submitted_at = 0;
  Personal<std::string> text;  // may be empty where files came
  std::vector<OpenedAttachment> attachments;
  bool is_sound = false;  // it is what the delivery service has confirmed
};

struct Exchange {
  Question question;
  Personal<std::string> text;  // empty: it could not be read
  std::vector<ReceivedAnswer> answers;
};

struct Conversation {
  std::vector<Exchange> exchanges;  // the oldest first
  std::vector<std::string> others;  // ids of submissions in the case that answer none of the questions
};

// A submission of the case as it was opened; `answered` names the question where it answers one.
struct OpenedFollower {
  InboxApplication application;
  std::optional<ReceivedAnswer> answer;
  std::string answered;

  // It was read as it was sent, so its arrival can be vouched for.
  bool can_be_accepted() const { return answer && answer->is_sound && application.entry.is_open(); }
};

Result<OpenedFollower> open_follower(const InboxApplication& application, DecryptionKey key, const FormShelf& shelf);
// The text of a question, from what is kept for the authority itself.
Personal<std::string> opened_text(const Question& question, DecryptionKey key);

}  // namespace stadttor::city_server::authority
