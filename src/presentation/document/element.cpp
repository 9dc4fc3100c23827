#include "presentation/document/element.h"

#include <array>

namespace stadttor::presentation::document {

namespace {

constexpr std::array<std::string_view, kTagCount> kTagNames = {
    "div",   "header", "nav",  "main",   "aside",      "footer", "section", "form",    "search",  "h1",
    "h2",    "h3",     "h4",   "h5",     "h6",         "p",      "span",    "strong",  "em",      "time",
    "blockquote", "hr", "a",   "ul",     "ol",         "li",     "dl",      "dt",      "dd",      "table",
    "caption", "thead", "tbody", "tr",   "th",         "td",     "button",  "input",   "textarea", "label",
    "fieldset", "legend", "select", "option", "progress", "meter", "dialog", "details", "summary", "img",
    "abbr",  "figure"};

constexpr std::array<std::string_view, kAttributeCount> kAttributeNames = {
    "class", "id", "href", "lang", "dir", "type", "name", "value", "for", "autocomplete", "inputmode", "placeholder",
    "minlength", "maxlength", "min", "max", "step", "accept", "datetime", "role", "tabindex", "disabled", "required",
    "readonly", "checked", "selected", "open", "hidden", "target", "rel", "src", "alt", "width", "height", "colspan",
    "scope", "method", "action", "aria-label", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-expanded", "aria-selected", "aria-current", "aria-invalid", "aria-live", "aria-hidden",
    "aria-activedescendant", "aria-autocomplete", "aria-haspopup", "aria-modal", "aria-roledescription",
    "aria-disabled", "aria-atomic", "aria-required", "loading", "decoding", "novalidate", "spellcheck", "data-k", "data-part",
    "data-icon", "enterkeyhint"};

}  // namespace

std::string_view tag_name(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }

std::string_view attribute_name(AttributeName name) { return kAttributeNames[static_cast<std::size_t>(name)]; }

bool is_void(Tag tag) { return tag == Tag::Hr || tag == Tag::Input || tag == Tag::Img; }

bool is_boolean(AttributeName name) {
  switch (name) {
    case AttributeName::Disabled:
    case AttributeName::Required:
    case AttributeName::ReadOnly:
    case AttributeName::Checked:
    case AttributeName::Selected:
    case AttributeName::Open:
    case AttributeName::Hidden:
    case AttributeName::NoValidate: return true;
    default: return false;
  }
}

}  // namespace stadttor::presentation::document
