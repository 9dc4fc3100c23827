// The entry module of what draws: scenes, loaded by web/canvas/scene_watcher.js with the first of them, and whole
// pages, loaded by web/presentation.js where they are wanted.
export { CanvasPresentation } from "./canvas/canvas_presentation.js";
export { SceneDrawing } from "./canvas/scene_drawing.js";
