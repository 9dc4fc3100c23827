#include "services/keep_data/way_in.h"

#include <algorithm>
#include <set>

#include "vault/recovery_code.h"

namespace stadttor::services::keep_data {

namespace {

constexpr std::size_t kLeastLetters = 8;
constexpr std::size_t kGoodLetters = 14;
constexpr std::size_t kVeryGoodLetters = 22;

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

// "aaaa", "1234": each letter follows from the one before.
std::size_t foreseeable_steps(std::string_view text) {
  std::size_t steps = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const int step = text[i] - text[i - 1];
    if (step >= -1 && step <= 1) ++steps;
  }
  return steps;
}

}  // namespace

std::optional<vault::SlotSecret> secret_from(const EnteredWayIn& entered) {
  const std::string& typed = entered.typed.reveal<"opens the citizen's vault on this device">();
  if (entered.kind == vault::SlotKind::Recovery) {
    auto bits = vault::parse_recovery_code(typed);
    if (!bits) return std::nullopt;
    return vault::SlotSecret{vault::SlotKind::Recovery, *std::move(bits), {}};
  }
  if (typed.empty()) return std::nullopt;
  return vault::SlotSecret{vault::SlotKind::Passphrase, Secret(typed), {}};
}

PassphraseStrength strength_of(std::string_view passphrase) {
  const std::size_t letters = letters_in(passphrase);
  if (letters < kLeastLetters) return PassphraseStrength::TooShort;
  const std::set<char> different(passphrase.begin(), passphrase.end());
  const std::size_t counted = letters - std::min(letters, foreseeable_steps(passphrase));
  if (different.size() < kLeastLetters || counted < kGoodLetters) return PassphraseStrength::Guessable;
  return counted < kVeryGoodLetters ? PassphraseStrength::Good : PassphraseStrength::VeryGood;
}

}  // namespace stadttor::services::keep_data
