#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "foundation/hash.h"

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("texts that differ in length, end or order have different hashes") {
    std::set<std::uint64_t> hashes;
    const std::vector<std::string> texts = {"", "a", "aa", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "ab", "ba", std::string("a\0", 2), std::string("\0", 1),
                                            "aaaaaaaab", "baaaaaaaa", "leistungen", "leistungem"};

    for (const std::string& text : texts) hashes.insert(mixed_hash(kHashSeed, text));

    CHECK(hashes.size() == texts.size());
  }

  TEST_CASE("a hash depends on what it goes on from") {
    CHECK(mixed_hash(kHashSeed, std::string_view("a")) != mixed_hash(kHashSeed + 1, std::string_view("a")));
    CHECK(mixed_hash(mixed_hash(kHashSeed, 1), 2) != mixed_hash(mixed_hash(kHashSeed, 2), 1));
  }

  TEST_CASE("a hundred thousand numbered names have as many hashes") {
    std::set<std::uint64_t> hashes;

    for (int number = 0; number < 100'000; ++number) hashes.insert(mixed_hash(kHashSeed, "item" + std::to_string(number)));

    CHECK(hashes.size() == 100'000);
  }
}
