#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "presentation/document/change_encoder.h"
#include "presentation/document/html_writer.h"
#include "support/mock_document.h"
#include "support/random_tree.h"
#include "support/role_examples.h"
#include "support/tree_text.h"

using namespace stadttor::semantics;
using namespace stadttor::presentation::document;
using namespace stadttor::testing;

namespace {

const ActionQueue kNothing;

template <class Show>
Tree tree_of(Show show) {
  Tree tree;
  {
    Page page(tree, kNothing);
    show(page);
  }
  tree.title = "Seite";
  tree.language = "de";
  tree.direction = "ltr";
  return tree;
}

// A browser and the engine's half of it.
struct Screen {
  ChangeEncoder encoder;
  MockDocument document;

  bool send() {
    const bool ok = document.apply(encoder.take());
    CHECK_MESSAGE(ok, document.failure);
    return ok;
  }
  bool build(const Tree& tree) {
    encoder.rebuild(tree);
    return send();
  }
  bool take_over(const Tree& tree) {
    if (!CHECK(document.load(html_from_tree(tree)))) return false;
    encoder.hydrate(tree);
    return send();
  }
  bool change_to(const Tree& tree, NodeKey focused = {}) {
    encoder.update(tree, focused);
    return send();
  }
  bool shows(const Tree& tree) const { return shown_by(document) == shown_by_html(html_from_tree(tree)); }

  // The element that takes the focus for a node: what the wire's Focus names.
  MockElement* focus_element_of(NodeKey key) {
    ChangeEncoder asking = encoder;
    asking.focus(key);
    const auto list = asking.take();
    std::uint32_t handle = 0;
    int shift = 0;
    for (std::size_t at = 9; at < list.size(); ++at, shift += 7) handle |= static_cast<std::uint32_t>(list[at] & 0x7f) << shift;
    return document.element(handle);
  }

  // Handles that the last list named, by node number.
  std::set<std::uint32_t> touched_nodes() const {
    std::set<std::uint32_t> numbers;
    for (const MockOperation& one : document.operations) {
      if (one.handle != 0) numbers.insert(one.handle / kPartLimit);
    }
    return numbers;
  }
};

}  // namespace

