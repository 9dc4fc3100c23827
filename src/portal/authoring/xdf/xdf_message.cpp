#include "portal/authoring/xdf/xdf_message.h"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/json_reader.h"
#include "portal/authoring/xdf/xml_tree.h"

namespace stadttor::portal::authoring {

namespace {

constexpr std::string_view kVersion2 = "urn:xoev-de:fim:standard:xdatenfelder_2";
constexpr std::string_view kVersion3 = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";

// What an element may have several times ("inhalt" in published messages of version 3: once empty, once not).
constexpr std::array<std::string_view, 10> kLists = {"inhalt", "regel", "struktur", "stichwort", "relation", "bezug", "wert", "mediaType", "dokumentsteckbrief", "konfiguration"};

class XdfReader {
 public:
  explicit XdfReader(const std::string& where) : where_(where) {}

  Result<XdfElement> read_message(const XmlElement& root) const {
    if (root.space != kVersion2 && root.space != kVersion3) {
      return fault(root, "this is neither XDatenfelder 2 nor 3.0.0 (namespace " + root.space + ")");
    }
    for (const char* name : {"stammdatenschema", "datenfeldgruppe", "datenfeld"}) {
      if (const XmlElement* found = root.find(name)) return read_element(*found);
    }
    return fault(root, "the message holds no schema, group or field");
  }

 private:
  Error fault(const XmlElement& place, std::string what) const {
    return {ErrorKind::MalformedData, where_ + ":" + std::to_string(place.line), std::move(what), NextStep::CorrectInput};
  }

  static std::string text_in(const XmlElement& element, std::string_view name) {
    const XmlElement* found = element.find(name);
    return found == nullptr ? std::string() : found->text;
  }

  static std::string code_in(const XmlElement& element, std::string_view name) {
    const XmlElement* found = element.find(name);
    return found == nullptr ? std::string() : text_in(*found, "code");
  }

  // An element that may be there once is there once.
  Outcome check_single(const XmlElement& element) const {
    std::set<std::string_view> seen;
    for (const XmlElement& child : element.children) {
      const bool is_list = std::find(kLists.begin(), kLists.end(), child.name) != kLists.end();
      if (!is_list && !seen.insert(child.name).second) return fault(child, "<" + child.name + "> stands here twice");
    }
    return Done{};
  }

  Outcome read_identity(const XmlElement& element, XdfElement& read) const {
    const XmlElement* identity = element.find("identifikation");
    if (identity == nullptr) return fault(element, "<identifikation> is missing");
    TRY(check_single(*identity));
    for (const XmlElement& child : identity->children) {
      if (child.name != "id" && child.name != "version") return fault(child, "<" + child.name + "> does not belong here");
    }
    read.id = text_in(*identity, "id");
    read.version = text_in(*identity, "version");
    if (read.id.empty()) return fault(*identity, "<id> is missing or empty");
    return Done{};
  }

  Outcome check_release(const XmlElement& element) const {
    const XmlElement* status = element.find("freigabestatus");
    if (status == nullptr) return Done{};
    const std::string code = text_in(*status, "code");
    if (code.size() == 1 && code[0] >= '1' && code[0] <= '8') return Done{};
    return fault(*status, "freigabestatus is a code from 1 to 8");
  }

  Result<XdfElement> read_element(const XmlElement& element) const {
    XdfElement read;
    read.kind = element.name == "datenfeld" ? XdfElement::Kind::Field : element.name == "datenfeldgruppe" ? XdfElement::Kind::Group : XdfElement::Kind::Schema;
    TRY(check_single(element));
    TRY(read_identity(element, read));
    TRY(check_release(element));
    read.name = text_in(element, "name");
    if (read.name.empty()) return fault(element, "<name> is missing or empty");
    read.label = text_in(element, "bezeichnungEingabe");
    if (read.label.empty()) read.label = read.name;
    read.help = text_in(element, "hilfetextEingabe");
    if (read.kind == XdfElement::Kind::Field) TRY(read_field(element, read));
    for (const XmlElement& child : element.children) {
      if (child.name == "regel") {
        TRY(read_rule(child, read));
      } else if (child.name == "struktur") {
        TRY(read_structure(child, read));
      }
    }
    return read;
  }

