// The bytes of an index file: varints, checked reading, and the order of the sections.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::portal::search {

// File: magic, version (one byte), checksum of all that follows (four bytes, little endian), then varints:
// number of documents, number of terms, the length of each section; then the sections in the order of Section.
// Values of one sort lie together, because they compress better so.
inline constexpr std::string_view kIndexMagic = "STSX";
inline constexpr std::uint8_t kIndexVersion = 2;
inline constexpr std::size_t kIndexChecksumEnd = 9;

enum class Section : unsigned char {
  Languages,          // language tags, each with a 0 byte behind it
  DocumentMarks,      // per document: kind | language number << kDocumentKindBits
  TitleWordCounts,    // per document, one byte
  IdLengths,          // varints
  Ids,                //
  TitleLengths,       // varints
  Titles,             // UTF-8, documents are sorted by title
  SharedLengths,      // per term, one byte: letters shared with the term before; terms are sorted
  OwnLengths,         // per term, one byte
  OwnLetters,         //
  TermMarks,          // per term: see TermMark
  Boundaries,         // terms marked so: number of boundaries, then the distances between them
  InnerParts,         // sorted by their letters: numbers of the inner parts, counted term by term
  Spellings,          // terms marked so: see word_spelling.h
  PostingCounts,      // per term and field: varint
  PostingGaps,        // per term and field: documents, each as varint distance to the one before
  Synonyms,           // groups: number of phrases; phrases: number of words; words: term
  End,
};
inline constexpr std::size_t kSectionCount = static_cast<std::size_t>(Section::End);

enum TermMark : std::uint8_t {
  kTermFirstCapital = 1,  // written with a capital letter
  kTermAllCapitals = 2,
  kTermGerman = 4,        // occurs in German documents: has a German stem
  kTermEnglish = 8,
  kTermHasSpelling = 16,
  kTermHasBoundaries = 32,
};
inline constexpr std::uint8_t kTermAllMarks = 63;

inline void append_varint(std::string& bytes, std::uint32_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

// Eight bytes, the first one lowest.
inline std::uint64_t eight_bytes(const char* bytes) {
  std::uint64_t value = 0;
  for (unsigned byte = 0; byte < 8; ++byte) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[byte])} << (8 * byte);
  }
  return value;
}

// Reads a section from front to back. After the first read beyond the end, or of a varint of more than 32 bits,
// `failed()` stays true and everything reads as zero.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 35 && position_ < bytes_.size(); shift += 7) {
      const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[position_++]));
      if (shift == 28 && byte > 0x0F) break;
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }

  std::uint8_t byte() {
    if (position_ >= bytes_.size()) return static_cast<std::uint8_t>(fail());
    return static_cast<std::uint8_t>(bytes_[position_++]);
  }

  // Skips up to `most` varints of one byte each, eight at a time, and returns their sum; `skipped` is their number.
  std::uint32_t short_varints(std::uint32_t most, std::uint32_t& skipped) {
    std::uint64_t sum = 0;
    skipped = 0;
    while (skipped + 8 <= most && position_ + 8 <= bytes_.size()) {
      const std::uint64_t eight = eight_bytes(bytes_.data() + position_);
      if ((eight & 0x8080808080808080u) != 0) break;
      const std::uint64_t pairs = (eight & 0x00FF00FF00FF00FFu) + (eight >> 8 & 0x00FF00FF00FF00FFu);
      sum += (pairs * 0x0001000100010001u) >> 48;
      position_ += 8;
      skipped += 8;
    }
    return static_cast<std::uint32_t>(sum);
  }

  std::string_view bytes(std::size_t count) {
    if (count > bytes_.size() - position_) {
      fail();
      return {};
    }
    position_ += count;
    return bytes_.substr(position_ - count, count);
  }

  std::size_t position() const { return position_; }
  bool failed() const { return failed_; }
  bool at_end() const { return position_ == bytes_.size(); }

 private:
  std::uint32_t fail() {
    failed_ = true;
    position_ = bytes_.size();
    return 0;
  }

  std::string_view bytes_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

// Finds damage on the way; against intent there are the checks of each value.
inline std::uint32_t index_checksum(std::string_view bytes) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;
  std::uint64_t sum = bytes.size();
  std::size_t position = 0;
  for (; position + 8 <= bytes.size(); position += 8) {
    sum = (sum ^ eight_bytes(bytes.data() + position)) * kOdd;
    sum ^= sum >> 29;
  }
  for (; position < bytes.size(); ++position) sum = (sum ^ static_cast<unsigned char>(bytes[position])) * kOdd;
  return static_cast<std::uint32_t>(sum ^ sum >> 32);
}

}  // namespace stadttor::portal::search
