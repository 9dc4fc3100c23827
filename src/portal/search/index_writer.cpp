#include "portal/search/index_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "portal/search/compound_split.h"
#include "portal/search/index_bytes.h"
#include "portal/search/postings.h"
#include "portal/search/search_letters.h"
#include "portal/search/vocabulary.h"
#include "portal/search/word_reader.h"
#include "portal/search/word_spelling.h"

namespace stadttor::portal::search {
namespace {

struct TermEntry {
  std::map<std::string, std::uint32_t> surfaces;  // how it is written, and how often
  std::map<std::uint32_t, Field> documents;       // the weightiest field
  std::uint64_t joints = 0;                       // boundaries the author has marked
  std::uint8_t marks = 0;
};

class IndexWriter {
 public:
  std::string write(const std::vector<SearchDocument>& documents, const Synonyms& synonyms) {
    sort_documents(documents);
    for (std::uint32_t number = 0; number < documents_.size(); ++number) add_document(number);
    add_synonym_words(synonyms);
    write_documents();
    write_terms();
    write_synonyms();
    return file();
  }

 private:
  std::string& section(Section section) { return sections_[static_cast<std::size_t>(section)]; }

  // By the letters of the title, as a citizen reads an alphabetical list; then ids keep the order fixed.
  void sort_documents(const std::vector<SearchDocument>& documents) {
    std::vector<std::pair<std::string, const SearchDocument*>> sorted;
    for (const SearchDocument& document : documents) {
      std::string key;
      for (const Word& word : read_words(document.title)) key += word.letters + ' ';
      sorted.emplace_back(std::move(key), &document);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
      if (left.first != right.first) return left.first < right.first;
      if (left.second->title != right.second->title) return left.second->title < right.second->title;
      return left.second->id < right.second->id;
    });
    for (const auto& entry : sorted) documents_.push_back(entry.second);
  }

  void add_document(std::uint32_t number) {
    const SearchDocument& document = *documents_[number];
    section(Section::TitleWordCounts) += static_cast<char>(std::min<std::size_t>(255, add_text(number, Field::Title, document.title)));
    // Words of their own first: the weightiest field stays.
    for (Field field : {Field::Words, Field::Phrases}) {
      for (const std::string& words : document.words) {
        if (words_field(words) == field) add_text(number, field, words);
      }
    }
    add_text(number, Field::Summary, document.summary);
    add_text(number, Field::Text, document.text);
  }

  static Field words_field(std::string_view text) {
    const std::vector<Word> words = read_words(text);
    const bool is_one = std::all_of(words.begin(), words.end(),
                                    [&](const Word& word) { return word.joined_to_next || &word == &words.back(); });
    return is_one ? Field::Words : Field::Phrases;
  }

  // Returns the number of words that carry meaning.
  std::size_t add_text(std::uint32_t number, Field field, std::string_view text) {
    const StemLanguage language = stem_language_from_tag(documents_[number]->language);
    const std::vector<Word> words = read_words(text);
    std::size_t count = 0;
    for (std::size_t first = 0; first < words.size();) {
      std::size_t last = first;
      while (words[last].joined_to_next && last + 1 < words.size()) ++last;
      for (std::size_t each = first; each <= last; ++each) {
        if (!is_kept(words[each]) || (field > Field::Phrases && is_weak_word(words[each].letters))) continue;
        add_word(number, field, words[each], language);
        ++count;
      }
      if (last > first) add_joined(number, field, words, first, last, language);
      first = last + 1;
    }
    return count;
  }

