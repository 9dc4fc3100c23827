// What a GeoReport server says, whichever of its two formats it speaks, and a lenient way to read it: servers send ids as numbers,
// numbers as text and null for nothing. Source: GeoReport v2, "Format" and "JSON and XML conversion".
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor::protocols::open311 {

// Every server has XML; JSON where discovery says so.
enum class Format : unsigned char { Json, Xml };

// ".../services.json"
std::string_view extension_of(Format format);

// XML becomes what the same answer would be in JSON: a plural wrapper is a list, an empty element is null, all else is text.
// Errors say the line, what is wrong there and how the server has to write it.
Result<JsonValue> parse_message(Format format, const std::string& body, const std::string& where);

// A place in a message. Like JsonReader it keeps the first error and reads on with empty values.
class MessageReader {
 public:
  MessageReader(JsonValue value, std::string where);

  // Text, or a number or flag as text; an error where there is neither, and for numbers too large to be an id.
  std::string required_text(const char* name);
  std::string optional_text(const char* name);
  // The first of these names that has a value.
  std::string first_text(std::initializer_list<const char*> names);
  std::optional<double> optional_number(const char* name);
  bool flag_or(const char* name, bool otherwise);
  // This place itself, as text and as a list. A single object counts as a list of one, as some servers answer.
  std::string as_text();
  std::vector<MessageReader> items();
  std::vector<MessageReader> items_of(const char* name);

  void report(const char* name, std::string detail);
  Outcome finish() const;

 private:
  MessageReader(JsonValue value, std::string pointer, std::shared_ptr<std::optional<Error>> error, std::shared_ptr<const std::string> where);
  std::string text_from(const JsonValue& value, const char* name);

  JsonValue value_;
  std::string pointer_;
  std::shared_ptr<std::optional<Error>> error_;
  std::shared_ptr<const std::string> where_;
};

}  // namespace stadttor::protocols::open311