TEST_SUITE("presentation/document") {
  TEST_CASE("a built page is the page as static HTML") {
    for (int variant = 0; variant < kExampleVariants; ++variant) {
      const Tree tree = example_tree(variant);
      Screen screen;

      if (!screen.build(tree)) return;

      CHECK(shown_by(screen.document) == shown_by_html(html_from_tree(tree)));
      CHECK(screen.document.count(kRebuild) == 1);
      CHECK(screen.document.count(kSetDocument) == 1);
    }
  }

  TEST_CASE("every example page changes into every other as if it had been written so") {
    for (int from = 0; from < kExampleVariants; ++from) {
      for (int to = 0; to < kExampleVariants; ++to) {
        Screen screen;
        const Tree after = example_tree(to);

        if (!screen.build(example_tree(from)) || !screen.change_to(after)) return;

        CHECK_MESSAGE(shown_by(screen.document) == shown_by_html(html_from_tree(after)), "from ", from, " to ", to);
      }
    }
  }

  TEST_CASE("a prerendered page is taken over without touching it, and changes like a built one") {
    for (int from = 0; from < kExampleVariants; ++from) {
      Screen screen;
      const Tree before = example_tree(from);
      const Tree after = example_tree((from + 1) % kExampleVariants);

      if (!screen.take_over(before)) return;
      CHECK(screen.document.operations.size() == 1);
      CHECK(screen.document.count(kHydrate) == 1);
      if (!screen.change_to(after)) return;

      CHECK_MESSAGE(screen.shows(after), "from ", from);
    }
  }

  TEST_CASE("a prerendered page that is another one is noticed") {
    Screen screen;
    if (!CHECK(screen.document.load(html_from_tree(example_tree(0))))) return;

    screen.encoder.hydrate(example_tree(1));

    CHECK_FALSE(screen.document.apply(screen.encoder.take()));
  }

  TEST_CASE("random pages change into others as if they had been written so, step after step") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      Dice dice(seed);
      RandomNode page = random_page(dice);
      Screen screen;
      const Tree first = tree_from_random(page);
      if (!(dice.one_in(2) ? screen.build(first) : screen.take_over(first))) return;

      for (int step = 0; step < 6; ++step) {
        change_at_random(dice, page, 2 + dice.below(8));
        const Tree next = tree_from_random(page);
        if (!screen.change_to(next) || !CHECK_MESSAGE(screen.shows(next), "seed ", seed, " step ", step)) return;
      }
    }
  }

  TEST_CASE("the focused element is neither moved nor made anew as long as it stays, on random pages") {
    int focused_steps = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      Dice dice(seed * 7919);
      RandomNode page = random_page(dice);
      Tree shown = tree_from_random(page);
      Screen screen;
      if (!screen.build(shown)) return;

      for (int step = 0; step < 5; ++step) {
        change_at_random(dice, page, 3 + dice.below(6));
        const Tree next = tree_from_random(page);
        const NodeKey focused = shown.node(static_cast<NodeIndex>(dice.below(shown.size()))).key;
        const bool stays = next.find(focused) != kNoNode && next.node(next.find(focused)).role == shown.node(shown.find(focused)).role;
        screen.document.set_focus(screen.focus_element_of(focused));
        if (!screen.change_to(next, focused)) return;
        if (stays) {
          ++focused_steps;
          if (!CHECK_MESSAGE(!screen.document.focus_was_disturbed, "seed ", seed, " step ", step)) return;
        }
        if (!CHECK_MESSAGE(screen.shows(next), "seed ", seed, " step ", step)) return;
        shown = next;
      }
    }
    CHECK(focused_steps > 300);
  }

  TEST_CASE("a page that has not changed is not touched") {
    Screen screen;
    if (!screen.build(example_tree(1)) || !screen.change_to(example_tree(1))) return;

    CHECK(screen.document.operations.empty());
    CHECK(screen.encoder.empty());
  }

  TEST_CASE("a changed text costs one operation") {
    const auto page_saying = [](std::string_view text) {
      return tree_of([text](Page& page) {
        page.heading(1, "Titel");
        page.paragraph(text);
        page.button("send", "Absenden");
      });
    };
    Screen screen;
    if (!screen.build(page_saying("alt")) || !screen.change_to(page_saying("neu"))) return;

    if (!CHECK(screen.document.operations.size() == 1)) return;
    CHECK(screen.document.operations[0].code == kSetText);
    CHECK(screen.document.operations[0].texts[0] == "neu");
  }

  TEST_CASE("a changed value is set as a value, never as an attribute") {
    const auto field_with = [](std::string_view value) { return tree_of([value](Page& page) { page.text_field("name", "Name", value); }); };
    struct Change {
      std::string_view from, to;
    };
    for (const Change& change : {Change{"", "Erika"}, Change{"Erika", "Max"}, Change{"Erika", ""}}) {
      Screen screen;
      if (!screen.build(field_with(change.from)) || !screen.change_to(field_with(change.to))) return;

      CHECK(screen.document.count(kSetValue) == 1);
      CHECK(screen.document.count(kSetAttribute) == 0);
      CHECK(screen.document.operation(kSetValue)->texts[0] == change.to);
    }
  }

  TEST_CASE("a text area's value is set as a value as well") {
    const auto area_with = [](std::string_view value) { return tree_of([value](Page& page) { page.text_area("text", "Text", value); }); };
    Screen screen;
    if (!screen.build(area_with("alt")) || !screen.change_to(area_with("neu"))) return;

    CHECK(screen.document.count(kSetValue) == 1);
    CHECK(screen.document.count(kSetText) == 0);
  }

  TEST_CASE("ticking a box costs one operation") {
    const auto box = [](bool is_checked) { return tree_of([is_checked](Page& page) { page.checkbox("agree", "Einverstanden", is_checked); }); };
    Screen screen;
    if (!screen.build(box(false)) || !screen.change_to(box(true))) return;

    CHECK(screen.document.operations.size() == 1);
    CHECK(screen.document.count(kSetChecked) == 1);
  }

  TEST_CASE("one changed node of a thousand is the only one touched") {
    const auto list = [](int changed) {
      return tree_of([changed](Page& page) {
        auto block = page.block("list", {});
        for (int i = 0; i < 1000; ++i) page.button("b" + std::to_string(i), i == changed ? "anders" : "gleich");
      });
    };
    Screen screen;
    if (!screen.build(list(-1)) || !screen.change_to(list(500))) return;

    CHECK(screen.document.operations.size() == 1);
    CHECK(screen.touched_nodes().size() == 1);
  }

  TEST_CASE("a node that moves costs one operation, and so does one that goes") {
    const auto list = [](std::string_view order) {
      return tree_of([order](Page& page) {
        auto block = page.block("list", {});
        for (const char name : order) page.text_field(std::string_view(&name, 1), "Feld", "");
      });
    };
    Screen screen;
    if (!screen.build(list("abcdef")) || !screen.change_to(list("fabcde"))) return;
    CHECK(screen.document.operations.size() == 1);
    CHECK(screen.document.count(kMove) == 1);

    if (!screen.change_to(list("fabde"))) return;
    CHECK(screen.document.operations.size() == 1);
    CHECK(screen.document.count(kRemove) == 1);
  }

  TEST_CASE("an error that appears at a field leaves the field itself in place") {
    const auto field = [](std::string_view error) { return tree_of([error](Page& page) { page.text_field("name", "Name", "x", {.error = error}); }); };
    const Tree before = field("");
    const NodeKey name = key_at({"name"});
    Screen screen;
    if (!screen.build(before)) return;
    screen.document.set_focus(screen.focus_element_of(name));

    if (!screen.change_to(field("Bitte angeben"), name)) return;

    CHECK_FALSE(screen.document.focus_was_disturbed);
    CHECK(screen.document.count(kCreate) == 1);
    CHECK(screen.shows(field("Bitte angeben")));
  }

  TEST_CASE("a heading that changes its level is shown at its new one") {
    const auto heading = [](int level) {
      return tree_of([level](Page& page) {
        page.paragraph("davor");
        page.heading(level, "Titel");
        page.paragraph("danach");
      });
    };
    Screen screen;
    if (!screen.build(heading(2))) return;

    screen.encoder.update(heading(3), {});

    if (!CHECK_MESSAGE(screen.document.apply(screen.encoder.take()), screen.document.failure)) return;
    CHECK(screen.shows(heading(3)));
  }

  TEST_CASE("a text that gets an icon is shown once, and so it is when it loses it") {
    const auto link = [](std::string_view icon) { return tree_of([icon](Page& page) { page.link("a", "Verweis", "/de/", {.icon = icon}); }); };
    Screen screen;
    if (!screen.build(link("")) || !screen.change_to(link("search"))) return;
    CHECK(screen.shows(link("search")));

    if (!screen.change_to(link(""))) return;
    CHECK(screen.shows(link("")));
  }

  TEST_CASE("a changed title or language of the page is passed on, an unchanged one is not") {
    Tree before = tree_of([](Page& page) { page.paragraph("x"); });
    Tree after = before;
    after.title = "Neu";
    after.language = "ar";
    after.direction = "rtl";
    Screen screen;
    if (!screen.build(before) || !screen.change_to(after)) return;

    if (!CHECK(screen.document.operations.size() == 1)) return;
    CHECK(screen.document.operations[0].code == kSetDocument);
    CHECK(screen.document.operations[0].texts == std::vector<std::string>{"Neu", "ar", "rtl"});
  }

  TEST_CASE("document-wide operations arrive in their order with their texts") {
    Screen screen;
    if (!screen.build(tree_of([](Page& page) { page.heading(1, "Titel"); }))) return;
    ChangeEncoder& encoder = screen.encoder;

    encoder.push_url("/de/ämter");
    encoder.replace_url("/de/");
    encoder.scroll_to_top();
    encoder.restore_scroll();
    encoder.scroll_to("kosten");
    encoder.announce("5 Vorschläge 😀", true);
    encoder.open_url("https://example.org/");
    encoder.set_view("text-size", "150");
    encoder.forget_view();
    encoder.speak("de", "Hallo 😀");
    encoder.print();
    encoder.save_file("hund.json", "{}");
    encoder.ask_before_leaving(true);
    if (!screen.send()) return;

    const std::vector<int> wanted = {kPushUrl, kReplaceUrl, kScrollToTop, kRestoreScroll, kScrollTo, kAnnounce, kOpenUrl, kSetView, kForgetView, kSpeak, kPrint, kSaveFile, kAskBeforeLeaving};
    std::vector<int> codes;
    for (const MockOperation& one : screen.document.operations) codes.push_back(one.code);
    CHECK(codes == wanted);
    CHECK(screen.document.operation(kPushUrl)->texts[0] == "/de/ämter");
    CHECK(screen.document.operation(kAnnounce)->texts == std::vector<std::string>{"1", "5 Vorschläge 😀"});
    CHECK(screen.document.operation(kSaveFile)->texts == std::vector<std::string>{"hund.json", "{}"});
    CHECK(screen.document.operation(kAskBeforeLeaving)->texts == std::vector<std::string>{"1"});
    CHECK(screen.document.operation(kSetView)->texts == std::vector<std::string>{"text-size", "150"});
    CHECK(screen.document.operation(kSpeak)->texts == std::vector<std::string>{"de", "Hallo 😀"});
    CHECK(encoder.empty());
  }

  TEST_CASE("focus goes to the control of a field and to the heading itself") {
    Screen screen;
    if (!screen.build(tree_of([](Page& page) {
          page.text_field("name", "Name", "");
          page.button("send", "Absenden");
        }))) {
      return;
    }

    const MockElement* field = screen.focus_element_of(key_at({"name"}));
    const MockElement* button = screen.focus_element_of(key_at({"send"}));

    if (!CHECK((field != nullptr && button != nullptr))) return;
    CHECK(field->tag == "input");
    CHECK(button->tag == "button");
  }

  TEST_CASE("focus on a node that is not shown is left out") {
    Screen screen;
    if (!screen.build(example_tree(0))) return;

    screen.encoder.focus(NodeKey{42});

    CHECK(screen.encoder.empty());
  }

  TEST_CASE("a handle leads back to its node, whichever part it names") {
    const Tree tree = example_tree(1);
    Screen screen;
    if (!screen.build(tree)) return;
    const NodeKey key = key_at({"main", "form", "name"});
    const MockElement* input = screen.focus_element_of(key);
    if (!CHECK(input != nullptr)) return;

    CHECK(screen.encoder.key_of_handle(input->handle) == key);
    CHECK(screen.encoder.key_of_handle(input->handle / kPartLimit * kPartLimit) == key);
    CHECK(screen.encoder.key_of_handle(0) == NodeKey{});
    CHECK(screen.encoder.key_of_handle(999'999) == NodeKey{});
  }

  TEST_CASE("rebuilding after changes shows the page anew and forgets the old handles") {
    Screen screen;
    if (!screen.build(example_tree(0)) || !screen.change_to(example_tree(1))) return;

    screen.encoder.rebuild(example_tree(2));

    if (!screen.send()) return;
    CHECK(screen.shows(example_tree(2)));
    if (!screen.change_to(example_tree(3))) return;
    CHECK(screen.shows(example_tree(3)));
  }

  TEST_CASE("the browser's half refuses broken lists") {
    ChangeEncoder encoder;
    encoder.rebuild(example_tree(1));
    const std::vector<std::uint8_t> whole = encoder.take();

    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{8}, whole.size() / 2, whole.size() - 1}) {
      MockDocument document;
      CHECK_FALSE(document.apply({whole.begin(), whole.begin() + static_cast<long>(size)}));
    }
  }
}
