#include "presentation/imgui/layout/text_shaping.h"

#include <doctest/doctest.h>

namespace stadttor::presentation::imgui {

TEST_SUITE("text shaping") {
  TEST_CASE("Arabic letters are joined and stand in the order of the eye") {
    // lam, alef, meem: the first two become one sign, the last one stands alone behind it, to its left.
    CHECK(shaped_line("\u0644\u0627\u0645") == "\ufee1\ufefb");
    // beh, beh: beginning to the right, end to the left.
    CHECK(shaped_line("\u0628\u0628") == "\ufe90\ufe91");
  }

  TEST_CASE("numbers and Latin words keep their order inside of Arabic text") {
    CHECK(shaped_line("\u0628 115") == "115 \ufe8f");
    CHECK(shaped_line("\u0628 Hund anmelden") == "Hund anmelden \ufe8f");
  }

  TEST_CASE("only letters that run from right to left ask for it") {
    CHECK(runs_right_to_left("\u0628"));
    CHECK_FALSE(runs_right_to_left("Straße, Київ, Αθήνα"));
  }
}

}  // namespace stadttor::presentation::imgui
