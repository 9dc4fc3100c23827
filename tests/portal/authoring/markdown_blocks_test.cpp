#include "portal/authoring/markdown_blocks.h"

#include <doctest/doctest.h>

#include "city/text_blocks.h"

using namespace stadttor::portal::authoring;

namespace {

std::string blocks(std::string_view markdown) { return json_text_from_value(markdown_text_from(markdown).blocks); }

std::vector<MarkdownFinding> findings(std::string_view markdown) { return markdown_text_from(markdown).findings; }

bool has_one_finding(std::string_view markdown, MarkdownFlaw flaw, const std::string& excerpt) {
  const auto found = findings(markdown);
  return found.size() == 1 && found[0].flaw == flaw && found[0].excerpt == excerpt;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("paragraphs and their runs become blocks") {
    CHECK(blocks("Eins\nzwei\n\n**Drei** und *vier*") ==
          R"([{"p":["Eins zwei"]},{"p":[{"b":"Drei"}," und ",{"i":"vier"}]}])");
    CHECK(blocks("Siehe [ELSTER](https://www.elster.de \"Titel\").") ==
          R"([{"p":["Siehe ",{"a":"ELSTER","href":"https://www.elster.de"},"."]}])");
    CHECK(blocks("**[fett](/de/)**") == R"([{"p":[{"a":"fett","href":"/de/"}]}])");
    CHECK(blocks("") == "[]");
  }

  TEST_CASE("addresses written in the text become links") {
    CHECK(blocks("An amt@stadt.example schreiben") ==
          R"([{"p":["An ",{"a":"amt@stadt.example","href":"mailto:amt@stadt.example"}," schreiben"]}])");
  }

  TEST_CASE("lists and quotations hold blocks") {
    CHECK(blocks("- a\n- b\n\n1. c") == R"([{"ul":[[{"p":["a"]}],[{"p":["b"]}]]},{"ol":[[{"p":["c"]}]]}])");
    CHECK(blocks("> Zitat") == R"([{"quote":[{"p":["Zitat"]}]}])");
    CHECK(blocks("- a\n  - b") == R"([{"ul":[[{"p":["a"]},{"ul":[[{"p":["b"]}]]}]]}])");
  }

  TEST_CASE("headings begin with the first level and skip none") {
    CHECK(blocks("## A\n\n#### B\n\n### C\n\n# D") ==
          R"([{"h":"A","level":1},{"h":"B","level":2},{"h":"C","level":2},{"h":"D","level":1}])");
    CHECK(blocks("# Mit **Betonung**") == R"([{"h":"Mit Betonung","level":1}])");
    CHECK(blocks("- # In der Liste") == R"([{"ul":[[{"p":[{"b":"In der Liste"}]}]]}])");
  }

  TEST_CASE("entities become the letters they stand for") {
    CHECK(blocks("&lt;b&gt; &#228; &#xE4; &amp;amp; &unbekannt; &#0; &#xD800;") ==
          R"([{"p":["<b> ä ä &amp; &unbekannt; &#0; &#xD800;"]}])");
  }

  TEST_CASE("HTML is shown as text and named") {
    CHECK(blocks("<script>alert(1)</script>") == R"([{"p":["<script>alert(1)</script>"]}])");
    CHECK(has_one_finding("<script>alert(1)</script>", MarkdownFlaw::Html, "<script>alert(1)</script>"));
    CHECK(blocks("a <img src=x onerror=alert(1)> b") == R"([{"p":["a <img src=x onerror=alert(1)> b"]}])");
    CHECK(has_one_finding("a <br> b", MarkdownFlaw::Html, "<br>"));
  }

  TEST_CASE("links to anywhere unsafe stay as their words and are named") {
    for (const char* address :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "http://example.org", "//evil.example",
          "vbscript:x", "seite.html", "javascript&#58;alert(1)", "java&#9;script:alert(1)"}) {
      const MarkdownText text = markdown_text_from("[Klick](" + std::string(address) + ")");
      CHECK(json_text_from_value(text.blocks) == R"([{"p":["Klick"]}])");
      CHECK(text.links.empty());
      if (!CHECK(text.findings.size() == 1)) continue;
      CHECK(text.findings[0].flaw == MarkdownFlaw::RefusedLink);
    }
    CHECK(blocks("<javascript:alert(1)>") == R"x([{"p":["javascript:alert(1)"]}])x");
    CHECK(blocks("[a][x]\n\n[x]: javascript:alert(1)") == R"([{"p":["a"]}])");
  }

  TEST_CASE("a picture is shown by its description and named") {
    CHECK(blocks("![Rathaus](https://x.example/a.png)") == R"([{"p":["Rathaus"]}])");
    CHECK(has_one_finding("![Rathaus](https://x.example/a.png)", MarkdownFlaw::Picture, "https://x.example/a.png"));
  }

  TEST_CASE("nesting without end runs together and stays readable by the client") {
    const std::string deep(2000, '>');
    const MarkdownText text = markdown_text_from(deep + " tief\n\nflach");

    const std::string json = json_text_from_value({{"blocks", text.blocks}});
    auto document = stadttor::JsonDocument::parse(json, "test");
    if (!CHECK(document.ok())) return;
    CHECK(stadttor::city::plain_text(stadttor::city::read_text_blocks(document.value().root().member("blocks"))) ==
          "tief\nflach\n");
    CHECK(text.findings.size() > 0);
  }

  TEST_CASE("a text of absurd length is not parsed") {
    const MarkdownText text = markdown_text_from(std::string(70000, '['));

    CHECK(text.blocks.size() == 1);
    CHECK(text.findings.size() == 1);
  }
}
