// Turns what the citizen does into actions for the engine: one delegated listener for each type of event on the
// page's container. Acts only on elements that are the engine's.
import { ActionKind } from "./action_kinds.js";
import { isField, isTicked } from "./fields.js";
import { focusElement } from "./focus_keeper.js";
import { answerKey } from "./key_actions.js";
import { isEngineLink } from "./link_policy.js";
import { PictureMarking } from "./picture_marking.js";

/** @typedef {import("./action_kinds.js").Act} Act */
/** @typedef {import("./page_parts.js").PageParts} PageParts */
/** @typedef {import("./fields.js").Field} Field */

// They do not bubble.
const CAPTURED = new Set(["toggle", "close"]);

export class PageEventSource {
  #page;
  #act;
  #base;
  #marking;
  #stopping = new AbortController();

  /**
   * @param {PageParts} page
   * @param {Act} act
   * @param {string} base path of the portal, with a slash at its end
   */
  constructor(page, act, base) {
    this.#page = page;
    this.#act = act;
    this.#base = base;
    this.#marking = new PictureMarking(page.table, act);
  }

  start() {
    this.#listen("click", (event) => this.#clicked(/** @type {MouseEvent} */ (event)));
    this.#listen("mousedown", keepFocusOnOption);
    this.#listen("pointerdown", (event) => this.#marking.begin(/** @type {PointerEvent} */ (event)));
    this.#listen("input", (event) => this.#entered(event.target));
    this.#listen("change", (event) => this.#changed(event.target));
    this.#listen("submit", (event) => this.#submitted(event));
    this.#listen("toggle", (event) => this.#toggled(event.target));
    this.#listen("close", (event) => this.#toggled(event.target));
    this.#listen("focusin", (event) => this.#sendOwned(event.target, ActionKind.focus));
    this.#listen("focusout", (event) => this.#sendOwned(event.target, ActionKind.blur));
    this.#listen("keydown", (event) => answerKey(/** @type {KeyboardEvent} */ (event), this.#page.table, this.#act));
    this.#listen("compositionstart", (event) => {
      this.#page.edits.composing = event.target instanceof Element ? event.target : null;
    });
    this.#listen("compositionend", (event) => {
      this.#page.edits.composing = null;
      // Browsers disagree whether an input event follows.
      this.#entered(event.target);
    });
  }

  stop() {
    this.#marking.cancel();
    this.#stopping.abort();
  }

  /**
   * @param {string} type
   * @param {(event: Event) => void} answer
   */
  #listen(type, answer) {
    const options = { capture: CAPTURED.has(type), signal: this.#stopping.signal };
    this.#page.root.container.addEventListener(type, answer, options);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const pressed = target?.closest('a[href], button, [role="option"]') ?? null;
    if (pressed === null) return;
    const handle = this.#page.table.handle(pressed);
    if (handle === 0) return;
    if (pressed instanceof HTMLAnchorElement) {
      if (!isEngineLink(event, pressed, this.#base)) return jumpToField(event, pressed);
      event.preventDefault();
    } else if (pressed.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      return;
    }
    this.#act(handle, ActionKind.press, "");
  }

  /** @param {EventTarget | null} target */
  #entered(target) {
    if (!isField(target) || target instanceof HTMLSelectElement || isTicked(target) || target.type === "file") return;
    this.#sendField(target, ActionKind.setValue, target.value);
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!isField(target)) return;
    if (target.type === "file") {
      void this.#chosen(/** @type {HTMLInputElement} */ (target));
      return;
    }
    sendState(target, (kind, text) => this.#sendField(target, kind, text));
  }

  // The engine gets the file itself; the field is free again for the next one.
  /** @param {HTMLInputElement} field */
  async #chosen(field) {
    const file = field.files?.[0];
    if (file === undefined) return;
    field.value = "";
    this.#sendField(field, ActionKind.setValue, await this.#page.chosenFiles.take(file));
  }

  /** @param {Event} event */
  #submitted(event) {
    const form = event.target instanceof Element ? event.target : null;
    const handle = form === null ? 0 : this.#page.table.handle(form);
    if (handle === 0) return;
    event.preventDefault();
    this.#act(handle, ActionKind.submit, "");
  }

  /** @param {EventTarget | null} target */
  #toggled(target) {
    if (!(target instanceof HTMLDetailsElement) && !(target instanceof HTMLDialogElement)) return;
    const handle = this.#page.table.handle(target);
    if (handle === 0 || !this.#page.openState.isNews(target, target.open)) return;
    this.#act(handle, target.open ? ActionKind.open : ActionKind.close, "");
  }

  /** @param {Field} field @param {number} kind @param {string | Uint8Array} text */
  #sendField(field, kind, text) {
    const { table, edits } = this.#page;
    // The radio group is what a choice is made in; the group's node knows the value.
    const group = field.type === "radio" ? table.closestOwned(field.closest('[role="radiogroup"]')) : null;
    const handle = table.handle(group ?? field);
    if (handle === 0) return;
    edits.noteInput(field);
    this.#act(handle, kind, text);
  }

  /** @param {EventTarget | null} target @param {number} kind */
  #sendOwned(target, kind) {
    const owned = target instanceof Element ? this.#page.table.closestOwned(target) : null;
    if (owned !== null) this.#act(this.#page.table.handle(owned), kind, "");
  }

  /** What was entered before the engine listened. @param {Field} field */
  report(field) {
    if (field instanceof HTMLInputElement && field.type === "file") void this.#chosen(field);
    sendState(field, (kind, text) => this.#sendField(field, kind, text));
  }
}

/**
 * @param {Field} field
 * @param {(kind: number, text: string) => void} send
 */
function sendState(field, send) {
  if (field instanceof HTMLSelectElement) send(ActionKind.choose, field.value);
  else if (field instanceof HTMLInputElement && field.type === "checkbox") {
    send(ActionKind.setChecked, field.checked ? "1" : "0");
  } else if (field instanceof HTMLInputElement && field.type === "radio") {
    if (field.checked) send(ActionKind.choose, field.value);
  } else if (field.type !== "file") send(ActionKind.setValue, field.value);
}

// From a list of problems to a field: into the field itself, not only to where it stands. No new entry in the history.
/** @param {MouseEvent} event @param {HTMLAnchorElement} link */
function jumpToField(event, link) {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const href = link.getAttribute("href") ?? "";
  if (event.defaultPrevented || !href.startsWith("#")) return;
  const place = document.getElementById(href.slice(1));
  if (place === null || !place.matches(".kern-form-input, .kern-fieldset, .kern-form-check")) return;
  const field = place.querySelector("input:checked") ?? place.querySelector("input, select, textarea");
  if (field === null) return;
  event.preventDefault();
  focusElement(field);
}

// The focus would leave the combo box before the click arrives, and the list with it.
/** @param {Event} event */
function keepFocusOnOption(event) {
  if (event.target instanceof Element && event.target.closest('[role="option"]') !== null) event.preventDefault();
}
