#include "portal/authoring/markdown_blocks.h"

#include <md4c.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "foundation/url.h"
#include "portal/authoring/block_builder.h"

namespace stadttor::portal::authoring {

namespace {

using NamedEntity = std::pair<std::string_view, std::string_view>;
constexpr std::array<NamedEntity, 10> kNamedEntities = {{{"&amp;", "&"},
                                                         {"&lt;", "<"},
                                                         {"&gt;", ">"},
                                                         {"&quot;", "\""},
                                                         {"&nbsp;", "\u00A0"},
                                                         {"&shy;", "\u00AD"},
                                                         {"&ndash;", "\u2013"},
                                                         {"&middot;", "\u00B7"},
                                                         {"&euro;", "\u20AC"},
                                                         {"&sect;", "\u00A7"}}};

// "&#228;" and "&#xE4;" as UTF-8, named ones from the list; others stay as they are written.
std::string text_from_entity(std::string_view entity) {
  for (const auto& [name, text] : kNamedEntities) {
    if (name == entity) return std::string(text);
  }
  if (entity.size() < 4 || entity[1] != '#') return std::string(entity);
  const bool is_hexadecimal = entity[2] == 'x' || entity[2] == 'X';
  const std::string digits(entity.substr(is_hexadecimal ? 3 : 2));
  const long letter = std::strtol(digits.c_str(), nullptr, is_hexadecimal ? 16 : 10);
  constexpr long kFirstVisible = 0x20;
  constexpr long kLast = 0x10FFFF;
  if (letter < kFirstVisible || letter > kLast || U_IS_SURROGATE(letter)) return std::string(entity);
  std::string text;
  return icu::UnicodeString(static_cast<UChar32>(letter)).toUTF8String(text);
}

std::string text_from_attribute(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (unsigned i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const unsigned begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    text.append(attribute.substr_types[i] == MD_TEXT_ENTITY ? text_from_entity(part) : std::string(part));
  }
  return text;
}

// Receives what the parser finds.
class MarkdownReading {
 public:
  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_QUOTE) open(ContainerKind::Quotation);
    if (type == MD_BLOCK_UL) open(ContainerKind::BulletList);
    if (type == MD_BLOCK_OL) open(ContainerKind::NumberedList);
    if (type == MD_BLOCK_LI) open(ContainerKind::Item);
    if (type == MD_BLOCK_H)
      builder_.begin_heading(static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
    is_html_block_ = type == MD_BLOCK_HTML;
  }

  void leave_block(MD_BLOCKTYPE type) {
    const bool is_container =
        type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI;
    if (is_container) return builder_.close();
    builder_.end_block();
    if (type == MD_BLOCK_HTML) {
      while (!html_.empty() && html_.back() == '\n') html_.pop_back();
      note(MarkdownFlaw::Html, std::exchange(html_, {}));
    }
    is_html_block_ = false;
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_STRONG) builder_.begin_strong();
    if (type == MD_SPAN_EM) builder_.begin_emphasis();
    if (type == MD_SPAN_A) begin_link(text_from_attribute(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    if (type == MD_SPAN_IMG)
      note(MarkdownFlaw::Picture, text_from_attribute(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src));
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) builder_.end_strong();
    if (type == MD_SPAN_EM) builder_.end_emphasis();
    if (type == MD_SPAN_A) builder_.end_link();
  }

  void add_text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_NULLCHAR:
        return builder_.add_text("\uFFFD");
      case MD_TEXT_BR:
        return builder_.add_text("\n");
      case MD_TEXT_SOFTBR:
        return builder_.add_text(" ");
      case MD_TEXT_ENTITY:
        return builder_.add_text(text_from_entity(text));
      case MD_TEXT_HTML:
        return add_html(text);
      case MD_TEXT_NORMAL:
      case MD_TEXT_CODE:
      case MD_TEXT_LATEXMATH:
        return builder_.add_text(text);
    }
  }

  MarkdownText take() {
    result_.blocks = builder_.take();
    return std::move(result_);
  }

 private:
  void note(MarkdownFlaw flaw, std::string excerpt) { result_.findings.push_back({flaw, std::move(excerpt)}); }

  void open(ContainerKind kind) {
    if (!builder_.open(kind)) note(MarkdownFlaw::TooDeep, {});
  }

  // A link to anywhere unsafe stays as its words.
  void begin_link(std::string href) {
    if (!is_allowed_url(href)) return note(MarkdownFlaw::RefusedLink, std::move(href));
    result_.links.push_back(href);
    builder_.begin_link(std::move(href));
  }

  // A block of HTML comes in pieces; HTML inside a line comes tag by tag.
  void add_html(std::string_view text) {
    builder_.add_text(text);
    if (is_html_block_) {
      html_.append(text);
    } else {
      note(MarkdownFlaw::Html, std::string(text));
    }
  }

  MarkdownText result_;
  BlockBuilder builder_;
  std::string html_;
  bool is_html_block_ = false;
};

MarkdownReading& reading_of(void* reading) { return *static_cast<MarkdownReading*>(reading); }

// The parser is a C library; callbacks return 0 to go on.
MD_PARSER parser_with_callbacks() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEURLAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reading) {
    reading_of(reading).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reading) {
    reading_of(reading).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reading) {
    reading_of(reading).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* reading) {
    reading_of(reading).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reading) {
    reading_of(reading).add_text(type, {text, size});
    return 0;
  };
  return parser;
}

}  // namespace

MarkdownText markdown_text_from(std::string_view markdown) {
  // The parser needs more than linear time for a few malicious patterns; no page of a city is longer.
  constexpr std::size_t kLongest = 64 * 1024;
  if (markdown.size() > kLongest) {
    MarkdownText plain;
    plain.blocks.push_back({{"p", Json::array({std::string(markdown)})}});
    plain.findings.push_back({MarkdownFlaw::TooLong, {}});
    return plain;
  }
  MarkdownReading reading;
  const MD_PARSER parser = parser_with_callbacks();
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reading);
  return reading.take();
}

}  // namespace stadttor::portal::authoring
