// Areas of a picture, marked by dragging over it: each becomes what the picture's node is told, in per cent of its
// sides. Whoever uses no pointer enters the same numbers in fields; what is marked, the engine shows.
import { ActionKind } from "./action_kinds.js";

/** @typedef {import("./action_kinds.js").Act} Act */
/** @typedef {import("./element_table.js").ElementTable} ElementTable */
/** @typedef {{ x: number, y: number }} Point in the window */

const MARKABLE = ".st-photo--markable";
/** Less is a slip of the hand. */
const SMALLEST = 2;

export class PictureMarking {
  #table;
  #act;
  /** @type {AbortController | null} */
  #dragging = null;

  /** @param {ElementTable} table @param {Act} act */
  constructor(table, act) {
    this.#table = table;
    this.#act = act;
  }

  /** @param {PointerEvent} event */
  begin(event) {
    const picture = event.target instanceof HTMLImageElement && event.target.matches(MARKABLE) ? event.target : null;
    if (picture === null || event.button !== 0 || !event.isPrimary) return;
    const handle = this.#table.handle(picture);
    if (handle === 0) return;
    // Browsers would drag the picture itself away.
    event.preventDefault();
    this.cancel();
    const from = { x: event.clientX, y: event.clientY };
    const mark = document.createElement("div");
    mark.className = "st-mark";
    document.body.append(mark);
    const dragging = new AbortController();
    dragging.signal.addEventListener("abort", () => mark.remove());
    this.#dragging = dragging;
    const options = { signal: dragging.signal };
    picture.setPointerCapture(event.pointerId);
    picture.addEventListener("pointermove", (moved) => place(mark, boxBetween(picture, from, pointOf(moved))), options);
    picture.addEventListener("pointercancel", () => this.cancel(), options);
    picture.addEventListener(
      "pointerup",
      (end) => {
        this.cancel();
        const area = areaOf(picture, boxBetween(picture, from, pointOf(end)));
        if (area !== null) this.#act(handle, ActionKind.setValue, area.join(" "));
      },
      options,
    );
  }

  cancel() {
    this.#dragging?.abort();
    this.#dragging = null;
  }
}

/** @param {PointerEvent} event @returns {Point} */
function pointOf(event) {
  return { x: event.clientX, y: event.clientY };
}

/** Within the picture. @param {Element} picture @param {Point} a @param {Point} b */
function boxBetween(picture, a, b) {
  const { left, top, right, bottom } = picture.getBoundingClientRect();
  const within = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ most) =>
    Math.min(Math.max(value, least), most);
  return {
    left: within(Math.min(a.x, b.x), left, right),
    top: within(Math.min(a.y, b.y), top, bottom),
    right: within(Math.max(a.x, b.x), left, right),
    bottom: within(Math.max(a.y, b.y), top, bottom),
  };
}

/** @param {HTMLElement} mark @param {ReturnType<typeof boxBetween>} box */
function place(mark, box) {
  const { style } = mark;
  style.left = `${box.left}px`;
  style.top = `${box.top}px`;
  style.width = `${box.right - box.left}px`;
  style.height = `${box.bottom - box.top}px`;
}

/**
 * Whole per cent, rather too much than too little.
 * @param {Element} picture
 * @param {ReturnType<typeof boxBetween>} box
 */
function areaOf(picture, box) {
  const whole = picture.getBoundingClientRect();
  const left = Math.floor(((box.left - whole.left) / whole.width) * 100);
  const top = Math.floor(((box.top - whole.top) / whole.height) * 100);
  const width = Math.ceil(((box.right - whole.left) / whole.width) * 100) - left;
  const height = Math.ceil(((box.bottom - whole.top) / whole.height) * 100) - top;
  return width < SMALLEST || height < SMALLEST ? null : [left, top, width, height];
}
