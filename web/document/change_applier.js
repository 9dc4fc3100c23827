// Does to the document what a change list says: the one place where the engine's words become elements. Elements and
// attributes come from allow-lists, text only goes through textContent. What concerns the whole document (address,
// title, speech ...) is passed on to document_operations.js.
import { MalformedChangeList } from "./change_reader.js";
import { TAG_NAMES } from "./element_names.js";
import { isField } from "./fields.js";
import { findPrerendered } from "./hydration.js";
import { focusElement } from "./focus_keeper.js";
import { DocumentOperations } from "./document_operations.js";
import { moveKeepingFocus, moveSiblingsAround, referenceFor } from "./placement.js";

/** @typedef {import("./change_decoder.js").HydratedNode} HydratedNode */
/** @typedef {import("./page_parts.js").PageParts} PageParts */
/** @typedef {InstanceType<typeof ChangeApplier>} Applier */

export class ChangeApplier extends DocumentOperations {
  #page;
  // Set when the page is not what the engine thinks it is; changes to elements wait for a rebuild from then on.
  needsRebuild = false;

  /** @param {PageParts} page */
  constructor(page) {
    super(page);
    this.#page = page;
  }

  begin() {
    this.#page.focus.begin();
  }

  end() {
    this.#page.focus.repair();
  }

  /**
   * @param {HydratedNode[]} nodes
   * @returns {boolean} false: the page is not the one the engine has
   */
  hydrate(nodes) {
    const found = findPrerendered(this.#page.root.portal, nodes);
    this.needsRebuild = found === null;
    if (found === null) return false;
    for (const [handle, element] of found) this.#page.table.add(handle, element);
    return true;
  }

  rebuild() {
    this.#page.table.clear();
    this.#page.root.empty();
    this.needsRebuild = false;
  }

  /**
   * @param {number} tag
   * @param {number} handle
   * @param {number} parent
   * @param {number} after
   */
  create(tag, handle, parent, after) {
    const name = TAG_NAMES[tag];
    if (name === undefined) throw new MalformedChangeList(`unknown element ${tag}`);
    const place = this.#place(parent, after);
    if (place === null) return;
    const element = document.createElement(name);
    this.#page.table.add(handle, element);
    place.parent.insertBefore(element, place.reference);
    if (parent === 0) this.#page.root.adopt(element);
  }

  /** @param {number} handle @param {string} text */
  setText(handle, text) {
    const element = this.#element(handle);
    if (element === null) return;
    const { table } = this.#page;
    let child = element.firstElementChild;
    while (child !== null && table.handle(child) === 0) child = child.nextElementSibling;
    if (child === null) {
      if (element.textContent !== text || element.firstElementChild !== null) element.textContent = text;
      return;
    }
    // Own text before own elements: only what stands before them is replaced.
    while (element.firstChild !== child) element.firstChild?.remove();
    if (text !== "") child.before(text);
  }

  /** @param {number} handle @param {number} attribute @param {string} value */
  setAttribute(handle, attribute, value) {
    const element = this.#element(handle);
    if (element === null) return;
    this.#page.focus.noteAttribute(element, attribute);
    this.#page.attributes.set(element, attribute, value);
  }

  /** @param {number} handle @param {number} attribute */
  removeAttribute(handle, attribute) {
    const element = this.#element(handle);
    if (element === null) return;
    this.#page.focus.noteAttribute(element, attribute);
    this.#page.attributes.remove(element, attribute);
  }

  /** @param {number} handle */
  remove(handle) {
    const { table, focus } = this.#page;
    // Parts go with their root, so the engine may name one that has gone.
    const element = table.element(handle);
    if (element === undefined) return;
    focus.noteRemoval(element);
    table.forget(element);
    // Closing first gives the focus back to where the dialog was opened.
    if (element instanceof HTMLDialogElement && element.open) element.close();
    element.remove();
  }

  /** @param {number} handle @param {number} parent @param {number} after */
  move(handle, parent, after) {
    const element = this.#element(handle);
    const place = this.#place(parent, after);
    if (element === null || place === null || place.reference === element) return;
    this.#page.focus.noteMove(element);
    if (!this.#isInUse(element)) place.parent.insertBefore(element, place.reference);
    else if (element.parentNode === place.parent) moveSiblingsAround(element, place.reference);
    else moveKeepingFocus(element, place.parent, place.reference);
  }

  /** @param {number} handle @param {string} value */
  setValue(handle, value) {
    const element = this.#element(handle);
    if (isField(element)) this.#page.edits.write(element, value);
  }

  /** @param {number} handle @param {boolean} isChecked */
  setChecked(handle, isChecked) {
    const element = this.#element(handle);
    if (!(element instanceof HTMLInputElement) || this.#page.edits.isAhead(element)) return;
    if (element.checked !== isChecked) element.checked = isChecked;
  }

  /** @param {number} handle */
  focus(handle) {
    const element = this.#element(handle);
    if (element !== null) focusElement(element);
  }

  /** @param {number} handle */
  showModal(handle) {
    const element = this.#element(handle);
    if (!(element instanceof HTMLDialogElement) || !element.isConnected || element.open) return;
    this.#page.openState.note(element, true);
    element.showModal();
  }

  /** @param {number} handle */
  closeModal(handle) {
    const element = this.#element(handle);
    if (!(element instanceof HTMLDialogElement) || !element.open) return;
    this.#page.openState.note(element, false);
    element.close();
  }

  /** @param {Element} element */
  #isInUse(element) {
    const { composing } = this.#page.edits;
    if (composing !== null && element.contains(composing)) return true;
    if (element.contains(document.activeElement)) return true;
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed && element.contains(selection.anchorNode);
  }

  /** @param {number} handle @returns {Element | null} */
  #element(handle) {
    if (this.needsRebuild) return null;
    const element = this.#page.table.element(handle);
    if (element !== undefined) return element;
    this.needsRebuild = true;
    return null;
  }

  /**
   * @param {number} parentHandle 0: the place of the page itself
   * @param {number} afterHandle 0: as first child
   * @returns {{ parent: Element, reference: Node | null } | null}
   */
  #place(parentHandle, afterHandle) {
    const { root, table } = this.#page;
    const after = afterHandle === 0 ? null : this.#element(afterHandle);
    if (afterHandle !== 0 && after === null) return null;
    if (parentHandle === 0) return { parent: root.container, reference: (after ?? root.marker).nextSibling };
    const parent = this.#element(parentHandle);
    return parent === null ? null : { parent, reference: referenceFor(table, parent, after) };
  }
}
