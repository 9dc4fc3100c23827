// The half of the canvas module that draws whole pages (src/programs/canvas/page_calls.cpp), as JavaScript uses it.
import { newCanvasInstance } from "./canvas_module.js";
import { RunInk } from "./run_ink.js";

/** @typedef {import("./canvas_module.js").CanvasAddresses} CanvasAddresses */
/** @typedef {{ high: number, low: number }} Key of a node, in halves of 32 bits */
/** @typedef {{ high: number, low: number, part: number }} Wanted the element of a node, or a part of it */

/**
 * @typedef {object} PageExports
 * @property {(size: number) => number} _stadttor_page_bytes
 * @property {() => number} _stadttor_page_begin
 * @property {() => number} _stadttor_page_changes
 * @property {() => number} _stadttor_page_names
 * @property {() => number} _stadttor_page_names_size
 * @property {(isDark: number) => void} _stadttor_page_look
 * @property {(width: number, height: number, ratio: number) => void} _stadttor_page_size
 * @property {(pageWidth: number) => number} _stadttor_page_wanted
 * @property {() => number} _stadttor_page_wanted_list
 * @property {() => void} _stadttor_page_place
 * @property {(high: number, low: number) => number} _stadttor_page_hover
 * @property {(high: number, low: number) => void} _stadttor_page_ring
 * @property {(top: number) => void} _stadttor_page_draw
 */

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const NUMBERS_OF_WANTED = 3;

export class PageModule {
  #exports;
  #memory;

  /** @param {PageExports} exports @param {() => Uint8Array} memory */
  constructor(exports, memory) {
    this.#exports = exports;
    this.#memory = memory;
  }

  /** @param {Uint8Array} changes of the page's tree @returns {boolean} false: they do not fit it */
  change(changes) {
    this.#put(changes);
    return this.#exports._stadttor_page_changes() !== 0;
  }

  /** @returns {string[]} custom properties that the look is made of */
  get names() {
    const at = this.#exports._stadttor_page_names();
    const names = this.#memory().slice(at, at + this.#exports._stadttor_page_names_size());
    return decoder.decode(names).split("\n").filter((name) => name !== "");
  }

  /** @param {string} lines "custom-property value" @param {boolean} isDark */
  takeLook(lines, isDark) {
    this.#put(encoder.encode(lines));
    this.#exports._stadttor_page_look(isDark ? 1 : 0);
  }

  /** @param {number} width @param {number} height CSS pixels @param {number} ratio */
  resize(width, height, ratio) {
    this.#exports._stadttor_page_size(width, height, ratio);
  }

  /** @param {number} pageWidth @returns {Wanted[]} what to measure, in this order */
  wanted(pageWidth) {
    const count = this.#exports._stadttor_page_wanted(pageWidth);
    const at = this.#exports._stadttor_page_wanted_list();
    const numbers = new Uint32Array(this.#memory().buffer, at, count * NUMBERS_OF_WANTED);
    return Array.from({ length: count }, (_, index) => {
      const [high = 0, low = 0, part = 0] = numbers.subarray(index * NUMBERS_OF_WANTED);
      return { high, low, part };
    });
  }

  /** @param {Float32Array} rectangles four numbers for each that was wanted */
  place(rectangles) {
    this.#put(new Uint8Array(rectangles.buffer));
    this.#exports._stadttor_page_place();
  }

  /** @param {Key} key @returns {boolean} something looks different from now on */
  hover({ high, low }) {
    return this.#exports._stadttor_page_hover(high, low) !== 0;
  }

  /** @param {Key} key whose style it follows @param {Float32Array} rectangles */
  ring({ high, low }, rectangles) {
    this.#put(new Uint8Array(rectangles.buffer));
    this.#exports._stadttor_page_ring(high, low);
  }

  /** @param {number} top where the drawn part of the page begins */
  draw(top) {
    this.#exports._stadttor_page_draw(top);
  }

  /** @param {Uint8Array} bytes for the next call */
  #put(bytes) {
    // In this order: making room may replace the memory's buffer.
    const pointer = this.#exports._stadttor_page_bytes(bytes.length);
    this.#memory().set(bytes, pointer);
  }
}

/**
 * @param {CanvasAddresses} addresses
 * @param {WebGL2RenderingContext} context
 * @param {(what: unknown) => void} onAbort
 */
export async function newPageModule(addresses, context, onAbort) {
  const { exports, memory } = await newCanvasInstance(addresses, context, new RunInk(), onAbort);
  const ofPages = /** @type {PageExports} */ (/** @type {unknown} */ (exports));
  if (ofPages._stadttor_page_begin() === 0) throw new Error("WebGL 2 cannot be used");
  return new PageModule(ofPages, memory);
}
