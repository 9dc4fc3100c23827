// The same page drawn, as a tree and as prepared HTML: the same words in the same order, the same things to operate, each
// with the same name, value and effect. For every page of Musterstadt.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "presentation/document/html_writer.h"
#include "presentation/imgui/activation.h"
#include "support/drawn_page.h"
#include "support/html_reading.h"
#include "support/musterstadt.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::Part;
using presentation::imgui::PageTargets;
using presentation::imgui::TextRun;
using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::State;
using semantics::Tree;

namespace {

// Only letters and digits: where lines break and how spaces stand between boxes is a matter of layout.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c != ' ' && c != '\n') letters.push_back(c);
  }
  return letters;
}

// What is drawn, put back into the order of the tree: layout may place an error below its field.
std::string drawn_letters(const presentation::imgui::LaidOutPage& page) {
  std::map<std::pair<NodeIndex, int>, std::string> texts;
  for (const TextRun& run : page.runs) {
    if (run.part == Part::Marker || run.part == Part::Control) continue;
    texts[{run.node, static_cast<int>(run.part)}].append(run.text);
  }
  std::string letters;
  for (const auto& [place, text] : texts) letters.append(letters_of(text));
  return letters;
}

std::string control_from(const Tree& tree, NodeIndex index) {
  const Node& node = tree.node(index);
  switch (node.role) {
    case Role::Link: return "link " + std::string(tree.property_of(node, Property::Href));
    case Role::Button:
    case Role::Tab: return "button";
    case Role::Disclosure: return "disclosure";
    case Role::Select: return "select";
    case Role::TextArea: return "textarea";
    default: return "input " + std::string(tree.value_of(node));
  }
}

bool is_operated(Role role) { return is_interactive(role) && role != Role::RadioGroup && role != Role::Option; }

// As the presenter offers it: everything it shows that can be operated.
std::vector<std::string> drawn_controls(const Tree& tree, const PageTargets& targets) {
  std::vector<std::string> controls;
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (targets.is_shown(index) && is_operated(tree.node(index).role)) controls.push_back(control_from(tree, index));
  }
  return controls;
}

// Every stop of the Tab key does something, and its name is the tree's.
std::vector<std::string> idle_stops(const Tree& tree, const PageTargets& targets) {
  std::vector<std::string> idle;
  for (const NodeIndex stop : targets.stops()) {
    const Role role = tree.node(stop).role;
    const bool is_entered = presentation::imgui::is_text_entry(role) || role == Role::Disclosure || role == Role::Select;
    if (!is_entered && presentation::imgui::actions_of_press(tree, stop).empty()) idle.push_back(tree.name_of(stop));
    if (tree.name_of(stop).empty()) idle.push_back("a control without a name");
    const auto rect = targets.rect_of(stop);
    if (rect.width <= 0 || rect.height <= 0) idle.push_back("without a place: " + tree.name_of(stop));
  }
  return idle;
}

std::string without_separators(const HtmlReading& reading) { return letters_of(reading.words); }

std::string first_difference(const std::string& one, const std::string& other) {
  const auto [left, right] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto at = left - one.begin();
  const auto around = [at](const std::string& text) { return text.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 20)), 60); };
  (void)right;
  return around(one) + " | " + around(other);
}

}  // namespace

TEST_SUITE("parity") {
  TEST_CASE("every page of Musterstadt offers the same drawn, as a tree and as prepared HTML") {
    int reported = 0;
    for (const std::string& language : musterstadt_languages()) {
      const MusterstadtPages pages(language);
      std::unique_ptr<DrawnPage> drawn;
      pages.each_checked([&](const city::Address& address, const portal::PageContent& content) {
        if (reported > 9) return;
        Tree tree;
        pages.prepare(address, content, tree);
        const HtmlReading html = HtmlReader(presentation::document::html_from_tree(tree)).read();
        if (drawn == nullptr) drawn = std::make_unique<DrawnPage>(tree, 1280);
        drawn->presenter().show(tree);
        drawn->frame();
        const std::string path = city::path_of(address);
        const std::string letters = drawn_letters(drawn->presenter().page());
        const std::string expected = without_separators(html);
        // Arabic letters are drawn joined; their words are compared by what HTML and tree say.
        const bool is_same = language == "ar" || letters == expected;
        CHECK_MESSAGE(is_same, path << ": " << first_difference(letters, expected));
        const auto controls = drawn_controls(drawn->tree(), drawn->presenter().targets());
        CHECK_MESSAGE(controls == html.controls, path);
        const auto idle = idle_stops(drawn->tree(), drawn->presenter().targets());
        CHECK_MESSAGE(idle.empty(), path << ": " << (idle.empty() ? "" : idle.front()));
        if (!is_same || controls != html.controls || !idle.empty()) ++reported;
      });
    }
  }
}
