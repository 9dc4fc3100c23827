#include <doctest/doctest.h>

#include <set>
#include <string>

#include "semantics/role.h"

using namespace stadttor::semantics;

TEST_SUITE("semantics") {
  TEST_CASE("every role has a name of its own") {
    std::set<std::string> names;

    for (int role = 0; role < kRoleCount; ++role) names.emplace(role_name(static_cast<Role>(role)));

    CHECK(names.size() == static_cast<std::size_t>(kRoleCount));
    CHECK(names.count("unknown") == 0);
  }

  TEST_CASE("what a citizen operates must have a name") {
    for (const Role role : {Role::Link, Role::Button, Role::TextField, Role::TextArea, Role::Checkbox, Role::RadioGroup, Role::RadioButton,
                            Role::Select, Role::Option, Role::ComboBox, Role::FileField, Role::Disclosure, Role::Tab}) {
      CHECK_MESSAGE(is_interactive(role), role_name(role));
    }
    for (const Role role : {Role::Page, Role::Block, Role::Heading, Role::Paragraph, Role::List, Role::Icon, Role::Status}) {
      CHECK_MESSAGE(!is_interactive(role), role_name(role));
    }
  }
}
