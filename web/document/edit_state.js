// Who is ahead in which field, the citizen or the engine: the engine's value waits while the citizen composes text or
// has typed something that the engine has not yet seen. Otherwise the caret jumps and keystrokes are lost.
import { writeFieldValue } from "./fields.js";

/** @typedef {import("./fields.js").Field} Field */

export class EditState {
  /** @type {Element | null} where an input method is composing */
  composing = null;
  /** @type {Set<Element>} */
  #ahead = new Set();
  /** @type {Map<Field, string>} the engine's latest opinion of fields that could not be written */
  #held = new Map();

  /** @param {Element} field */
  noteInput(field) {
    this.#ahead.add(field);
  }

  // The engine begins a build that has seen all input so far.
  noteDelivered() {
    this.#ahead.clear();
  }

  /** @param {Element} field */
  isAhead(field) {
    return this.composing === field || this.#ahead.has(field);
  }

  /**
   * @param {Field} field
   * @param {string} value
   */
  write(field, value) {
    if (this.isAhead(field)) {
      this.#held.set(field, value);
      return;
    }
    this.#held.delete(field);
    writeFieldValue(field, value);
  }

  // After a build: what had to wait and may now be written.
  writeHeld() {
    for (const [field, value] of this.#held) {
      if (!this.isAhead(field)) this.write(field, value);
    }
  }
}
