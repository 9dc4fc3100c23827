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

  TEST_CASE("a caret stands where the next letter will be seen") {
    using Carets = std::vector<std::size_t>;
    // beh, beh: it begins at the right end and goes to the left. Each sign takes three bytes.
    CHECK(line_with_carets("\u0628\u0628").carets == Carets{6, 3, 0});
    // Between lam and alef, which have become one sign, it stands at one of its sides.
    CHECK(line_with_carets("\u0644\u0627\u0645").carets == Carets{6, 6, 3, 0});
    // Digits go to the right, from their own left end.
    CHECK(line_with_carets("\u0628 12").carets == Carets{6, 3, 0, 1, 2});
    CHECK(line_with_carets("ab").carets == Carets{0, 1, 2});
    CHECK(line_with_carets("").carets == Carets{0});
  }

  TEST_CASE("only letters that run from right to left ask for it") {
    CHECK(runs_right_to_left("\u0628"));
    CHECK_FALSE(runs_right_to_left("Straße, Київ, Αθήνα"));
  }
}

}  // namespace stadttor::presentation::imgui
