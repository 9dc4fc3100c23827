#include <algorithm>

#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

class TranslationCheck {
 public:
  TranslationCheck(const PackSource& source, Problems& problems)
      : languages_(texts_of(source.manifest, "languages")), problems_(problems) {}

  void report_languages_not_offered(const Json& entry, const std::string& pointer, const std::string& file) {
    // A shared pack serves cities with other languages, too.
    if (file.compare(0, 3, "../") == 0) return;
    for (const auto& text : object_of(member_of(entry, "texts")).items()) {
      if (std::find(languages_.begin(), languages_.end(), text.key()) != languages_.end()) continue;
      ProblemLog(problems_, file)
          .warning(pointer_to(pointer + "/texts", text.key()),
                   "Die Sprache „" + text.key() + "“ bietet das Portal nicht an. Diese Texte sieht niemand.",
                   "Ergänzen Sie die Sprache in portal.json unter /languages oder berichtigen Sie die Schreibweise.");
    }
  }

  // For texts on every page, which should not fall back to German.
  void report_missing_languages(const Json& entry, const std::string& pointer, const std::string& file) {
    const Json& texts = member_of(entry, "texts");
    if (!texts.is_object()) return;
    for (const std::string& language : languages_) {
      if (texts.contains(language) || language == "de") continue;
      ProblemLog(problems_, file)
          .warning(pointer + "/texts", "Die Übersetzung in „" + language + "“ fehlt. Gezeigt wird der deutsche Text.",
                   "Ergänzen Sie den Abschnitt „" + language + "“.");
    }
  }

 private:
  std::vector<std::string> languages_;
  Problems& problems_;
};

}  // namespace

void check_translations(const PackSource& source, Problems& problems) {
  TranslationCheck check(source, problems);
  for (const PackFiles* files : {&source.services, &source.offices, &source.pages, &source.forms}) {
    for (const auto& entry : *files) check.report_languages_not_offered(entry.second.content, "", entry.second.name);
  }
  check.report_missing_languages(source.manifest, "", "portal.json");
  check.report_languages_not_offered(source.manifest, "", "portal.json");
  const Json& situations = list_of(member_of(source.manifest, "situations"));
  const std::string file = manifest_file(source, "situations");
  for (std::size_t i = 0; i < situations.size(); ++i) {
    check.report_missing_languages(situations[i], pointer_to("/situations", i), file);
    check.report_languages_not_offered(situations[i], pointer_to("/situations", i), file);
  }
  const auto check_entries = [&check](const PackFile& entries_file, const char* list) {
    const Json& entries = list_of(member_of(entries_file.content, list));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      check.report_languages_not_offered(entries[i], pointer_to(pointer_to("", list), i), entries_file.name);
    }
  };
  for (const auto& entry : source.places) check_entries(entry.second, "places");
  for (const auto& entry : source.figures) {
    check.report_languages_not_offered(entry.second.content, "", entry.second.name);
    check_entries(entry.second, "series");
  }
  check.report_languages_not_offered(source.market.content, "", source.market.name);
  check_entries(source.market, "stalls");
  for (const char* list : {"events", "notices"}) check_entries(source.whats_on, list);
}

}  // namespace stadttor::portal::authoring
