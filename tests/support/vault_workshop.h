// A vault to try things on, over records in memory that a test can look at and change.
#pragma once

#include "support/fake_clock.h"
#include "support/later_answers.h"
#include "vault/vault.h"

namespace stadttor::testing {

// The least that a stored slot may say, so that tests do not spend their time on passphrases.
inline constexpr platform::Argon2Cost kTestCost{19'456, 2, 1};

inline vault::SlotSecret passphrase(const char* text) { return {vault::SlotKind::Passphrase, Secret(text), {}}; }
inline vault::SlotSecret recovery(char filler = 'r') { return {vault::SlotKind::Recovery, Secret(std::string(16, filler)), {}}; }
inline vault::SlotSecret passkey(char filler = 'p') { return {vault::SlotKind::Passkey, Secret(std::string(32, filler)), "credential"}; }

template <class... Secrets>
std::vector<vault::SlotSecret> secrets(Secrets... given) {
  std::vector<vault::SlotSecret> list;
  (list.push_back(std::move(given)), ...);
  return list;
}

struct VaultWorkshop : Workshop {
  FakeClock clock{usual_morning()};

  vault::VaultPorts ports() { return {store, cryptography, random, clock, loop, kTestCost}; }

  Outcome create(vault::Vault& vault, std::vector<vault::SlotSecret> ways_in) {
    return answer<Done>([&](auto callback) { vault.create(std::move(ways_in), callback); });
  }
  Outcome unlock(vault::Vault& vault, vault::SlotSecret secret) {
    return answer<Done>([&](auto callback) { vault.unlock(std::move(secret), callback); });
  }
  Outcome keep(vault::Vault& vault, const vault::RecordId& id, const std::string& content, vault::RecordType type = vault::RecordType::Draft) {
    vault::VaultChanges changes;
    changes.kept.push_back({id, type, 1, Personal<std::string>(content)});
    return answer<Done>([&](auto callback) { vault.change(changes, platform::Durability::Strict, callback); });
  }
  Outcome erase(vault::Vault& vault, const vault::RecordId& id) {
    return answer<Done>([&](auto callback) { vault.change({{}, {id}}, platform::Durability::Strict, callback); });
  }
  Result<std::string> content(vault::Vault& vault, const vault::RecordId& id) {
    auto kept = answer<vault::KeptRecord>([&](auto callback) { vault.read(id, callback); });
    if (!kept.ok()) return kept.error();
    return kept.value().content.reveal<"a test compares what comes back">();
  }
  vault::RecordId fresh_id(vault::Vault& vault) {
    const auto id = vault.make_id();
    CHECK(id.ok());
    return id.ok() ? id.value() : vault::RecordId{};
  }
};

}  // namespace stadttor::testing
