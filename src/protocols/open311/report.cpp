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

class Form {
 public:
  void add(std::string name, std::string value) {
    if (!value.empty()) fields_.emplace_back(std::move(name), std::move(value));
  }

  std::string url_encoded() const {
    std::string body;
    for (const auto& [name, value] : fields_) body.append(body.empty() ? "" : "&").append(percent_encoded(name)).append("=").append(percent_encoded(value));
    return body;
  }

  std::string multipart(const std::string& boundary, const Photo& photo) const {
    const std::string& bytes = photo.bytes.reveal<"a photo is sent with a report, as its citizen was shown">();
    std::string body;
    body.reserve(bytes.size() + 4096);
    for (const auto& [name, value] : fields_) {
      body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(quoted(name)).append("\"\r\n\r\n").append(value).append("\r\n");
    }
    body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"media\"; filename=\"").append(photo_name_of(photo.media_type));
    body.append("\"\r\nContent-Type: ").append(photo.media_type).append("\r\n\r\n").append(bytes).append("\r\n--").append(boundary).append("--\r\n");
    return body;
  }

 private:
  // As browsers write names of fields (HTML, "multipart form data").
  static std::string quoted(const std::string& name) {
    std::string text;
    for (const char c : name) {
      if (c == '"') text.append("%22");
      else if (c == '\r') text.append("%0D");
      else if (c == '\n') text.append("%0A");
      else text.push_back(c);
    }
    return text;
  }

  std::vector<std::pair<std::string, std::string>> fields_;
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

std::string_view photo_name_of(std::string_view media_type) {
  if (media_type == "image/png") return "foto.png";
  return media_type == "image/webp" ? "foto.webp" : "foto.jpg";
}

PostedBody body_from_report(const Report& report, const Access& access) {
  Form form;
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
  if (!report.photo) return {"application/x-www-form-urlencoded", Personal<std::string>(form.url_encoded())};
  // The key is random, the same for each attempt, and in no answer: nobody can have written it into a field.
  const std::string boundary = "stadttor-" + report.post_key;
  return {"multipart/form-data; boundary=" + boundary, Personal<std::string>(form.multipart(boundary, *report.photo))};
}

}  // namespace stadttor::protocols::open311
