#include "protocols/open311/report.h"

#include <algorithm>

#include "foundation/decimal_text.h"
#include "foundation/url.h"

namespace stadttor::protocols::open311 {

namespace {

constexpr std::size_t kLongestDescription = 4000;
// A hand's breadth on the ground; more digits only tell more about the device.
constexpr int kDecimals = 6;

Error to_correct(std::string where, const char* detail) { return {ErrorKind::MalformedData, std::move(where), detail, NextStep::CorrectInput}; }

std::size_t count_characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Outcome check_answer(const Attribute& attribute, const std::vector<std::string>& values) {
  const bool is_empty = std::all_of(values.begin(), values.end(), [](const std::string& value) { return value.empty(); });
  if (is_empty) {
    if (attribute.is_required) return to_correct(attribute.code, "an answer is required");
    return Done{};
  }
  if (attribute.kind != AttributeKind::SeveralOfList && values.size() > 1) return to_correct(attribute.code, "more than one answer");
  const bool is_list = attribute.kind == AttributeKind::OneOfList || attribute.kind == AttributeKind::SeveralOfList;
  for (const std::string& value : values) {
    const bool is_known = std::any_of(attribute.values.begin(), attribute.values.end(), [&value](const AttributeValue& known) { return known.key == value; });
    if (is_list && !is_known) return to_correct(attribute.code, "a choice that is no longer offered");
  }
  return Done{};
}

class FormBody {
 public:
  void add(const std::string& name, const std::string& value) {
    if (value.empty()) return;
    body_.append(body_.empty() ? "" : "&").append(percent_encoded(name)).append("=").append(percent_encoded(value));
  }
  std::string take() { return std::move(body_); }

 private:
  std::string body_;
};

}  // namespace

Outcome check_report(const Report& report, const ServiceDefinition* definition) {
  if (report.service_code.empty()) return to_correct("service_code", "no kind of report is chosen");
  if (!report.position && report.address.is_empty() && report.address_id.empty()) return to_correct("position", "a report needs a place");
  if (count_characters(report.description.reveal<"its length is checked before a report is sent">()) > kLongestDescription) {
    return to_correct("description", "more than 4000 characters");
  }
  static const std::vector<Attribute> kNone;
  const std::vector<Attribute>& asked = definition == nullptr ? kNone : definition->attributes;
  for (const AttributeAnswer& answer : report.attributes) {
    const bool is_asked = std::any_of(asked.begin(), asked.end(), [&answer](const Attribute& attribute) { return attribute.is_asked && attribute.code == answer.code; });
    if (!is_asked) return to_correct(answer.code, "a question that is no longer asked");
  }
  for (const Attribute& attribute : asked) {
    if (!attribute.is_asked) continue;
    const auto given = std::find_if(report.attributes.begin(), report.attributes.end(), [&attribute](const AttributeAnswer& answer) { return answer.code == attribute.code; });
    static const std::vector<std::string> kUnanswered;
    TRY(check_answer(attribute, given == report.attributes.end() ? kUnanswered : given->values.reveal<"answers are checked before a report is sent">()));
  }
  return Done{};
}

Personal<std::string> body_from_report(const Report& report, const Access& access) {
  FormBody form;
  form.add("api_key", access.api_key);
  form.add("jurisdiction_id", access.jurisdiction);
  form.add("service_code", report.service_code);
  if (report.position) {
    const Position& position = report.position->reveal<"the place of a report is sent with it">();
    form.add("lat", text_from_decimal(position.latitude, kDecimals));
    form.add("long", text_from_decimal(position.longitude, kDecimals));
  }
  form.add("address_string", report.address.reveal<"the place of a report is sent with it">());
  form.add("address_id", report.address_id);
  for (const AttributeAnswer& answer : report.attributes) {
    const auto& values = answer.values.reveal<"answers are sent with a report">();
    const std::string name = "attribute[" + answer.code + (values.size() > 1 ? "][]" : "]");
    for (const std::string& value : values) form.add(name, value);
  }
  form.add("description", report.description.reveal<"the words of a report are sent with it">());
  form.add("media_url", report.media_url);
  form.add("first_name", report.first_name.reveal<"sent with a report where the citizen wants to be known">());
  form.add("last_name", report.last_name.reveal<"sent with a report where the citizen wants to be known">());
  form.add("email", report.email.reveal<"sent with a report where the citizen wants an answer">());
  form.add("phone", report.phone.reveal<"sent with a report where the citizen wants an answer">());
  return Personal<std::string>(form.take());
}

}  // namespace stadttor::protocols::open311
