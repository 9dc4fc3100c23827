// Prepared HTML read as a citizen sees it: its words and what can be operated, in the order of the document. Only for the
// HTML our own writer makes: well-formed, double-quoted.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::testing {

struct HtmlReading {
  std::string words;                  // separated by single spaces
  std::vector<std::string> controls;  // "link /de/", "button Suchen", "field Name"
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  HtmlReading read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        read_tag();
      } else {
        read_text();
      }
    }
    return std::move(reading_);
  }

 private:
  struct Element {
    std::string tag;
    bool is_hidden = false;          // with everything in it
    bool hides_all_but_summary = false;
  };

  void read_text() {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    const std::string text = plain(html_.substr(at_, end - at_));
    at_ = end;
    if (is_hidden()) return;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n';
      if (!is_space) reading_.words.push_back(c);
      if (is_space && !reading_.words.empty() && reading_.words.back() != ' ') reading_.words.push_back(' ');
    }
  }

  void read_tag() {
    const std::size_t end = html_.find('>', at_);
    const std::string_view tag = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    const std::string name(tag.substr(tag[0] == '/' ? 1 : 0, tag.find(' ') == std::string_view::npos ? tag.size() : tag.find(' ') - (tag[0] == '/' ? 1 : 0)));
    if (tag[0] == '/') {
      open_.pop_back();
      if (!is_in_line(name)) separate();
      return;
    }
    if (!is_in_line(name)) separate();
    Element element{name};
    const std::string classes = value_of(tag, "class");
    const bool is_label_of_header = name == "label" && is_in_header() && is_in_search();
    element.is_hidden = has_word(classes, "kern-sr-only") || tag.find(" hidden") != std::string_view::npos || is_label_of_header || name == "option" ||
                        (name == "ul" && has_word(classes, "st-suggestions"));
    element.hides_all_but_summary = name == "details" && tag.find(" open") == std::string_view::npos;
    open_.push_back(element);
    if (!is_hidden()) note_control(name, tag);
    if (name == "img" || name == "input" || name == "hr" || name == "br") open_.pop_back();
  }

  void note_control(const std::string& name, std::string_view tag) {
    if (name == "a") reading_.controls.push_back("link " + value_of(tag, "href"));
    if (name == "button") reading_.controls.emplace_back("button");
    if (name == "summary") reading_.controls.emplace_back("disclosure");
    if (name == "select" || name == "textarea") reading_.controls.push_back(name);
    if (name == "input") reading_.controls.push_back("input " + plain(value_of(tag, "value")));
  }

  static bool is_in_line(const std::string& name) {
    for (const char* tag : {"a", "strong", "em", "time", "span"}) {
      if (name == tag) return true;
    }
    return false;
  }
  void separate() {
    if (!reading_.words.empty() && reading_.words.back() != ' ') reading_.words.push_back(' ');
  }
  bool is_hidden() const {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i].is_hidden) return true;
      if (open_[i].hides_all_but_summary && i + 1 < open_.size() && open_[i + 1].tag != "summary") return true;
    }
    return false;
  }
  bool is_in_header() const { return has_open("header"); }
  bool is_in_search() const { return has_open("form"); }
  bool has_open(std::string_view tag) const {
    for (const Element& element : open_) {
      if (element.tag == tag) return true;
    }
    return false;
  }

  static bool has_word(std::string_view words, std::string_view word) { return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos; }
  static std::string value_of(std::string_view tag, std::string_view attribute) {
    const std::string start = " " + std::string(attribute) + "=\"";
    const std::size_t at = tag.find(start);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + start.size();
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
  }
  static std::string plain(std::string_view text) {
    std::string result(text);
    for (const auto& [reference, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
      for (std::size_t at = result.find(reference); at != std::string::npos; at = result.find(reference, at + 1)) result.replace(at, std::string_view(reference).size(), character);
    }
    return result;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<Element> open_;
  HtmlReading reading_;
};

}  // namespace stadttor::testing
