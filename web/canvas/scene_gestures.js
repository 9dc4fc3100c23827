// Pointers, wheel and keys of a drawn scene. What they mean is decided in C++ (scenes/view/view_gestures); a choice is
// handed on as the place where it was made.

/** @typedef {import("./canvas_module.js").CanvasExports} CanvasExports */

// In the order of view::SceneKey.
/** @type {Readonly<Record<string, number>>} */
const KEYS = Object.freeze({
  ArrowLeft: 0,
  ArrowRight: 1,
  ArrowUp: 2,
  ArrowDown: 3,
  "+": 4,
  "=": 4,
  "-": 5,
  "0": 6,
  Home: 7,
  End: 8,
  Escape: 9,
});
export const ZOOM_IN = 4;
export const ZOOM_OUT = 5;
export const SHOW_ALL = 6;

// One notch of a mouse wheel is 100 to 120 pixels; trackpads send many small ones.
const PIXELS_A_STEP = 240;
const PIXELS_A_LINE = 32;

/**
 * @typedef {object} GestureTargets
 * @property {HTMLElement} frame takes the keys
 * @property {HTMLCanvasElement} canvas takes the pointers
 * @property {boolean} isMovable can be dragged and zoomed
 * @property {(act: (scene: CanvasExports) => boolean | void) => void} enter into the module, and draws afterwards
 * @property {(key: number) => boolean} press false: the key means nothing here
 * @property {(x: number, y: number) => void} choose
 * @property {() => boolean} enterKey false: it means nothing to this scene
 * @property {AbortSignal} signal
 */

/** @param {GestureTargets} targets */
export function listenToGestures({ frame, canvas, isMovable, enter, press, choose, enterKey, signal }) {
  /** @param {MouseEvent} event @returns {[number, number]} */
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const held = new Set();
  let isChoice = false;
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      held.add(event.pointerId);
      isChoice = false;
      enter((scene) => scene._stadttor_scene_press(event.pointerId, ...place(event), event.timeStamp / 1000));
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (held.has(event.pointerId)) {
        // With few frames a second, only all of them together tell how fast the hand was.
        const path = event.getCoalescedEvents?.() ?? [];
        enter((scene) => {
          for (const one of path.length > 0 ? path : [event]) {
            scene._stadttor_scene_move(event.pointerId, ...place(one), one.timeStamp / 1000);
          }
        });
        return;
      }
      if (event.pointerType === "mouse") hover(place(event));
    },
    { signal },
  );
  // Only what changes is drawn anew.
  let isOver = false;
  /** @param {[number, number]} at */
  const hover = (at) => {
    enter((scene) => {
      const found = scene._stadttor_scene_find(...at) !== 0;
      canvas.style.cursor = found ? "pointer" : "";
      const isNews = found || isOver;
      isOver = found;
      if (isNews) scene._stadttor_scene_hover();
      return isNews;
    });
  };
  canvas.addEventListener("pointerleave", () => hover([-1000, -1000]), { signal });
  canvas.addEventListener(
    "pointerup",
    (event) => {
      if (!held.delete(event.pointerId)) return;
      enter((scene) => void (isChoice = scene._stadttor_scene_release(event.pointerId, event.timeStamp / 1000) !== 0));
    },
    { signal },
  );
  // Not before: after a finger was lifted the browser still moves the focus to what it had pressed.
  canvas.addEventListener(
    "click",
    (event) => {
      if (isChoice) choose(...place(event));
      isChoice = false;
    },
    { signal },
  );
  canvas.addEventListener(
    "pointercancel",
    () => {
      held.clear();
      enter((scene) => scene._stadttor_scene_cancel());
    },
    { signal },
  );
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!isMovable) return;
      // Who scrolls the page past the map wants to pass it; after a press on the map, or with Ctrl, the wheel is the
      // map's.
      if (!event.ctrlKey && !event.metaKey && !frame.contains(document.activeElement)) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PIXELS_A_LINE : event.deltaY;
      // Pinching on a trackpad arrives as small steps with Ctrl.
      const steps = -pixels / (event.ctrlKey && Math.abs(pixels) < 40 ? PIXELS_A_STEP / 4 : PIXELS_A_STEP);
      enter((scene) => scene._stadttor_scene_wheel(steps, ...place(event)));
    },
    { signal, passive: false },
  );
  frame.addEventListener(
    "keydown",
    (event) => {
      if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter" && enterKey()) event.preventDefault();
      const key = KEYS[event.key];
      if (key === undefined) return;
      if (press(key)) event.preventDefault();
    },
    { signal },
  );
}
