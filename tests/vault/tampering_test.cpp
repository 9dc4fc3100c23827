// Every bit of everything a vault stores, turned over; every length, cut; every pair of records, exchanged: nothing of it opens.
#include <array>
#include <string>
#include <vector>

#include "support/vault_workshop.h"
#include "support/text_file.h"
#include "support/wycheproof.h"
#include "vault/byte_fields.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;

namespace {

// Everything a vault can hold: each kind of record, each kind of way in.
constexpr std::array<RecordType, 6> kTypes = {RecordType::Profile, RecordType::Draft, RecordType::Outbox, RecordType::Receipt, RecordType::Document, RecordType::Ledger};

#ifdef STADTTOR_SANITIZED
constexpr std::size_t kBitStep = 7;
#else
constexpr std::size_t kBitStep = 1;
#endif

enum class State { Whole, Refused, Wrong };

bool is_refusal(ErrorKind kind) {
  return kind == ErrorKind::Tampered || kind == ErrorKind::MalformedData || kind == ErrorKind::NotSupported || kind == ErrorKind::WrongSecret;
}

SlotSecret secret_of(SlotKind kind) {
  switch (kind) {
    case SlotKind::Passphrase: return passphrase("Wotan frißt Äpfel");
    case SlotKind::Passkey: return passkey();
    case SlotKind::Recovery: break;
  }
  return recovery();
}

struct Corpus {
  VaultWorkshop shop;
  std::vector<RecordId> ids;

  Corpus() {
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(secret_of(SlotKind::Recovery), secret_of(SlotKind::Passphrase), secret_of(SlotKind::Passkey))).ok());
    for (const RecordType type : kTypes) {
      ids.push_back(shop.fresh_id(vault));
      CHECK(shop.keep(vault, ids.back(), content_of(ids.size() - 1), type).ok());
    }
  }

  static std::string content_of(std::size_t at) { return "Erika " + std::to_string(at); }

  // What the vault says to somebody with this way in. Wrong: it gives out what was not written, or fails in a way that says nothing.
  State state(SlotKind way_in = SlotKind::Recovery) {
    Vault vault(shop.ports());
    const Outcome unlocked = shop.unlock(vault, secret_of(way_in));
    if (!unlocked.ok()) return is_refusal(unlocked.error().kind) ? State::Refused : State::Wrong;
    return state_of(vault);
  }
  State state_of(Vault& vault) {
    bool is_whole = vault.records().size() == ids.size();
    for (std::size_t at = 0; at < ids.size(); ++at) {
      const auto content = shop.content(vault, ids[at]);
      if (content.ok() ? content.value() != content_of(at) : !is_refusal(content.error().kind)) return State::Wrong;
      is_whole = is_whole && content.ok();
    }
    return is_whole ? State::Whole : State::Refused;
  }
  bool is_whole() { return state() == State::Whole; }
};

// Calls `look` for each changed state of `value`: a bit turned over, bytes cut off, one added.
template <class Look>
void change(std::string& value, std::size_t bit_step, Look look) {
  const std::string original = value;
  for (std::size_t bit = 0; bit < original.size() * 8; bit += bit_step) {
    value[bit / 8] = static_cast<char>(original[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
    look();
    value = original;
  }
  for (std::size_t length = 0; length < original.size(); length += bit_step) {
    value = original.substr(0, length);
    look();
  }
  value = original + '\0';
  look();
  value = original;
}

SlotKind kind_of(const std::string& stored) { return static_cast<SlotKind>(stored[5]); }

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("no bit of the store can be turned over and no byte cut off: each time the answer is a class of error, and nothing wrong is given out") {
    Corpus corpus;
    if (!CHECK(corpus.is_whole())) return;
    int trials = 0;
    for (auto& [place, value] : corpus.shop.store.records()) {
      const SlotKind way_in = place.first == "vault/slots" ? kind_of(value) : SlotKind::Recovery;
      int missed = 0;
      change(value, kBitStep, [&, way = way_in] {
        ++trials;
        missed += corpus.state(way) != State::Refused ? 1 : 0;
      });
      CHECK_MESSAGE(missed == 0, place.first);
    }
    CHECK(corpus.is_whole());
    CHECK(trials > 20'000 / static_cast<int>(kBitStep));
  }

  TEST_CASE("no bit of a vault's file can be turned over either, not even with the hash that would belong to it") {
    Corpus corpus;
    Vault vault(corpus.shop.ports());
    CHECK(corpus.shop.unlock(vault, recovery()).ok());
    auto exported = corpus.shop.answer<std::string>([&](auto callback) { vault.export_file(callback); });
    if (!CHECK(exported.ok())) return;
    std::string file = exported.value();
    Corpus other;
    int wrong = 0;
    const auto bring_in = [&](const std::string& bytes) {
      other.shop.store.records().clear();
      Vault taken(other.shop.ports());
      const Outcome outcome = other.shop.answer<Done>([&](auto callback) { taken.import_file(bytes, recovery(), callback); });
      if (outcome.ok()) return State::Whole;
      const bool is_clean = is_refusal(outcome.error().kind) && other.shop.store.records().empty() && !taken.is_open();
      return is_clean ? State::Refused : State::Wrong;
    };
    CHECK(bring_in(file) == State::Whole);
    change(file, 11, [&] { wrong += bring_in(file) != State::Refused ? 1 : 0; });
    CHECK(wrong == 0);

    std::string bytes = file.substr(0, file.size() - 32);
    change(bytes, 37, [&] {
      const auto hash = corpus.shop.answer<std::string>(
          [&](auto callback) { corpus.shop.cryptography.hash(platform::HashKind::Sha256, bytes, callback); });
      wrong += bring_in(bytes + hash.value()) != State::Refused ? 1 : 0;
    });
    CHECK(wrong == 0);
  }

  TEST_CASE("what another vault of the same citizen wrote is refused in this one") {
    Corpus corpus;
    Corpus other;
    auto& here = corpus.shop.store.records();
    for (const char* store : {"vault/slots", "vault/manifest", "vault/records"}) {
      for (auto& [place, value] : here) {
        if (place.first != store) continue;
        for (const auto& [foreign_place, foreign] : other.shop.store.records()) {
          if (foreign_place.first != store) continue;
          if (place.first == "vault/slots" && kind_of(value) != kind_of(foreign)) continue;
          const SlotKind way_in = place.first == "vault/slots" ? kind_of(value) : SlotKind::Recovery;
          const std::string own = value;
          value = foreign;
          CHECK(corpus.state(way_in) == State::Refused);
          value = own;
        }
      }
    }
    CHECK(corpus.is_whole());
  }

  TEST_CASE("a slot that was changed by somebody who knows its hash does not open either") {
    Corpus corpus;
    for (auto& [place, value] : corpus.shop.store.records()) {
      if (place.first != "vault/slots" || kind_of(value) == SlotKind::Passphrase) continue;
      const SlotKind way_in = kind_of(value);
      const std::string original = value;
      for (std::size_t bit = 0; bit < (original.size() - 32) * 8; ++bit) {
        std::string bytes = original.substr(0, original.size() - 32);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
        const auto hash = corpus.shop.answer<std::string>(
            [&](auto callback) { corpus.shop.cryptography.hash(platform::HashKind::Sha256, bytes, callback); });
        value = bytes + hash.value();
        CHECK(corpus.state(way_in) == State::Refused);
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
    CHECK(corpus.shop.keep(vault, corpus.ids[0], Corpus::content_of(0), kTypes[0]).ok());
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
