// What an authority asks back about an application, and what the citizen answers. FIT-Connect carries both and says nothing of their content:
// the two schemas are this portal's own.
#pragma once

#include <string>
#include <string_view>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::protocols::fit_connect {

// {"question": text}: the data of a reply; a processStandard in the metadata of the application.
inline constexpr const char* kQuestionSchema = "urn:stadttor:rueckfrage:1";
// {"replyTo": id of the reply, "answer": text}: the data of a submission in the same case. The text may be empty where files come with it.
inline constexpr const char* kAnswerSchema = "urn:stadttor:rueckfrage-antwort:1";

// In characters, both ways.
inline constexpr std::size_t kLongestQuestion = 2000;

std::string json_from_question(std::string_view question);
Result<Personal<std::string>> parse_question(const Personal<std::string>& json);

struct QuestionAnswer {
  std::string reply_to;
  Personal<std::string> text;
};
Personal<std::string> json_from_answer(const QuestionAnswer& answer);
Result<QuestionAnswer> parse_answer(const Personal<std::string>& json);

}  // namespace stadttor::protocols::fit_connect
