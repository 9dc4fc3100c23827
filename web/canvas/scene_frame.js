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
 * @param {HTMLElement} figure
 * @param {(key: string) => string} word
 * @param {(key: number) => void} press of the scene's keys
 * @param {HTMLButtonElement | null} nearMe
 * @returns {SceneFrame}
 */
export function addSceneFrame(figure, word, press, nearMe) {
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
  // The page may go on in another language.
  const speak = () => {
    frame.setAttribute("aria-label", `${figure.getAttribute("aria-label") ?? ""}: ${word(kind.keys)}`);
    for (const [button, name] of named) {
      button.title = word(name);
      button.setAttribute("aria-label", word(name));
    }
    if (nearMe !== null) nearMe.textContent = word("scene.near_me");
  };
  speak();
  frame.append(canvas, buttons);
  if (nearMe !== null) frame.append(nearMe);
  figure.prepend(frame);
  return { frame, canvas, speak, release: () => frame.remove() };
}
