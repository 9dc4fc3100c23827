// What the citizen did before the engine was ready: entries are taken over from the fields, also when the page had to
// be built anew, and the last press on a button of the engine, or the form that was sent, is done once.
import { isEdited, isField, isTicked, writeFieldValue } from "./fields.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("../portal_root.js").PortalRoot} PortalRoot */
/** @typedef {{ field: Field, id: string, value: string, isChecked: boolean }} Entry */

export class EarlyInput {
  #root;
  /** @type {Element | null} */
  #pressed = null;
  /** @type {HTMLFormElement | null} */
  #submitted = null;
  /** @type {Map<Field | string, Entry>} by id, else by field: a page built anew has the same ids */
  #entries = new Map();
  #stopping = new AbortController();

  /** @param {PortalRoot} root */
  constructor(root) {
    this.#root = root;
    const options = { signal: this.#stopping.signal };
    root.container.addEventListener("click", (event) => this.#notePress(event.target), options);
    root.container.addEventListener("submit", (event) => this.#noteSubmit(event), options);
  }

  // Sent without the engine, a search would lose its words: they never leave the device.
  /** @param {SubmitEvent} event */
  #noteSubmit(event) {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    this.#submitted = event.target;
  }

  /** @param {EventTarget | null} target */
  #notePress(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    // Links and submit buttons work without the engine.
    if (button !== null && button.type === "button") this.#pressed = button;
  }

  // Right before each change of the page until one has succeeded.
  collect() {
    this.#stopping.abort();
    for (const element of this.#root.container.querySelectorAll("input, textarea, select")) {
      if (!isField(element) || !isEdited(element)) continue;
      const isChecked = element instanceof HTMLInputElement && element.checked;
      const id = element.getAttribute("id") ?? "";
      this.#entries.set(id === "" ? element : id, { field: element, id, value: element.value, isChecked });
    }
  }

  /**
   * Right after that.
   * @param {(field: Field) => void} report
   */
  replayEntries(report) {
    for (const entry of this.#entries.values()) {
      const field = entry.field.isConnected ? entry.field : entry.id === "" ? null : document.getElementById(entry.id);
      if (!isField(field)) continue;
      if (isTicked(field)) /** @type {HTMLInputElement} */ (field).checked = entry.isChecked;
      else writeFieldValue(field, entry.value);
      report(field);
    }
    this.#entries.clear();
  }

  // There will be no engine: the browser does what it can.
  giveUp() {
    this.#stopping.abort();
    this.takeSubmitted()?.submit();
  }

  /** @returns {HTMLFormElement | null} the form that waits to be sent; once */
  takeSubmitted() {
    const submitted = this.#submitted;
    this.#submitted = null;
    return submitted;
  }

  /** @returns {Element | null} the button that waits for its press; once */
  takePressed() {
    const pressed = this.#pressed;
    this.#pressed = null;
    return pressed;
  }
}
