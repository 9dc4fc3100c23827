// A city of a few words, built in code, and a screen to show it on: for tests of single pages.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "services/screen.h"
#include "support/text_file.h"

namespace stadttor::testing {

struct SmallCity {
  // With the interface's real words of `language`.
  explicit SmallCity(const std::string& language = "de") : locale(platform::make_locale(language)) {
    catalogue.language = language;
    catalogue.direction = language == "ar" ? "rtl" : "ltr";
    catalogue.city.name = "Musterstadt";
    catalogue.city.claim = "am Fluss";
    catalogue.city.phone = "115";
    catalogue.city.email = "stadt@musterstadt.example";
    catalogue.city.address_lines = "Rathaus, Marktplatz 1";
    catalogue.city.time_zone = "Europe/Berlin";
    catalogue.languages = {{"de", "Deutsch", "ltr"}, {"en", "English", "ltr"}, {"ar", "العربية", "rtl"}};
    catalogue.situations = {{"tiere", "Tiere", "Alles rund ums Tier", ""}, {"umzug", "Umzug", "Neu in der Stadt", ""}};
    catalogue.services = {{"hund-abmelden", "Hund abmelden", "Wenn der Hund nicht mehr da ist", "H", "", {"tiere"}, ""},
                          {"hund-anmelden", "Hund anmelden", "Jeder Hund zahlt Steuer", "H", "", {"tiere", "umzug"}, ""},
                          {"wohnsitz", "Wohnsitz anmelden", "Nach dem Einzug", "W", "de", {"umzug"}, ""}};
    catalogue.popular = {"hund-anmelden", "gibt-es-nicht"};
    city::Office office;
    office.id = "steueramt";
    office.name = "Steueramt";
    office.summary = "Steuern der Stadt";
    office.address = {"Marktplatz 2", "Altes Rathaus", "12344 Musterstadt"};
    office.phone = "0123 456";
    office.email = "steueramt@musterstadt.example";
    for (int day = 0; day < 5; ++day) office.weekly.days[day] = {{{480}, {720}, false}};
    office.accessibility = {"lift"};
    catalogue.offices = {office};
    catalogue.about_pages = {{"impressum", "Impressum", ""}, {"datenschutz", "Datenschutz", "de"}};
    const std::string words = text_of_file(repository() / "assets/languages" / (language + ".json"));
    auto document = JsonDocument::parse(words, language);
    if (document.ok()) catalogue.texts.read(document.value().root().member("texts"));
  }

  services::Screen screen() const { return {catalogue, *locale, now, can_read_aloud, is_reading_aloud, data_path, is_shared_computer}; }

  // Builds what `show` shows; `show` is given the screen and the page.
  template <class Show>
  semantics::Tree page(Show show, const semantics::ActionQueue& actions = {}) const {
    semantics::Tree tree;
    {
      semantics::Page built(tree, actions);
      built.set_document("Titel", catalogue.language, catalogue.direction);
      show(screen(), built);
    }
    return tree;
  }

  city::Catalogue catalogue;
  std::unique_ptr<platform::Locale> locale;
  std::optional<LocalTime> now = LocalTime{{2026, 11, 24}, {600}};  // Tuesday, 10:00
  bool can_read_aloud = true;
  bool is_reading_aloud = false;
  std::string data_path;
  bool is_shared_computer = false;
};

inline semantics::NodeIndex find_node(const semantics::Tree& tree, std::string_view role, std::string_view name) {
  for (semantics::NodeIndex index = 0; index < tree.size(); ++index) {
    if (role_name(tree.node(index).role) == role && tree.name_of(index) == name) return index;
  }
  return semantics::kNoNode;
}

inline bool has_node(const semantics::Tree& tree, std::string_view role, std::string_view name) {
  return find_node(tree, role, name) != semantics::kNoNode;
}

inline bool has_text(const semantics::Tree& tree, std::string_view text) {
  for (semantics::NodeIndex index = 0; index < tree.size(); ++index) {
    if (tree.name_of(index).find(text) != std::string::npos) return true;
  }
  return false;
}

// One press on the node with that role and name in `tree`.
inline semantics::ActionQueue press_on(const semantics::Tree& tree, std::string_view role, std::string_view name) {
  const auto index = find_node(tree, role, name);
  if (index == semantics::kNoNode) return {};
  return {{semantics::ActionKind::Press, tree.node(index).key, {}}};
}

}  // namespace stadttor::testing
