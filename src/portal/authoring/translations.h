// A text in several languages, as an author gives it, and the one of them a reader gets.
#pragma once

#include <map>
#include <string>
#include <utility>

namespace stadttor::portal::authoring {

inline constexpr const char* kFallbackLanguage = "de";

template <class Text>
using Translations = std::map<std::string, Text>;  // by BCP 47 tag; German is always there

// The texts for readers of `language` and the language they are in: that one, or German.
template <class Text>
const std::pair<const std::string, Text>& translation_for(const Translations<Text>& texts,
                                                          const std::string& language) {
  const auto found = texts.find(language);
  return found != texts.end() ? *found : *texts.find(kFallbackLanguage);
}

}  // namespace stadttor::portal::authoring
