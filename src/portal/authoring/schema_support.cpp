// Which rules schema_check.cpp knows, and how a schema must write them so that it can be trusted while checking.
#include <algorithm>
#include <array>

#include "portal/authoring/schema_check.h"
#include "portal/authoring/schema_pattern.h"

namespace stadttor::portal::authoring {

namespace {

constexpr std::array<std::string_view, 24> kKeywords = {
    "$schema", "$id",     "$defs",     "$ref",      "title",      "description", "remedy",      "type",
    "enum",    "const",   "anyOf",     "required",  "properties", "items",       "pattern",     "format",
    "minimum", "maximum", "minLength", "maxLength", "minItems",   "maxItems",    "uniqueItems", "additionalProperties"};

constexpr std::array<std::string_view, 7> kTypes = {"string", "integer", "number", "boolean",
                                                    "array",  "object",  "null"};

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class SupportCheck {
 public:
  SupportCheck(const Json& root, ProblemLog log) : root_(root), log_(std::move(log)) {}

  void check(const Json& schema, const std::string& pointer) {
    if (!schema.is_object()) return refuse(pointer, "Hier wird ein Schema in geschweiften Klammern erwartet.");
    for (const auto& member : schema.items()) {
      if (!contains(kKeywords, member.key())) {
        refuse(pointer_to(pointer, member.key()), "Die Regel „" + member.key() + "“ beherrscht diese Prüfung nicht.");
      }
    }
    check_types(schema, pointer);
    check_texts(schema, pointer);
    check_numbers(schema, pointer);
    check_reference(schema, pointer);
    check_parts(schema, pointer);
  }

 private:
  void refuse(std::string pointer, std::string problem) {
    log_.error(std::move(pointer), std::move(problem), "Ändern Sie das Schema oder erweitern Sie schema_check.cpp.");
  }

  void check_types(const Json& schema, const std::string& pointer) {
    if (!schema.contains("type")) return;
    const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    for (const Json& type : types) {
      if (!type.is_string() || !contains(kTypes, type.get<std::string>())) {
        refuse(pointer_to(pointer, "type"), "Diesen Typ kennt JSON Schema nicht.");
      }
    }
  }

  void check_texts(const Json& schema, const std::string& pointer) {
    if (schema.contains("pattern") &&
        !(schema["pattern"].is_string() && is_valid_pattern(schema["pattern"].get<std::string>()))) {
      refuse(pointer_to(pointer, "pattern"), "Das Muster ist kein gültiger regulärer Ausdruck.");
    }
    if (schema.contains("format") && schema["format"] != "date") {
      refuse(pointer_to(pointer, "format"), "Von den Formaten beherrscht diese Prüfung nur „date“.");
    }
  }

  void check_numbers(const Json& schema, const std::string& pointer) {
    for (const char* name : {"minLength", "maxLength", "minItems", "maxItems"}) {
      if (schema.contains(name) && !schema[name].is_number_unsigned()) {
        refuse(pointer_to(pointer, name), "Hier wird eine Anzahl erwartet.");
      }
    }
  }

  // Only references to definitions, which refer to no further one: so that checking always ends.
  void check_reference(const Json& schema, const std::string& pointer) {
    if (!schema.contains("$ref")) return;
    const std::string reference = text_of(schema, "$ref");
    constexpr std::string_view kPrefix = "#/$defs/";
    const bool is_definition =
        reference.rfind('/') + 1 == kPrefix.size() && reference.compare(0, kPrefix.size(), kPrefix) == 0;
    const Json& definition =
        member_of(member_of(root_, "$defs"), is_definition ? reference.substr(kPrefix.size()) : "");
    if (!definition.is_object() || definition.contains("$ref")) {
      refuse(pointer_to(pointer, "$ref"),
             "Der Verweis muss eine Definition unter „#/$defs/“ nennen, die selbst keiner ist.");
    }
  }

  void check_parts(const Json& schema, const std::string& pointer) {
    for (const char* name : {"properties", "$defs"}) {
      for (const auto& part : object_of(member_of(schema, name)).items()) {
        check(part.value(), pointer_to(pointer_to(pointer, name), part.key()));
      }
    }
    if (schema.contains("items")) check(schema["items"], pointer_to(pointer, "items"));
    const Json& others = member_of(schema, "additionalProperties");
    if (!others.is_null() && !others.is_boolean()) check(others, pointer_to(pointer, "additionalProperties"));
    const Json& alternatives = list_of(member_of(schema, "anyOf"));
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      const std::string place = pointer_to(pointer_to(pointer, "anyOf"), i);
      check(alternatives[i], place);
      if (!member_of(alternatives[i], "$ref").is_null()) refuse(place, "Unter „anyOf“ sind Verweise nicht vorgesehen.");
    }
  }

  const Json& root_;
  ProblemLog log_;
};

}  // namespace

void report_unsupported_rules(const Json& schema, ProblemLog log) {
  SupportCheck(schema, std::move(log)).check(schema, "");
}

}  // namespace stadttor::portal::authoring
