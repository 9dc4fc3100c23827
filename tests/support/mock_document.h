// A document without a browser: takes change lists in the wire format of change_encoder.h, as web/document/ does, and can be
// compared with static HTML. Strict where a browser forgives: an unknown handle or a byte too many is a failure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "presentation/document/element.h"

namespace stadttor::testing {

struct MockElement {
  std::string tag;
  std::map<std::string, std::string> attributes;
  std::string text;  // before the children
  std::vector<MockElement*> children;
  MockElement* parent = nullptr;
  std::uint32_t handle = 0;
  // Live state of fields, which the citizen or SetValue may have taken away from the attribute.
  std::optional<std::string> value;
  std::optional<bool> is_checked;

  std::string live_value() const {
    if (value) return *value;
    if (tag == "textarea") return text;
    const auto found = attributes.find("value");
    return found == attributes.end() ? std::string() : found->second;
  }
  bool live_checked() const { return is_checked.value_or(attributes.count("checked") > 0); }
};

// What a change list asked for besides changing elements: "focus", "push url" ... with its texts.
struct MockOperation {
  int code = 0;
  std::uint32_t handle = 0;
  std::vector<std::string> texts;
};

enum Wire {
  kCreate = 1, kSetText, kSetAttribute, kRemoveAttribute, kRemove, kMove, kSetValue, kSetChecked, kHydrate, kFocus, kAnnounce,
  kSetDocument, kPushUrl, kReplaceUrl, kScrollToTop, kRestoreScroll, kScrollTo, kShowModal, kCloseModal, kRebuild, kOpenUrl,
  kSetView, kForgetView, kSpeak, kPrint, kSaveFile, kAskBeforeLeaving,
};

class MockDocument {
 public:
  // Puts prerendered HTML there, as html_writer writes it.
  bool load(std::string_view html) {
    std::size_t at = 0;
    top_.children.clear();
    elements_.clear();
    MockElement* root = parse(html, at, &top_);
    return root != nullptr && at == html.size();
  }

  // False, with `failure`, where the list is not as it must be.
  bool apply(const std::vector<std::uint8_t>& list) {
    operations.clear();
    failure.clear();
    Reader reader(list);
    while (failure.empty() && !reader.at_end()) step(reader);
    if (failure.empty() && reader.failed()) failure = "the list ends within an operation";
    if (failure.empty() && !reader.strings_are_used_up()) failure = "strings are left over";
    return failure.empty();
  }

  MockElement* root() const { return top_.children.empty() ? nullptr : top_.children.front(); }
  MockElement* element(std::uint32_t handle) const {
    const auto found = elements_.find(handle);
    return found == elements_.end() ? nullptr : found->second;
  }

  // The element that has the focus; what happens to it and what holds it is noted.
  void set_focus(MockElement* focused) {
    focused_ = focused;
    focus_was_disturbed = false;
  }

  MockElement* find(const std::function<bool(const MockElement&)>& wanted) const { return root() == nullptr ? nullptr : find_in(root(), wanted); }
  MockElement* find_id(const std::string& id) const {
    return find([&](const MockElement& element) {
      const auto found = element.attributes.find("id");
      return found != element.attributes.end() && found->second == id;
    });
  }

  int count(int code) const {
    return static_cast<int>(std::count_if(operations.begin(), operations.end(), [code](const MockOperation& one) { return one.code == code; }));
  }
  const MockOperation* operation(int code) const {
    for (const MockOperation& one : operations) {
      if (one.code == code) return &one;
    }
    return nullptr;
  }

  std::vector<MockOperation> operations;  // of the last list
  std::string failure;
  bool focus_was_disturbed = false;

