// The interface's words (assets/languages/<tag>.json) as the portal's authors wrote them. Whether every language is
// complete is the check's matter (language_check.h).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

struct InterfaceTexts {
  std::string name;                          // of the language in itself: "Türkçe"
  std::string direction = "ltr";             // or "rtl"
  std::map<std::string, std::string> texts;  // by key; what the language lacks is German
};

// The files of these languages, missing and broken ones named and left out.
PackFiles read_language_files(const std::filesystem::path& folder, const std::vector<std::string>& languages,
                              std::vector<Problem>& problems);

// A language without a file speaks German and is called by its tag.
InterfaceTexts interface_texts_from(const PackFiles& files, const std::string& language);

}  // namespace stadttor::portal::authoring
