#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "foundation/json_reader.h"

using namespace stadttor;

namespace {

// The first error after reading `json` as `read` does; empty where there was none.
template <class Read>
std::string error_after(std::string_view json, Read read) {
  auto document = JsonDocument::parse(json, "packs/x.json");
  if (!document.ok()) return "not JSON";
  read(document.value().root());
  const Outcome outcome = document.value().finish();
  return outcome.ok() ? std::string() : text_from_error(outcome.error());
}

std::string nested(int depth) {
  std::string text(static_cast<std::size_t>(depth), '[');
  return text.append(static_cast<std::size_t>(depth), ']');
}

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("members of the right kind are read without an error") {
    auto document = JsonDocument::parse(R"({"name":"Hund","price":96.5,"open":true,"words":["a","b"],"place":{"town":"X"}})", "x");
    if (!CHECK(document.ok())) return;
    JsonReader root = document.value().root();

    CHECK(root.required_text("name") == "Hund");
    CHECK(root.required_number("price") == 96.5);
    CHECK(root.flag_or("open", false));
    CHECK(root.texts("words") == std::vector<std::string>{"a", "b"});
    CHECK(root.member("place").required_text("town") == "X");
    CHECK(document.value().finish().ok());
    CHECK(document.value().first_error() == nullptr);
  }

  TEST_CASE("missing optional members yield what stands in for them") {
    const std::string error = error_after("{}", [](JsonReader root) {
      CHECK(root.optional_text("name").empty());
      CHECK(root.text_or("direction", "ltr") == "ltr");
      CHECK(root.number_or("price", 3) == 3);
      CHECK(root.flag_or("open", true));
      CHECK(root.texts("words").empty());
      CHECK_FALSE(root.member("place").exists());
      CHECK(root.member("place").optional_text("town").empty());
      CHECK_FALSE(root.has("name"));
    });

    CHECK(error.empty());
  }

  TEST_CASE("a missing required member is named by its pointer") {
    const std::string error = error_after(R"({"offices":[{"name":"A"},{}]})", [](JsonReader root) {
      root.each("offices", [](JsonReader office) { office.required_text("name"); });
    });

    CHECK(error == "MalformedData at packs/x.json#/offices/1/name: missing; expected text");
  }

  TEST_CASE("a member of the wrong kind is named with what was expected") {
    const auto error_of = [](auto read) { return error_after(R"({"a":7,"b":"text","c":{},"d":[1]})", read); };

    CHECK(error_of([](JsonReader root) { root.required_text("a"); }) == "MalformedData at packs/x.json#/a: expected text");
    CHECK(error_of([](JsonReader root) { root.text_or("a", ""); }) == "MalformedData at packs/x.json#/a: expected text");
    CHECK(error_of([](JsonReader root) { root.required_number("b"); }) == "MalformedData at packs/x.json#/b: expected a number");
    CHECK(error_of([](JsonReader root) { root.number_or("b", 1); }) == "MalformedData at packs/x.json#/b: expected a number");
    CHECK(error_of([](JsonReader root) { root.flag_or("b", true); }) == "MalformedData at packs/x.json#/b: expected true or false");
    CHECK(error_of([](JsonReader root) { root.each("b", [](JsonReader) {}); }) == "MalformedData at packs/x.json#/b: expected a list");
    CHECK(error_of([](JsonReader root) { root.each_member("b", [](const std::string&, JsonReader) {}); }) ==
          "MalformedData at packs/x.json#/b: expected an object");
    CHECK(error_of([](JsonReader root) { root.member("b"); }) == "MalformedData at packs/x.json#/b: expected an object");
    CHECK(error_of([](JsonReader root) { root.texts("d"); }) == "MalformedData at packs/x.json#/d/0: expected text");
    CHECK(error_of([](JsonReader root) { root.as_text(); }) == "MalformedData at packs/x.json#: expected text");
  }

  TEST_CASE("a root that is no object has no members and is not walked into") {
    const std::string error = error_after("[1,2]", [](JsonReader root) {
      CHECK(root.is_array());
      CHECK(root.size() == 2);
      CHECK_FALSE(root.has("name"));
      CHECK(root.required_text("name").empty());
    });

    CHECK(error == "MalformedData at packs/x.json#/name: missing; expected text");
  }

  TEST_CASE("the first error stays when others follow") {
    const std::string error = error_after(R"({"b":1})", [](JsonReader root) {
      root.required_text("a");
      root.required_text("b");
    });

    CHECK(error == "MalformedData at packs/x.json#/a: missing; expected text");
  }

  TEST_CASE("a pointer escapes slash and tilde in names") {
    const std::string error = error_after(R"({"a/b~c":{}})", [](JsonReader root) { root.member("a/b~c").required_text("d"); });

    CHECK(error == "MalformedData at packs/x.json#/a~1b~0c/d: missing; expected text");
  }

  TEST_CASE("members of an object are visited with their names and pointers") {
    std::vector<std::string> seen;

    error_after(R"({"b":"2","a":"1"})", [&seen](JsonReader root) {
      root.each_member({}, [&seen](const std::string& name, JsonReader value) { seen.push_back(name + value.as_text() + value.pointer()); });
    });

    CHECK(seen == std::vector<std::string>{"a1/a", "b2/b"});
  }

  TEST_CASE("a place behind the end of a list does not exist") {
    error_after(R"([["x"]])", [](JsonReader root) {
      CHECK(root.at(0).at(0).as_text() == "x");
      CHECK_FALSE(root.at(1).exists());
      CHECK(root.at(1).at(5).size() == 0);
    });
  }

  TEST_CASE("text that is not JSON names its source and may be tried again") {
    for (const auto* text : {"", "{", "{\"a\":", "[1,]", "nothing", "{} {}", "{\"a\":\"\xff\"}", "\"\xc3\"", "[\"\xed\xa0\x80\"]"}) {
      const auto document = JsonDocument::parse(text, "daten/start.json");

      if (!CHECK_MESSAGE(!document.ok(), text)) continue;
      CHECK(document.error().kind == ErrorKind::MalformedData);
      CHECK(document.error().where == "daten/start.json");
      CHECK(document.error().next_step == NextStep::TryAgain);
    }
  }

  TEST_CASE("JSON may be nested 64 levels deep and no deeper") {
    CHECK(JsonDocument::parse(nested(64), "x").ok());
    CHECK_FALSE(JsonDocument::parse(nested(65), "x").ok());
    CHECK_FALSE(JsonDocument::parse(nested(100'000), "x").ok());
    CHECK_FALSE(JsonDocument::parse(std::string(1'000'000, '['), "x").ok());
  }

  TEST_CASE("brackets inside texts are not nesting") {
    const std::string brackets = "\"" + std::string(200, '[') + "\\\"" + std::string(200, '{') + "\"";

    CHECK(JsonDocument::parse(brackets, "x").ok());
  }

  TEST_CASE("a document can be moved while its readers go on") {
    auto document = JsonDocument::parse(R"({"a":1})", "x");
    if (!CHECK(document.ok())) return;
    JsonReader root = document.value().root();

    JsonDocument moved = std::move(document).value();
    root.required_text("a");

    CHECK_FALSE(moved.finish().ok());
  }
}