 private:
  class Reader {
   public:
    explicit Reader(const std::vector<std::uint8_t>& list) : list_(list) {
      if (list.size() < 8) {
        failed_ = true;
        return;
      }
      end_ = 8 + u32(0);
      string_at_ = end_;
      if (end_ + u32(4) != list.size()) failed_ = true;
    }
    bool at_end() const { return failed_ || at_ >= end_; }
    bool failed() const { return failed_; }
    bool strings_are_used_up() const { return string_at_ == list_.size(); }
    std::uint8_t byte() {
      if (failed_ || at_ >= end_) {
        failed_ = true;
        return 0;
      }
      return list_[at_++];
    }
    std::uint32_t number() {
      std::uint64_t number = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        const std::uint8_t next = byte();
        number |= static_cast<std::uint64_t>(next & 0x7f) << shift;
        if ((next & 0x80) == 0) return static_cast<std::uint32_t>(number);
      }
      failed_ = true;
      return 0;
    }
    // Lengths count UTF-16 code units: four bytes of UTF-8 are two of them.
    std::string text() {
      std::uint32_t units = number();
      const std::size_t begin = string_at_;
      while (units > 0 && string_at_ < list_.size()) {
        const std::uint8_t lead = list_[string_at_];
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::uint32_t taken = size == 4 ? 2 : 1;
        if (taken > units || string_at_ + size > list_.size()) break;
        string_at_ += size;
        units -= taken;
      }
      if (units > 0) failed_ = true;
      return {list_.begin() + static_cast<long>(begin), list_.begin() + static_cast<long>(string_at_)};
    }

   private:
    std::size_t u32(std::size_t at) const {
      std::size_t value = 0;
      for (std::size_t i = 0; i < 4; ++i) value |= static_cast<std::size_t>(list_[at + i]) << (8 * i);
      return value;
    }
    const std::vector<std::uint8_t>& list_;
    std::size_t at_ = 8;
    std::size_t end_ = 8;
    std::size_t string_at_ = 8;
    bool failed_ = false;
  };

  MockElement* make(std::string tag) {
    owned_.push_back(std::make_unique<MockElement>());
    owned_.back()->tag = std::move(tag);
    return owned_.back().get();
  }

  void fail(std::string why) {
    if (failure.empty()) failure = std::move(why);
  }

  MockElement* known(std::uint32_t handle) {
    MockElement* found = element(handle);
    if (found == nullptr) fail("no element has the handle " + std::to_string(handle));
    return found;
  }

  static MockElement* find_in(MockElement* element, const std::function<bool(const MockElement&)>& wanted) {
    if (wanted(*element)) return element;
    for (MockElement* child : element->children) {
      if (MockElement* found = find_in(child, wanted)) return found;
    }
    return nullptr;
  }

  void put(MockElement* element, std::uint32_t parent_handle, std::uint32_t after_handle) {
    MockElement* parent = parent_handle == 0 ? &top_ : known(parent_handle);
    if (parent == nullptr) return;
    auto place = parent->children.begin();
    if (after_handle != 0) {
      place = std::find(parent->children.begin(), parent->children.end(), known(after_handle));
      if (place == parent->children.end()) return fail("an element is to go behind one that stands elsewhere");
      ++place;
    }
    parent->children.insert(place, element);
    element->parent = parent;
  }

  void take_out(MockElement* element) {
    for (MockElement* at = focused_; at != nullptr; at = at->parent) {
      if (at == element) focus_was_disturbed = true;
    }
    auto& siblings = element->parent->children;
    siblings.erase(std::remove(siblings.begin(), siblings.end(), element), siblings.end());
  }

  void forget(MockElement* element) {
    elements_.erase(element->handle);
    for (MockElement* child : element->children) forget(child);
  }

  static std::string attribute_at(std::uint8_t index) {
    namespace document = presentation::document;
    return index < document::kAttributeCount ? std::string(attribute_name(static_cast<document::AttributeName>(index))) : std::string();
  }

