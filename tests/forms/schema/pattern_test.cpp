#include "forms/schema/pattern.h"

#include <doctest/doctest.h>

#include <string>

using namespace stadttor;
using namespace stadttor::forms;

namespace {

bool matches(const std::string& pattern, const std::string& text) {
  const auto compiled = Pattern::compile(pattern);
  if (!CHECK_MESSAGE(compiled.ok(), pattern)) return false;
  return compiled.value().find_in(text) == PatternMatch::Found;
}

std::string fault_of(const std::string& pattern) {
  const auto compiled = Pattern::compile(pattern);
  return compiled.ok() ? std::string() : compiled.error().detail;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("patterns are found anywhere, unless they say where") {
    CHECK(matches("b+", "abbc"));
    CHECK_FALSE(matches("^b+$", "abbc"));
    CHECK(matches("^(a|bc|d)*$", "abcda"));
    CHECK_FALSE(matches("^(a|bc|d)*$", "abca b"));
    CHECK(matches("^(?:ab){2,3}$", "ababab"));
    CHECK_FALSE(matches("^(ab){2,3}$", "abababab"));
    CHECK(matches("^x{2,}y{0}$", "xxx"));
    CHECK(matches("^a??b*?$", "bb"));
    CHECK(matches("\\bHund\\b", "Ein Hund."));
    CHECK_FALSE(matches("\\bHund\\b", "Hunde"));
    CHECK(matches("a{,2}", "a{,2}"));
    CHECK(matches("", ""));
  }

  TEST_CASE("classes hold ranges, signs and shorthands, by characters and not by bytes") {
    CHECK(matches("^[A-ZÄÖÜ][^\\d\\s]+$", "Öl"));
    CHECK_FALSE(matches("^[A-ZÄÖÜ][^\\d\\s]+$", "Ö1"));
    CHECK(matches("^[\\w-]+$", "a_1-b"));
    CHECK(matches("^[\\D]$", "x"));
    CHECK(matches("^.$", "\U0001f432"));
    CHECK(matches("^[\\u{1f430}-\\u{1f440}]\\uD83D\\uDC32$", "\U0001f432\U0001f432"));
    CHECK_FALSE(matches("^.$", "\n"));
    CHECK(matches("^[^]$", "\n"));
    CHECK_FALSE(matches("[]", "a"));
    CHECK(matches("^\\x41\\.\\/\\-$", "A./-"));
  }

  TEST_CASE("looking ahead takes nothing") {
    CHECK(matches("^(?=.*\\d)(?!.*x)\\w+$", "ab1"));
    CHECK_FALSE(matches("^(?=.*\\d)\\w+$", "abc"));
    CHECK_FALSE(matches("^(?!.*x)\\w+$", "axb"));
    CHECK(matches("^((?=a)\\w){2}$", "aa"));
    CHECK_FALSE(matches("^((?=a)\\w){2}$", "ab"));
  }

  TEST_CASE("what is not supported or wrong is refused by name") {
    CHECK(fault_of("(a") == "a bracket is not closed");
    CHECK(fault_of("a)") == "a bracket is closed that was not opened");
    CHECK(fault_of("[a") == "a class is not closed");
    CHECK(fault_of("*a") == "there is nothing to repeat");
    CHECK(fault_of("a**") == "there is nothing to repeat");
    CHECK(fault_of("a{3,2}") == "the numbers of a repetition are the wrong way round");
    CHECK(fault_of("[b-a]") == "a range is the wrong way round");
    CHECK(fault_of("(?<=a)b") == "look-behind is not supported");
    CHECK(fault_of("(a)\\1") == "back references are not supported");
    CHECK(fault_of("\\p{L}") == "Unicode properties are not supported");
    CHECK(fault_of("\\Z") == "there is no such escape");
    CHECK(fault_of("(a{1000}){1000}") == "the pattern is too large");
    CHECK(fault_of(std::string(100, '(') + std::string(100, ')')) == "groups are nested too deep");
    CHECK(fault_of("\\") == "a backslash stands at the end");
  }

  TEST_CASE("patterns that others take years for are answered") {
    const std::string text(3000, 'a');

    CHECK_FALSE(matches("^(a+)+$", text + "!"));
    CHECK_FALSE(matches("^(a|a)*b$", text));
    CHECK_FALSE(matches("(a*)*(a*)*x", text));
    CHECK(matches("^(|a)+$", "aaa"));
    const auto large = Pattern::compile("^(\\w{1,200} ){1,40}$");
    if (CHECK(large.ok())) CHECK(large.value().find_in(std::string(20000, 'a')) == PatternMatch::TooLong);
  }
}
