#include <array>
#include <utility>

#include "portal/search/index_bytes.h"
#include "portal/search/search_index.h"
#include "portal/search/search_letters.h"
#include "portal/search/word_spelling.h"

namespace stadttor::portal::search {
namespace {

constexpr std::uint32_t kMostSynonymPhraseWords = 32;

Error malformed(const char* detail) { return {ErrorKind::MalformedData, "search index", detail, NextStep::TryAgain}; }

}  // namespace

// Reads the sections in order; each method checks what it takes over.
class IndexReader {
 public:
  Result<SearchIndex> read(std::string bytes) {
    index_.bytes_ = std::make_unique<const std::string>(std::move(bytes));
    TRY(read_header(*index_.bytes_));
    TRY(read_documents());
    TRY(read_terms());
    TRY(read_boundaries());
    TRY(read_inner_parts());
    TRY(read_spellings());
    TRY(read_postings());
    TRY(read_synonyms());
    return std::move(index_);
  }

 private:
  std::string_view section(Section section) const { return sections_[static_cast<std::size_t>(section)]; }

  Outcome read_header(std::string_view bytes) {
    if (bytes.substr(0, kIndexMagic.size()) != kIndexMagic) return malformed("this is no search index");
    if (bytes.size() < kIndexChecksumEnd) return malformed("the file ends too early");
    if (static_cast<std::uint8_t>(bytes[kIndexMagic.size()]) != kIndexVersion) {
      return Error{ErrorKind::NotSupported, "search index", "the file has another version", NextStep::TryAgain};
    }
    std::uint32_t checksum = 0;
    for (std::size_t at = kIndexChecksumEnd; at-- > kIndexMagic.size() + 1;) {
      checksum = checksum << 8 | static_cast<unsigned char>(bytes[at]);
    }
    const std::string_view body = bytes.substr(kIndexChecksumEnd);
    if (checksum != index_checksum(body)) return malformed("the checksum does not fit: the file is damaged or cut");

    ByteReader reader(body);
    document_count_ = reader.varint();
    term_count_ = reader.varint();
    std::array<std::uint32_t, kSectionCount> lengths{};
    for (std::uint32_t& length : lengths) length = reader.varint();
    for (std::size_t number = 0; number < kSectionCount; ++number) sections_[number] = reader.bytes(lengths[number]);
    if (reader.failed() || !reader.at_end()) return malformed("the sections do not fill the file");
    return Done{};
  }

  // Columns of strings: one section of lengths, one of letters.
  Outcome read_starts(Section lengths, std::string_view all, std::vector<std::uint32_t>& starts) const {
    ByteReader reader(section(lengths));
    std::size_t end = 0;
    starts.reserve(document_count_ + std::size_t{1});
    starts.push_back(0);
    for (std::uint32_t number = 0; number < document_count_; ++number) {
      end += reader.varint();
      if (end > all.size()) return malformed("a title or id lies outside the file");
      starts.push_back(static_cast<std::uint32_t>(end));
    }
    if (reader.failed() || !reader.at_end() || end != all.size()) return malformed("titles or ids are incomplete");
    return Done{};
  }

  Outcome read_documents() {
    DocumentTable& documents = index_.documents_;
    documents.marks = section(Section::DocumentMarks);
    documents.title_word_counts = section(Section::TitleWordCounts);
    if (documents.marks.size() != document_count_ || documents.title_word_counts.size() != document_count_) {
      return malformed("the number of documents differs");
    }
    documents.ids = section(Section::Ids);
    documents.titles = section(Section::Titles);
    TRY(read_starts(Section::IdLengths, documents.ids, documents.id_starts));
    TRY(read_starts(Section::TitleLengths, documents.titles, documents.title_starts));
    std::string_view languages = section(Section::Languages);
    for (std::size_t end; (end = languages.find('\0')) != std::string_view::npos; languages.remove_prefix(end + 1)) {
      documents.languages.push_back(languages.substr(0, end));
    }
    for (char mark : documents.marks) {
      if (static_cast<unsigned char>(mark) >> 2 >= documents.languages.size()) return malformed("a document has no language");
    }
    return Done{};
  }

  Outcome read_terms() {
    const std::string_view marks = section(Section::TermMarks);
    const std::string_view shared_lengths = section(Section::SharedLengths);
    const std::string_view own_lengths = section(Section::OwnLengths);
    if (marks.size() != term_count_ || shared_lengths.size() != term_count_ || own_lengths.size() != term_count_) {
      return malformed("the number of terms differs");
    }
    ByteReader own_letters(section(Section::OwnLetters));
    index_.vocabulary_.reserve(term_count_);
    std::string letters;
    for (std::uint32_t term = 0; term < term_count_; ++term) {
      const std::size_t shared = static_cast<unsigned char>(shared_lengths[term]);
      const std::string_view own = own_letters.bytes(static_cast<unsigned char>(own_lengths[term]));
      if (shared > letters.size() || shared + own.size() > kLongestWord) return malformed("a term is too long");
      const bool is_sorted = !own.empty() && (shared == letters.size() || static_cast<unsigned char>(own[0]) >
                                                                               static_cast<unsigned char>(letters[shared]));
      if (!is_sorted) return malformed("the terms are not sorted");
      if (static_cast<std::uint8_t>(marks[term]) > kTermAllMarks) return malformed("a term has unknown marks");
      letters.resize(shared);
      letters += own;
      index_.vocabulary_.append(letters, static_cast<std::uint8_t>(marks[term]));
    }
    index_.vocabulary_.group_by_length();
    index_.vocabulary_.group_by_sound();
    if (own_letters.failed() || !own_letters.at_end()) return malformed("the letters of the terms are incomplete");
    return Done{};
  }

