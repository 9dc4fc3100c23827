#include "foundation/xml_reader.h"

#include <doctest/doctest.h>

using namespace stadttor;

namespace {

std::string fault_of(const std::string& text) {
  const auto read = parse_xml(text, "test");
  return read.ok() ? "" : read.error().detail;
}

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("plain XML is read with its entities, comments, attributes and CDATA") {
    const auto read = parse_xml("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a -->\n<a x='1>2'>\n <b> K&#xF6;ln &amp; &lt;Bonn&gt; </b><c/><!-- d --><b><![CDATA[1 < 2]]></b>\n</a>\n", "test");
    if (!CHECK(read.ok())) return;
    const XmlElement& root = read.value();
    CHECK(root.name == "a");
    CHECK(root.children.size() == 3);
    CHECK(root.find("b")->text == "Köln & <Bonn>");
    CHECK(root.children[2].text == "1 < 2");
    CHECK(root.find("c")->text.empty());
    CHECK(root.find("d") == nullptr);
  }

  TEST_CASE("what could grow, be fetched or eat the stack is refused") {
    CHECK(fault_of("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>") == "line 1: a document type, which is not read");
    CHECK_FALSE(fault_of("<a>&b;</a>").empty());
    CHECK_FALSE(fault_of("<a><!DOCTYPE b></a>").empty());
    std::string deep;
    for (int i = 0; i < 33; ++i) deep += "<a>";
    CHECK(fault_of(deep) == "line 1: nested too deeply");
    CHECK_FALSE(fault_of("<a>" + std::string(9U << 20U, ' ') + "</a>").empty());
  }

  TEST_CASE("broken XML names its line and its remedy") {
    CHECK(fault_of("<a>\n<b>1</c>\n</a>") == "line 2: </c> closes <b>");
    CHECK(fault_of("<a>\n\n<b>") == "line 3: <b> is never closed");
    CHECK(fault_of("<a>Meier & Sohn</a>") == "line 1: '&' in text is written &amp;");
    for (const char* text : {"", "text", "<a", "<a/>b", "<a></a", "<a b>", "<a b=1/>", "<a b='1/>", "<>", "</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a/><b/>", "<a><!--"}) {
      CHECK_FALSE_MESSAGE(fault_of(text).empty(), text);
    }
  }

  TEST_CASE("every beginning of a document is refused without reading past its end") {
    const std::string whole = "<?xml version=\"1.0\"?><a b=\"c\"><d>&#228;&lt;</d><![CDATA[e]]><!-- f --></a>";
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK_FALSE(parse_xml(std::string_view(whole).substr(0, length), "test").ok());
    CHECK(parse_xml(whole, "test").ok());
  }
}
