#include <set>

#include "portal/authoring/content_reading.h"
#include "portal/authoring/interface_texts.h"
#include "portal/authoring/pack_checks.h"
#include "portal/authoring/pack_content.h"
#include "portal/authoring/plural_forms.h"
#include "portal/authoring/schema_folder.h"

namespace stadttor::portal::authoring {

namespace {

// "{count}" and "{name}" in "{count} Treffer für {name}".
std::set<std::string> placeholders_in(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t begin = text.find('{'); begin != std::string::npos; begin = text.find('{', begin + 1)) {
    const std::size_t end = text.find('}', begin);
    if (end != std::string::npos) found.insert(text.substr(begin, end - begin + 1));
  }
  return found;
}

class InterfaceTextCheck {
 public:
  InterfaceTextCheck(const Json& german, Problems& problems) : german_(german), problems_(problems) {
    for (const auto& text : german.items()) {
      if (plural_form_in(text.key()) == "other") stems_.insert(stem_without_form(text.key()));
    }
  }

  void check(const std::string& language, const PackFile& file) {
    const Json& texts = object_of(member_of(file.content, "texts"));
    ProblemLog log(problems_, file.name);
    const std::set<std::string> expected = expected_keys(language);
    for (const std::string& key : expected) {
      if (texts.contains(key)) continue;
      log.error("/texts", "Der Text „" + key + "“ fehlt. Er erscheint auf Deutsch.",
                "Ergänzen Sie „" + key + "“: " + model_of(key));
    }
    for (const auto& text : texts.items()) {
      const std::string pointer = pointer_to("/texts", text.key());
      if (expected.count(text.key()) == 0) {
        log.warning(pointer, "Den Text „" + text.key() + "“ verwendet die Oberfläche nicht.",
                    "Löschen Sie ihn oder berichtigen Sie den Schlüssel.");
      } else if (text.value().is_string()) {
        check_placeholders(text.key(), text.value().get<std::string>(), pointer, log);
      }
    }
  }

 private:
  bool is_plural(const std::string& key) const {
    return !plural_form_in(key).empty() && stems_.count(stem_without_form(key)) > 0;
  }

  std::set<std::string> expected_keys(const std::string& language) const {
    std::set<std::string> keys;
    for (const auto& text : german_.items()) {
      if (!is_plural(text.key())) keys.insert(text.key());
    }
    const std::set<std::string> forms = plural_forms_of(language);
    for (const std::string& stem : stems_) {
      for (const std::string& form : forms) keys.insert(stem + "." + form);
    }
    return keys;
  }

  // The German text a translation follows.
  std::string model_of(const std::string& key) const {
    return text_of(german_, is_plural(key) ? stem_without_form(key) + ".other" : key);
  }

  void check_placeholders(const std::string& key, const std::string& text, const std::string& pointer, ProblemLog log) {
    std::set<std::string> expected = placeholders_in(model_of(key));
    std::set<std::string> found = placeholders_in(text);
    if (is_plural(key)) {  // "one hit" needs no number
      expected.erase("{count}");
      found.erase("{count}");
    }
    if (expected == found) return;
    std::string list;
    for (const std::string& placeholder : expected) list.append(list.empty() ? "" : ", ").append(placeholder);
    log.error(pointer, "Die Platzhalter stimmen nicht mit dem deutschen Text überein.",
              list.empty() ? "Löschen Sie die Platzhalter."
                           : "Verwenden Sie genau diese, unverändert geschrieben: " + list + ".");
  }

  const Json& german_;
  Problems& problems_;
  std::set<std::string> stems_;  // of keys with plural forms
};

}  // namespace

void check_interface_texts(const PackSource& source, const std::filesystem::path& languages,
                           const std::filesystem::path& schemas, Problems& problems) {
  const CityContent city = city_from_source(source);
  const PackFiles files = read_language_files(languages, city.languages, problems);
  SchemaFolder folder(schemas, problems);
  for (const auto& entry : files) folder.check("language", entry.second.content, entry.second.name);
  const auto german = files.find(kFallbackLanguage);
  if (german == files.end()) return;
  InterfaceTextCheck check(object_of(member_of(german->second.content, "texts")), problems);
  for (const auto& [language, file] : files) check.check(language, file);
}

}  // namespace stadttor::portal::authoring
