// Writes change lists by hand, as src/presentation/document/change_encoder.h describes them: the tests' stand-in for C++.
// Runs in Node and in the page.
import { ATTRIBUTE_NAMES, TAG_NAMES } from "../../../web/document/element_names.js";

const encoder = new TextEncoder();

export class ChangeList {
  /** @type {number[]} */
  operations = [];
  strings = "";

  /** @param {number} code @param {...(number | string)} operands numbers are varints */
  put(code, ...operands) {
    this.operations.push(code);
    for (const operand of operands) this.operand(operand);
    return this;
  }

  /** @param {number | string} operand */
  operand(operand) {
    if (typeof operand === "string") {
      this.number(operand.length);
      this.strings += operand;
    } else {
      this.number(operand);
    }
  }

  /** @param {number} number */
  number(number) {
    for (; number >= 0x80; number = Math.floor(number / 128)) this.operations.push((number % 128) | 0x80);
    this.operations.push(number);
  }

  /** @param {string} tag @param {number} element @param {number} parent @param {number} [after] */
  create(tag, element, parent, after = 0) {
    this.operations.push(1, TAG_NAMES.indexOf(tag));
    for (const handle of [element, parent, after]) this.number(handle);
    return this;
  }

  /** @param {number} element @param {string} text */
  setText(element, text) {
    return this.put(2, element, text);
  }

  /** @param {number} element @param {string} name @param {string} value */
  setAttribute(element, name, value) {
    this.put(3, element);
    this.operations.push(ATTRIBUTE_NAMES.indexOf(name));
    this.operand(value);
    return this;
  }

  /** @param {number} element @param {string} name */
  removeAttribute(element, name) {
    this.put(4, element);
    this.operations.push(ATTRIBUTE_NAMES.indexOf(name));
    return this;
  }

  /** @param {number} element */
  remove(element) {
    return this.put(5, element);
  }

  /** @param {number} element @param {number} parent @param {number} [after] */
  move(element, parent, after = 0) {
    return this.put(6, element, parent, after);
  }

  /** @param {number} element @param {string} value */
  setValue(element, value) {
    return this.put(7, element, value);
  }

  /** @param {number} element @param {0 | 1} isChecked */
  setChecked(element, isChecked) {
    return this.put(8, element, isChecked);
  }

  /** @param {[root: number, mask: number, key: string][]} nodes */
  hydrate(nodes) {
    this.put(9, nodes.length);
    for (const [root, mask, key] of nodes) {
      this.number(root);
      this.operations.push(mask);
      this.operand(key);
    }
    return this;
  }

  /** @param {number} element */
  focus(element) {
    return this.put(10, element);
  }

  /** @param {0 | 1} isAssertive @param {string} text */
  announce(isAssertive, text) {
    return this.put(11, isAssertive, text);
  }

  rebuild() {
    return this.put(20);
  }

  bytes() {
    const strings = encoder.encode(this.strings);
    const bytes = new Uint8Array(8 + this.operations.length + strings.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, this.operations.length, true);
    view.setUint32(4, strings.length, true);
    bytes.set(this.operations, 8);
    bytes.set(strings, 8 + this.operations.length);
    return bytes;
  }
}
