#include "protocols/fit_connect/question.h"

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"

namespace stadttor::protocols::fit_connect {

std::string json_from_question(std::string_view question) {
  JsonWriter json;
  return json.begin_object().member("question", question).end_object().take();
}

Result<Personal<std::string>> parse_question(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"an authority's question is read to be shown to the citizen">(), "question"));
  Personal<std::string> question(document.root().required_text("question"));
  TRY(document.finish());
  return question;
}

Personal<std::string> json_from_answer(const QuestionAnswer& answer) {
  JsonWriter json;
  json.begin_object().member("replyTo", answer.reply_to).member("answer", answer.text.reveal<"an answer is handed over to be encrypted">());
  return Personal<std::string>(json.end_object().take());
}

Result<QuestionAnswer> parse_answer(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"an answer is read by who has asked">(), "answer"));
  QuestionAnswer answer{document.root().required_text("replyTo"), Personal<std::string>(document.root().required_text("answer"))};
  TRY(document.finish());
  return answer;
}

}  // namespace stadttor::protocols::fit_connect
