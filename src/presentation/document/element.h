// The HTML elements and attributes a page may ever consist of: the allow-list of the document presentation, in the
// order the browser side knows them by (web/document/element_names.js; a test compares the two).
#pragma once

#include <string_view>

namespace stadttor::presentation::document {

enum class Tag : unsigned char {
  Div, Header, Nav, Main, Aside, Footer, Section, Form, Search,
  H1, H2, H3, H4, H5, H6, P, Span, Strong, Em, Time, Blockquote, Hr, A,
  Ul, Ol, Li, Dl, Dt, Dd,
  Table, Caption, Thead, Tbody, Tr, Th, Td,
  Button, Input, Textarea, Label, Fieldset, Legend, Select, Option,
  Progress, Meter, Dialog, Details, Summary, Img, Abbr, Figure,
};
inline constexpr int kTagCount = static_cast<int>(Tag::Figure) + 1;

enum class AttributeName : unsigned char {
  Class, Id, Href, Lang, Dir, Type, Name, Value, For, Autocomplete, InputMode, Placeholder, MinLength, MaxLength,
  Min, Max, Step, Accept, DateTime, Role, TabIndex, Disabled, Required, ReadOnly, Checked, Selected, Open, Hidden,
  Target, Rel, Src, Alt, Width, Height, ColSpan, Scope, Method, Action,
  AriaLabel, AriaLabelledBy, AriaDescribedBy, AriaControls, AriaExpanded, AriaSelected, AriaCurrent, AriaInvalid,
  AriaLive, AriaHidden, AriaActiveDescendant, AriaAutocomplete, AriaHasPopup, AriaModal, AriaRoleDescription,
  AriaDisabled, AriaAtomic, AriaRequired, Loading, Decoding, NoValidate, Spellcheck, DataKey, DataPart, DataIcon, EnterKeyHint,
};
inline constexpr int kAttributeCount = static_cast<int>(AttributeName::EnterKeyHint) + 1;

std::string_view tag_name(Tag tag);
std::string_view attribute_name(AttributeName name);

// Elements that never have children or an end tag (HTML, 13.1.2 void elements).
bool is_void(Tag tag);

// Attributes that are there or not, without a value.
bool is_boolean(AttributeName name);

}  // namespace stadttor::presentation::document
