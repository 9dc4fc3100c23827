// The elements the browser side puts into a scene's figure: a region that can have the focus, the canvas, and, where
// the scene can be moved, real buttons for what gestures do.
import { SHOW_ALL, ZOOM_IN, ZOOM_OUT } from "./scene_gestures.js";
import { kindOf } from "./scene_kinds.js";

/** @typedef {{ frame: HTMLElement, canvas: HTMLCanvasElement, speak: () => void, release: () => void }} SceneFrame */

const BUTTONS = /** @type {const} */ ([
  ["scene.zoom_in", "+", ZOOM_IN],
  ["scene.zoom_out", "−", ZOOM_OUT],
  ["scene.show_all", "⤢", SHOW_ALL],
]);

/**
 * @typedef {object} FrameDeeds
 * @property {(key: number) => void} press of the scene's keys
 * @property {(() => void) | null} pickMiddle chooses the middle of what is seen
 * @property {HTMLButtonElement | null} nearMe
 */

/**
 * @param {HTMLElement} figure
 * @param {(key: string) => string} word
 * @param {FrameDeeds} deeds
 * @returns {SceneFrame}
 */
export function addSceneFrame(figure, word, { press, pickMiddle, nearMe }) {
  const frame = document.createElement("div");
  frame.className = "st-scene__drawing";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const buttons = document.createElement("div");
  buttons.className = "st-scene__buttons";
  /** @type {[HTMLButtonElement, string][]} */
  const named = [];
  const kind = kindOf(figure);
  for (const [name, sign, key] of kind.isMovable ? BUTTONS : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "st-scene__button";
    button.textContent = sign;
    button.addEventListener("click", () => press(key));
    buttons.append(button);
    named.push([button, name]);
  }
  const picking = pickMiddle === null ? null : document.createElement("button");
  if (picking !== null && pickMiddle !== null) {
    picking.type = "button";
    picking.className = "st-scene__button st-scene__button--wide";
    picking.addEventListener("click", pickMiddle);
  }
  // The page may go on in another language.
  const speak = () => {
    const keys = [word(kind.keys), ...(picking === null ? [] : [word("scene.keys_pick")])].join(", ");
    frame.setAttribute("aria-label", `${figure.getAttribute("aria-label") ?? ""}: ${keys}`);
    if (picking !== null) picking.textContent = word("scene.pick_middle");
    for (const [button, name] of named) {
      button.title = word(name);
      button.setAttribute("aria-label", word(name));
    }
    if (nearMe !== null) nearMe.textContent = word("scene.near_me");
  };
  speak();
  frame.append(canvas, buttons);
  for (const wide of [nearMe, picking]) if (wide !== null) frame.append(wide);
  figure.prepend(frame);
  return { frame, canvas, speak, release: () => frame.remove() };
}
