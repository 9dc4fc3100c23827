#include <doctest/doctest.h>

#include <set>
#include <string>

#include "semantics/page.h"
#include "support/role_examples.h"
#include "support/tree_text.h"

using namespace stadttor::semantics;
using stadttor::testing::key_at;

namespace {

const ActionQueue kNothing;

// The same form in some language.
Tree form_in(std::string_view name, std::string_view street, std::string_view send) {
  Tree tree;
  {
    Page page(tree, kNothing);
    auto form = page.form("form", name);
    page.text_field("street", street, "");
    page.button("send", send);
  }
  return tree;
}

}  // namespace

TEST_SUITE("semantics") {
  TEST_CASE("keys come from the path of names, not from labels or places") {
    Tree tree;
    {
      Page page(tree, kNothing);
      page.paragraph("davor");
      auto form = page.form("form", "Antrag");
      page.text_field("street", "Straße", "");
    }

    const NodeIndex street = tree.find(key_at({"form", "street"}));

    if (!CHECK(street != kNoNode)) return;
    CHECK(tree.text_of(tree.node(street)) == "Straße");
  }

  TEST_CASE("the same form in another language has the same keys") {
    const Tree german = form_in("Antrag", "Straße", "Absenden");
    const Tree english = form_in("Application", "Street", "Send");

    if (!CHECK(german.size() == english.size())) return;
    for (NodeIndex index = 0; index < german.size(); ++index) CHECK(german.node(index).key == english.node(index).key);
  }

  TEST_CASE("equal names under different parents are different keys") {
    CHECK(key_at({"billing", "street"}) != key_at({"delivery", "street"}));
    CHECK(key_at({"a", "bc"}) != key_at({"ab", "c"}));
  }

  TEST_CASE("no two nodes of a page with every role share a key") {
    const Tree tree = stadttor::testing::example_tree(1);
    std::set<NodeKey> keys;

    for (const Node& node : tree.nodes()) keys.insert(node.key);

    CHECK(keys.size() == tree.size());
  }

  TEST_CASE("the examples show every role there is") {
    const Tree tree = stadttor::testing::example_tree(1);
    std::set<Role> roles;

    for (const Node& node : tree.nodes()) roles.insert(node.role);

    CHECK(roles.size() == static_cast<std::size_t>(kRoleCount));
  }

  TEST_CASE("a node knows its parent, its children and where it ends") {
    Tree tree;
    {
      Page page(tree, kNothing);
      {
        auto list = page.list();
        page.text_item("eins");
        page.text_item("zwei");
      }
      page.paragraph("danach");
    }

    if (!CHECK(tree.size() == 5)) return;
    CHECK(tree.node(0).children == 2);
    CHECK(tree.node(0).subtree_end == 5);
    CHECK(tree.node(1).children == 2);
    CHECK(tree.node(1).subtree_end == 4);
    CHECK(tree.node(3).parent == 1);
    CHECK(tree.node(4).parent == 0);
    CHECK(tree.node(0).parent == kNoNode);
  }

  TEST_CASE("equal content has equal hashes, and any change of content changes them") {
    const Tree first = form_in("Antrag", "Straße", "Absenden");
    const Tree again = form_in("Antrag", "Straße", "Absenden");
    const Tree other = form_in("Antrag", "Straße", "Senden");

    CHECK(first.node(0).subtree_hash == again.node(0).subtree_hash);
    CHECK(first.node(0).subtree_hash != other.node(0).subtree_hash);
    CHECK(first.node(2).own_hash == other.node(2).own_hash);
    CHECK(first.node(3).own_hash != other.node(3).own_hash);
  }

  TEST_CASE("an interaction answers only what was done to its own node") {
    const ActionQueue actions = {{ActionKind::Press, key_at({"send"}), ""}, {ActionKind::SetValue, key_at({"name"}), "Erika"},
                                 {ActionKind::SetValue, key_at({"name"}), "Erika M"}, {ActionKind::SetChecked, key_at({"agree"}), "1"}};
    Tree tree;
    Page page(tree, actions);

    CHECK(page.button("send", "Absenden").pressed());
    CHECK_FALSE(page.button("cancel", "Abbrechen").pressed());
    const Interaction name = page.text_field("name", "Name", "");
    if (!CHECK(name.entered() != nullptr)) return;
    CHECK(*name.entered() == "Erika M");
    CHECK_FALSE(name.pressed());
    CHECK(name.checked() == nullptr);
    CHECK(page.text_field("street", "Straße", "").entered() == nullptr);
    CHECK(*page.checkbox("agree", "Einverstanden", false).checked() == "1");
  }

  TEST_CASE("every kind of action is answered by its own question") {
    const auto did = [](ActionKind kind, auto question) {
      const ActionQueue actions = {{kind, key_at({"x"}), "v"}};
      return question(Interaction(&actions, key_at({"x"})));
    };

    CHECK(did(ActionKind::Submit, [](const Interaction& x) { return x.submitted(); }));
    CHECK(did(ActionKind::Focus, [](const Interaction& x) { return x.focused(); }));
    CHECK(did(ActionKind::Blur, [](const Interaction& x) { return x.blurred(); }));
    CHECK(did(ActionKind::Open, [](const Interaction& x) { return x.opened(); }));
    CHECK(did(ActionKind::Close, [](const Interaction& x) { return x.closed(); }));
    CHECK(did(ActionKind::ActiveNext, [](const Interaction& x) { return x.moved_next(); }));
    CHECK(did(ActionKind::ActivePrevious, [](const Interaction& x) { return x.moved_previous(); }));
    CHECK(did(ActionKind::Choose, [](const Interaction& x) { return x.entered() != nullptr; }));
    CHECK_FALSE(did(ActionKind::Focus, [](const Interaction& x) { return x.pressed(); }));
  }

  TEST_CASE("the value of a group decides which of its options is chosen") {
    Tree tree;
    {
      Page page(tree, kNothing);
      {
        auto group = page.radio_group("size", "Größe", "large");
        page.radio("small", "klein");
        page.radio("large", "groß");
      }
      auto select = page.select("colour", "Farbe", "red");
      page.option("", "bitte wählen");
      page.option("red", "rot");
    }

    CHECK_FALSE(tree.node(tree.find(key_at({"size", "small"}))).has(State::Checked));
    CHECK(tree.node(tree.find(key_at({"size", "large"}))).has(State::Checked));
    CHECK(tree.node(tree.find(key_at({"colour", "red"}))).has(State::Selected));
    CHECK_FALSE(tree.node(tree.find(key_at({"colour", "none"}))).has(State::Selected));
  }

  TEST_CASE("a field with an error is invalid") {
    Tree tree;
    {
      Page page(tree, kNothing);
      page.text_field("name", "Name", "", {.error = "Bitte angeben"});
      page.text_field("town", "Ort", "");
    }

    CHECK(tree.node(1).has(State::Invalid));
    CHECK_FALSE(tree.node(2).has(State::Invalid));
  }

  TEST_CASE("empty traits leave no properties behind") {
    Tree tree;
    {
      Page page(tree, kNothing);
      page.text_field("name", "Name", "");
    }

    CHECK(tree.properties_of(tree.node(1)).empty());
    CHECK_FALSE(tree.has_property(tree.node(1), Property::Hint));
  }

  TEST_CASE("building into a tree anew forgets what it held") {
    Tree tree = form_in("Antrag", "Straße", "Absenden");

    {
      Page page(tree, kNothing);
      page.set_document("Neu", "en", "ltr");
      page.paragraph("one");
    }

    CHECK(tree.size() == 2);
    CHECK(tree.title == "Neu");
    CHECK(tree.find(key_at({"form"})) == kNoNode);
  }
}