  void step(Reader& reader) {
    MockOperation one;
    one.code = reader.byte();
    switch (one.code) {
      case kCreate: {
        const std::uint8_t tag = reader.byte();
        one.handle = reader.number();
        const std::uint32_t parent = reader.number();
        const std::uint32_t after = reader.number();
        if (tag >= presentation::document::kTagCount) return fail("unknown element");
        if (elements_.count(one.handle) > 0) return fail("a handle is given twice");
        MockElement* made = make(std::string(tag_name(static_cast<presentation::document::Tag>(tag))));
        made->handle = one.handle;
        elements_[one.handle] = made;
        put(made, parent, after);
        break;
      }
      case kSetText: {
        one.handle = reader.number();
        one.texts.push_back(reader.text());
        if (MockElement* target = known(one.handle)) target->text = one.texts[0];
        break;
      }
      case kSetAttribute: {
        one.handle = reader.number();
        one.texts = {attribute_at(reader.byte())};
        one.texts.push_back(reader.text());
        if (one.texts[0].empty()) return fail("unknown attribute");
        if (MockElement* target = known(one.handle)) target->attributes[one.texts[0]] = one.texts[1];
        break;
      }
      case kRemoveAttribute: {
        one.handle = reader.number();
        one.texts = {attribute_at(reader.byte())};
        if (one.texts[0].empty()) return fail("unknown attribute");
        if (MockElement* target = known(one.handle)) target->attributes.erase(one.texts[0]);
        break;
      }
      case kRemove: {
        one.handle = reader.number();
        if (MockElement* target = known(one.handle)) {
          take_out(target);
          forget(target);
        }
        break;
      }
      case kMove: {
        one.handle = reader.number();
        const std::uint32_t parent = reader.number();
        const std::uint32_t after = reader.number();
        MockElement* target = known(one.handle);
        if (target == nullptr) return;
        if (parent == one.handle || after == one.handle) return fail("an element is to go behind itself");
        take_out(target);
        put(target, parent, after);
        break;
      }
      case kSetValue: {
        one.handle = reader.number();
        one.texts.push_back(reader.text());
        if (MockElement* target = known(one.handle)) target->value = one.texts[0];
        break;
      }
      case kSetChecked: {
        one.handle = reader.number();
        const bool is_checked = reader.byte() != 0;
        if (MockElement* target = known(one.handle)) target->is_checked = is_checked;
        break;
      }
      case kHydrate: hydrate(reader); break;
      case kFocus:
      case kShowModal:
      case kCloseModal:
        one.handle = reader.number();
        known(one.handle);
        break;
      case kAnnounce:
        one.texts.push_back(std::to_string(reader.byte()));
        one.texts.push_back(reader.text());
        break;
      case kSetDocument: one.texts = {reader.text()}; one.texts.push_back(reader.text()); one.texts.push_back(reader.text()); break;
      case kPushUrl:
      case kReplaceUrl:
      case kScrollTo:
      case kOpenUrl: one.texts = {reader.text()}; break;
      case kSetView:
      case kSaveFile:
      case kSpeak: one.texts = {reader.text()}; one.texts.push_back(reader.text()); break;
      case kScrollToTop:
      case kRestoreScroll:
      case kForgetView:
      case kPrint: break;
      case kAskBeforeLeaving: one.texts = {std::to_string(reader.byte())}; break;
      case kRebuild:
        elements_.clear();
        top_.children.clear();
        focus_was_disturbed = focus_was_disturbed || focused_ != nullptr;
        break;
      default: return fail("unknown operation " + std::to_string(one.code));
    }
    operations.push_back(std::move(one));
  }

  struct Expected {
    std::uint32_t root;
    std::uint8_t mask;
    std::string key;
  };

  void hydrate(Reader& reader) {
    std::vector<Expected> nodes;
    for (std::uint32_t count = reader.number(); count > 0 && !reader.failed(); --count) {
      Expected node;
      node.root = reader.number();
      node.mask = reader.byte();
      node.key = reader.text();
      nodes.push_back(std::move(node));
    }
    std::size_t next = 0;
    if (root() != nullptr) adopt(root(), nullptr, nodes, next);
    if (next != nodes.size()) return fail("not every node is found in the prerendered page");
    for (const Expected& node : nodes) {
      for (std::uint32_t part = 0; part < 8; ++part) {
        if ((node.mask >> part & 1) != 0 && element(node.root + part) == nullptr) fail("a part is not found in the prerendered page");
      }
    }
  }

  // As web/document/hydration.js: roots by data-k in document order, parts by data-part.
  void adopt(MockElement* at, const Expected* owner, const std::vector<Expected>& nodes, std::size_t& next) {
    const auto key = at->attributes.find("data-k");
    if (key != at->attributes.end() && next < nodes.size() && key->second == nodes[next].key) {
      owner = &nodes[next++];
      give(at, owner->root);
    } else if (const auto part = at->attributes.find("data-part"); owner != nullptr && part != at->attributes.end()) {
      give(at, owner->root + static_cast<std::uint32_t>(std::stoi(part->second)));
    }
    const auto children = at->children;
    for (MockElement* child : children) adopt(child, owner, nodes, next);
  }

