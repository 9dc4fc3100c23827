#include "presentation/imgui/scenes/label_lines.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui;

namespace {

// Each byte half as wide as high.
double even_width(std::string_view text, double size) { return static_cast<double>(text.size()) * size / 2; }

std::vector<std::string> lines(std::string_view text, double most, std::size_t most_lines) { return lines_of(text, most, most_lines, 10, even_width); }

}  // namespace

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("words break between lines, and only what has no room is cut off") {
    CHECK(lines("Obsthof Wendland", 200, 3) == std::vector<std::string>{"Obsthof Wendland"});
    CHECK(lines("Obsthof Wendland", 50, 3) == std::vector<std::string>{"Obsthof", "Wendland"});
    CHECK(lines("Brot und Kuchen vom Land", 60, 2) == std::vector<std::string>{"Brot und", "Kuchen vo…"});
    CHECK(lines("Kindertageseinrichtungen", 50, 3) == std::vector<std::string>{"Kindert…"});
    CHECK(lines("", 50, 3).empty());
  }

  TEST_CASE("it can be asked whether all of a text is there") {
    CHECK(is_whole(lines("Obsthof Wendland", 50, 3), "Obsthof Wendland"));
    CHECK_FALSE(is_whole(lines("Obsthof Wendland", 50, 1), "Obsthof Wendland"));
    CHECK_FALSE(is_whole(lines("Kindertageseinrichtungen", 50, 3), "Kindertageseinrichtungen"));
    CHECK(is_whole({}, ""));
  }

  TEST_CASE("a letter is never cut in two, and no blank stands before the ellipsis") {
    CHECK(shortened("Käse", 30, 10, even_width) == "Käse");
    CHECK(shortened("Kääse und Brot", 30, 10, even_width) == "Kä…");
    CHECK(shortened("Ei und Brot", 30, 10, even_width) == "Ei…");
    CHECK(shortened("Brot", 0, 10, even_width) == "…");
  }
}
