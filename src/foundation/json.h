// A JSON value (RFC 8259) that does not change once made: copying shares. Where data has no fixed shape: rules, schemas, what
// a form hands over. Files of a known shape are read with JsonReader.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor {

enum class JsonKind : unsigned char { Null, Boolean, Number, Text, List, Object };

class JsonValue {
 public:
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  static JsonValue boolean(bool value);
  static JsonValue number(double value);
  static JsonValue text(std::string value);
  static JsonValue list(std::vector<JsonValue> items);
  // Members keep their order; of a name given twice the last one counts.
  static JsonValue object(std::vector<Member> members);

  JsonKind kind() const { return kind_; }
  bool is(JsonKind kind) const { return kind_ == kind; }

  // Of another kind they read as false, 0, "", and nothing.
  bool as_boolean() const { return kind_ == JsonKind::Boolean && number_ != 0; }
  double as_number() const { return kind_ == JsonKind::Number ? number_ : 0; }
  const std::string& as_text() const;
  const std::vector<JsonValue>& items() const&;
  const std::vector<Member>& members() const&;
  // A loop over what a passing value holds would outlive it.
  const std::vector<JsonValue>& items() && = delete;
  const std::vector<Member>& members() && = delete;
  // Null where there is none.
  const JsonValue* find(std::string_view name) const;

  // Whether it is the same list or object, not an equal one: JavaScript's ===.
  bool shares_content_with(const JsonValue& other) const { return content_ == other.content_; }
  // Equal as JSON Schema has it: numbers by value, members in any order.
  friend bool operator==(const JsonValue& a, const JsonValue& b);
  friend bool operator!=(const JsonValue& a, const JsonValue& b) { return !(a == b); }

 private:
  struct Content;
  JsonKind kind_ = JsonKind::Null;
  double number_ = 0;
  std::shared_ptr<const Content> content_;  // of texts, lists and objects
};

// The shortest decimal that reads as this number, as JavaScript writes it: "1", "0.5", "1e+21".
std::string text_from_number(double value);

// Compact JSON. What JSON has no number for becomes null.
std::string text_from_json(const JsonValue& value);

// Below `pointer` (RFC 6901).
std::string json_pointer_to(std::string_view pointer, std::string_view name);

}  // namespace stadttor
