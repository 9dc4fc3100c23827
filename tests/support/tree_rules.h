// What every page must keep to, whatever it shows (WCAG 2.2, EN 301 549, DESIGN.md section 4), as a check on its tree.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "foundation/url.h"
#include "presentation/document/fragment.h"
#include "semantics/tree.h"

namespace stadttor::testing {

// The language a node's text is in: its own mark, or the nearest one above it.
inline std::string language_at(const semantics::Tree& tree, semantics::NodeIndex index) {
  for (auto at = index; at != semantics::kNoNode; at = tree.node(at).parent) {
    const auto language = tree.property_of(tree.node(at), semantics::Property::Language);
    if (!language.empty()) return std::string(language);
  }
  return tree.language;
}

class TreeRules {
 public:
  explicit TreeRules(const semantics::Tree& tree) : tree_(tree) {}

  // One sentence per broken rule; none for a good page.
  std::vector<std::string> broken() {
    check_document();
    check_headings();
    check_landmarks();
    check_keys();
    check_ids();
    for (semantics::NodeIndex index = 0; index < tree_.size(); ++index) {
      if (is_hidden(index)) continue;
      check_name(index);
      check_place(index);
      check_texts(index);
      check_addresses(index);
      if (tree_.node(index).role == Role::Scene) check_scene(index);
    }
    return std::move(broken_);
  }

 private:
  using Node = semantics::Node;
  using NodeIndex = semantics::NodeIndex;
  using Property = semantics::Property;
  using Role = semantics::Role;

  void add(std::string sentence) { broken_.push_back(std::move(sentence)); }

  std::string call(NodeIndex index) const {
    return std::string(role_name(tree_.node(index).role)) + " \"" + tree_.name_of(index) + "\"";
  }

  bool is_hidden(NodeIndex index) const {
    for (auto at = index; at != semantics::kNoNode; at = tree_.node(at).parent) {
      if (tree_.node(at).has(semantics::State::Hidden)) return true;
    }
    return false;
  }

  void check_document() {
    if (tree_.title.empty()) add("the page has no title");
    if (tree_.language.empty()) add("the page has no language");
    if (tree_.direction != "ltr" && tree_.direction != "rtl") add("the page has no direction");
    if (has_missing_text(tree_.title)) add("a text key shows itself in the title: " + tree_.title);
  }

  void check_headings() {
    int last_level = 0;
    int main_headings = 0;
    for (NodeIndex index = 0; index < tree_.size(); ++index) {
      const Node& node = tree_.node(index);
      if (node.role != Role::Heading || is_hidden(index)) continue;
      if (node.level < 1 || node.level > 6) add(call(index) + " has no level from 1 to 6");
      if (node.level == 1) ++main_headings;
      if (node.level > last_level + 1) add(call(index) + " leaves out a heading level");
      if (tree_.name_of(index).empty()) add("a heading says nothing");
      last_level = node.level;
    }
    if (main_headings != 1) add("the page has " + std::to_string(main_headings) + " main headings");
  }

  void check_landmarks() {
    std::map<Role, int> count;
    std::set<std::pair<Role, std::string>> names;
    for (NodeIndex index = 0; index < tree_.size(); ++index) {
      const Node& node = tree_.node(index);
      if (is_hidden(index)) continue;
      ++count[node.role];
      switch (node.role) {
        case Role::Navigation:
        case Role::Complementary:
        case Role::Search:
        case Role::Region:
        case Role::Form:
          if (tree_.name_of(index).empty()) add("a " + std::string(role_name(node.role)) + " has no name");
          if (!names.emplace(node.role, tree_.name_of(index)).second) add("two landmarks are called " + call(index));
          break;
        default: break;
      }
    }
    for (const Role role : {Role::Banner, Role::Main, Role::ContentInfo}) {
      if (count[role] != 1) add("the page has " + std::to_string(count[role]) + " of " + std::string(role_name(role)));
    }
  }

  void check_keys() {
    std::set<semantics::NodeKey> keys;
    for (NodeIndex index = 0; index < tree_.size(); ++index) {
      if (!keys.insert(tree_.node(index).key).second) add(call(index) + " has the key of another node");
    }
  }

  void check_ids() {
    namespace document = presentation::document;
    std::set<std::string> ids;
    std::vector<std::pair<std::string, std::string>> references;
    document::Fragment fragment;
    for (NodeIndex index = 0; index < tree_.size(); ++index) {
      document::fragment_from_node(tree_, index, fragment);
      for (const document::Part& part : fragment.parts()) {
        const std::string id(fragment.attribute_of(part, document::AttributeName::Id));
        if (!id.empty() && !ids.insert(id).second) add("two elements have the id " + id + "; the second is " + call(index));
        for (const auto name : {document::AttributeName::AriaLabelledBy, document::AttributeName::AriaDescribedBy,
                                document::AttributeName::AriaControls, document::AttributeName::AriaActiveDescendant,
                                document::AttributeName::For}) {
          const std::string wanted(fragment.attribute_of(part, name));
          for (std::size_t at = 0; at < wanted.size();) {
            const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
            references.emplace_back(wanted.substr(at, end - at), call(index));
            at = end + 1;
          }
        }
      }
    }
    for (const auto& [id, who] : references) {
      if (ids.count(id) == 0) add(who + " refers to an element that is not there");
    }
  }

