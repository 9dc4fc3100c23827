#include "portal/authoring/xdf/xml_tree.h"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace stadttor::portal::authoring {

namespace {

constexpr char kSeparator = '|';
constexpr std::size_t kDeepest = 64;

struct Reading {
  XML_Parser parser = nullptr;
  XmlElement root;  // holds the document's element
  std::vector<XmlElement*> open = {&root};
  bool is_refused = false;

  void refuse() {
    is_refused = true;
    XML_StopParser(parser, XML_FALSE);
  }
};

Reading& reading_of(void* data) { return *static_cast<Reading*>(data); }

void begin_element(void* data, const XML_Char* name, const XML_Char** attributes) {
  Reading& reading = reading_of(data);
  if (reading.open.size() > kDeepest) return reading.refuse();
  const std::string_view full = name;
  const std::size_t separator = full.rfind(kSeparator);
  XmlElement element;
  element.name = separator == std::string_view::npos ? full : full.substr(separator + 1);
  element.space = separator == std::string_view::npos ? std::string_view() : full.substr(0, separator);
  element.line = static_cast<int>(XML_GetCurrentLineNumber(reading.parser));
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]).find(kSeparator) == std::string_view::npos) element.attributes.emplace(attributes[0], attributes[1]);
  }
  auto& siblings = reading.open.back()->children;
  siblings.push_back(std::move(element));
  // Elements that are open are the last of their parents, so that none of them moves while its address is kept.
  reading.open.push_back(&siblings.back());
}

void end_element(void* data, const XML_Char*) {
  Reading& reading = reading_of(data);
  std::string& text = reading.open.back()->text;
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  text = begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
  reading.open.pop_back();
}

void add_text(void* data, const XML_Char* text, int length) { reading_of(data).open.back()->text.append(text, static_cast<std::size_t>(length)); }

void refuse_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) { reading_of(data).refuse(); }

}  // namespace

const XmlElement* XmlElement::find(std::string_view child) const {
  const auto found = std::find_if(children.begin(), children.end(), [child](const XmlElement& one) { return one.name == child; });
  return found == children.end() ? nullptr : &*found;
}

Result<XmlElement> parse_xml(std::string_view text, const std::string& where) {
  constexpr std::size_t kLargest = 64U << 20;
  if (text.size() > kLargest) return Error{ErrorKind::MalformedData, where, "larger than 64 MB", NextStep::CorrectInput};
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, kSeparator), &XML_ParserFree);
  Reading reading;
  reading.parser = parser.get();
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), add_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), refuse_document_type);
  const bool is_read = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_OK;
  const std::string line = where + ":" + std::to_string(XML_GetCurrentLineNumber(parser.get()));
  if (reading.is_refused) return Error{ErrorKind::MalformedData, line, "a document type declaration, or elements deeper than 64 levels", NextStep::CorrectInput};
  if (!is_read) return Error{ErrorKind::MalformedData, line, std::string("no XML: ") + XML_ErrorString(XML_GetErrorCode(parser.get())), NextStep::CorrectInput};
  return std::move(reading.root.children.front());
}

}  // namespace stadttor::portal::authoring