  Outcome read_boundaries() {
    Vocabulary& vocabulary = index_.vocabulary_;
    ByteReader reader(section(Section::Boundaries));
    for (Term term = 0; term < term_count_; ++term) {
      if (!(vocabulary.marks(term) & kTermHasBoundaries)) continue;
      std::uint64_t boundaries = 0;
      std::uint32_t at = 0;
      for (std::uint32_t left = reader.varint(); left > 0 && !reader.failed(); --left) {
        const std::uint32_t distance = reader.varint();
        if (distance == 0 || distance >= vocabulary.length(term) - at) return malformed("a part starts outside its word");
        at += distance;
        boundaries |= std::uint64_t{1} << at;
      }
      vocabulary.set_boundaries(term, boundaries);
    }
    if (reader.failed() || !reader.at_end()) return malformed("the parts of compounds are incomplete");
    return Done{};
  }

  Outcome read_inner_parts() {
    const std::vector<InnerPart> parts = index_.vocabulary_.inner_parts_by_term();
    std::vector<InnerPart> sorted;
    sorted.reserve(parts.size());
    ByteReader reader(section(Section::InnerParts));
    while (!reader.at_end() && sorted.size() < parts.size()) {
      const std::uint32_t number = reader.varint();
      if (number >= parts.size()) return malformed("an inner part belongs to no term");
      sorted.push_back(parts[number]);
    }
    if (reader.failed() || !reader.at_end() || sorted.size() != parts.size()) return malformed("the inner parts are incomplete");
    index_.vocabulary_.set_inner_parts(std::move(sorted));
    return Done{};
  }

  Outcome read_spellings() {
    index_.spellings_ = section(Section::Spellings);
    index_.spelling_starts_.reserve(term_count_ + std::size_t{1});
    ByteReader reader(index_.spellings_);
    for (Term term = 0; term < term_count_; ++term) {
      index_.spelling_starts_.push_back(static_cast<std::uint32_t>(reader.position()));
      if (!(index_.vocabulary_.marks(term) & kTermHasSpelling)) continue;
      for (std::uint32_t left = reader.varint(); left > 0 && !reader.failed(); --left) {
        reader.varint();
        reader.varint();
      }
    }
    index_.spelling_starts_.push_back(static_cast<std::uint32_t>(reader.position()));
    if (reader.failed() || !reader.at_end()) return malformed("the spellings are incomplete");
    return Done{};
  }

  // Most of the time of reading is spent here, so short gaps are summed up eight at a time.
  bool skip_posting_list(std::uint32_t count, ByteReader& gaps) const {
    std::uint64_t next = 0;
    while (count > 0) {
      std::uint32_t skipped = 0;
      next += gaps.short_varints(count, skipped);
      next += skipped;
      count -= skipped;
      for (std::uint32_t step = 0; count > 0 && step < 8; ++step, --count) next += std::uint64_t{gaps.varint()} + 1;
      if (gaps.failed() || next > document_count_) return false;
    }
    return true;
  }

  Outcome read_postings() {
    Postings& postings = index_.postings_;
    postings.counts = section(Section::PostingCounts);
    postings.gaps = section(Section::PostingGaps);
    postings.count_starts.reserve(term_count_);
    postings.gap_starts.reserve(term_count_);
    ByteReader counts(postings.counts);
    ByteReader gaps(postings.gaps);
    for (Term term = 0; term < term_count_; ++term) {
      postings.count_starts.push_back(static_cast<std::uint32_t>(counts.position()));
      postings.gap_starts.push_back(static_cast<std::uint32_t>(gaps.position()));
      for (std::size_t field = 0; field < kFieldCount; ++field) {
        if (!skip_posting_list(counts.varint(), gaps)) return malformed("a posting names no document");
      }
    }
    if (counts.failed() || !counts.at_end() || !gaps.at_end()) return malformed("the postings are incomplete");
    return Done{};
  }

  Outcome read_synonyms() {
    SynonymTable& synonyms = index_.synonyms_;
    ByteReader reader(section(Section::Synonyms));
    while (!reader.at_end()) {
      for (std::uint32_t phrases = reader.varint(); phrases > 0 && !reader.failed(); --phrases) {
        const std::uint32_t words = reader.varint();
        if (words == 0 || words > kMostSynonymPhraseWords) return malformed("a synonym has no words or too many");
        for (std::uint32_t left = words; left > 0; --left) {
          const Term term = reader.varint();
          if (term >= term_count_) return malformed("a synonym names no term");
          synonyms.words.push_back(term);
        }
        synonyms.phrase_starts.push_back(static_cast<std::uint32_t>(synonyms.words.size()));
      }
      synonyms.group_starts.push_back(static_cast<std::uint32_t>(synonyms.phrase_starts.size() - 1));
    }
    if (reader.failed()) return malformed("the synonyms are incomplete");
    return Done{};
  }

  SearchIndex index_;
  std::array<std::string_view, kSectionCount> sections_;
  std::uint32_t document_count_ = 0;
  std::uint32_t term_count_ = 0;
};

Result<SearchIndex> SearchIndex::read(std::string bytes) { return IndexReader().read(std::move(bytes)); }

std::string SearchIndex::spelled(Term term) const {
  const std::uint32_t start = spelling_starts_[term];
  const std::uint8_t capitals = vocabulary_.marks(term) & (kTermFirstCapital | kTermAllCapitals);
  return surface_from_spelling(vocabulary_.letters(term), capitals,
                               spellings_.substr(start, spelling_starts_[term + 1] - start));
}

}  // namespace stadttor::portal::search
