#include "programs/city/open311/fault.h"

namespace stadttor::city_server::open311 {

Answer message_answer(Format format, const JsonValue& message, std::string_view root) {
  Answer answer;
  answer.content_type = std::string(media_type_of(format));
  answer.add_header("Cache-Control", "no-store");
  answer.body = text_from_message(format, message, root);
  return answer;
}

Answer fault_answer(Format format, const Faults& faults) {
  std::vector<JsonValue> list;
  for (const Fault& fault : faults) {
    list.push_back(JsonValue::object({{"code", JsonValue::number(fault.code)}, {"description", JsonValue::text(fault.description)}}));
  }
  Answer answer = message_answer(format, JsonValue::list(std::move(list)), "errors");
  answer.status = faults.front().code;
  answer.add_header("Content-Language", "de");
  return answer;
}

}  // namespace stadttor::city_server::open311