  // "E-Mail" is found as "email" too.
  void add_joined(std::uint32_t number, Field field, const std::vector<Word>& words, std::size_t first, std::size_t last,
                  StemLanguage language) {
    const char* start = words[first].surface.data();
    const auto until = [&](const char* end) { return std::string_view(start, static_cast<std::size_t>(end - start)); };
    Word joined;
    joined.surface = until(words[last].surface.data() + words[last].surface.size());
    joined.letters = letters_from_text(joined.surface);
    if (joined.letters.size() > kLongestWord) return;
    for (std::size_t each = first + 1; each <= last; ++each) {
      joined.boundaries |= std::uint64_t{1} << letters_from_text(until(words[each].surface.data())).size();
    }
    add_word(number, field, joined, language);
  }

  static bool is_kept(const Word& word) {
    const bool is_digit = word.letters[0] >= '0' && word.letters[0] <= '9';
    return (word.letters.size() > 1 || is_digit) && !is_stop_word(word.letters);
  }

  void add_word(std::uint32_t number, Field field, const Word& word, StemLanguage language) {
    TermEntry& entry = terms_[word.letters];
    entry.documents.emplace(number, field);  // fields come weightiest first: the first one stays
    entry.joints |= word.boundaries;
    if (language == StemLanguage::German) entry.marks |= kTermGerman;
    if (language == StemLanguage::English) entry.marks |= kTermEnglish;
    ++entry.surfaces[std::string(word.surface)];
  }

  // Citizens' words are understood even if no document has them.
  void add_synonym_words(const Synonyms& synonyms) {
    for (const std::vector<std::string>& group : synonyms.groups) {
      std::vector<std::vector<std::string>> phrases;
      for (const std::string& text : group) {
        std::vector<std::string> phrase;
        for (const Word& word : read_words(text)) {
          if (!is_kept(word)) continue;
          TermEntry& entry = terms_[word.letters];
          if (entry.documents.empty()) {
            entry.marks |= kTermGerman;
            ++entry.surfaces[std::string(word.surface)];
          }
          phrase.push_back(word.letters);
        }
        if (!phrase.empty() && std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) {
          phrases.push_back(std::move(phrase));
        }
      }
      if (phrases.size() > 1) groups_.push_back(std::move(phrases));
    }
  }

  void write_documents() {
    std::vector<std::string> languages;
    for (const SearchDocument* document : documents_) {
      auto found = std::find(languages.begin(), languages.end(), document->language);
      if (found == languages.end()) found = languages.insert(found, document->language);
      const auto language = static_cast<unsigned>(found - languages.begin()) & 31u;
      section(Section::DocumentMarks) += static_cast<char>(static_cast<unsigned>(document->kind) | language << kDocumentKindBits);
      append_varint(section(Section::IdLengths), static_cast<std::uint32_t>(document->id.size()));
      section(Section::Ids) += document->id;
      append_varint(section(Section::TitleLengths), static_cast<std::uint32_t>(document->title.size()));
      section(Section::Titles) += document->title;
    }
    for (const std::string& language : languages) section(Section::Languages) += language + '\0';
  }

  void write_terms() {
    // Compounds are split with the finished vocabulary, so there are two passes.
    std::vector<Spelling> spellings;
    for (const auto& [letters, entry] : terms_) {
      const auto common = std::max_element(entry.surfaces.begin(), entry.surfaces.end(),
                                           [](const auto& left, const auto& right) { return left.second < right.second; });
      spellings.push_back(spelling_from_surface(letters, common->first));
      vocabulary_.append(letters, static_cast<std::uint8_t>(entry.marks | spellings.back().capitals));
    }
    std::string_view before;
    Term term = 0;
    for (const auto& [letters, entry] : terms_) {
      vocabulary_.set_boundaries(term, boundaries_of(letters, entry));
      write_letters(letters, before);
      write_marks(term, entry, spellings[term]);
      write_postings(entry);
      before = letters;
      ++term;
    }
    write_inner_parts();
  }

  std::uint64_t boundaries_of(std::string_view letters, const TermEntry& entry) const {
    return entry.joints | (entry.marks & kTermGerman ? compound_boundaries(letters, vocabulary_) : 0);
  }

