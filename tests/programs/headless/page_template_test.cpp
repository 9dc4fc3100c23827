#include <doctest/doctest.h>

#include <string>

#include "programs/headless/page_template.h"

using namespace stadttor::headless;

TEST_SUITE("programs/headless") {
  TEST_CASE("placeholders are filled, unknown ones become nothing, values are not looked into") {
    CHECK(filled_template("<title>{{TITLE}}</title>{{NOTHING}}!", {{"TITLE", "{{BODY}}"}, {"BODY", "x"}}) == "<title>{{BODY}}</title>!");
    CHECK(filled_template("no placeholders", {}) == "no placeholders");
    CHECK(filled_template("", {}).empty());
  }

  TEST_CASE("an open placeholder stays as it is") {
    CHECK(filled_template("a {{TITLE", {{"TITLE", "x"}}) == "a {{TITLE");
    CHECK(filled_template("a }} {{T}}", {{"T", "x"}}) == "a }} x");
  }

  TEST_CASE("text for JSON is escaped") {
    CHECK(json_escaped("a \"b\"\n\\") == "a \\\"b\\\"\\n\\\\");
    CHECK(json_escaped("ä") == "ä");
    CHECK_FALSE(json_escaped("\xff").empty());
  }
}
