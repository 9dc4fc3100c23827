// What the kinds of scenes need of the browser side; part of what every page carries. How they are drawn is C++'s
// matter (src/presentation/imgui/scenes/), the place they have is shell/styles/scene.css's.

/** @typedef {{ keys: string, notDrawn: string, isMovable: boolean, isGeographic: boolean }} SceneKind */

/** @type {Readonly<Record<string, SceneKind>>} */
const KINDS = Object.freeze({
  "st-scene--map": { keys: "scene.keys", notDrawn: "scene.not_drawn", isMovable: true, isGeographic: true },
  "st-scene--plan": { keys: "scene.keys", notDrawn: "scene.not_drawn_plan", isMovable: true, isGeographic: false },
  "st-scene--chart": {
    keys: "scene.keys_chart",
    notDrawn: "scene.not_drawn_chart",
    isMovable: false,
    isGeographic: false,
  },
});

export const DRAWN = Object.keys(KINDS).map((name) => `.${name}`).join(", ");

/** Has a field that takes places where nothing stands. @param {Element} figure */
export function picks(figure) {
  return kindOf(figure).isGeographic && figure.querySelector('input[type="text"]') !== null;
}

/** @param {Element} figure one that matches DRAWN @returns {SceneKind} */
export function kindOf(figure) {
  const name = Object.keys(KINDS).find((one) => figure.classList.contains(one)) ?? "st-scene--map";
  return /** @type {SceneKind} */ (KINDS[name]);
}
