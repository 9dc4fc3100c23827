// A form on the screen of a small city: what a citizen does there, and the page that comes of it.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "services/apply/form_pages.h"
#include "support/small_city.h"

namespace stadttor::testing {

inline std::string form_json(const std::string& steps, const std::string& more = {}) {
  return R"({"id": "hund", "title": "Hund anmelden", "office": "steueramt", )" + more + R"("steps": [)" + steps + "]}";
}

class FormOnScreen {
 public:
  explicit FormOnScreen(const std::string& json, const std::string& language = "de") : city_(language) {
    city_.catalogue.services[1].form = "hund";
    city_.catalogue.city.map_tiles = "karte.pmtiles";
    auto read = forms::read_definition(json, "form");
    if (!CHECK_MESSAGE(read.ok(), (read.ok() ? "" : text_from_error(read.error())))) return;
    definition_ = std::make_unique<forms::Definition>(std::move(read).value());
    address = {language, city::PageKind::Form, "hund", "", ""};
    show();
  }

  // Builds until nothing changes any more, as a visit does; follows where the form leads.
  void show(semantics::ActionQueue actions = {}) {
    focus.reset();
    for (int build = 0; build < 3; ++build) {
      tree_ = city_.page([&](const services::Screen& screen, semantics::Page& page) {
        answer = services::apply::show_form(screen, page, address, &*definition_, applications, kept);
        if (page.wanted_focus() != semantics::NodeKey{}) focus = page.wanted_focus();
      }, actions);
      actions.clear();
      if (answer.copy) copy = answer.copy;
      has_printed = has_printed || answer.print;
      if (answer.instead) address = *answer.instead;
      if (answer.next) address = *answer.next;
    }
  }

  bool act(std::string_view role, std::string_view name, semantics::ActionKind kind, std::string value = {}) {
    const auto index = find_node(tree_, role, name);
    if (index == semantics::kNoNode) return false;
    show({{kind, tree_.node(index).key, std::move(value)}});
    return true;
  }
  bool press(std::string_view role, std::string_view name) { return act(role, name, semantics::ActionKind::Press); }
  bool type(std::string_view name, std::string text, std::string_view role = "textbox") {
    return act(role, name, semantics::ActionKind::Focus) && act(role, name, semantics::ActionKind::SetValue, std::move(text));
  }
  bool choose(std::string_view name, std::string value, std::string_view role = "radiogroup") {
    return act(role, name, semantics::ActionKind::Choose, std::move(value));
  }

  bool sees(std::string_view role, std::string_view name) const { return has_node(tree_, role, name); }
  bool reads(std::string_view text) const { return has_text(tree_, text); }
  std::string error_at(std::string_view role, std::string_view name) const { return property(role, name, semantics::Property::Error); }
  std::string property(std::string_view role, std::string_view name, semantics::Property property) const {
    const auto index = find_node(tree_, role, name);
    return index == semantics::kNoNode ? "no such node" : std::string(tree_.property_of(tree_.node(index), property));
  }
  std::string value_of(std::string_view role, std::string_view name) const {
    const auto index = find_node(tree_, role, name);
    return index == semantics::kNoNode ? "no such node" : std::string(tree_.value_of(tree_.node(index)));
  }
  // "textbox Name": what takes the focus; empty where nothing does.
  std::string focused() const {
    const auto index = focus ? tree_.find(*focus) : semantics::kNoNode;
    return index == semantics::kNoNode ? std::string() : std::string(role_name(tree_.node(index).role)) + " " + tree_.name_of(index);
  }
  std::string title() const { return services::apply::form_title(city_.screen(), address, &*definition_, applications); }
  const semantics::Tree& tree() const { return tree_; }

  city::Address address;
  services::apply::Applications applications;
  services::apply::KeptValues* kept = nullptr;
  services::apply::FormAnswer answer;
  std::optional<services::apply::SavedCopy> copy;
  bool has_printed = false;
  std::optional<semantics::NodeKey> focus;

  void share_computer() {
    city_.is_shared_computer = true;
    show();
  }

 private:
  SmallCity city_;
  std::unique_ptr<forms::Definition> definition_;  // stays where it is when the screen is moved
  semantics::Tree tree_;
};

}  // namespace stadttor::testing
