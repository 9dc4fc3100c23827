#include "portal/search/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace stadttor::portal::search;

namespace {

// The matrix as in the textbook.
unsigned textbook_distance(const std::string& left, const std::string& right) {
  std::vector<std::vector<unsigned>> steps(left.size() + 1, std::vector<unsigned>(right.size() + 1));
  for (unsigned row = 0; row <= left.size(); ++row) {
    for (unsigned column = 0; column <= right.size(); ++column) {
      if (row == 0 || column == 0) {
        steps[row][column] = row + column;
        continue;
      }
      const unsigned change = left[row - 1] == right[column - 1] ? 0 : 1;
      steps[row][column] = std::min({steps[row - 1][column] + 1, steps[row][column - 1] + 1, steps[row - 1][column - 1] + change});
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
        steps[row][column] = std::min(steps[row][column], steps[row - 2][column - 2] + 1);
      }
    }
  }
  return steps[left.size()][right.size()];
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("each kind of slip is one step") {
    const EditDistance distance("anmelden");

    CHECK(distance.to_word("anmelden") == 0);
    CHECK(distance.to_word("anmeldn") == 1);
    CHECK(distance.to_word("annmelden") == 1);
    CHECK(distance.to_word("anmalden") == 1);
    CHECK(distance.to_word("amnelden") == 1);
    CHECK(distance.to_word("abmeldn") == 2);
  }

  TEST_CASE("the bits give the same distance as the textbook's matrix") {
    std::uint32_t random = 12345;
    const auto next = [&](std::uint32_t most) {
      random = random * 1664525u + 1013904223u;
      return (random >> 16) % most;
    };
    unsigned wrong = 0;
    for (int round = 0; round < 20000; ++round) {
      std::string left(1 + next(12), ' ');
      std::string right(next(13), ' ');
      for (char& letter : left) letter = static_cast<char>('a' + next(4));
      for (char& letter : right) letter = static_cast<char>('a' + next(4));
      if (EditDistance(left).to_word(right) != textbook_distance(left, right)) ++wrong;
    }

    CHECK(wrong == 0);
  }

  TEST_CASE("a half word is near to a word that goes on") {
    CHECK(EditDistance("perosnal").to_beginning("personalausweis") == 1);
    CHECK(EditDistance("perosnal").to_word("personalausweis") == 8);
  }

  TEST_CASE("nothing typed, and longest words") {
    const std::string longest(60, 'a');

    CHECK(EditDistance("").to_word("abc") == 3);
    CHECK(EditDistance(longest).to_word(longest) == 0);
    CHECK(EditDistance(longest).to_word(longest.substr(1)) == 1);
  }
}
