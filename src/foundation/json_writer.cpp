#include "foundation/json_writer.h"

namespace stadttor {

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  json_.push_back(bracket);
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  json_.push_back(bracket);
  needs_comma_ = true;
  return *this;
}

void JsonWriter::separate() {
  if (needs_comma_) json_.push_back(',');
  needs_comma_ = true;
}

JsonWriter& JsonWriter::name(std::string_view name) {
  separate();
  append_text(name);
  json_.push_back(':');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_text(value);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  json_.append(std::to_string(value));
  return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
  separate();
  json_.append(value ? "true" : "false");
  return *this;
}

// RFC 8259, 7: quotes, backslashes and control characters; everything else is UTF-8 as it is.
void JsonWriter::append_text(std::string_view value) {
  json_.push_back('"');
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      json_.push_back('\\');
      json_.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json_.append("\\u00").push_back(c < 0x10 ? '0' : '1');
      json_.push_back("0123456789abcdef"[static_cast<unsigned char>(c) & 15U]);
    } else {
      json_.push_back(c);
    }
  }
  json_.push_back('"');
}

}  // namespace stadttor
