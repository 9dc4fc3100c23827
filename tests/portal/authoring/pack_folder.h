// A small sound pack in a temporary folder, for tests that break one thing in it, and what check_pack says then.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "portal/authoring/pack_check.h"
#include "portal/authoring/pack_compile.h"

namespace stadttor::portal::authoring {

class PackFolder {
 public:
  PackFolder() {
    static int count = 0;
    root_ = std::filesystem::temp_directory_path() /
            ("stadttor-pack-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    write_sound_pack();
  }
  ~PackFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  // `name` is relative to the pack's folder.
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((pack() / name).parent_path());
    std::ofstream(pack() / name, std::ios::binary) << text;
  }

  std::string text(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(pack() / name, std::ios::binary).rdbuf();
    return text.str();
  }

  // Changes the first occurrence; a test whose text is not found breaks loudly.
  void replace(const std::string& name, const std::string& before, const std::string& after) const {
    std::string changed = text(name);
    const std::size_t at = changed.find(before);
    if (at == std::string::npos) changed = "the test's text was not found: " + before;
    if (at != std::string::npos) changed.replace(at, before.size(), after);
    write(name, changed);
  }

  void remove(const std::string& name) const { std::filesystem::remove_all(pack() / name); }

  std::filesystem::path pack() const { return root_ / "pack"; }

  std::vector<Problem> problems() const {
    const std::filesystem::path assets = std::filesystem::path(STADTTOR_SOURCE) / "assets";
    return check_pack(read_pack(pack()), {assets / "schemas", root_ / "languages", root_ / "pairs.json"});
  }

  // One line for each problem: file#pointer: problem
  std::string complaints() const {
    std::string lines;
    for (const Problem& problem : problems())
      lines += problem.file + "#" + problem.pointer + ": " + problem.problem + "\n";
    return lines;
  }

  CompiledPack compiled(const Json& sending = nullptr) const {
    CompileInputs inputs;
    inputs.sending = sending;
    inputs.languages = root_ / "languages";
    inputs.picture_address = [](const std::string& picture) { return "/assets/" + picture; };
    inputs.search_index = [](const Pack&, const InterfaceTexts&, const std::string& language) { return "index of " + language; };
    return compile_pack(read_pack(pack()), inputs);
  }

 private:
  void write_sound_pack() const {
    write("portal.json", R"({
      "id": "kleinstadt", "name": "Kleinstadt", "ars": "990000000001", "time_zone": "Europe/Berlin",
      "languages": ["de", "en"],
      "texts": {"de": {"claim": "Am Fluss", "welcome": "Schön, dass Sie da sind."},
                "en": {"claim": "On the river", "welcome": "Good to see you."}},
      "crest": "bilder/wappen.svg", "theme": "theme.json",
      "contact": {"phone": "115", "email": "stadt@kleinstadt.example", "address": "Markt 1"},
      "situations": [{"id": "tiere", "texts": {"de": {"name": "Tiere", "summary": "Leben mit Tieren."},
                                               "en": {"name": "Animals", "summary": "Living with animals."}}}],
      "popular": ["hund-anmelden"], "pages": ["impressum"],
      "modules": [{"id": "services", "provider": "pack"}, {"id": "whats-on", "provider": "pack", "endpoint": "aktuelles.json"}],
      "embed_origins": [], "connect": []})");
    write("services/hund-anmelden.json", R"({
      "id": "hund-anmelden", "situations": ["tiere"], "offices": ["steueramt"], "related": [],
      "texts": {"de": {"name": "Hund anmelden", "summary": "Für jeden Hund zahlen Sie Steuern.",
                       "description": "Melden Sie jeden Hund innerhalb von zwei Wochen an.", "words": ["hundesteuer"]}}})");
    write("offices/steueramt.json", R"({
      "id": "steueramt", "address": {"street": "Markt", "house_number": "1", "postal_code": "12345", "town": "Kleinstadt"},
      "position": {"latitude": 51.5, "longitude": 9.5}, "phone": "115",
      "hours": [{"day": "monday", "from": "08:00", "to": "12:00"}],
      "exceptions": [{"from_date": "2026-12-24", "to_date": "2026-12-26", "hours": [], "reason": {"de": "Weihnachten"}}],
      "texts": {"de": {"name": "Steueramt", "summary": "Steuern und Abgaben."}}})");
    write("pages/impressum.json",
          R"({"id": "impressum", "texts": {"de": {"title": "Impressum", "body": "Angaben nach § 5 DDG."}}})");
    write("aktuelles.json", R"({
      "events": [{"id": "markt", "date": "2026-12-05", "from": "11:00", "to": "20:00",
                  "texts": {"de": {"title": "Weihnachtsmarkt", "summary": "Sechzig Hütten."}}}],
      "notices": [{"id": "sperrung", "date": "2026-11-20", "texts": {"de": {"title": "Sperrung", "summary": "Am Markt wird gebaut."}}}]})");
    write("theme.json", R"({"name": "Kleinstadt", "light": {"--st-color-text": "#000000", "--st-color-page": "#ffffff"},
                            "dark": {"--st-color-text": "#ffffff", "--st-color-page": "#000000"}})");
    write("bilder/wappen.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    write("../pairs.json",
          R"([{"text": "--st-color-text", "background": "--st-color-page", "minimum": 4.5, "where": "Text"}])");
    write("../languages/de.json", R"({"name": "Deutsch", "direction": "ltr", "texts": {"menu.open": "Menü öffnen",
      "hits.one": "{count} Treffer", "hits.other": "{count} Treffer", "hello": "Hallo {name}"}})");
    write("../languages/en.json", R"({"name": "English", "direction": "ltr", "texts": {"menu.open": "Open menu",
      "hits.one": "One hit", "hits.other": "{count} hits", "hello": "Hello {name}"}})");
  }

  std::filesystem::path root_;
};

}  // namespace stadttor::portal::authoring
