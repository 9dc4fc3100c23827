// Every bit of everything a vault stores, turned over; every length, cut; every pair of records, exchanged: nothing of it opens.
#include <algorithm>

#include "support/vault_workshop.h"
#include "support/text_file.h"
#include "support/wycheproof.h"
#include "vault/byte_fields.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;

namespace {

struct Corpus {
  VaultWorkshop shop;
  std::vector<RecordId> ids;

  Corpus() {
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    for (const char* content : {"Erika", "Max", "Wotan"}) {
      ids.push_back(shop.fresh_id(vault));
      CHECK(shop.keep(vault, ids.back(), content).ok());
    }
  }

  // Everything is read as it was written: the one state in which a vault may answer.
  bool is_whole() {
    Vault vault(shop.ports());
    if (!shop.unlock(vault, recovery()).ok() || vault.records().size() != ids.size()) return false;
    bool all = true;
    for (const RecordId& id : ids) all = shop.content(vault, id).ok() && all;
    return all;
  }
};

// How many changed states of `value` are taken for whole.
int count_missed(Corpus& corpus, std::string& value) {
  int missed = 0;
  const std::string original = value;
  for (std::size_t bit = 0; bit < original.size() * 8; ++bit) {
    value[bit / 8] = static_cast<char>(original[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
    missed += corpus.is_whole() ? 1 : 0;
    value = original;
  }
  for (std::size_t length = 0; length < original.size(); ++length) {
    value = original.substr(0, length);
    missed += corpus.is_whole() ? 1 : 0;
  }
  value = original + '\0';
  missed += corpus.is_whole() ? 1 : 0;
  value = original;
  return missed;
}

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("no bit of the store can be turned over and no byte cut off without notice") {
    Corpus corpus;
    if (!CHECK(corpus.is_whole())) return;
    for (auto& record : corpus.shop.store.records()) CHECK_MESSAGE(count_missed(corpus, record.second) == 0, record.first.first);
    CHECK(corpus.is_whole());
  }

  TEST_CASE("a slot that was changed by somebody who knows its hash does not open either") {
    Corpus corpus;
    for (auto& [place, value] : corpus.shop.store.records()) {
      if (place.first != "vault/slots") continue;
      const std::string original = value;
      for (std::size_t bit = 0; bit < (original.size() - 32) * 8; ++bit) {
        std::string bytes = original.substr(0, original.size() - 32);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
        const auto hash = corpus.shop.answer<std::string>(
            [&](auto callback) { corpus.shop.cryptography.hash(platform::HashKind::Sha256, bytes, callback); });
        value = bytes + hash.value();
        CHECK_FALSE(corpus.is_whole());
      }
      value = original;
    }
  }

  TEST_CASE("records that were exchanged, taken away or set back do not open") {
    Corpus corpus;
    auto& stored = corpus.shop.store.records();
    std::vector<std::string*> records;
    for (auto& [place, value] : stored) {
      if (place.first == "vault/records") records.push_back(&value);
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      for (std::size_t j = i + 1; j < records.size(); ++j) {
        std::swap(*records[i], *records[j]);
        CHECK_FALSE(corpus.is_whole());
        std::swap(*records[i], *records[j]);
      }
    }
    const auto before = stored;
    Vault vault(corpus.shop.ports());
    CHECK(corpus.shop.unlock(vault, recovery()).ok());
    CHECK(corpus.shop.keep(vault, corpus.ids[0], "Erika, later").ok());
    CHECK(corpus.is_whole());
    for (const auto& [place, value] : before) {
      if (place.first == "vault/slots" || stored[place] == value) continue;
      const std::string now = stored[place];
      // The list alone, or the record alone, as it was before.
      stored[place] = value;
      CHECK_FALSE(corpus.is_whole());
      stored.erase(place);
      CHECK_FALSE(corpus.is_whole());
      stored[place] = now;
    }
    CHECK(corpus.is_whole());
  }

  TEST_CASE("costs outside the bounds are refused before anything is derived") {
    KeySlot slot{SlotKind::Passphrase, std::string(16, 'i'), std::string(16, 'v'), std::string(8, 'k'), {65536, 3, 1}, std::string(16, 's'), {}, {std::string(12, 'n'), std::string(48, 'r')}};
    const auto is_taken = [&slot] { return parse_slot(bytes_from_slot(slot)).ok(); };
    CHECK(is_taken());
    const auto check_bounds = [&](std::uint32_t& value, std::uint32_t least, std::uint32_t most) {
      const std::uint32_t usual = value;
      for (const std::uint32_t inside : {least, most}) {
        value = inside;
        CHECK(is_taken());
      }
      for (const std::uint32_t outside : {least - 1, most + 1, 0U, 0xffffffffU}) {
        value = outside;
        CHECK_FALSE(is_taken());
      }
      value = usual;
    };
    check_bounds(slot.cost.memory_kib, 19'456, 262'144);
    check_bounds(slot.cost.passes, 2, 10);
    check_bounds(slot.cost.lanes, 1, 4);
    for (const std::size_t size : {15U, 33U}) {
      slot.salt = std::string(size, 's');
      CHECK_FALSE(is_taken());
    }
    slot.salt = std::string(32, 's');
    CHECK(is_taken());
    slot.kind = SlotKind::Recovery;
    CHECK_FALSE(is_taken());
    slot.cost = {};
    CHECK(is_taken());
    slot.kind = static_cast<SlotKind>(9);
    CHECK_FALSE(is_taken());
  }

  TEST_CASE("what a later version wrote is called that, and not damaged") {
    const RecordPlace place{std::string(16, 'v'), std::string(8, 'k'), RecordType::Draft, {std::string(16, 'i')}, 1, 1};
    std::string envelope = envelope_from(place, {std::string(40, 'w'), {std::string(12, 'n'), std::string(272, 'c')}});
    CHECK(parse_envelope(envelope, place).ok());
    envelope[4] = 2;
    CHECK(error_of(parse_envelope(envelope, place)) == ErrorKind::NotSupported);
    envelope[4] = 1;
    envelope[5] = 2;
    CHECK(error_of(parse_envelope(envelope, place)) == ErrorKind::NotSupported);
  }

  TEST_CASE("sizes tell little: records in steps of 256 bytes, documents at most an eighth more") {
    for (const std::size_t size : {0U, 1U, 251U, 252U, 253U, 1000U, 100'000U, 1'000'000U}) {
      const std::string content(size, 'x');
      const std::string record = padded(content, RecordType::Draft);
      CHECK(record.size() % 256 == 0);
      CHECK(record.size() - size < 260);
      const std::string document = padded(content, RecordType::Document);
      CHECK(document.size() >= record.size());
      CHECK(document.size() <= record.size() + record.size() / 8);
      for (const std::string& bytes : {record, document}) {
        const auto back = parse_padded(bytes);
        if (CHECK(back.ok())) CHECK(back.value() == content);
      }
    }
    std::string dirty = padded("x", RecordType::Draft);
    dirty.back() = 1;
    CHECK_FALSE(parse_padded(dirty).ok());
    CHECK_FALSE(parse_padded("").ok());
  }
}
