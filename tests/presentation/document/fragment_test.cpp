#include <doctest/doctest.h>

#include <set>
#include <string>

#include "presentation/document/fragment.h"
#include "semantics/page.h"
#include "support/role_examples.h"
#include "support/tree_text.h"

using namespace stadttor::semantics;
using namespace stadttor::presentation::document;
using stadttor::testing::example_tree;
using stadttor::testing::key_at;

namespace {

// The fragment of the node that `show` builds first, with the tree it looks into.
struct Shown {
  Tree tree;
  Fragment fragment;

  template <class Show>
  explicit Shown(Show show, NodeIndex index = 1) {
    const ActionQueue nothing;
    {
      Page page(tree, nothing);
      show(page);
    }
    fragment_from_node(tree, index, fragment);
  }

  const Part* part_of(Tag tag) const {
    for (const Part& part : fragment.parts()) {
      if (part.tag == tag) return &part;
    }
    return nullptr;
  }
  std::string attribute(const Part* part, AttributeName name) const {
    return part == nullptr ? std::string("no such part") : std::string(fragment.attribute_of(*part, name));
  }
  bool has(const Part* part, AttributeName name) const {
    if (part == nullptr) return false;
    for (std::uint32_t i = 0; i < part->attribute_count; ++i) {
      if (fragment.attributes_of(*part)[i].name == name) return true;
    }
    return false;
  }
  const Part* root() const { return fragment.find(kRootPart); }
};

}  // namespace

