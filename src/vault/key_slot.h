// A way into the vault: its root key, encrypted under a key that comes from a passphrase, a printed recovery code or a passkey
// (WebAuthn PRF). How one is stored (format 1) and what is refused before anything is derived from it.
#pragma once

#include <string>
#include <string_view>

#include "platform/cryptography.h"

namespace stadttor::vault {

// Stored numbers: never reused, never changed.
enum class SlotKind : unsigned char { Passphrase = 1, Recovery = 2, Passkey = 3 };

// What opens a slot. Passphrase: as typed, in UTF-8. Recovery: the code's 16 bytes (recovery_code.h). Passkey: what the
// authenticator's PRF gives, at least 32 bytes.
struct SlotSecret {
  SlotKind kind = SlotKind::Passphrase;
  Secret bytes;
  std::string credential;  // Passkey: the credential's id
  std::string salt = {};   // Passkey: what its PRF was asked with; the vault makes the others
};

// RFC 9106's second recommendation with one lane, which is as fast without threads.
inline constexpr platform::Argon2Cost kUsualCost{64 * 1024, 3, 1};
// For devices on which the usual one fails with ErrorKind::OutOfMemory.
inline constexpr platform::Argon2Cost kLowMemoryCost{32 * 1024, 6, 1};

struct KeySlot {
  SlotKind kind = SlotKind::Passphrase;
  std::string id;
  std::string vault_id;
  std::string key_id;  // of the root key in it
  platform::Argon2Cost cost;
  std::string salt;
  std::string credential;
  platform::Encrypted root;
};

// Everything about a slot but the key in it: its associated data.
std::string context_of(const KeySlot& slot);
// Without the hash at its end, which the writer adds: SHA-256 of these bytes.
std::string bytes_from_slot(const KeySlot& slot);

struct StoredSlot {
  std::string_view bytes;
  std::string_view hash;
};
// Splits what is stored into slot and hash. The hash tells damage apart from a wrong passphrase; it protects from nobody.
Result<StoredSlot> split_slot(std::string_view stored);
// MalformedData for what is no slot or has costs outside the bounds: below, a guess would be cheap; above, an edited file
// could exhaust the device's memory.
Result<KeySlot> parse_slot(std::string_view bytes);

// A secret that cannot have come from where it should: an empty passphrase, a PRF of zeros.
Outcome check_secret(const SlotSecret& secret);

// The key that opens a slot, from its salt and cost.
void derive_slot_key(platform::Cryptography& cryptography, const SlotSecret& secret, const KeySlot& slot,
                     platform::Callback<platform::KeyHandle> callback);

}  // namespace stadttor::vault
