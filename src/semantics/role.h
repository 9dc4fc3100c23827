// What a part of a page is. Presentations switch over Role without default, so a new role does not build until
// each of them shows it. Terms: WAI-ARIA 1.2 where ARIA has one, HTML otherwise.
#pragma once

#include <string_view>

namespace stadttor::semantics {

enum class Role : unsigned char {
  Page,  // root of every tree
  // Landmarks
  Banner,
  Navigation,
  Main,
  Complementary,
  ContentInfo,
  Search,
  Region,
  Form,
  // Grouping
  Block,  // layout only, carries no meaning
  Group,  // controls under one legend
  // Text
  Heading,
  Paragraph,
  Text,
  Strong,
  Emphasis,
  Time,
  Quotation,
  Separator,
  Link,
  // Lists
  List,
  OrderedList,
  ListItem,
  DescriptionList,
  Term,
  Definition,
  // Tables
  Table,
  TableHead,
  TableBody,
  Row,
  ColumnHeader,
  RowHeader,
  Cell,
  // Controls
  Button,
  TextField,
  TextArea,
  Checkbox,
  RadioGroup,
  RadioButton,
  Select,
  Option,
  ComboBox,
  ListBox,
  FileField,
  // Feedback
  Progress,
  Meter,
  Message,  // a notice with a kind (see Appearance) that stands in the text
  Status,   // live region: changes are announced
  // Things that open
  Dialog,
  Disclosure,
  TabList,
  Tab,
  TabPanel,
  // Pictures
  Picture,
  Icon,   // decoration, never the only carrier of meaning
  Scene,  // drawing with a described alternative as its children
};

inline constexpr int kRoleCount = static_cast<int>(Role::Scene) + 1;

// Stable lower-case name for outlines and tests: "heading", "text field".
std::string_view role_name(Role role);

// A control the citizen operates; must have a name.
bool is_interactive(Role role);

// May hold running text: its children are read as one sentence.
bool holds_inline_text(Role role);

}  // namespace stadttor::semantics
