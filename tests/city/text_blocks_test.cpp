#include <doctest/doctest.h>

#include <string>

#include "city/text_blocks.h"

using namespace stadttor;
using namespace stadttor::city;

namespace {

struct Read {
  TextBlocks blocks;
  std::string error;
};

Read read(std::string_view json) {
  Read result;
  auto document = JsonDocument::parse(json, "x");
  if (!CHECK(document.ok())) return result;
  result.blocks = read_text_blocks(document.value().root());
  const Outcome outcome = document.value().finish();
  if (!outcome.ok()) result.error = text_from_error(outcome.error());
  return result;
}

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("paragraphs have plain, strong, emphasised and linked runs") {
    const Read text = read(R"([{"p":["Zahlen Sie ",{"b":"bis Juli"},{"i":" gern"},{"a":"hier","href":"/de/x"}]}])");

    if (!CHECK(text.blocks.size() == 1)) return;
    const auto& runs = text.blocks[0].runs;
    if (!CHECK(runs.size() == 4)) return;
    CHECK(runs[0].kind == RunKind::Plain);
    CHECK(runs[1].kind == RunKind::Strong);
    CHECK(runs[2].kind == RunKind::Emphasis);
    CHECK(runs[3].kind == RunKind::Link);
    CHECK(runs[3].text == "hier");
    CHECK(runs[3].href == "/de/x");
    CHECK(text.error.empty());
  }

  TEST_CASE("headings, lists and quotations keep their structure") {
    const Read text = read(R"([{"h":"Titel","level":2},{"ul":[[{"p":["a"]}],[{"p":["b"]},{"ol":[[{"p":["c"]}]]}]]},{"quote":[{"p":["d"]}]}])");

    if (!CHECK(text.blocks.size() == 3)) return;
    CHECK(text.blocks[0].kind == BlockKind::Heading);
    CHECK(text.blocks[0].level == 2);
    CHECK(text.blocks[1].kind == BlockKind::BulletList);
    if (!CHECK(text.blocks[1].items.size() == 2)) return;
    CHECK(text.blocks[1].items[1][1].kind == BlockKind::NumberedList);
    CHECK(text.blocks[2].kind == BlockKind::Quotation);
    CHECK(text.error.empty());
  }

  TEST_CASE("a block or run of no known kind is named by its pointer, and the rest is read") {
    CHECK(read(R"([{"p":["a"]},{"script":"x"}])").error == "MalformedData at x#/1: unknown kind of text block");
    CHECK(read(R"([{"p":["a"]},{"script":"x"}])").blocks.size() == 1);
    CHECK(read(R"([{"p":[{"html":"<b>"}]}])").error == "MalformedData at x#/0/p/0/a: missing; expected text");
    CHECK(read(R"([{"p":[{"a":"x"}]}])").error == "MalformedData at x#/0/p/0/href: missing; expected text");
    CHECK(read(R"([{"h":"x","level":"2"}])").error == "MalformedData at x#/0/level: expected a number");
    CHECK(read(R"([{"p":"text"}])").error == "MalformedData at x#/0/p: expected an object");
    CHECK(read(R"(["text"])").error == "MalformedData at x#/0: unknown kind of text block");
  }

  TEST_CASE("nothing there is no text") {
    CHECK(read("[]").blocks.empty());
    CHECK(read("{}").blocks.empty());
  }

  TEST_CASE("plain text has all words, a line per block") {
    const Read text = read(R"([{"h":"Titel","level":1},{"p":["a ",{"b":"b"}]},{"ul":[[{"p":["c"]}],[{"p":["d"]}]]},{"quote":[{"p":["e"]}]}])");

    CHECK(plain_text(text.blocks) == "Titel\na b\nc\nd\ne\n");
  }
}
