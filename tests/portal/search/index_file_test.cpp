#include <doctest/doctest.h>

#include <algorithm>

#include "portal/search/index_bytes.h"
#include "search_documents.h"

using namespace stadttor;
using namespace stadttor::portal::search;

namespace {

// So that damage reaches the checks behind the checksum.
void correct_checksum(std::string& bytes) {
  if (bytes.size() < kIndexChecksumEnd) return;
  const std::uint32_t checksum = index_checksum(std::string_view(bytes).substr(kIndexChecksumEnd));
  for (unsigned byte = 0; byte < 4; ++byte) bytes[5 + byte] = static_cast<char>(checksum >> (8 * byte) & 0xFF);
}

// What is read must be sound enough to be used.
void use(const SearchIndex& index) {
  for (const char* typed : {"hund anmelden", "persi", "sperr müll", "auto"}) {
    for (const Hit& hit : index.find(typed, 20)) CHECK(hit.document < index.documents().size());
    index.suggest(typed, 5);
  }
  for (Term term = 0; term < index.vocabulary().size(); ++term) {
    std::uint32_t beyond = 0;
    index.postings().each(term, [&](Field, std::uint32_t document) { beyond += document < index.documents().size() ? 0 : 1; });
    if (beyond > 0) CHECK(beyond == 0);
    index.spelled(term);
  }
  for (const InnerPart& part : index.vocabulary().inner_parts()) {
    const bool is_inside = part.term < index.vocabulary().size() && part.start < index.vocabulary().length(part.term);
    if (!is_inside) CHECK(is_inside);
  }
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("equal documents give equal bytes, in whatever order they come") {
    auto documents = town_documents();
    const std::string bytes = write_search_index(documents, town_synonyms());

    std::reverse(documents.begin(), documents.end());

    CHECK(write_search_index(documents, town_synonyms()) == bytes);
  }

  TEST_CASE("documents with the same title are sorted by id") {
    const std::string bytes = write_search_index({service("b", "Biber"), service("a", "Biber")}, {});

    CHECK(write_search_index({service("a", "Biber"), service("b", "Biber")}, {}) == bytes);
    CHECK(std::move(SearchIndex::read(bytes)).value().documents().id(0) == "a");
  }

  TEST_CASE("documents come back as they were, sorted by title") {
    const SearchIndex index = town_index();

    const DocumentTable& documents = index.documents();

    if (!CHECK(documents.size() == town_documents().size())) return;
    CHECK(documents.title(0) == "Bewohnerparkausweis beantragen");
    CHECK(documents.id(1) == "buergerbuero");
    CHECK(documents.kind(1) == DocumentKind::Office);
    CHECK(documents.language(1) == "de");
  }

  TEST_CASE("an index can be moved") {
    SearchIndex index = town_index();
    const SearchIndex moved = std::move(index);

    CHECK(first_id(moved, "hund anmelden") == "hund-anmelden");
  }

  TEST_CASE("another file and another version are refused, each with its reason") {
    std::string bytes = write_search_index(town_documents(), {});
    bytes[4] = 99;

    CHECK(SearchIndex::read(bytes).error().kind == ErrorKind::NotSupported);
    CHECK(SearchIndex::read("<html>").error().kind == ErrorKind::MalformedData);
    CHECK(SearchIndex::read("").error().kind == ErrorKind::MalformedData);
    CHECK(SearchIndex::read("STSX").error().kind == ErrorKind::MalformedData);
  }

  TEST_CASE("a file cut at any length is refused") {
    const std::string bytes = write_search_index(town_documents(), town_synonyms());
    std::size_t accepted = 0;
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      std::string cut = bytes.substr(0, length);
      accepted += SearchIndex::read(cut).ok() ? 1 : 0;
      correct_checksum(cut);
      accepted += SearchIndex::read(cut).ok() ? 1 : 0;
    }

    CHECK(accepted == 0);
    CHECK(!SearchIndex::read(bytes + '\0').ok());
  }

  TEST_CASE("one changed byte is noticed by the checksum") {
    const std::string bytes = write_search_index(town_documents(), town_synonyms());
    std::size_t accepted = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 0x10);
      accepted += SearchIndex::read(changed).ok() ? 1 : 0;
    }

    CHECK(accepted == 0);
  }

  TEST_CASE("changed bytes with a right checksum are refused or harmless") {
    const std::string bytes = write_search_index(town_documents(), town_synonyms());
    std::size_t refused = 0;
    for (std::size_t at = kIndexChecksumEnd; at < bytes.size(); ++at) {
      for (int bits : {0x01, 0x04, 0x40, 0x80, 0xFF}) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ bits);
        correct_checksum(changed);
        const auto index = SearchIndex::read(changed);
        refused += index.ok() ? 0 : 1;
        if (index.ok()) use(index.value());
      }
    }

    CHECK(refused > bytes.size() / 4);
  }

  TEST_CASE("a varint of more than 32 bits is refused") {
    ByteReader reader("\xFF\xFF\xFF\xFF\x1F");

    CHECK(reader.varint() == 0);
    CHECK(reader.failed());
    ByteReader most("\xFF\xFF\xFF\xFF\x0F");
    CHECK(most.varint() == 0xFFFFFFFFu);
    CHECK(!most.failed());
  }
}
