// The search on the device: reads an index file and answers what a citizen types, with reasons for each hit.
// Index files are written by index_writer.h; the order of the hits is explained in result_ranking.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "portal/search/document_table.h"
#include "portal/search/postings.h"
#include "portal/search/search_document.h"
#include "portal/search/synonym_table.h"
#include "portal/search/vocabulary.h"

namespace stadttor::portal::search {

enum class MatchKind : unsigned char { Exact, Stem, CompoundPart, Synonym, Prefix, Typo };

struct Reason {
  std::string typed;  // as the citizen typed it
  std::string word;   // as it is written in the document
  Field field = Field::Text;
  MatchKind how = MatchKind::Exact;
};

// The views point into the index, which must outlive the hit.
struct Hit {
  std::uint32_t document = 0;  // number in the index, where documents are sorted by title
  std::string_view id;
  std::string_view title;
  std::string_view language;
  DocumentKind kind = DocumentKind::Service;
  float score = 0;
  std::vector<Reason> reasons;  // one for each typed word that was found
};

struct Suggestion {
  std::string words;  // the citizens' words that lead there: "Perso"; empty if the title has all that was typed
  std::uint32_t document = 0;
  std::string_view id;
  std::string_view title;
  DocumentKind kind = DocumentKind::Service;
};

// Invariant: every offset, term and document number in the columns was checked when the file was read.
class SearchIndex {
 public:
  // Takes and checks the whole file. Errors: NotSupported (another version), MalformedData (anything else).
  static Result<SearchIndex> read(std::string bytes);

  // The best `limit` documents for what was typed; the last word may be half typed.
  // Nothing typed, or only words without meaning: no hits.
  std::vector<Hit> find(std::string_view typed, std::size_t limit) const;

  // While typing: documents whose titles and citizens' words go on from there, best first, each title once.
  std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit) const;

  const DocumentTable& documents() const { return documents_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Postings& postings() const { return postings_; }
  const SynonymTable& synonyms() const { return synonyms_; }

  // The term as it is written in the documents: "Müll".
  std::string spelled(Term term) const;

 private:
  friend class IndexReader;
  SearchIndex() = default;

  std::unique_ptr<const std::string> bytes_;  // on the heap: the views below survive a move
  DocumentTable documents_;
  Vocabulary vocabulary_;
  Postings postings_;
  SynonymTable synonyms_;
  std::string_view spellings_;
  std::vector<std::uint32_t> spelling_starts_;
};

}  // namespace stadttor::portal::search
