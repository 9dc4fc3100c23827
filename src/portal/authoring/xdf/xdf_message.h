// A message of XDatenfelder 2 or 3 (FIM, XÖV): a data schema, a group or a field with what it contains. Reads strictly where ids and counts
// stand; what it means as a form belongs to xdf_form.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace stadttor::portal::authoring {

struct XdfValue {
  std::string code;
  std::string name;
};

struct XdfRule {
  std::string id;
  std::string text;  // written for people: never carried out
};

struct XdfElement {
  enum class Kind : unsigned char { Schema, Group, Field };
  Kind kind = Kind::Schema;
  std::string id;       // "F60000227"
  std::string version;
  std::string name;
  std::string label;    // bezeichnungEingabe, or else the name
  std::string help;     // hilfetextEingabe
  int fewest = 1;       // how often its parent has it
  int most = 1;         // kEndless: "*"

  // Fields
  std::string field_kind;  // feldart: input, select, label, hidden, locked
  std::string data_type;   // datentyp: text, date, bool ...
  std::string shortest, longest, least, most_value, pattern;  // praezisierung, as written
  std::string content;     // inhalt
  std::string code_list;   // URN of one that is kept elsewhere
  std::vector<XdfValue> values;
  std::string largest_bytes;
  std::vector<std::string> media_types;

  std::vector<XdfRule> rules;
  std::vector<XdfElement> children;
};

inline constexpr int kEndless = 1000;

// Errors name the line.
Result<XdfElement> read_xdf(std::string_view text, const std::string& where);

}  // namespace stadttor::portal::authoring