  void give(MockElement* element, std::uint32_t handle) {
    element->handle = handle;
    elements_[handle] = element;
  }

  static std::string without_references(std::string_view text) {
    static const std::vector<std::pair<std::string, std::string>> references = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
      bool is_reference = false;
      for (const auto& [name, character] : references) {
        if (text.substr(i, name.size()) != name) continue;
        result.append(character);
        i += name.size();
        is_reference = true;
        break;
      }
      if (!is_reference) result.push_back(text[i++]);
    }
    return result;
  }

  // One element and all in it. Null where the text is not HTML as html_writer writes it.
  MockElement* parse(std::string_view html, std::size_t& at, MockElement* parent) {
    if (at >= html.size() || html[at] != '<') return nullptr;
    std::size_t end = html.find_first_of(" >", at);
    if (end == std::string_view::npos) return nullptr;
    MockElement* made = make(std::string(html.substr(at + 1, end - at - 1)));
    made->parent = parent;
    parent->children.push_back(made);
    while (end < html.size() && html[end] == ' ') {
      const std::size_t name_end = html.find_first_of("= >", end + 1);
      if (name_end == std::string_view::npos) return nullptr;
      const std::string name(html.substr(end + 1, name_end - end - 1));
      std::string value;
      end = name_end;
      if (html[name_end] == '=') {
        const std::size_t close = html.find('"', name_end + 2);
        if (close == std::string_view::npos || html[name_end + 1] != '"') return nullptr;
        value = without_references(html.substr(name_end + 2, close - name_end - 2));
        end = close + 1;
      }
      if (!made->attributes.emplace(name, value).second) return nullptr;
    }
    if (end >= html.size() || html[end] != '>') return nullptr;
    at = end + 1;
    if (made->tag == "input" || made->tag == "img" || made->tag == "hr") return made;
    const std::string close = "</" + made->tag + ">";
    while (at < html.size()) {
      const std::size_t next = html.find('<', at);
      if (next == std::string_view::npos) return nullptr;
      if (next > at) {
        if (!made->children.empty()) return nullptr;  // text stands before the children
        made->text = without_references(html.substr(at, next - at));
      }
      at = next;
      if (html.substr(at, close.size()) == close) {
        at += close.size();
        return made;
      }
      if (parse(html, at, made) == nullptr) return nullptr;
    }
    return nullptr;
  }

  MockElement top_;
  std::vector<std::unique_ptr<MockElement>> owned_;
  std::map<std::uint32_t, MockElement*> elements_;
  MockElement* focused_ = nullptr;
};

// What a citizen's browser would show, the same for prerendered and built elements: without the marks of hydration, with
// the live state of fields.
inline void append_shown(const MockElement& element, int depth, std::string& text) {
  text.append(static_cast<std::size_t>(depth), ' ').append("<").append(element.tag);
  const bool is_check = element.tag == "input" && element.attributes.count("type") > 0 &&
                        (element.attributes.at("type") == "checkbox" || element.attributes.at("type") == "radio");
  const bool is_field = element.tag == "input" || element.tag == "textarea";
  for (const auto& [name, value] : element.attributes) {
    if (name == "data-k" || name == "data-part" || name == "checked") continue;
    if (name == "value" && is_field && !is_check) continue;
    text.append(" ").append(name).append("=\"").append(value).append("\"");
  }
  if (is_check) text.append(element.live_checked() ? " (checked)" : "");
  if (is_field && !is_check) text.append(" (value \"").append(element.live_value()).append("\")");
  text.append(">");
  if (element.tag != "textarea") text.append(element.text);
  text.push_back('\n');
  for (const MockElement* child : element.children) append_shown(*child, depth + 1, text);
}

inline std::string shown_by(const MockDocument& document) {
  std::string text;
  if (document.root() != nullptr) append_shown(*document.root(), 0, text);
  return text;
}

inline std::string shown_by_html(std::string_view html) {
  MockDocument document;
  return document.load(html) ? shown_by(document) : "not HTML: " + std::string(html);
}

}  // namespace stadttor::testing
