#include "programs/city/open311/message_text.h"

#include <algorithm>

namespace stadttor::city_server::open311 {
namespace {

struct Wrapper {
  std::string_view plural;
  std::string_view singular;
};

constexpr Wrapper kWrappers[] = {{"services", "service"},   {"service_requests", "request"}, {"attributes", "attribute"}, {"values", "value"},
                                 {"errors", "error"},       {"endpoints", "endpoint"},       {"formats", "format"},       {"notes", "note"}};

std::string_view name_of_item(std::string_view list) {
  const auto* found = std::find_if(std::begin(kWrappers), std::end(kWrappers), [list](const Wrapper& wrapper) { return wrapper.plural == list; });
  return found == std::end(kWrappers) ? std::string_view("item") : found->singular;
}

// XML 1.0 has no way to write control characters, not even escaped.
void append_escaped(std::string& xml, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      xml.append("&amp;");
    } else if (c == '<') {
      xml.append("&lt;");
    } else if (c == '>') {
      xml.append("&gt;");
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      xml.push_back(c);
    }
  }
}

void append_element(std::string& xml, std::string_view name, const JsonValue& value) {
  xml.append("<").append(name).append(">");
  if (value.is(JsonKind::List)) {
    for (const JsonValue& item : value.items()) append_element(xml, name_of_item(name), item);
  } else if (value.is(JsonKind::Object)) {
    for (const auto& [member, content] : value.members()) append_element(xml, member, content);
  } else if (value.is(JsonKind::Text)) {
    append_escaped(xml, value.as_text());
  } else if (value.is(JsonKind::Number)) {
    xml.append(text_from_number(value.as_number()));
  } else if (value.is(JsonKind::Boolean)) {
    xml.append(value.as_boolean() ? "true" : "false");
  }
  xml.append("</").append(name).append(">");
}

}  // namespace

std::string_view media_type_of(Format format) { return format == Format::Json ? "application/json; charset=utf-8" : "text/xml; charset=utf-8"; }

std::string text_from_message(Format format, const JsonValue& message, std::string_view root) {
  if (format == Format::Json) return text_from_json(message);
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  append_element(xml, root, message);
  return xml.append("\n");
}

}  // namespace stadttor::city_server::open311
