#include "protocols/open311/message.h"

#include <algorithm>
#include <cstdlib>

#include "foundation/json_reader.h"
#include "foundation/xml_reader.h"
#include "protocols/open311/json_fault.h"

namespace stadttor::protocols::open311 {

namespace {

// Above 2^53 a number has lost digits before anybody reads it.
constexpr double kLargestWhole = 9007199254740992.0;

bool is_list(const std::string& name) {
  constexpr std::string_view kLists[] = {"services", "attributes", "values", "service_requests", "errors", "endpoints", "formats"};
  return std::find(std::begin(kLists), std::end(kLists), name) != std::end(kLists);
}

JsonValue value_from_xml(const XmlElement& element) {
  if (is_list(element.name)) {
    std::vector<JsonValue> items;
    for (const XmlElement& child : element.children) items.push_back(value_from_xml(child));
    return JsonValue::list(std::move(items));
  }
  if (!element.children.empty()) {
    std::vector<JsonValue::Member> members;
    for (const XmlElement& child : element.children) members.emplace_back(child.name, value_from_xml(child));
    return JsonValue::object(std::move(members));
  }
  return element.text.empty() ? JsonValue() : JsonValue::text(element.text);
}

// strtod alone would take "0x1p3", "inf" and what the C library's locale says.
std::optional<double> number_from_text(const std::string& text) {
  if (text.empty() || text.size() > 40 || text.find_first_not_of("0123456789+-.eE") != std::string::npos) return {};
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size()) return {};
  return number;
}

}  // namespace

std::string_view extension_of(Format format) { return format == Format::Json ? ".json" : ".xml"; }

Result<JsonValue> parse_message(Format format, const std::string& body, const std::string& where) {
  if (format == Format::Xml) {
    TRY_ASSIGN(const XmlElement root, parse_xml(body, where));
    return value_from_xml(root);
  }
  Result<JsonDocument> document = JsonDocument::parse(body, where);
  if (document.ok()) return document.value().root().as_value();
  Error error = document.error();
  const std::string fault = first_json_fault(body);
  if (!fault.empty()) error.detail = fault;
  return error;
}

MessageReader::MessageReader(JsonValue value, std::string where)
    : MessageReader(std::move(value), {}, std::make_shared<std::optional<Error>>(), std::make_shared<const std::string>(std::move(where))) {}

MessageReader::MessageReader(JsonValue value, std::string pointer, std::shared_ptr<std::optional<Error>> error, std::shared_ptr<const std::string> where)
    : value_(std::move(value)), pointer_(std::move(pointer)), error_(std::move(error)), where_(std::move(where)) {}

void MessageReader::report(const char* name, std::string detail) {
  if (*error_) return;
  const std::string pointer = *name == '\0' ? pointer_ : json_pointer_to(pointer_, name);
  *error_ = Error{ErrorKind::MalformedData, *where_ + "#" + pointer, std::move(detail), NextStep::ContactOffice};
}

Outcome MessageReader::finish() const {
  if (*error_) return **error_;
  return Done{};
}

std::string MessageReader::text_from(const JsonValue& value, const char* name) {
  if (value.is(JsonKind::Text)) return value.as_text();
  if (value.is(JsonKind::Boolean)) return value.as_boolean() ? "true" : "false";
  if (value.is(JsonKind::Number)) {
    if (value.as_number() > kLargestWhole || value.as_number() < -kLargestWhole) report(name, "a number with too many digits: ids are text, in quotation marks");
    return text_from_number(value.as_number());
  }
  if (!value.is(JsonKind::Null)) report(name, "expected text");
  return {};
}

std::string MessageReader::optional_text(const char* name) {
  const JsonValue* value = value_.find(name);
  return value == nullptr ? std::string() : text_from(*value, name);
}

std::string MessageReader::required_text(const char* name) {
  std::string text = optional_text(name);
  if (text.empty()) report(name, "missing, and the interface requires it");
  return text;
}

std::string MessageReader::first_text(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string text = optional_text(name);
    if (!text.empty()) return text;
  }
  return {};
}

std::optional<double> MessageReader::optional_number(const char* name) {
  const JsonValue* value = value_.find(name);
  if (value == nullptr || value->is(JsonKind::Null)) return {};
  if (value->is(JsonKind::Number)) return value->as_number();
  if (value->is(JsonKind::Text) && value->as_text().empty()) return {};
  const std::optional<double> number = value->is(JsonKind::Text) ? number_from_text(value->as_text()) : std::nullopt;
  if (!number) report(name, "expected a number");
  return number;
}

bool MessageReader::flag_or(const char* name, bool otherwise) {
  const std::string text = optional_text(name);
  if (text == "true" || text == "1") return true;
  return text == "false" || text == "0" ? false : otherwise;
}

std::string MessageReader::as_text() { return text_from(value_, ""); }

std::vector<MessageReader> MessageReader::items() {
  std::vector<MessageReader> readers;
  if (value_.is(JsonKind::Object)) {
    readers.push_back(MessageReader(value_, pointer_, error_, where_));
  } else if (value_.is(JsonKind::List)) {
    for (const JsonValue& item : value_.items()) {
      readers.push_back(MessageReader(item, json_pointer_to(pointer_, std::to_string(readers.size())), error_, where_));
    }
  } else if (!value_.is(JsonKind::Null)) {
    report("", "expected a list");
  }
  return readers;
}

std::vector<MessageReader> MessageReader::items_of(const char* name) {
  const JsonValue* value = value_.find(name);
  if (value == nullptr) return {};
  return MessageReader(*value, json_pointer_to(pointer_, name), error_, where_).items();
}

}  // namespace stadttor::protocols::open311
