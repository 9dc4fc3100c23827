// The HTML elements and attributes a page may ever consist of, in the order of src/presentation/document/element.h:
// a change list names them by their place here. A test compares the two sides.

export const TAG_NAMES = Object.freeze([
  "div", "header", "nav", "main", "aside", "footer", "section", "form", "search", "h1", "h2", "h3", "h4",
  "h5", "h6", "p", "span", "strong", "em", "time", "blockquote", "hr", "a", "ul", "ol", "li", "dl", "dt",
  "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "input", "textarea", "label",
  "fieldset", "legend", "select", "option", "progress", "meter", "dialog", "details", "summary", "img",
  "abbr", "figure",
]);

export const ATTRIBUTE_NAMES = Object.freeze([
  "class", "id", "href", "lang", "dir", "type", "name", "value", "for", "autocomplete", "inputmode",
  "placeholder", "minlength", "maxlength", "min", "max", "step", "accept", "datetime", "role", "tabindex",
  "disabled", "required", "readonly", "checked", "selected", "open", "hidden", "target", "rel", "src",
  "alt", "width", "height", "colspan", "scope", "method", "action", "aria-label", "aria-labelledby",
  "aria-describedby", "aria-controls", "aria-expanded", "aria-selected", "aria-current", "aria-invalid",
  "aria-live", "aria-hidden", "aria-activedescendant", "aria-autocomplete", "aria-haspopup", "aria-modal",
  "aria-roledescription", "aria-disabled", "aria-atomic", "aria-required", "loading", "decoding", "novalidate",
  "spellcheck", "data-k", "data-part", "data-icon", "enterkeyhint",
]);

// Their values are addresses and pass url_allow_list.js before they are set.
export const URL_ATTRIBUTES = Object.freeze(new Set(["href", "src", "action"]));
