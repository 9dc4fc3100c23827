#include <doctest/doctest.h>

#include <string>

#include "city/texts.h"

using namespace stadttor;
using namespace stadttor::city;

namespace {

Texts texts_from(std::string_view json) {
  Texts texts;
  auto document = JsonDocument::parse(json, "texts");
  if (CHECK(document.ok())) texts.read(document.value().root());
  return texts;
}

const char* const kTexts = R"({"hello":"Hallo","call":"{phone} anrufen","twice":"{a} und {a}, {b}",
  "count.one":"{count} Treffer","count.other":"{count} viele Treffer","only.other":"{count} Stück"})";

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("a text is found by its key") {
    const Texts texts = texts_from(kTexts);

    CHECK(texts("hello") == "Hallo");
    CHECK(texts.has("hello"));
    CHECK_FALSE(texts.has("hell"));
    CHECK_FALSE(texts.empty());
    CHECK(Texts().empty());
  }

  TEST_CASE("missing texts stay what they are while others are looked for") {
    const Texts texts;
    const std::string_view title = texts("a.page.that.has.a.title");
    const std::string_view lead = texts("a.page.that.has.a.lead.paragraph");
    CHECK(title == "[a.page.that.has.a.title]");
    CHECK(lead == "[a.page.that.has.a.lead.paragraph]");
  }

  TEST_CASE("a missing text shows its key in brackets") {
    const Texts texts = texts_from(kTexts);

    CHECK(texts("start.missing") == "[start.missing]");
    CHECK(texts("start.missing", {{"x", "y"}}) == "[start.missing]");
    CHECK(Texts()("anything") == "[anything]");
  }

  TEST_CASE("placeholders are replaced wherever they stand") {
    const Texts texts = texts_from(kTexts);

    CHECK(texts("call", {{"phone", "115"}}) == "115 anrufen");
    CHECK(texts("twice", {{"a", "x"}, {"b", "y"}}) == "x und x, y");
    CHECK(texts("call", {{"other", "115"}}) == "{phone} anrufen");
  }

  TEST_CASE("what a citizen typed is put in as it is, even if it looks like a placeholder") {
    const Texts texts = texts_from(kTexts);

    CHECK(texts("call", {{"phone", "{phone}"}}) == "{phone} anrufen");
    CHECK(texts("twice", {{"a", "{b}"}, {"b", "y"}}) == "{b} und {b}, y");
  }

  TEST_CASE("counts choose the plural form of their language") {
    const auto german = platform::make_locale("de");
    const Texts texts = texts_from(kTexts);

    CHECK(texts.counted("count", 1, *german) == "1 Treffer");
    CHECK(texts.counted("count", 0, *german) == "0 viele Treffer");
    CHECK(texts.counted("count", 1234, *german) == "1.234 viele Treffer");
    CHECK(texts.counted("only", 1, *german) == "1 Stück");
  }

  TEST_CASE("Ukrainian and Arabic use all their plural forms") {
    const Texts texts = texts_from(R"({"n.zero":"zero","n.one":"one","n.two":"two","n.few":"few","n.many":"many","n.other":"other"})");
    const auto ukrainian = platform::make_locale("uk");
    const auto arabic = platform::make_locale("ar");

    CHECK(texts.counted("n", 1, *ukrainian) == "one");
    CHECK(texts.counted("n", 3, *ukrainian) == "few");
    CHECK(texts.counted("n", 5, *ukrainian) == "many");
    CHECK(texts.counted("n", 0, *arabic) == "zero");
    CHECK(texts.counted("n", 2, *arabic) == "two");
    CHECK(texts.counted("n", 5, *arabic) == "few");
    CHECK(texts.counted("n", 11, *arabic) == "many");
    CHECK(texts.counted("n", 100, *arabic) == "other");
  }

  TEST_CASE("a text that is no text is named") {
    Texts texts;
    auto document = JsonDocument::parse(R"({"a":"x","b":7})", "de.json");
    if (!CHECK(document.ok())) return;

    texts.read(document.value().root());

    const Outcome outcome = document.value().finish();
    if (CHECK(!outcome.ok())) CHECK(outcome.error().where == "de.json#/b");
    CHECK(texts("a") == "x");
  }
}
