#include "kept_data/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace stadttor;
using namespace stadttor::kept_data;

namespace {

std::string text_of(const LedgerEntry& entry) { return json_from_entry(entry).reveal<"a test compares it">(); }

// Three entries, each naming the one before by a hash that stands for its text here.
std::vector<LedgerEntry> chain() {
  std::vector<LedgerEntry> entries(3);
  for (std::size_t at = 0; at < entries.size(); ++at) {
    entries[at].number = at + 1;
    entries[at].title = "Antrag " + std::to_string(at + 1);
    if (at > 0) entries[at].previous = text_of(entries[at - 1]);
  }
  return entries;
}

std::optional<std::uint64_t> break_of(const std::vector<LedgerEntry>& entries, const KnownEntry& known = {}) {
  std::vector<std::string> hashes;
  for (const LedgerEntry& entry : entries) hashes.push_back(text_of(entry));
  return find_chain_break(entries, hashes, known);
}

}  // namespace

TEST_SUITE("kept_data") {
  TEST_CASE("an entry of the ledger is read as it was written") {
    LedgerEntry entry;
    entry.number = 7;
    entry.previous = "ab12";
    entry.when = 1795593600000;
    entry.receipt = "00ff";
    entry.title = "Hund anmelden";
    entry.office = "Steueramt";
    entry.destination = "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11";
    entry.language = "de";
    entry.office_language = "en";
    entry.purpose = "Hundesteuer";
    entry.retention = "Zehn Jahre";
    entry.legal_basis = {"Hundesteuersatzung"};
    entry.fields = {{"dog.name", "Name des Hundes", "hund"}};
    entry.files = {{"a1", "application/pdf", 1234, Personal<std::string>("impfpass.pdf")}};
    entry.key_thumbprint = "thumb";
    entry.hashes = {{"data", "cf83"}};
    const auto read = parse_ledger_entry(json_from_entry(entry));
    if (!CHECK(read.ok())) return;
    CHECK(text_of(read.value()) == text_of(entry));
    CHECK(read.value().when == 1795593600000);
    CHECK(read.value().language == "de");
    CHECK(read.value().office_language == "en");
    CHECK(read.value().files[0].name.reveal<"a test compares it">() == "impfpass.pdf");
  }

  TEST_CASE("an untouched ledger has no break") {
    CHECK_FALSE(break_of({}));
    CHECK_FALSE(break_of(chain()));
    CHECK_FALSE(break_of(chain(), {3, text_of(chain()[2])}));
  }

  TEST_CASE("an entry that a receipt knows has to be there, whatever has been noted after it") {
    CHECK_FALSE(break_of(chain(), {2, text_of(chain()[1])}));
    CHECK(break_of(chain(), {2, "another"}) == 2);
    CHECK(break_of({}, {1, "gone"}) == 1);
  }

  TEST_CASE("whichever entry is taken away, changed or moved, its place is found") {
    for (std::size_t at = 0; at < 3; ++at) {
      const KnownEntry head{3, text_of(chain()[2])};
      auto missing = chain();
      missing.erase(missing.begin() + static_cast<long>(at));
      CHECK_MESSAGE(break_of(missing, head) == at + 1, "missing ", at);
      auto edited = chain();
      edited[at].title = "Ein anderer";
      CHECK_MESSAGE(break_of(edited, head) == at + 1, "edited ", at);
      auto moved = chain();
      std::swap(moved[at], moved[(at + 1) % 3]);
      CHECK_MESSAGE(break_of(moved, head).has_value(), "moved ", at);
    }
    CHECK(break_of({}, {1, "a head"}) == 1);
  }
}
