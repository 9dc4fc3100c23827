#include "foundation/json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "foundation/json_reader.h"

using namespace stadttor;

namespace {

JsonValue value_of(const std::string& text) {
  auto document = JsonDocument::parse(text, "test");
  return document.ok() ? document.value().root().as_value() : JsonValue::text("not read");
}

std::string written_again(const std::string& text) { return text_from_json(value_of(text)); }

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("what is read as JSON is written as the same JSON") {
    for (const auto* text : {"null", "true", "[1,2.5,-3]", R"({"a":{"b":["x",null]},"c":""})", R"("Größe \"M\"\\\n\t")", "[]", "{}", R"("\u0001")"}) {
      CHECK(written_again(text) == text);
    }
  }

  TEST_CASE("numbers are written as JavaScript writes them") {
    CHECK(text_from_number(0.1) == "0.1");
    CHECK(text_from_number(-1234.5) == "-1234.5");
    CHECK(text_from_number(0.07) == "0.07");
    CHECK(text_from_number(1e21) == "1e+21");
    CHECK(text_from_number(123456789012345678.0) == "123456789012345680");
    CHECK(text_from_number(1.5e-7) == "1.5e-7");
    CHECK(text_from_number(-0.0) == "0");
    CHECK(text_from_number(9007199254740991.0) == "9007199254740991");
    CHECK(text_from_json(JsonValue::number(NAN)) == "null");
    CHECK(text_from_number(0.30000000000000004) == "0.30000000000000004");
    for (const double value : {123456789012345678901234567890.0, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324}) {
      CHECK(std::strtod(text_from_number(value).c_str(), nullptr) == value);
    }
  }

  TEST_CASE("an amount of money is written so that it reads as the same number") {
    for (int cents = 0; cents < 200000; cents += 7) {
      const double amount = cents / 100.0;
      const std::string text = text_from_number(amount);
      if (!CHECK(std::strtod(text.c_str(), nullptr) == amount)) return;
      if (!CHECK(text.size() <= 7)) return;
    }
  }

  TEST_CASE("values are equal whatever the order of their members") {
    CHECK(value_of(R"({"a":1,"b":[1]})") == value_of(R"({"b":[1.0],"a":1})"));
    CHECK(value_of(R"({"a":1})") != value_of(R"({"a":1,"b":1})"));
    CHECK(value_of("[1,2]") != value_of("[2,1]"));
    CHECK(value_of("0") != value_of("false"));
    CHECK(value_of("null") != value_of("\"\""));
  }

  TEST_CASE("of a name given twice the last value counts") {
    const auto object = JsonValue::object({{"a", JsonValue::number(1)}, {"b", JsonValue::number(2)}, {"a", JsonValue::number(3)}, {"a", JsonValue::number(4)}});

    CHECK(text_from_json(object) == R"({"a":4,"b":2})");
  }

  TEST_CASE("a value of another kind reads as nothing") {
    CHECK(value_of("1").as_text().empty());
    CHECK(value_of("\"1\"").as_number() == 0);
    CHECK_FALSE(value_of("1").as_boolean());
    CHECK(value_of("[1]").find("0") == nullptr);
  }
}