  void write_inner_parts() {
    const std::vector<InnerPart> parts = vocabulary_.inner_parts_by_term();
    std::vector<std::uint32_t> order(parts.size());
    for (std::uint32_t number = 0; number < order.size(); ++number) order[number] = number;
    std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
      const std::string_view left_letters = vocabulary_.letters(parts[left]);
      const std::string_view right_letters = vocabulary_.letters(parts[right]);
      return left_letters != right_letters ? left_letters < right_letters : left < right;
    });
    for (std::uint32_t number : order) append_varint(section(Section::InnerParts), number);
  }

  void write_letters(std::string_view letters, std::string_view before) {
    const std::size_t most = std::min(letters.size(), before.size());
    std::size_t shared = 0;
    while (shared < most && letters[shared] == before[shared]) ++shared;
    section(Section::SharedLengths) += static_cast<char>(shared);
    section(Section::OwnLengths) += static_cast<char>(letters.size() - shared);
    section(Section::OwnLetters) += letters.substr(shared);
  }

  void write_marks(Term term, const TermEntry& entry, const Spelling& spelling) {
    const std::uint64_t boundaries = vocabulary_.boundaries(term);
    unsigned marks = entry.marks | spelling.capitals;
    if (boundaries != 0) marks |= kTermHasBoundaries;
    if (!spelling.changes.empty()) marks |= kTermHasSpelling;
    section(Section::TermMarks) += static_cast<char>(marks);
    section(Section::Spellings) += spelling.changes;
    if (boundaries == 0) return;
    std::string distances;
    std::uint32_t count = 0;
    for (std::size_t at = 0, last = 0; at < kLongestWord; ++at) {
      if ((boundaries >> at & 1) == 0) continue;
      append_varint(distances, static_cast<std::uint32_t>(at - last));
      last = at;
      ++count;
    }
    append_varint(section(Section::Boundaries), count);
    section(Section::Boundaries) += distances;
  }

  void write_postings(const TermEntry& entry) {
    std::array<std::uint32_t, kFieldCount> counts{};
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      std::uint32_t last = ~std::uint32_t{0};
      for (const auto& [document, best_field] : entry.documents) {
        if (best_field != static_cast<Field>(field)) continue;
        append_varint(section(Section::PostingGaps), document - last - 1);
        last = document;
        ++counts[field];
      }
      append_varint(section(Section::PostingCounts), counts[field]);
    }
  }

  void write_synonyms() {
    for (const auto& group : groups_) {
      append_varint(section(Section::Synonyms), static_cast<std::uint32_t>(group.size()));
      for (const auto& phrase : group) {
        append_varint(section(Section::Synonyms), static_cast<std::uint32_t>(phrase.size()));
        for (const std::string& word : phrase) append_varint(section(Section::Synonyms), vocabulary_.lower_bound(word));
      }
    }
  }

  std::string file() const {
    std::string body;
    append_varint(body, static_cast<std::uint32_t>(documents_.size()));
    append_varint(body, vocabulary_.size());
    for (const std::string& section : sections_) append_varint(body, static_cast<std::uint32_t>(section.size()));
    for (const std::string& section : sections_) body += section;
    std::string bytes(kIndexMagic);
    bytes += static_cast<char>(kIndexVersion);
    const std::uint32_t checksum = index_checksum(body);
    for (unsigned shift : {0u, 8u, 16u, 24u}) bytes += static_cast<char>(checksum >> shift & 0xFF);
    return bytes + body;
  }

  std::vector<const SearchDocument*> documents_;
  std::map<std::string, TermEntry> terms_;
  std::vector<std::vector<std::vector<std::string>>> groups_;
  Vocabulary vocabulary_;
  std::array<std::string, kSectionCount> sections_;
};

}  // namespace

std::string write_search_index(const std::vector<SearchDocument>& documents, const Synonyms& synonyms) {
  return IndexWriter().write(documents, synonyms);
}

}  // namespace stadttor::portal::search