  Outcome read_rule(const XmlElement& element, XdfElement& read) const {
    XdfElement identity;
    TRY(read_identity(element, identity));
    std::string text = text_in(element, "freitextRegel");
    for (const char* name : {"definition", "beschreibung", "name"}) {
      if (text.empty()) text = text_in(element, name);
    }
    read.rules.push_back({identity.id, std::move(text)});
    return Done{};
  }

  Outcome read_structure(const XmlElement& element, XdfElement& parent) const {
    const XmlElement* contains = element.find("enthaelt");
    if (contains == nullptr || contains->children.size() != 1) return fault(element, "<enthaelt> holds one field or group");
    const XmlElement& content = contains->children.front();
    if (content.name != "datenfeld" && content.name != "datenfeldgruppe") return fault(content, "<" + content.name + "> does not belong here");
    TRY_ASSIGN(XdfElement child, read_element(content));
    TRY(read_counts(element, child));
    parent.children.push_back(std::move(child));
    return Done{};
  }

  // "0:1", "1:*"
  Outcome read_counts(const XmlElement& element, XdfElement& child) const {
    const std::string counts = text_in(element, "anzahl");
    const std::size_t colon = counts.find(':');
    const auto count = [&counts](std::size_t from, std::size_t to) {
      const std::string part = counts.substr(from, to - from);
      if (part == "*") return kEndless;
      const bool is_number = !part.empty() && part.size() < 4 && part.find_first_not_of("0123456789") == std::string::npos;
      return is_number ? std::stoi(part) : -1;
    };
    child.fewest = colon == std::string::npos ? -1 : count(0, colon);
    child.most = colon == std::string::npos ? -1 : count(colon + 1, counts.size());
    if (child.fewest < 0 || child.most < std::max(1, child.fewest)) return fault(element, "<anzahl> is two counts as in 0:1 or 1:*");
    return Done{};
  }

  Outcome read_field(const XmlElement& element, XdfElement& read) const {
    read.field_kind = code_in(element, "feldart");
    read.data_type = code_in(element, "datentyp");
    if (read.field_kind.empty() || read.data_type.empty()) return fault(element, "<feldart> and <datentyp> have codes");
    read.content = text_in(element, "inhalt");
    read.largest_bytes = text_in(element, "maxSize");
    for (const XmlElement& child : element.children) {
      if (child.name == "mediaType") read.media_types.push_back(child.text);
    }
    if (const XmlElement* values = element.find("werte")) {
      for (const XmlElement& value : values->children) read.values.push_back({text_in(value, "code"), text_in(value, "name")});
    }
    if (const XmlElement* list = element.find("codelisteReferenz")) {
      const XmlElement* named = list->find("genericodeIdentification");
      read.code_list = text_in(named == nullptr ? *list : *named, "canonicalVersionUri");
      if (read.code_list.empty()) read.code_list = text_in(named == nullptr ? *list : *named, "canonicalIdentification");
    }
    const XmlElement* limits = element.find("praezisierung");
    return limits == nullptr ? Outcome(Done{}) : read_limits(*limits, read);
  }

  // Version 2 has them as JSON in the text, version 3 as attributes.
  Outcome read_limits(const XmlElement& limits, XdfElement& read) const {
    const std::array<std::pair<const char*, std::string*>, 5> kMembers = {
        {{"minLength", &read.shortest}, {"maxLength", &read.longest}, {"minValue", &read.least}, {"maxValue", &read.most_value}, {"pattern", &read.pattern}}};
    for (const auto& [name, target] : kMembers) {
      const auto found = limits.attributes.find(name);
      if (found != limits.attributes.end()) *target = found->second;
    }
    if (limits.text.empty() || limits.text.front() != '{') return Done{};
    auto document = JsonDocument::parse(limits.text, where_);
    if (!document.ok()) return fault(limits, "<praezisierung> is not valid JSON");
    JsonReader root = document.value().root();
    for (const auto& [name, target] : kMembers) *target = root.optional_text(name);
    if (document.value().first_error() != nullptr) return fault(limits, "<praezisierung> holds texts");
    return Done{};
  }

  const std::string& where_;
};

}  // namespace

Result<XdfElement> read_xdf(std::string_view text, const std::string& where) {
  TRY_ASSIGN(const XmlElement root, parse_xml(text, where));
  return XdfReader(where).read_message(root);
}

}  // namespace stadttor::portal::authoring
