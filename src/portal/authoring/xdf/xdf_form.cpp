#include "portal/authoring/xdf/xdf_form.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace stadttor::portal::authoring {

namespace {

// "Straße und Haus-Nr." as "strasse_und_haus_nr".
std::string plain_name(std::string_view name, char separator) {
  static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}};
  std::string plain;
  const auto separate = [&plain, separator] {
    if (!plain.empty() && plain.back() != separator) plain.push_back(separator);
  };
  for (std::size_t at = 0; at < name.size();) {
    const auto letter = std::find_if(std::begin(kLetters), std::end(kLetters), [&](const auto& one) { return name.substr(at, one.first.size()) == one.first; });
    if (letter != std::end(kLetters)) {
      plain.append(letter->second);
      at += letter->first.size();
      continue;
    }
    const char c = name[at++];
    if (c >= 'A' && c <= 'Z') {
      plain.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      plain.push_back(c);
    } else {
      separate();
    }
  }
  constexpr std::size_t kLongest = 50;
  plain.resize(std::min(plain.size(), kLongest));
  while (!plain.empty() && plain.back() == separator) plain.pop_back();
  return plain;
}

// Version 3 puts three noughts into the number of version 2.
std::string version_2_id(const std::string& id) { return id.size() == 12 && id.compare(3, 3, "000") == 0 ? id.substr(0, 3) + id.substr(6) : id; }

struct KnownField {
  const char* id;
  const char* kind;
  const char* autocomplete;
};

// FIM's basic fields that browsers can fill in or that have a kind of their own.
constexpr KnownField kKnownFields[] = {{"F60000227", "name", "family-name"}, {"F60000228", "name", "given-name"}, {"F60000230", "name", ""},
                                       {"F60000240", "phone", "tel"},        {"F60000243", "name", "address-line1"}, {"F60000246", "postcode", "postal-code"},
                                       {"F60000247", "name", "address-level2"}, {"F60000248", "name", "address-line2"}};

Json german(Json texts) { return {{"de", std::move(texts)}}; }

class FormWriting {
 public:
  FormWriting(const XdfElement& message, const XdfTarget& target) : message_(message), target_(target) {}

  XdfForm write() {
    const std::string id = target_.id.empty() ? plain_name(message_.name, '-') : target_.id;
    written_.form = {{"$schema", "../../schemas/form.schema.json"}, {"id", id}, {"service", target_.service.empty() ? id : target_.service},
                     {"office", target_.office.empty() ? "amt" : target_.office}, {"schema_uri", "urn:fim:" + message_.id + ":" + message_.version}};
    written_.form["texts"] = german({{"title", message_.label}});
    if (target_.office.empty()) note(message_, "Tragen Sie unter „office“ das zuständige Amt ein.");
    note_rules(message_);
    if (message_.kind == XdfElement::Kind::Schema) {
      write_steps();
    } else {
      add_step(message_, Json::array({question_from(message_, false)}));
    }
    return std::move(written_);
  }

 private:
  void note(const XdfElement& element, const std::string& words) { written_.notes.push_back(element.id + " „" + element.name + "“: " + words); }

  void note_rules(const XdfElement& element) {
    for (const XdfRule& rule : element.rules) note(element, "Regel " + rule.id + " ist als Bedingung nachzutragen: " + rule.text);
  }

  // Groups of the schema become steps, single fields between them one step together.
  void write_steps() {
    Json loose = Json::array();
    const XdfElement* first_loose = nullptr;
    const auto close_loose = [&] {
      if (first_loose != nullptr) add_step(*first_loose, loose);
      loose = Json::array();
      first_loose = nullptr;
    };
    for (const XdfElement& child : message_.children) {
      Json question = question_from(child, false);
      if (question.is_null()) continue;
      if (child.kind == XdfElement::Kind::Group) {
        close_loose();
        add_step(child, Json::array({std::move(question)}));
      } else {
        loose.push_back(std::move(question));
        if (first_loose == nullptr) first_loose = &child;
      }
    }
    close_loose();
  }

  void add_step(const XdfElement& element, const Json& questions) {
    if (questions.empty() || questions[0].is_null()) return;
    written_.form["steps"].push_back({{"id", unique_id("schritt_" + plain_name(element.name, '_'))}, {"questions", questions}, {"texts", german({{"title", element.label}})}});
  }

  std::string unique_id(std::string id) {
    if (id.empty() || id[0] < 'a') id = "f_" + id;
    std::string unique = id;
    for (int count = 2; !used_.insert(unique).second; ++count) unique = id + "_" + std::to_string(count);
    return unique;
  }

  Json question_from(const XdfElement& element, bool is_in_repeated) {
    if (element.kind == XdfElement::Kind::Field && element.field_kind == "hidden") {
      note(element, "Das Feld ist verborgen und wurde nicht übernommen.");
      return nullptr;
    }
    Json question = {{"id", unique_id(plain_name(element.name, '_'))}, {"fim", element.id}};
    Json texts = {{"label", element.label}};
    if (!element.help.empty()) texts["help"] = element.help;
    if (element.fewest > 0) question["required"] = true;
    note_rules(element);
    if (element.kind == XdfElement::Kind::Field) {
      write_field(element, question, texts);
    } else if (!write_group(element, is_in_repeated, question)) {
      return nullptr;
    }
    if (!is_fim_id(element.id)) question["name"] = std::exchange(question["fim"], nullptr), question.erase("fim");
    question["texts"] = german(std::move(texts));
    if (element.kind == XdfElement::Kind::Field && element.most > 1) return repeated_field(element, std::move(question), is_in_repeated);
    return question;
  }

