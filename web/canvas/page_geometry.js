// Where things are on the page, measured in one go: rectangles in CSS pixels from the page's upper left corner. The
// browser's layout is the only one there is.

/** @typedef {import("./page_module.js").Wanted} Wanted */

// What floats above the text keeps its own surfaces and rings; shell/styles/drawn.css leaves the same ones alone.
export const FLOATING =
  ".st-dropdown__body, .st-suggestions, .kern-dialog, .st-skip, .st-scene__drawing, .st-header .st-badge";
// What may scroll within the page, and cuts off what it holds.
const SCROLLING = ".kern-table-responsive, .st-scene";
const NUMBERS_OF_RECTANGLE = 4;
// As paint_focus_ring in C++ and the style sheets have it, in rem.
const RING_DISTANCE = 0.125;

/** @param {DOMRect} box @param {Element | null} frame that cuts it off */
function within(box, frame) {
  if (frame === null) return box;
  const edge = frame.getBoundingClientRect();
  const left = Math.max(box.left, edge.left);
  const top = Math.max(box.top, edge.top);
  const right = Math.min(box.right, edge.right);
  const bottom = Math.min(box.bottom, edge.bottom);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** @param {Float32Array} numbers @param {number} at @param {DOMRect} box @param {number} by outwards */
function write(numbers, at, box, by = 0) {
  numbers[at] = box.x + scrollX - by;
  numbers[at + 1] = box.y + scrollY - by;
  numbers[at + 2] = box.width + 2 * by;
  numbers[at + 3] = box.height + 2 * by;
}

/**
 * @param {Wanted[]} wanted
 * @param {(wanted: Wanted) => Element | undefined} elementOf
 * @returns {Float32Array} four numbers for each; zeros for what is not there
 */
export function rectanglesOf(wanted, elementOf) {
  const numbers = new Float32Array(wanted.length * NUMBERS_OF_RECTANGLE);
  for (const [index, one] of wanted.entries()) {
    const element = elementOf(one);
    if (element === undefined) continue;
    const frame = element.parentElement?.closest(SCROLLING) ?? null;
    write(numbers, index * NUMBERS_OF_RECTANGLE, within(element.getBoundingClientRect(), frame));
  }
  return numbers;
}

/**
 * Where the document would have its focus ring.
 * @param {Element | null} focused
 * @returns {{ element: Element, rectangles: Float32Array } | null} null: nowhere, or it has it itself
 */
export function ringAround(focused) {
  if (focused === null || focused === document.body || focused.closest(FLOATING) !== null) return null;
  let element = focused;
  let style = getComputedStyle(focused);
  const card = focused.closest(".st-card");
  if (style.outlineStyle === "none" && card !== null && focused.matches(".st-card__link")) {
    // A link that fills its card has its ring around the card.
    style = getComputedStyle(focused, "::after");
    element = card;
  }
  if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) === 0) return null;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const by = Number.parseFloat(style.outlineOffset) - RING_DISTANCE * rem;
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const rectangles = new Float32Array(boxes.length * NUMBERS_OF_RECTANGLE);
  for (const [index, box] of boxes.entries()) write(rectangles, index * NUMBERS_OF_RECTANGLE, box, by);
  return { element, rectangles };
}

/**
 * The part of the page that is painted: what is seen, and as much before and after it as half of that.
 * @param {number} pageHeight
 * @returns {{ top: number, height: number }} whole CSS pixels
 */
export function paintedBand(pageHeight) {
  const height = Math.min(2 * innerHeight, Math.floor(pageHeight));
  const top = Math.min(scrollY - innerHeight / 2, pageHeight - height);
  return { top: Math.max(0, Math.floor(top)), height };
}

/** Whether what is seen lies in the band. @param {{ top: number, height: number }} band @param {number} pageHeight */
export function bandCovers(band, pageHeight) {
  const isBelowStart = scrollY >= band.top;
  const isAboveEnd = Math.min(scrollY + innerHeight, pageHeight) <= band.top + band.height + 1;
  return isBelowStart && isAboveEnd;
}
