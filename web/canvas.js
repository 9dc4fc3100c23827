// The entry module of what draws scenes, loaded by web/canvas/scene_watcher.js with the first of them.
export { SceneDrawing } from "./canvas/scene_drawing.js";
