// Passphrases and codes as they are typed.
#include "services/keep_data/way_in.h"

#include <doctest/doctest.h>

using stadttor::services::keep_data::PassphraseStrength;
using stadttor::services::keep_data::strength_of;
using namespace stadttor;

TEST_SUITE("services/keep_data ways in") {
  TEST_CASE("a passphrase is judged by its length and by what can be foreseen") {
    CHECK(strength_of("") == PassphraseStrength::TooShort);
    CHECK(strength_of("abc1234") == PassphraseStrength::TooShort);
    CHECK(strength_of("Sommer26") == PassphraseStrength::Guessable);
    CHECK(strength_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaa") == PassphraseStrength::Guessable);
    CHECK(strength_of("abcdefghijklmnopqrstuvwxyz0123456789") == PassphraseStrength::Guessable);
    CHECK(strength_of("grüner Vogel am See") == PassphraseStrength::Good);
    CHECK(strength_of("Lampe Kirsche Wolke Hammer Birne") == PassphraseStrength::VeryGood);
  }

  TEST_CASE("umlauts count as one letter") { CHECK(strength_of("äöüäöü") == PassphraseStrength::TooShort); }

  TEST_CASE("what cannot be a code or passphrase opens nothing") {
    CHECK_FALSE(services::keep_data::secret_from({vault::SlotKind::Passphrase, Personal<std::string>()}).has_value());
    CHECK_FALSE(services::keep_data::secret_from({vault::SlotKind::Recovery, Personal<std::string>("1234")}).has_value());
    CHECK(services::keep_data::secret_from({vault::SlotKind::Passphrase, Personal<std::string>("x")}).has_value());
  }
}
