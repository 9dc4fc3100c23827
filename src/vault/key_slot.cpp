#include "vault/key_slot.h"

#include "vault/byte_fields.h"
#include "vault/record.h"

namespace stadttor::vault {

namespace {

constexpr std::string_view kLabel = "bpk-slot/1";
constexpr std::string_view kMagic = "BPKS";
constexpr unsigned kFormat = 1;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kRootSize = 48;
constexpr std::size_t kHashSize = 32;
constexpr std::size_t kLongestCredential = 1024;
constexpr std::size_t kRecoverySize = 16;
constexpr std::size_t kPrfSize = 32;

Error no_slot(const char* why) { return {ErrorKind::MalformedData, "key slot", why, NextStep::None}; }

bool is_within(std::uint32_t value, std::uint32_t least, std::uint32_t most) { return value >= least && value <= most; }

// Least: OWASP ASVS 5.0. Most: what the weakest device could still be asked for.
bool is_sane(const platform::Argon2Cost& cost) {
  return is_within(cost.memory_kib, 19'456, 262'144) && is_within(cost.passes, 2, 10) && is_within(cost.lanes, 1, 4);
}

std::string header_of(const KeySlot& slot) {
  return FieldWriter()
      .bytes(kMagic)
      .number(kFormat, 1)
      .number(static_cast<unsigned char>(slot.kind), 1)
      .bytes(slot.vault_id)
      .bytes(slot.id)
      .bytes(slot.key_id)
      .number(slot.cost.memory_kib, 4)
      .number(slot.cost.passes, 4)
      .number(slot.cost.lanes, 4)
      .field(slot.salt)
      .field(slot.credential)
      .take();
}

Outcome check_slot(const KeySlot& slot) {
  if (slot.salt.size() < 16 || slot.salt.size() > 32) return no_slot("salt of another size");
  if (slot.credential.size() > kLongestCredential) return no_slot("credential of another size");
  switch (slot.kind) {
    case SlotKind::Passphrase: return is_sane(slot.cost) ? Outcome(Done{}) : Outcome(no_slot("cost out of bounds"));
    case SlotKind::Recovery:
    case SlotKind::Passkey: {
      const bool is_free = slot.cost.memory_kib == 0 && slot.cost.passes == 0 && slot.cost.lanes == 0;
      return is_free ? Outcome(Done{}) : Outcome(no_slot("a cost where there is none"));
    }
  }
  return no_slot("of an unknown kind");
}

}  // namespace

std::string context_of(const KeySlot& slot) { return FieldWriter().field(kLabel).field(header_of(slot)).take(); }

std::string bytes_from_slot(const KeySlot& slot) { return header_of(slot) + slot.root.nonce + slot.root.bytes; }

Result<StoredSlot> split_slot(std::string_view stored) {
  if (stored.size() < kHashSize) return no_slot("too short");
  return StoredSlot{stored.substr(0, stored.size() - kHashSize), stored.substr(stored.size() - kHashSize)};
}

Result<KeySlot> parse_slot(std::string_view bytes) {
  FieldReader reader(bytes);
  reader.expect(kMagic);
  const auto format = reader.number(1);
  if (!reader.ok()) return no_slot("not a key slot");
  if (format != kFormat) return Error{ErrorKind::NotSupported, "key slot", "written by a later version of the portal", NextStep::TryAgain};
  KeySlot slot;
  slot.kind = static_cast<SlotKind>(reader.number(1));
  slot.vault_id = std::string(reader.bytes(kIdSize));
  slot.id = std::string(reader.bytes(kIdSize));
  slot.key_id = std::string(reader.bytes(kKeyIdSize));
  slot.cost.memory_kib = static_cast<std::uint32_t>(reader.number(4));
  slot.cost.passes = static_cast<std::uint32_t>(reader.number(4));
  slot.cost.lanes = static_cast<std::uint32_t>(reader.number(4));
  slot.salt = std::string(reader.field());
  slot.credential = std::string(reader.field());
  slot.root.nonce = std::string(reader.bytes(kNonceSize));
  slot.root.bytes = std::string(reader.bytes(kRootSize));
  if (!reader.is_complete()) return no_slot("of another length");
  TRY(check_slot(slot));
  return slot;
}

Outcome check_secret(const SlotSecret& secret) {
  const std::string_view bytes = secret.bytes.reveal<"a secret is looked at before it becomes a key">();
  const auto unusable = [](const char* why) { return Outcome(Error{ErrorKind::WrongSecret, "vault", why, NextStep::CorrectInput}); };
  switch (secret.kind) {
    case SlotKind::Passphrase: return bytes.empty() ? unusable("an empty passphrase") : Outcome(Done{});
    case SlotKind::Recovery: return bytes.size() == kRecoverySize ? Outcome(Done{}) : unusable("not a recovery code");
    case SlotKind::Passkey: {
      // Some authenticators answer with zeros where they have no PRF.
      const bool is_usable = bytes.size() >= kPrfSize && bytes.find_first_not_of('\0') != std::string_view::npos;
      return is_usable ? Outcome(Done{}) : unusable("the passkey gives no secret");
    }
  }
  return unusable("of an unknown kind");
}

void derive_slot_key(platform::Cryptography& cryptography, const SlotSecret& secret, const KeySlot& slot,
                     platform::Callback<platform::KeyHandle> callback) {
  Secret copy(std::string(secret.bytes.reveal<"a slot's key is derived from its secret">()));
  if (slot.kind == SlotKind::Passphrase) {
    return cryptography.derive_passphrase_key(std::move(copy), slot.salt, slot.cost, std::move(callback));
  }
  const char* purpose = slot.kind == SlotKind::Recovery ? "bpk/1/slot/recovery" : "bpk/1/slot/prf";
  cryptography.import_key(platform::KeyKind::Hkdf, std::move(copy),
                          [&cryptography, salt = slot.salt, purpose, callback = std::move(callback)](Result<platform::KeyHandle> key) {
                            if (!key.ok()) return callback(key.error());
                            cryptography.derive_key(key.value(), salt, purpose, platform::KeyKind::Aes256Gcm, callback);
                          });
}

}  // namespace stadttor::vault
