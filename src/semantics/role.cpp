#include "semantics/role.h"

namespace stadttor::semantics {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::Page: return "page";
    case Role::Banner: return "banner";
    case Role::Navigation: return "navigation";
    case Role::Main: return "main";
    case Role::Complementary: return "complementary";
    case Role::ContentInfo: return "contentinfo";
    case Role::Search: return "search";
    case Role::Region: return "region";
    case Role::Form: return "form";
    case Role::Block: return "block";
    case Role::Group: return "group";
    case Role::Heading: return "heading";
    case Role::Paragraph: return "paragraph";
    case Role::Text: return "text";
    case Role::Strong: return "strong";
    case Role::Emphasis: return "emphasis";
    case Role::Time: return "time";
    case Role::Quotation: return "blockquote";
    case Role::Separator: return "separator";
    case Role::Link: return "link";
    case Role::List: return "list";
    case Role::OrderedList: return "ordered list";
    case Role::ListItem: return "listitem";
    case Role::DescriptionList: return "description list";
    case Role::Term: return "term";
    case Role::Definition: return "definition";
    case Role::Table: return "table";
    case Role::TableHead: return "table head";
    case Role::TableBody: return "table body";
    case Role::Row: return "row";
    case Role::ColumnHeader: return "columnheader";
    case Role::RowHeader: return "rowheader";
    case Role::Cell: return "cell";
    case Role::Button: return "button";
    case Role::TextField: return "textbox";
    case Role::TextArea: return "multiline textbox";
    case Role::Checkbox: return "checkbox";
    case Role::RadioGroup: return "radiogroup";
    case Role::RadioButton: return "radio";
    case Role::Select: return "select";
    case Role::Option: return "option";
    case Role::ComboBox: return "combobox";
    case Role::ListBox: return "listbox";
    case Role::FileField: return "file";
    case Role::Progress: return "progressbar";
    case Role::Meter: return "meter";
    case Role::Message: return "message";
    case Role::Status: return "status";
    case Role::Dialog: return "dialog";
    case Role::Disclosure: return "disclosure";
    case Role::TabList: return "tablist";
    case Role::Tab: return "tab";
    case Role::TabPanel: return "tabpanel";
    case Role::Picture: return "img";
    case Role::Icon: return "icon";
    case Role::Scene: return "scene";
  }
  return "unknown";
}

bool is_interactive(Role role) {
  switch (role) {
    case Role::Link:
    case Role::Button:
    case Role::TextField:
    case Role::TextArea:
    case Role::Checkbox:
    case Role::RadioGroup:
    case Role::RadioButton:
    case Role::Select:
    case Role::Option:
    case Role::ComboBox:
    case Role::FileField:
    case Role::Disclosure:
    case Role::Tab: return true;
    default: return false;
  }
}

bool holds_inline_text(Role role) {
  switch (role) {
    case Role::Heading:
    case Role::Paragraph:
    case Role::Strong:
    case Role::Emphasis:
    case Role::Link:
    case Role::ListItem:
    case Role::Term:
    case Role::Definition:
    case Role::ColumnHeader:
    case Role::RowHeader:
    case Role::Cell:
    case Role::Button:
    case Role::Status: return true;
    default: return false;
  }
}

}  // namespace stadttor::semantics
