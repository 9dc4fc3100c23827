#include "portal/authoring/schema_check.h"

#include <algorithm>
#include <limits>

#include "foundation/calendar.h"
#include "portal/authoring/schema_messages.h"
#include "portal/authoring/schema_pattern.h"

namespace stadttor::portal::authoring {

namespace {

bool is_of_type(const Json& value, std::string_view type) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return type == "null" && value.is_null();
}

bool is_of_allowed_type(const Json& value, const Json& types) {
  if (types.is_string()) return is_of_type(value, types.get_ref<const std::string&>());
  return std::any_of(types.begin(), types.end(),
                     [&value](const Json& type) { return is_of_type(value, type.get_ref<const std::string&>()); });
}

// JSON Schema counts characters, not bytes.
std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t limit_of(const Json& schema, std::string_view name, std::size_t otherwise) {
  const Json& limit = member_of(schema, name);
  return limit.is_number_unsigned() ? limit.get<std::size_t>() : otherwise;
}

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

class SchemaCheck {
 public:
  SchemaCheck(const Json& root, ProblemLog log) : root_(root), log_(std::move(log)) {}

  // Ends, because a definition refers to no other one and an alternative to none, and values are 32 levels deep at
  // most.
  void check(const Json& schema, const Json& value, const std::string& pointer) {
    if (const std::string reference = text_of(schema, "$ref"); !reference.empty()) {
      check(member_of(member_of(root_, "$defs"), reference.substr(reference.rfind('/') + 1)), value, pointer);
    }
    const Json& type = member_of(schema, "type");
    if (!type.is_null() && !is_of_allowed_type(value, type)) {
      return report(schema, pointer, wrong_type_message(type, value));
    }
    check_choice(schema, value, pointer);
    if (value.is_string()) check_text(schema, value, pointer);
    if (value.is_number()) check_number(schema, value, pointer);
    if (value.is_array()) check_list(schema, value, pointer);
    if (value.is_object()) check_members(schema, value, pointer);
  }

 private:
  void report(const Json& schema, const std::string& pointer, Message message) {
    if (const std::string remedy = text_of(schema, "remedy"); !remedy.empty()) message.remedy = remedy;
    log_.error(pointer, std::move(message.problem), std::move(message.remedy));
  }

  void check_choice(const Json& schema, const Json& value, const std::string& pointer) {
    const Json& choices = list_of(member_of(schema, "enum"));
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
      report(schema, pointer, wrong_value_message(value, choices));
    }
    if (schema.contains("const") && schema["const"] != value) {
      report(schema, pointer, wrong_value_message(value, Json::array({schema["const"]})));
    }
    const Json& alternatives = list_of(member_of(schema, "anyOf"));
    if (alternatives.empty()) return;
    const bool fits = std::any_of(alternatives.begin(), alternatives.end(), [&](const Json& alternative) {
      std::vector<Problem> found;
      SchemaCheck(root_, ProblemLog(found, {})).check(alternative, value, pointer);
      return found.empty();
    });
    if (!fits) report(schema, pointer, wrong_form_message(value));
  }

  void check_text(const Json& schema, const Json& value, const std::string& pointer) {
    const std::string& text = value.get_ref<const std::string&>();
    const std::size_t length = letter_count(text);
    const std::size_t longest = limit_of(schema, "maxLength", kNoLimit);
    const std::size_t shortest = limit_of(schema, "minLength", 0);
    if (length > longest) report(schema, pointer, long_text_message(pointer, length, longest));
    if (length < shortest) report(schema, pointer, short_text_message(pointer, length, shortest));
    const std::string pattern = text_of(schema, "pattern");
    if (!pattern.empty() && !matches_pattern(text, pattern)) report(schema, pointer, wrong_form_message(value));
    if (text_of(schema, "format") == "date" && !parse_date(text)) report(schema, pointer, wrong_date_message(value));
  }

  void check_number(const Json& schema, const Json& value, const std::string& pointer) {
    const Json& least = member_of(schema, "minimum");
    const Json& most = member_of(schema, "maximum");
    if ((least.is_number() && value < least) || (most.is_number() && value > most)) {
      report(schema, pointer, number_range_message(value, schema));
    }
  }

  void check_list(const Json& schema, const Json& value, const std::string& pointer) {
    const std::size_t fewest = limit_of(schema, "minItems", 0);
    const std::size_t most = limit_of(schema, "maxItems", kNoLimit);
    if (value.size() < fewest || value.size() > most) {
      report(schema, pointer, list_size_message(value.size(), fewest, most));
    }
    const bool must_be_unique = flag_of(schema, "uniqueItems");
    const Json& entry_schema = member_of(schema, "items");
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto end = value.begin() + static_cast<std::ptrdiff_t>(i);
      if (must_be_unique && std::find(value.begin(), end, value[i]) != end) {
        report(schema, pointer_to(pointer, i), repeated_entry_message(value[i]));
      }
      if (entry_schema.is_object()) check(entry_schema, value[i], pointer_to(pointer, i));
    }
  }

  void check_members(const Json& schema, const Json& value, const std::string& pointer) {
    for (const std::string& name : texts_of(schema, "required")) {
      if (!value.contains(name)) report(schema, pointer, missing_member_message(name));
    }
    const Json& known = object_of(member_of(schema, "properties"));
    const Json& others = member_of(schema, "additionalProperties");
    for (const auto& member : value.items()) {
      const std::string place = pointer_to(pointer, member.key());
      if (known.contains(member.key())) {
        check(known[member.key()], member.value(), place);
      } else if (others.is_object()) {
        check(others, member.value(), place);
      } else if (others == false) {
        report(schema, place, unknown_member_message(member.key(), known));
      }
    }
  }

  const Json& root_;
  ProblemLog log_;
};

}  // namespace

void report_broken_rules(const Json& schema, const Json& value, const std::string& pointer, ProblemLog log) {
  SchemaCheck(schema, std::move(log)).check(schema, value, pointer);
}

}  // namespace stadttor::portal::authoring
