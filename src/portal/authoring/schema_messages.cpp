#include "portal/authoring/schema_messages.h"

#include <array>
#include <utility>

namespace stadttor::portal::authoring {

namespace {

using Naming = std::pair<std::string_view, std::string_view>;

// How the remedies call a text, in the accusative.
constexpr std::array<Naming, 12> kTextNames = {{{"name", "den Namen"},
                                                {"title", "den Titel"},
                                                {"summary", "die Kurzbeschreibung"},
                                                {"description", "die Beschreibung"},
                                                {"body", "den Text der Seite"},
                                                {"claim", "den Leitspruch"},
                                                {"welcome", "den Willkommenssatz"},
                                                {"deadline", "die Frist"},
                                                {"duration", "die Dauer"},
                                                {"label", "die Bezeichnung"},
                                                {"amount", "den Betrag"},
                                                {"id", "die Kennung"}}};

std::string text_name(std::string_view pointer) {
  const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
  for (const auto& [member, name] : kTextNames) {
    if (member == last) return std::string(name);
  }
  return "den Text";
}

std::string number_text(const Json& number) { return number.dump(); }

std::string letters(std::size_t count) { return std::to_string(count) + " Zeichen"; }

std::string entries(std::size_t count) { return std::to_string(count) + (count == 1 ? " Eintrag" : " Einträge"); }

}  // namespace

std::string german_type(std::string_view schema_type) {
  if (schema_type == "string") return "ein Text in Anführungszeichen";
  if (schema_type == "integer") return "eine ganze Zahl";
  if (schema_type == "number") return "eine Zahl";
  if (schema_type == "boolean") return "true oder false";
  if (schema_type == "array") return "eine Liste in eckigen Klammern";
  if (schema_type == "object") return "ein Abschnitt in geschweiften Klammern";
  return "null";
}

std::string german_type_of(const Json& value) {
  if (value.is_number()) return "eine Zahl";
  if (value.is_string()) return "ein Text";
  if (value.is_array()) return "eine Liste";
  if (value.is_object()) return "ein Abschnitt";
  return value.dump();
}

std::string quoted_value(const Json& value) {
  constexpr std::size_t kLongest = 60;
  std::string text = value.is_string() ? value.get<std::string>() : json_text_from_value(value);
  if (text.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a letter
    text = text.substr(0, end) + "…";
  }
  return "„" + text + "“";
}

Message wrong_type_message(const Json& allowed_types, const Json& value) {
  std::string expected;
  for (const Json& type : allowed_types.is_array() ? allowed_types : Json::array({allowed_types})) {
    expected.append(expected.empty() ? "" : " oder ").append(german_type(type.get<std::string>()));
  }
  return {"Hier steht " + german_type_of(value) + ", erwartet wird " + expected + ".",
          "Schreiben Sie hier " + expected + "."};
}

Message missing_member_message(std::string_view name) {
  if (name == "de")
    return {"Die deutschen Texte fehlen.",
            "Ergänzen Sie den Abschnitt „de“: Deutsch gilt für alle Sprachen ohne eigenen Text."};
  const std::string quoted = "„" + std::string(name) + "“";
  return {"Die Angabe " + quoted + " fehlt.", "Ergänzen Sie " + quoted + "."};
}

Message unknown_member_message(std::string_view name, const Json& known_members) {
  std::string known;
  for (const auto& member : known_members.items()) {
    if (member.key() != "$schema") known.append(known.empty() ? "" : ", ").append(member.key());
  }
  return {"Die Angabe „" + std::string(name) + "“ ist hier nicht bekannt und bleibt ohne Wirkung.",
          "Prüfen Sie die Schreibweise oder löschen Sie die Angabe. Bekannt sind: " + known + "."};
}

Message wrong_value_message(const Json& value, const Json& allowed_values) {
  std::string allowed;
  for (const Json& choice : allowed_values) allowed.append(allowed.empty() ? "" : ", ").append(quoted_value(choice));
  return {"Der Wert " + quoted_value(value) + " ist nicht vorgesehen.", "Erlaubt ist: " + allowed + "."};
}

Message wrong_form_message(const Json& value) {
  return {quoted_value(value) + " hat nicht die verlangte Form.",
          "Schreiben Sie den Wert so wie in den anderen Dateien."};
}

Message wrong_date_message(const Json& value) {
  return {quoted_value(value) + " ist kein Datum des Kalenders.",
          "Schreiben Sie Jahr, Monat und Tag, zum Beispiel 2026-12-24."};
}

Message long_text_message(std::string_view pointer, std::size_t length, std::size_t longest) {
  return {"Der Text ist " + letters(length) + " lang, erlaubt sind " + std::to_string(longest) + ".",
          "Kürzen Sie " + text_name(pointer) + "."};
}

Message short_text_message(std::string_view pointer, std::size_t length, std::size_t shortest) {
  if (length == 0)
    return {"Der Text ist leer.", "Schreiben Sie " + text_name(pointer) + " oder löschen Sie die Angabe."};
  return {"Der Text ist nur " + letters(length) + " lang, nötig sind " + std::to_string(shortest) + ".",
          "Schreiben Sie " + text_name(pointer) + " aus."};
}

Message list_size_message(std::size_t size, std::size_t fewest, std::size_t most) {
  const std::string problem = "Die Liste hat " + entries(size) + ", ";
  if (size < fewest)
    return {problem + "nötig ist mindestens " + std::to_string(fewest) + ".", "Ergänzen Sie die Liste."};
  return {problem + "erlaubt sind höchstens " + std::to_string(most) + ".", "Kürzen Sie die Liste."};
}

Message repeated_entry_message(const Json& entry) {
  return {quoted_value(entry) + " steht zweimal in der Liste.", "Löschen Sie einen der beiden Einträge."};
}

Message number_range_message(const Json& value, const Json& schema) {
  const Json& least = member_of(schema, "minimum");
  const Json& most = member_of(schema, "maximum");
  std::string range;
  if (!least.is_null()) range.append(" ab ").append(number_text(least));
  if (!most.is_null()) range.append(" bis ").append(number_text(most));
  return {"Die Zahl " + number_text(value) + " liegt außerhalb des Erlaubten.", "Erlaubt sind Zahlen" + range + "."};
}

}  // namespace stadttor::portal::authoring
