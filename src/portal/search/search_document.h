// What is put into a search index: documents with their fields, and the city's groups of equal words.
// Where they come from (packs, languages, JSON) belongs to the caller.
#pragma once

#include <string>
#include <vector>

namespace stadttor::portal::search {

// City: a page of its own about the city, by its address ("stadtplan"). Place, Stall, Figure: an entry of such a page.
enum class DocumentKind : unsigned char { Service, Office, Situation, Page, City, Place, Stall, Figure };

inline constexpr unsigned kDocumentKindBits = 3;

struct SearchDocument {
  std::string id;
  DocumentKind kind = DocumentKind::Service;
  std::string language;  // BCP 47: "de", "de-simple", "en", ...; decides how words are stemmed
  std::string title;
  std::string summary;
  std::vector<std::string> words;  // how citizens say it
  std::string text;                // everything else, plain or Markdown
};

// Each group holds words and phrases that mean the same to a citizen: {"Perso", "Personalausweis"}.
struct Synonyms {
  std::vector<std::vector<std::string>> groups;
};

}  // namespace stadttor::portal::search