  // A scene draws what its alternative says, so the alternative has to say it.
  void check_scene(NodeIndex index) {
    const std::string kind(tree_.property_of(tree_.node(index), Property::SceneKind));
    const bool is_chart = kind == "line chart" || kind == "bar chart" || kind == "stacked chart";
    if (kind != "map" && kind != "plan" && !is_chart) return add(call(index) + " is of no kind of scene: " + kind);
    const std::vector<double> extent = numbers_in(tree_.property_of(tree_.node(index), Property::Extent));
    if (!is_chart && extent.size() != 4) add(call(index) + " has no extent");
    int shown = 0;
    for (NodeIndex at = index + 1; at < tree_.node(index).subtree_end; ++at) {
      const Node& node = tree_.node(at);
      if (is_chart) shown += node.role == Role::Cell && node.value.size > 0;
      if (kind == "map" && tree_.has_property(node, Property::Position)) {
        ++shown;
        const std::vector<double> position = numbers_in(tree_.property_of(node, Property::Position));
        const bool lies_within = extent.size() == 4 && position.size() == 2 && position[1] >= extent[0] && position[1] <= extent[2] &&
                                 position[0] >= extent[1] && position[0] <= extent[3];
        if (!lies_within) add(call(at) + " lies outside of its map");
      }
      if (kind == "plan" && tree_.has_property(node, Property::Shape)) {
        ++shown;
        const std::vector<double> corners = numbers_in(tree_.property_of(node, Property::Shape));
        bool lies_within = extent.size() == 4 && corners.size() >= 6 && corners.size() % 2 == 0;
        for (std::size_t i = 0; lies_within && i < corners.size(); ++i) lies_within = corners[i] >= 0 && corners[i] <= extent[2 + i % 2];
        if (!lies_within) add(call(at) + " lies outside of its plan");
      }
    }
    if (shown == 0) add(call(index) + " has nothing to draw");
  }

  static std::vector<double> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    std::string words(text);
    std::replace(words.begin(), words.end(), ',', ' ');
    std::istringstream stream(words);
    for (double number = 0; stream >> number;) numbers.push_back(number);
    return numbers;
  }

  void check_name(NodeIndex index) {
    const Node& node = tree_.node(index);
    const bool needs_name = is_interactive(node.role) || node.role == Role::Table || node.role == Role::Dialog ||
                            node.role == Role::ListBox || node.role == Role::Group || node.role == Role::TabList ||
                            node.role == Role::Progress || node.role == Role::Meter || node.role == Role::Scene;
    std::string name = tree_.name_of(index);
    name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
    if (needs_name && name.empty()) add("a " + std::string(role_name(node.role)) + " has no name");
  }

  // What HTML allows where, as far as screen readers depend on it.
  void check_place(NodeIndex index) {
    const Node& node = tree_.node(index);
    if (node.parent == semantics::kNoNode) return;
    const Role parent = tree_.node(node.parent).role;
    const bool in_list = parent == Role::List || parent == Role::OrderedList;
    if (in_list != (node.role == Role::ListItem)) add(call(index) + " stands in a " + std::string(role_name(parent)));
    const bool is_fact = node.role == Role::Term || node.role == Role::Definition;
    if (is_fact != (parent == Role::DescriptionList)) add(call(index) + " stands in a " + std::string(role_name(parent)));
    const bool is_cell = node.role == Role::Cell || node.role == Role::RowHeader || node.role == Role::ColumnHeader;
    if (is_cell != (parent == Role::Row)) add(call(index) + " stands in a " + std::string(role_name(parent)));
    if (!is_interactive(node.role)) return;
    for (auto at = node.parent; at != semantics::kNoNode; at = tree_.node(at).parent) {
      const Role above = tree_.node(at).role;
      if (above == Role::Link || above == Role::Button) add(call(index) + " stands in another control");
    }
  }

  static bool has_missing_text(std::string_view text) { return text.find_first_of("[]") != std::string_view::npos; }

  void check_texts(NodeIndex index) {
    const Node& node = tree_.node(index);
    const auto check = [&](std::string_view text) {
      if (has_missing_text(text)) add("a text key shows itself: " + std::string(text));
      if (text.find('{') != std::string_view::npos) add("a placeholder was not filled: " + std::string(text));
    };
    check(tree_.text_of(node));
    check(tree_.property_of(node, Property::Label));
    check(tree_.property_of(node, Property::Hint));
    check(tree_.property_of(node, Property::Error));
    check(tree_.property_of(node, Property::Placeholder));
  }

  void check_addresses(NodeIndex index) {
    const Node& node = tree_.node(index);
    for (const Property property : {Property::Href, Property::Source, Property::SubmitTo}) {
      if (!tree_.has_property(node, property)) continue;
      const auto url = tree_.property_of(node, property);
      if (!is_allowed_url(url)) add(call(index) + " points to the forbidden address " + std::string(url));
    }
    if (node.role == Role::Link && tree_.property_of(node, Property::Href).empty()) add(call(index) + " leads nowhere");
  }

  const semantics::Tree& tree_;
  std::vector<std::string> broken_;
};

inline std::vector<std::string> broken_rules(const semantics::Tree& tree) { return TreeRules(tree).broken(); }

inline std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append("\n  ").append(line);
  return text;
}

}  // namespace stadttor::testing
