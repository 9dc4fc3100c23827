#include "portal/authoring/interface_texts.h"

#include <utility>

#include "portal/authoring/json_file.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

namespace {

void add_texts(const PackFiles& files, const std::string& language, std::map<std::string, std::string>& texts) {
  const auto file = files.find(language);
  if (file == files.end()) return;
  for (const auto& member : object_of(member_of(file->second.content, "texts")).items()) {
    if (member.value().is_string()) texts.emplace(member.key(), member.value().get<std::string>());
  }
}

}  // namespace

PackFiles read_language_files(const std::filesystem::path& folder, const std::vector<std::string>& languages,
                              std::vector<Problem>& problems) {
  PackFiles found;
  for (const std::string& language : languages) {
    const std::string name = "languages/" + language + ".json";
    ProblemLog log(problems, name);
    std::error_code failure;
    if (!std::filesystem::exists(folder / (language + ".json"), failure)) {
      log.error("", "Für die Sprache „" + language + "“ fehlen die Texte der Oberfläche. Sie erscheinen auf Deutsch.",
                "Legen Sie die Datei an oder streichen Sie die Sprache in portal.json unter /languages.");
      continue;
    }
    if (auto content = read_json_file(folder / (language + ".json"), log)) {
      found.emplace(language, PackFile{name, *std::move(content)});
    }
  }
  return found;
}

InterfaceTexts interface_texts_from(const PackFiles& files, const std::string& language) {
  InterfaceTexts interface;
  const auto file = files.find(language);
  if (file != files.end()) {
    interface.name = text_of(file->second.content, "name");
    if (text_of(file->second.content, "direction") == "rtl") interface.direction = "rtl";
  }
  if (interface.name.empty()) interface.name = language;
  add_texts(files, language, interface.texts);
  add_texts(files, kFallbackLanguage, interface.texts);
  return interface;
}

}  // namespace stadttor::portal::authoring