TEST_SUITE("presentation/document") {
  TEST_CASE("every role becomes elements: a root first, parts under known parents, one place for children") {
    Fragment fragment;
    for (int variant = 0; variant < stadttor::testing::kExampleVariants; ++variant) {
      const Tree tree = example_tree(variant);
      for (NodeIndex index = 0; index < tree.size(); ++index) {
        fragment_from_node(tree, index, fragment);
        const auto name = role_name(tree.node(index).role);
        std::set<int> ids;

        if (!CHECK_MESSAGE(!fragment.parts().empty(), name)) return;
        CHECK_MESSAGE(fragment.parts().front().id == kRootPart, name);
        for (const Part& part : fragment.parts()) {
          CHECK_MESSAGE(part.id < kPartLimit, name);
          if (part.id != kRootPart) CHECK_MESSAGE(ids.count(part.parent) == 1, name);
          CHECK_MESSAGE(ids.insert(part.id).second, name);
        }
        if (fragment.slot != kNoPart) CHECK_MESSAGE(ids.count(fragment.slot) == 1, name);
        if (fragment.control != kNoPart) CHECK_MESSAGE(ids.count(fragment.control) == 1, name);
        if (tree.node(index).children > 0) CHECK_MESSAGE(fragment.slot != kNoPart, name);
      }
    }
  }

  TEST_CASE("no fragment says an attribute twice") {
    Fragment fragment;
    for (int variant = 0; variant < stadttor::testing::kExampleVariants; ++variant) {
      const Tree tree = example_tree(variant);
      for (NodeIndex index = 0; index < tree.size(); ++index) {
        fragment_from_node(tree, index, fragment);
        for (const Part& part : fragment.parts()) {
          std::set<AttributeName> names;
          for (std::uint32_t i = 0; i < part.attribute_count; ++i) {
            CHECK_MESSAGE(names.insert(fragment.attributes_of(part)[i].name).second, role_name(tree.node(index).role));
          }
        }
      }
    }
  }

  TEST_CASE("a field is tied to its label, hint and error, in the order they are read") {
    const Shown field([](Page& page) {
      page.text_field("name", "Name", "Erika", {.states = states_of(State::Required), .hint = "wie im Ausweis", .error = "Bitte angeben", .autocomplete = "name"});
    });
    const Part* label = field.part_of(Tag::Label);
    const Part* input = field.part_of(Tag::Input);
    const Part* hint = field.fragment.find(2);
    const Part* error = field.fragment.find(3);
    if (!CHECK((label != nullptr && input != nullptr && hint != nullptr && error != nullptr))) return;

    CHECK(label->text == "Name");
    CHECK(field.attribute(label, AttributeName::For) == field.attribute(input, AttributeName::Id));
    CHECK(hint->text == "wie im Ausweis");
    CHECK(error->text == "Bitte angeben");
    CHECK(field.attribute(input, AttributeName::AriaDescribedBy) ==
          field.attribute(hint, AttributeName::Id) + " " + field.attribute(error, AttributeName::Id));
    CHECK(field.attribute(input, AttributeName::AriaInvalid) == "true");
    CHECK(field.has(input, AttributeName::Required));
    CHECK(field.attribute(input, AttributeName::Value) == "Erika");
    CHECK(field.attribute(input, AttributeName::Autocomplete) == "name");
    CHECK(field.attribute(input, AttributeName::Type) == "text");
    CHECK(label < hint);
    CHECK(hint < error);
    CHECK(error < input);
    CHECK(field.fragment.control == input->id);
  }

  TEST_CASE("a field without hint and error has nothing to describe it") {
    const Shown field([](Page& page) { page.text_field("name", "Name", ""); });

    CHECK_FALSE(field.has(field.part_of(Tag::Input), AttributeName::AriaDescribedBy));
    CHECK_FALSE(field.has(field.part_of(Tag::Input), AttributeName::AriaInvalid));
    CHECK_FALSE(field.has(field.part_of(Tag::Input), AttributeName::Value));
    CHECK(field.fragment.parts().size() == 3);
  }

  TEST_CASE("every kind of control has a label of its own id") {
    const auto check = [](const Shown& shown, Tag control) {
      const std::string id = shown.attribute(shown.part_of(control), AttributeName::Id);
      CHECK_FALSE(id.empty());
      CHECK(shown.attribute(shown.part_of(Tag::Label), AttributeName::For) == id);
      CHECK(shown.part_of(Tag::Label)->text == "Name");
    };

    check(Shown([](Page& page) { page.text_area("x", "Name", ""); }), Tag::Textarea);
    check(Shown([](Page& page) { page.checkbox("x", "Name", false); }), Tag::Input);
    check(Shown([](Page& page) { page.file_field("x", "Name"); }), Tag::Input);
    check(Shown([](Page& page) { page.combo_box("x", "Name", ""); }), Tag::Input);
    check(Shown([](Page& page) { auto select = page.select("x", "Name", ""); }), Tag::Select);
    check(Shown([](Page& page) { page.progress("x", "Name", "1", "2"); }), Tag::Progress);
    check(Shown([](Page& page) { page.meter("x", "Name", "1", "2"); }), Tag::Meter);
  }

  TEST_CASE("groups are fieldsets with a legend") {
    const Shown group([](Page& page) { auto size = page.radio_group("size", "Größe", "", {.hint = "Hinweis", .error = "Fehler"}); });
    const Shown plain([](Page& page) { auto held = page.group("address", "Anschrift"); });

    CHECK(group.root()->tag == Tag::Fieldset);
    CHECK(group.part_of(Tag::Legend)->text == "Größe");
    CHECK(group.attribute(group.root(), AttributeName::Role) == "radiogroup");
    CHECK(group.attribute(group.root(), AttributeName::AriaDescribedBy) ==
          group.attribute(group.fragment.find(2), AttributeName::Id) + " " + group.attribute(group.fragment.find(3), AttributeName::Id));
    CHECK(plain.root()->tag == Tag::Fieldset);
    CHECK_FALSE(plain.has(plain.root(), AttributeName::Role));
  }

  TEST_CASE("a fieldset is never \"required\", which HTML doesn't know: a group of radio buttons says so with ARIA") {
    const FieldTraits needed{.states = states_of(State::Required)};
    const Shown choice([&needed](Page& page) { auto held = page.radio_group("size", "Größe", "", needed); });
    const Shown plain([&needed](Page& page) { auto held = page.group("date", "Datum", needed); });

    CHECK(choice.attribute(choice.root(), AttributeName::AriaRequired) == "true");
    CHECK_FALSE(choice.has(choice.root(), AttributeName::Required));
    CHECK_FALSE(plain.has(plain.root(), AttributeName::Required));
    CHECK_FALSE(plain.has(plain.root(), AttributeName::AriaRequired));
  }

  TEST_CASE("the picture of a chosen file is named, never addressed") {
    const Shown chosen([](Page& page) { page.picture("x", "chosen:0f6a-1", "Vorschau"); });
    const Shown other([](Page& page) { page.picture("x", "chosen:../x", "Vorschau"); });

    CHECK(chosen.attribute(chosen.root(), AttributeName::Src) == "chosen:0f6a-1");
    CHECK_FALSE(other.has(other.root(), AttributeName::Src));
  }

  TEST_CASE("radio buttons of one group share a name that no other group has") {
    const auto show = [](Page& page) {
      {
        auto size = page.radio_group("size", "Größe", "l");
        page.radio("s", "klein");
        page.radio("l", "groß");
      }
      auto colour = page.radio_group("colour", "Farbe", "");
      page.radio("s", "schwarz");
    };
    const Shown small(show, 2);
    const Shown large(show, 3);
    const Shown black(show, 5);
    const auto name = [](const Shown& shown) { return shown.attribute(shown.part_of(Tag::Input), AttributeName::Name); };

    CHECK(name(small) == name(large));
    CHECK(name(small) != name(black));
    CHECK(large.has(large.part_of(Tag::Input), AttributeName::Checked));
    CHECK_FALSE(small.has(small.part_of(Tag::Input), AttributeName::Checked));
    CHECK(small.attribute(small.part_of(Tag::Input), AttributeName::Value) == "s");
  }

  TEST_CASE("an open combo box names its list and the active option, a closed one neither") {
    const NodeKey list = key_at({"list"});
    const NodeKey option = child_key(list, "one");
    const std::string list_text = key_text(list);
    const std::string option_text = key_text(option);
    const auto box = [&](States states) {
      return Shown([&](Page& page) { page.combo_box("query", "Suche", "", {.states = states, .controls = list_text, .active_option = option_text}); });
    };
    const Shown open = box(states_of(State::Expanded));
    const Shown closed = box(0);

    CHECK(open.attribute(open.part_of(Tag::Input), AttributeName::Role) == "combobox");
    CHECK(open.attribute(open.part_of(Tag::Input), AttributeName::AriaExpanded) == "true");
    CHECK(open.attribute(open.part_of(Tag::Input), AttributeName::AriaControls) == element_id(list));
    CHECK(open.attribute(open.part_of(Tag::Input), AttributeName::AriaActiveDescendant) == element_id(option));
    CHECK(closed.attribute(closed.part_of(Tag::Input), AttributeName::AriaExpanded) == "false");
    CHECK_FALSE(closed.has(closed.part_of(Tag::Input), AttributeName::AriaControls));
  }

  TEST_CASE("options of a list box carry the id that the combo box refers to") {
    const auto show = [](Page& page) {
      auto list = page.list_box("list", "Vorschläge");
      page.option("one", "Hund anmelden", {.states = states_of(State::Selected)});
    };
    const Shown list(show);
    const Shown option(show, 2);

    CHECK(list.attribute(list.root(), AttributeName::Id) == element_id(key_at({"list"})));
    CHECK(list.attribute(list.root(), AttributeName::Role) == "listbox");
    CHECK(list.attribute(list.root(), AttributeName::AriaLabel) == "Vorschläge");
    CHECK(option.attribute(option.root(), AttributeName::Id) == element_id(child_key(key_at({"list"}), "one")));
    CHECK(option.attribute(option.root(), AttributeName::AriaSelected) == "true");
    CHECK(option.root()->tag == Tag::Li);
  }

  TEST_CASE("options of a select are options") {
    const Shown option([](Page& page) {
      auto select = page.select("colour", "Farbe", "red");
      page.option("red", "rot");
    }, 2);

    CHECK(option.root()->tag == Tag::Option);
    CHECK(option.attribute(option.root(), AttributeName::Value) == "red");
    CHECK(option.has(option.root(), AttributeName::Selected));
  }

  TEST_CASE("a region is named by its heading") {
    const auto show = [](Page& page) { auto region = page.region("who", 3, "Für wen"); };
    const Shown region(show);
    const Shown heading(show, 2);

    CHECK(region.root()->tag == Tag::Section);
    CHECK(heading.root()->tag == Tag::H3);
    CHECK(region.attribute(region.root(), AttributeName::AriaLabelledBy) == heading.attribute(heading.root(), AttributeName::Id));
  }

  TEST_CASE("headings have their level and take the focus only where they are meant to") {
    const Shown first([](Page& page) { page.heading(1, "Titel"); });
    const Shown second([](Page& page) { page.heading(2, "Abschnitt"); });

    CHECK(first.root()->tag == Tag::H1);
    CHECK(first.attribute(first.root(), AttributeName::TabIndex) == "-1");
    CHECK(second.root()->tag == Tag::H2);
    CHECK_FALSE(second.has(second.root(), AttributeName::TabIndex));
  }

  TEST_CASE("a link that opens a new tab gives the page behind it no hold on ours") {
    const Shown link([](Page& page) { page.link("law", "Gesetz", "https://example.org/", {.states = states_of(State::NewTab)}); });

    CHECK(link.attribute(link.root(), AttributeName::Target) == "_blank");
    CHECK(link.attribute(link.root(), AttributeName::Rel) == "noopener noreferrer");
  }

  TEST_CASE("the current page is said, not only shown") {
    const Shown link([](Page& page) { page.link("here", "Hier", "/de/", {.states = states_of(State::CurrentPage)}); });

    CHECK(link.attribute(link.root(), AttributeName::AriaCurrent) == "page");
  }

  TEST_CASE("only the primary button of a form submits it") {
    const auto in_form = [](Appearance look) {
      return Shown([look](Page& page) {
        auto form = page.form("form", "Antrag");
        page.button("send", "Absenden", {.look = look});
      }, 2);
    };
    const Shown outside([](Page& page) { page.button("send", "Absenden", {.look = Appearance::Primary}); });
    const Shown primary = in_form(Appearance::Primary);
    const Shown other = in_form(Appearance::Secondary);

    CHECK(primary.attribute(primary.root(), AttributeName::Type) == "submit");
    CHECK(other.attribute(other.root(), AttributeName::Type) == "button");
    CHECK(outside.attribute(outside.root(), AttributeName::Type) == "button");
  }

  TEST_CASE("content in another language says so on its element") {
    const Shown paragraph([](Page& page) { page.paragraph("نص", {.language = "ar", .direction = "rtl"}); });

    CHECK(paragraph.attribute(paragraph.root(), AttributeName::Lang) == "ar");
    CHECK(paragraph.attribute(paragraph.root(), AttributeName::Dir) == "rtl");
  }

  TEST_CASE("icons are hidden from assistive technology") {
    const Shown icon([](Page& page) { page.icon("search"); });
    const Shown button([](Page& page) { page.button("x", "Suchen", {.icon = "search"}); });

    CHECK(icon.attribute(icon.root(), AttributeName::AriaHidden) == "true");
    CHECK(button.attribute(button.fragment.find(5), AttributeName::AriaHidden) == "true");
  }

  TEST_CASE("a picture without words is decoration and says so with an empty alternative") {
    const Shown picture([](Page& page) { page.picture("hero", "/bilder/x.svg", ""); });

    CHECK(picture.has(picture.root(), AttributeName::Alt));
    CHECK(picture.attribute(picture.root(), AttributeName::Alt).empty());
    CHECK(picture.attribute(picture.root(), AttributeName::Src) == "/bilder/x.svg");
  }

  TEST_CASE("a status is announced, an urgent one at once") {
    const Shown status([](Page& page) { page.status("s", "gespeichert"); });
    const Shown alert([](Page& page) { page.status("s", "Fehler", {.states = states_of(State::Assertive)}); });

    CHECK(status.attribute(status.root(), AttributeName::Role) == "status");
    CHECK(alert.attribute(alert.root(), AttributeName::Role) == "alert");
  }

  TEST_CASE("what is hidden is hidden from everyone") {
    const Shown button([](Page& page) { page.button("x", "Vorlesen", {.states = states_of(State::Hidden)}); });

    CHECK(button.has(button.root(), AttributeName::Hidden));
  }

  TEST_CASE("ids are letters and digits, and part of a key's identity") {
    const NodeKey key = key_at({"form", "name"});

    CHECK(element_id(key).size() == 9);
    CHECK(element_id(key).front() == 'k');
    CHECK(element_id(key, 4) == element_id(key) + "-4");
    CHECK(element_id(key) != element_id(key_at({"form", "street"})));
    CHECK(short_key(key).size() == 3);
  }
}
