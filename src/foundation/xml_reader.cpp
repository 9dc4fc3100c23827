#include "foundation/xml_reader.h"

#include <algorithm>
#include <cstdint>

namespace stadttor {

namespace {

constexpr std::size_t kLongestText = 8U << 20U;
constexpr unsigned kDeepest = 32;
constexpr std::string_view kWhiteSpace = " \t\r\n";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

void append_utf8(std::string& text, std::uint32_t point) {
  const auto add = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (point < 0x80) return add(point);
  if (point < 0x800) {
    add(0xC0U | (point >> 6U));
  } else {
    if (point < 0x10000) {
      add(0xE0U | (point >> 12U));
    } else {
      add(0xF0U | (point >> 18U));
      add(0x80U | ((point >> 12U) & 0x3FU));
    }
    add(0x80U | ((point >> 6U) & 0x3FU));
  }
  add(0x80U | (point & 0x3FU));
}

// "#228" or "#xE4": a character XML allows, or 0.
std::uint32_t point_from_reference(std::string_view reference) {
  const bool is_hexadecimal = reference.size() > 1 && reference[1] == 'x';
  const std::string_view digits = reference.substr(is_hexadecimal ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return 0;
  std::uint32_t point = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      point = point * (is_hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(c - '0');
    } else if (is_hexadecimal && lower >= 'a' && lower <= 'f') {
      point = point * 16U + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  const bool is_control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
  const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  return is_control || is_surrogate || point > 0x10FFFF ? 0 : point;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& where) : text_(text), where_(where) {}

  Result<XmlElement> parse() {
    skip_prefix("\xEF\xBB\xBF");
    TRY(skip_between());
    if (!skip_prefix("<")) return error("no element");
    XmlElement root;
    TRY(read_element(root, 1));
    TRY(skip_between());
    if (at_ != text_.size()) return error("something behind the last element");
    return root;
  }

 private:
  Error error(const std::string& detail) const {
    const auto line = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())), '\n') + 1;
    return {ErrorKind::MalformedData, where_, "line " + std::to_string(line) + ": " + detail, NextStep::ContactOffice};
  }

  bool skip_prefix(std::string_view prefix) {
    if (text_.substr(at_, prefix.size()) != prefix) return false;
    at_ += prefix.size();
    return true;
  }

  Outcome skip_past(std::string_view end, const char* detail) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) return error(detail);
    at_ = found + end.size();
    return Done{};
  }

  void skip_white_space() { at_ = std::min(text_.find_first_not_of(kWhiteSpace, at_), text_.size()); }

  // Declaration, comments and white space around the one element.
  Outcome skip_between() {
    while (true) {
      skip_white_space();
      if (skip_prefix("<?")) {
        TRY(skip_past("?>", "an instruction without an end"));
      } else if (skip_prefix("<!--")) {
        TRY(skip_past("-->", "a comment without an end"));
      } else if (text_.substr(at_, 2) == "<!") {
        return error("a document type, which is not read");
      } else {
        return Done{};
      }
    }
  }

  std::string read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // Behind a tag's name, up to ">" or "/>".
  Outcome skip_attributes() {
    while (true) {
      skip_white_space();
      if (at_ >= text_.size()) return error("a tag without an end");
      if (text_[at_] == '>' || text_[at_] == '/') return Done{};
      if (read_name().empty()) return error("a tag that is none; '<' in text is written &lt;");
      skip_white_space();
      if (!skip_prefix("=")) return error("an attribute without a value");
      skip_white_space();
      const bool is_quoted = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'');
      if (!is_quoted) return error("an attribute's value without quotation marks");
      const char quotation[] = {text_[at_++], '\0'};
      TRY(skip_past(quotation, "an attribute's value without an end"));
    }
  }

  Outcome read_entity(std::string& text) {
    const std::size_t end = text_.find(';', at_);
    if (end == std::string_view::npos || end - at_ > 10) return error("'&' in text is written &amp;");
    const std::string_view name = text_.substr(at_, end - at_);
    constexpr std::pair<std::string_view, char> kEntities[] = {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"apos", '\''}, {"quot", '"'}};
    const auto* const known = std::find_if(std::begin(kEntities), std::end(kEntities), [name](const auto& entity) { return entity.first == name; });
    if (known != std::end(kEntities)) {
      text.push_back(known->second);
    } else {
      const std::uint32_t point = !name.empty() && name[0] == '#' ? point_from_reference(name) : 0;
      if (point == 0) return error("an entity that is not one of XML's own");
      append_utf8(text, point);
    }
    at_ = end + 1;
    return Done{};
  }

  // Behind "<".
  Outcome read_element(XmlElement& element, unsigned depth) {
    if (depth > kDeepest) return error("nested too deeply");
    element.name = read_name();
    if (element.name.empty()) return error("a tag without a name; '<' in text is written &lt;");
    TRY(skip_attributes());
    if (skip_prefix("/>")) return Done{};
    if (!skip_prefix(">")) return error("a tag without an end");
    while (true) {
      if (at_ >= text_.size()) return error("<" + element.name + "> is never closed");
      if (skip_prefix("</")) break;
      if (skip_prefix("<!--")) {
        TRY(skip_past("-->", "a comment without an end"));
      } else if (skip_prefix("<![CDATA[")) {
        const std::size_t begin = at_;
        TRY(skip_past("]]>", "CDATA without an end"));
        element.text.append(text_.substr(begin, at_ - 3 - begin));
      } else if (skip_prefix("<")) {
        element.children.emplace_back();
        TRY(read_element(element.children.back(), depth + 1));
      } else if (skip_prefix("&")) {
        TRY(read_entity(element.text));
      } else {
        const std::size_t end = std::min(text_.find_first_of("<&", at_), text_.size());
        element.text.append(text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    const std::string closed = read_name();
    if (closed != element.name) return error("</" + closed + "> closes <" + element.name + ">");
    skip_white_space();
    if (!skip_prefix(">")) return error("a closing tag without an end");
    element.text = trimmed(element.text);
    return Done{};
  }

  std::string_view text_;
  const std::string& where_;
  std::size_t at_ = 0;
};

}  // namespace

const XmlElement* XmlElement::find(std::string_view child) const {
  const auto found = std::find_if(children.begin(), children.end(), [child](const XmlElement& element) { return element.name == child; });
  return found == children.end() ? nullptr : &*found;
}

Result<XmlElement> parse_xml(std::string_view text, const std::string& where) {
  if (text.size() > kLongestText) return Error{ErrorKind::MalformedData, where, "more than 8 MiB", NextStep::ContactOffice};
  return Parser(text, where).parse();
}

}  // namespace stadttor
