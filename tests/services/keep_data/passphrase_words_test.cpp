// The words that passphrases are suggested of: what the list promises, and how they are drawn.
#include "services/keep_data/passphrase_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/text_file.h"

using namespace stadttor;
using namespace stadttor::services::keep_data;

namespace {

std::string list() { return testing::text_of_file(testing::repository() / "assets/passphrase/words.txt"); }

std::vector<std::string> words() {
  std::vector<std::string> found;
  std::string text = list();
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
    found.push_back(text.substr(0, end));
    text.erase(0, end + 1);
  }
  return found;
}

// One letter exchanged, added or left out makes one of the other.
bool is_one_slip_apart(const std::string& a, const std::string& b) {
  if (a.size() > b.size()) return is_one_slip_apart(b, a);
  if (b.size() - a.size() > 1) return false;
  const auto apart = std::mismatch(a.begin(), a.end(), b.begin());
  const std::size_t same = static_cast<std::size_t>(apart.first - a.begin());
  return a.substr(std::min(a.size(), same + (a.size() == b.size() ? 1 : 0))) == b.substr(std::min(b.size(), same + 1));
}

}  // namespace

TEST_SUITE("services/keep_data passphrase words") {
  TEST_CASE("the list has 2,048 words of four to eight letters that are written in one way only") {
    const auto all = words();
    CHECK(all.size() == kPassphraseWords);
    CHECK(std::is_sorted(all.begin(), all.end()));
    for (const std::string& word : all) {
      const bool has_letters = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      CHECK_MESSAGE((has_letters && word.size() >= 4 && word.size() <= 8), word);
      CHECK_MESSAGE((word.find("ae") == std::string::npos && word.find("oe") == std::string::npos), word);
      const std::size_t ue = word.find("ue");
      CHECK_MESSAGE((ue == std::string::npos || (ue > 0 && std::string("aeq").find(word[ue - 1]) != std::string::npos)), word);
    }
  }

  TEST_CASE("the first four letters tell each word, and one slip never makes another word") {
    std::set<std::string> beginnings;
    const auto all = words();
    for (const std::string& word : all) CHECK_MESSAGE(beginnings.insert(word.substr(0, 4)).second, word);
    std::string pairs;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (is_one_slip_apart(all[i], all[j])) pairs += all[i] + "/" + all[j] + " ";
      }
    }
    CHECK(pairs.empty());
  }

  TEST_CASE("what is one slip apart is noticed") {
    CHECK(is_one_slip_apart("hase", "nase"));
    CHECK(is_one_slip_apart("haus", "hausa"));
    CHECK(is_one_slip_apart("kind", "knd"));
    CHECK_FALSE(is_one_slip_apart("hase", "hose2"));
    CHECK_FALSE(is_one_slip_apart("hase", "esah"));
  }

  TEST_CASE("eleven bits are one word, and each word is as likely as any other") {
    const auto read = PassphraseWords::read(list(), "words.txt");
    if (!CHECK(read.ok())) return;
    const auto all = words();
    CHECK(read.value().drawn(std::string("\0\0\0\1\7\377\10\0\377\377", 10)) == all[0] + " " + all[1] + " " + all[2047] + " " + all[0] + " " + all[2047]);
    std::map<std::string, int> drawn;
    for (int value = 0; value < 65'536; ++value) {
      const char bytes[] = {static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
      ++drawn[read.value().drawn({bytes, sizeof bytes})];
    }
    CHECK(drawn.size() == kPassphraseWords);
    CHECK(std::all_of(drawn.begin(), drawn.end(), [](const auto& entry) { return entry.second == 32; }));
  }

  TEST_CASE("a shorter list is refused: it would promise more than it keeps") {
    CHECK_FALSE(PassphraseWords::read("eins\nzwei\n", "words.txt").ok());
    CHECK_FALSE(PassphraseWords::read(list() + "unfertig", "words.txt").ok());
    CHECK_FALSE(PassphraseWords::read(list() + "zuviel\n", "words.txt").ok());
    CHECK_FALSE(PassphraseWords::read("", "words.txt").ok());
  }
}
