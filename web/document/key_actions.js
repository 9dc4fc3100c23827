// Keys of the two composite widgets that HTML has no element for: combo box and tab list. Every other key belongs to
// the browser and to assistive technology.
import { ActionKind } from "./action_kinds.js";

/** @typedef {import("./element_table.js").ElementTable} ElementTable */
/** @typedef {import("./action_kinds.js").Act} Act */

const PROCESSED_BY_INPUT_METHOD = 229;

/**
 * @param {KeyboardEvent} event
 * @param {ElementTable} table
 * @param {Act} act
 */
export function answerKey(event, table, act) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === PROCESSED_BY_INPUT_METHOD) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.target;
  if (!(target instanceof Element)) return;
  const comboBox = target.closest('[role="combobox"]');
  if (comboBox !== null) return answerComboBoxKey(event, comboBox, table, act);
  const tabList = target.closest('[role="tab"]') === null ? null : target.closest('[role="tablist"]');
  if (tabList !== null) answerTabKey(event, tabList, table, act);
}

/**
 * @param {KeyboardEvent} event
 * @param {Element} comboBox
 * @param {ElementTable} table
 * @param {Act} act
 */
function answerComboBoxKey(event, comboBox, table, act) {
  const handle = table.handle(comboBox);
  if (handle === 0) return;
  const isExpanded = comboBox.getAttribute("aria-expanded") === "true";
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      if (isExpanded || hasOptions(comboBox)) event.preventDefault();
      act(handle, event.key === "ArrowDown" ? ActionKind.activeNext : ActionKind.activePrevious, "");
      break;
    case "Enter": {
      const option = isExpanded ? referredElement(comboBox, "aria-activedescendant") : null;
      if (option === null || table.handle(option) === 0) break;
      event.preventDefault();
      act(table.handle(option), ActionKind.press, "");
      break;
    }
    case "Escape":
      if (!isExpanded) break;
      // A search field would otherwise be emptied, a dialog around it closed.
      event.preventDefault();
      act(handle, ActionKind.close, "");
      break;
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {Element} tabList
 * @param {ElementTable} table
 * @param {Act} act
 */
function answerTabKey(event, tabList, table, act) {
  const handle = table.handle(tabList);
  const isVertical = tabList.getAttribute("aria-orientation") === "vertical";
  const isRightToLeft = getComputedStyle(tabList).direction === "rtl";
  const [next, previous] = isVertical
    ? ["ArrowDown", "ArrowUp"]
    : isRightToLeft
      ? ["ArrowLeft", "ArrowRight"]
      : ["ArrowRight", "ArrowLeft"];
  if (handle === 0 || (event.key !== next && event.key !== previous)) return;
  event.preventDefault();
  act(handle, event.key === next ? ActionKind.activeNext : ActionKind.activePrevious, "");
}

/** @param {Element} comboBox */
function hasOptions(comboBox) {
  return referredElement(comboBox, "aria-controls")?.querySelector('[role="option"]') != null;
}

/** @param {Element} element @param {string} attribute @returns {Element | null} */
function referredElement(element, attribute) {
  const id = element.getAttribute(attribute);
  return id === null || id === "" ? null : document.getElementById(id);
}
