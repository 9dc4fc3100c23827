// Keeps the focus where a keyboard or screen reader user can go on: puts it where the engine says, and where the
// focused element disappears, on the next control, else on the heading. Never on the body.
import { ATTRIBUTE_NAMES } from "./element_names.js";

const CONTROLS = [
  "a[href]",
  "button:enabled",
  "input:enabled:not([type=hidden])",
  "select:enabled",
  "textarea:enabled",
  "summary",
  '[tabindex]:not([tabindex="-1"])',
].join();

// With these an element, and what is in it, can come to be hidden.
const HIDING = new Set(["class", "hidden", "open", "type"].map((name) => ATTRIBUTE_NAMES.indexOf(name)));

/** @param {Element} element @returns {boolean} */
function isShown(element) {
  return element.isConnected && element.getClientRects().length > 0;
}

/** @param {Element} root @returns {Element | null} itself or the first control in it */
function firstControl(root) {
  if (root.matches(CONTROLS) && isShown(root)) return root;
  for (const control of root.querySelectorAll(CONTROLS)) {
    if (isShown(control)) return control;
  }
  return null;
}

/** @param {Element} element */
export function focusElement(element) {
  if (!(element instanceof HTMLElement) || !element.isConnected) return;
  element.focus({ preventScroll: true });
  if (document.activeElement !== element) {
    // Headings and the like take the focus only when told that they may.
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
  // Instead of the browser's own scrolling, which jumps to the middle and knows no sticky header (scroll-padding
  // does).
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export class FocusKeeper {
  #container;
  /** @type {Element | null} focused when the list began */
  #focused = null;
  #focusedId = "";
  /** @type {Element[]} what stood behind the focused element when it was removed */
  #heirs = [];
  // Something happened to it or around it that may have hidden it. Asking whether it did has the page laid out,
  // which costs more than all else at a key.
  #mayBeHidden = false;

  /** @param {Element} container */
  constructor(container) {
    this.#container = container;
  }

  begin() {
    const active = document.activeElement;
    this.#focused = active !== null && active !== document.body && this.#container.contains(active) ? active : null;
    this.#focusedId = this.#focused?.getAttribute("id") ?? "";
    this.#heirs = [];
    this.#mayBeHidden = false;
  }

  /** Before the removal of an element. @param {Element} element */
  noteRemoval(element) {
    if (this.#focused === null || !element.contains(this.#focused)) return;
    for (let at = element.nextElementSibling; at !== null; at = at.nextElementSibling) this.#heirs.push(at);
  }

  /** @param {Element} element @param {number} attribute place in ATTRIBUTE_NAMES */
  noteAttribute(element, attribute) {
    if (this.#focused !== null && HIDING.has(attribute) && element.contains(this.#focused)) this.#mayBeHidden = true;
  }

  /** @param {Element} element */
  noteMove(element) {
    if (this.#focused !== null && element.contains(this.#focused)) this.#mayBeHidden = true;
  }

  // After the list.
  repair() {
    const lost = this.#focused;
    this.#focused = null;
    if (lost === null) return;
    const active = document.activeElement;
    const hasFocus = active !== null && active !== document.body && active.isConnected;
    const isAsBefore = active === lost && !this.#mayBeHidden;
    if (hasFocus && !active.matches(":disabled") && (isAsBefore || isShown(active))) return;
    const successor = this.#successor();
    if (successor !== null) focusElement(successor);
  }

  /** @returns {Element | null} */
  #successor() {
    // Built anew, the same field has the same id: ids come from keys.
    const again = this.#focusedId === "" ? null : document.getElementById(this.#focusedId);
    if (again !== null && again.matches(CONTROLS) && isShown(again)) return again;
    for (const heir of this.#heirs) {
      const control = heir.isConnected ? firstControl(heir) : null;
      if (control !== null) return control;
    }
    // Behind an open dialog nothing can take the focus.
    const dialogs = this.#container.querySelectorAll("dialog[open]");
    const dialog = dialogs[dialogs.length - 1];
    if (dialog !== undefined) return firstControl(dialog) ?? dialog;
    const container = this.#container;
    return container.querySelector("h1") ?? container.querySelector("main") ?? firstControl(container);
  }
}
