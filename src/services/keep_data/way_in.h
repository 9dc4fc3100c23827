// A way into the vault as a citizen enters it, and how good a passphrase is. What opens and what does not is the vault's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/personal.h"
#include "vault/key_slot.h"

namespace stadttor::services::keep_data {

struct EnteredWayIn {
  vault::SlotKind kind = vault::SlotKind::Passphrase;
  Personal<std::string> typed;  // passphrase, or the code of the recovery sheet
};

// Nothing for what cannot be a code, and for an empty passphrase.
std::optional<vault::SlotSecret> secret_from(const EnteredWayIn& entered);

enum class PassphraseStrength : unsigned char {
  TooShort,   // refused
  Guessable,  // a computer that has the file needs days at most
  Good,
  VeryGood,   // five words
};
PassphraseStrength strength_of(std::string_view passphrase);

}  // namespace stadttor::services::keep_data
