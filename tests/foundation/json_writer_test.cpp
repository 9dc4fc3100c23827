#include "foundation/json_writer.h"

#include <doctest/doctest.h>

#include "foundation/json_reader.h"

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("objects and lists get their commas, and what is empty may be left out") {
    JsonWriter json;
    json.begin_object().member("name", "Wotan").optional_member("rasse", "").name("alter").number(-7).name("list").begin_list();
    json.text("a").begin_object().end_object().flag(true).begin_list().end_list().end_list().name("steuer").flag(false).end_object();
    CHECK(json.take() == R"({"name":"Wotan","alter":-7,"list":["a",{},true,[]],"steuer":false})");
  }

  TEST_CASE("every text comes back as it was written") {
    std::string text = "Straße \"17\" \\ \x7f";
    for (char c = 1; c < 32; ++c) text.push_back(c);
    JsonWriter json;
    json.begin_object().member(text, text).end_object();
    auto document = JsonDocument::parse(json.take(), "test");
    if (!CHECK(document.ok())) return;
    CHECK(document.value().root().required_text(text) == text);
  }
}
