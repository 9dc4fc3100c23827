// What a field is and what it holds, for those who read and write fields. No state.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * @param {unknown} element
 * @returns {element is Field}
 */
export function isField(element) {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** @param {Element} element */
export function isTicked(element) {
  return element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio");
}

/**
 * Differs from what the page said when it was parsed: the citizen, or the browser for them, has entered something.
 * @param {Field} field
 */
export function isEdited(field) {
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== defaultIndex(field);
  if (field instanceof HTMLInputElement && isTicked(field)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** @param {HTMLSelectElement} select */
function defaultIndex(select) {
  let first = -1;
  for (let index = select.options.length - 1; index >= 0; index--) {
    const option = /** @type {HTMLOptionElement} */ (select.options[index]);
    if (option.defaultSelected) return index;
    if (!option.disabled) first = index;
  }
  return first;
}

/** The caret stays where it was, as far as the new text reaches. @param {Field} field @param {string} value */
export function writeFieldValue(field, value) {
  if (field.value === value) return;
  // Browsers throw when a script names a file.
  if (field instanceof HTMLInputElement && field.type === "file" && value !== "") return;
  const caret = document.activeElement === field && !(field instanceof HTMLSelectElement) ? caretOf(field) : null;
  field.value = value;
  if (caret === null || field instanceof HTMLSelectElement) return;
  field.setSelectionRange(Math.min(caret.start, value.length), Math.min(caret.end, value.length));
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns {{ start: number, end: number } | null} null where the type has no caret, or it stands at the end, where
 *     browsers put it anyway
 */
export function caretOf(field) {
  const { selectionStart: start, selectionEnd: end } = field;
  if (start === null || end === null || start === field.value.length) return null;
  return { start, end };
}