  static bool is_fim_id(const std::string& id) {
    return id.size() >= 9 && id.size() <= 12 && (id[0] == 'F' || id[0] == 'G') && id.find_first_not_of("0123456789", 1) == std::string::npos;
  }

  bool write_group(const XdfElement& element, bool is_in_repeated, Json& question) {
    question["kind"] = "group";
    question.erase("required");
    const bool is_repeated = element.most > 1 && !is_in_repeated;
    if (element.most > 1 && is_in_repeated) note(element, "Eine Wiederholung in einer Wiederholung wird nur einmal gefragt.");
    for (const XdfElement& child : element.children) {
      Json part = question_from(child, is_in_repeated || is_repeated);
      if (!part.is_null()) question["questions"].push_back(std::move(part));
    }
    if (is_repeated) question["repeat"] = {{"fewest", std::min(element.fewest, 50)}, {"most", std::min(element.most, 50)}};
    if (!question.contains("questions")) note(element, "Die Gruppe enthält kein Feld und wurde nicht übernommen.");
    return question.contains("questions");
  }

  // A field that is given several times is asked as a group of one.
  Json repeated_field(const XdfElement& element, Json question, bool is_in_repeated) {
    if (is_in_repeated) {
      note(element, "Eine Wiederholung in einer Wiederholung wird nur einmal gefragt.");
      return question;
    }
    note(element, "Das Feld kann mehrmals angegeben werden; es ist eine wiederholte Gruppe geworden.");
    const Json texts = german({{"label", element.label}});
    return {{"id", unique_id(question["id"].get<std::string>() + "_liste")}, {"kind", "group"}, {"name", element.id + "_liste"},
            {"repeat", {{"fewest", std::min(element.fewest, 50)}, {"most", std::min(element.most, 50)}}}, {"questions", Json::array({std::move(question)})}, {"texts", texts}};
  }

  void write_field(const XdfElement& element, Json& question, Json& texts) {
    if (element.field_kind == "label") {
      question["kind"] = "note";
      question.erase("required");
      if (!element.content.empty()) texts["help"] = element.content;
      return;
    }
    if (element.field_kind == "select" && !element.values.empty()) return write_choice(element, question);
    if (element.field_kind == "select") {
      note(element, "Ergänzen Sie die Werte der Codeliste" + (element.code_list.empty() ? "" : " " + element.code_list) + " unter „options“ und die Art „choice“.");
    }
    question["kind"] = kind_of(element);
    write_limits(element, question);
    const auto known = std::find_if(std::begin(kKnownFields), std::end(kKnownFields), [&](const KnownField& one) { return version_2_id(element.id) == one.id; });
    if (known == std::end(kKnownFields)) return;
    question["kind"] = known->kind;
    if (*known->autocomplete != '\0') question["autocomplete"] = known->autocomplete;
  }

  static void write_choice(const XdfElement& element, Json& question) {
    constexpr std::size_t kLongList = 15;
    constexpr std::size_t kShortList = 6;
    question["kind"] = "choice";
    if (element.values.size() > kShortList) question["look"] = element.values.size() > kLongList ? "search" : "select";
    for (const XdfValue& value : element.values) question["options"].push_back({{"value", value.code}, {"texts", german({{"label", value.name.empty() ? value.code : value.name}})}});
  }

  std::string kind_of(const XdfElement& element) {
    constexpr int kLongText = 255;
    const std::string& type = element.data_type;
    if (type == "date") return "date";
    if (type == "bool") return "yes_no";
    if (type == "num" || type == "num_int") return "number";
    if (type == "num_currency") return "money";
    if (type == "file") return "files";
    if (type == "text_latin") return "name";
    if (type != "text") note(element, "Den Datentyp „" + type + "“ gibt es nicht als Frage; es ist ein Textfeld geworden.");
    return std::atoi(element.longest.c_str()) > kLongText ? "long_text" : "text";
  }

  void write_limits(const XdfElement& element, Json& question) {
    const std::string kind = question["kind"].get<std::string>();
    const bool is_text = kind == "text" || kind == "long_text" || kind == "name";
    const bool is_number = kind == "number" || kind == "money";
    const auto add_number = [&question](const char* name, const std::string& text, bool is_wanted) {
      if (text.empty() || !is_wanted) return;
      const double number = std::strtod(text.c_str(), nullptr);
      if (number == static_cast<double>(static_cast<long>(number))) {
        question[name] = static_cast<long>(number);
      } else {
        question[name] = number;
      }
    };
    add_number("min_length", element.shortest, is_text);
    add_number("max_length", element.longest, is_text && std::atoi(element.longest.c_str()) > 0);
    add_number("min", element.least, is_number);
    add_number("max", element.most_value, is_number);
    if (element.data_type == "num") question["decimals"] = 2;
    if (!element.pattern.empty() && is_text) question["pattern"] = element.pattern;
    if (kind != "files") return;
    question["files"] = {{"most", 1}};
    if (const long bytes = std::atol(element.largest_bytes.c_str()); bytes > 0) question["files"]["largest_mb"] = std::clamp(bytes >> 20, 1L, 100L);
    if (!element.media_types.empty()) question["files"]["types"] = element.media_types;
  }

  const XdfElement& message_;
  const XdfTarget& target_;
  XdfForm written_;
  std::set<std::string> used_;
};

}  // namespace

XdfForm form_from_xdf(const XdfElement& message, const XdfTarget& target) { return FormWriting(message, target).write(); }

}  // namespace stadttor::portal::authoring
