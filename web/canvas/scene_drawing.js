// One drawn scene: its canvas, its instance of the canvas module, and its frames, which are drawn only when something
// has changed. Each scene has a WebGL context of its own, so that a lost one takes only that scene with it;
// scene_watcher.js sees to it that there are not too many.
import { newCanvasInstance, putBytes } from "./canvas_module.js";
import { nearMeButton } from "./near_me.js";
import { RunInk } from "./run_ink.js";
import { addSceneFrame } from "./scene_frame.js";
import { listenToGestures } from "./scene_gestures.js";
import { kindOf, picks } from "./scene_kinds.js";
import { coloursAt, textSize, wantsLessMotion, watchSurroundings } from "./scene_surroundings.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("./canvas_module.js").CanvasAddresses} CanvasAddresses */
/** @typedef {import("./canvas_module.js").CanvasInstance} CanvasInstance */
/** @typedef {import("./canvas_module.js").CanvasExports} CanvasExports */

const decoder = new TextDecoder();
// More would not be seen.
const SHARPEST = 3;
// After a pause the map goes on where it was, not where it would have been.
const LONGEST_STEP = 0.05;
const LOSSES_SURVIVED = 1;

export class SceneDrawing {
  #figure;
  #engine;
  #addresses;
  #giveUp;
  #ink = new RunInk();
  #parts;
  #closing = new AbortController();
  #sizes = new ResizeObserver(([entry]) => this.#measure(entry?.devicePixelContentBoxSize?.[0]));
  /** @type {CanvasInstance | null} */
  #instance = null;
  #hasTree = false;
  #isDrawable = false;
  #isInSight = true;
  #isDirty = true;
  #losses = 0;
  #frame = 0;
  #lastFrame = 0;
  /** @type {ResizeObserverSize | null} pixels of the screen that the canvas covers, where the browser tells */
  #pixels = null;
  /** @type {Uint8Array | null} what it is drawn from */
  #source = null;

  /**
   * @param {HTMLElement} figure
   * @param {Engine} engine
   * @param {CanvasAddresses} addresses
   * @param {(why: unknown) => void} giveUp the alternative has to do
   */
  constructor(figure, engine, addresses, giveUp) {
    this.#figure = figure;
    this.#engine = engine;
    this.#addresses = addresses;
    this.#giveUp = giveUp;
    const word = (/** @type {string} */ key) => engine.word(key);
    const nearMe = kindOf(figure).isGeographic && !picks(figure) ? nearMeButton(figure, engine) : null;
    const pickMiddle = picks(figure) ? () => void this.#pickMiddle() : null;
    this.#parts = addSceneFrame(figure, word, { press: (key) => this.#press(key), pickMiddle, nearMe });
  }

  /** @param {boolean} isInSight */
  set isInSight(isInSight) {
    this.#isInSight = isInSight;
    if (isInSight && this.#isDirty) this.#wake();
  }

  /** Nobody sees it or is in it. */
  get isUnused() {
    return !this.#isInSight && !this.#parts.frame.contains(document.activeElement);
  }

  async open() {
    const { signal } = this.#closing;
    const { frame, canvas } = this.#parts;
    await document.fonts.ready;
    await this.#begin();
    if (signal.aborted) return;
    const press = (/** @type {number} */ key) => this.#press(key);
    listenToGestures({
      frame,
      canvas,
      isMovable: kindOf(this.#figure).isMovable,
      enter: (act) => this.#enter(act),
      press,
      choose: (x, y) => this.#choose(x, y),
      enterKey: () => this.#pickMiddle(),
      signal,
    });
    this.#figure.addEventListener("focusin", (event) => this.#noteFocus(event.target), { signal });
    this.#figure.addEventListener("focusout", (event) => this.#noteFocus(event.relatedTarget), { signal });
    canvas.addEventListener("webglcontextlost", (event) => this.#lose(event), { signal });
    canvas.addEventListener("webglcontextrestored", () => void this.#goOn(), { signal });
    watchSurroundings(() => this.#takeLook(), signal);
    document.addEventListener("visibilitychange", () => this.#isDirty && this.#wake(), { signal });
    // Safari does not tell pixels, see #measure.
    const tellsPixels = "devicePixelContentBoxSize" in ResizeObserverEntry.prototype;
    this.#sizes.observe(canvas, tellsPixels ? { box: "device-pixel-content-box" } : {});
  }

  close() {
    this.#closing.abort();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#isDrawable = false;
    this.#instance = null;
    // Browsers keep only so many contexts; this one is not needed any more.
    this.#parts.canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    this.#parts.release();
    delete this.#figure.dataset.drawing;
  }

  /** @param {Uint8Array} bytes changes of the page's tree @param {boolean} isWhole */
  tell(bytes, isWhole) {
    if (this.#instance === null || isWhole === this.#hasTree) return;
    putBytes(this.#instance, bytes);
    if (this.#instance.exports._stadttor_scene_changes() === 0) {
      this.#giveUp("what the engine tells does not fit the page");
      return;
    }
    this.#hasTree = true;
    this.#wake();
  }

  /** The page's language is another one. */
  speak() {
    this.#parts.speak();
    this.#takeLook();
  }

  /** A new instance on this canvas, with the page as it is now. */
  async #begin() {
    const { canvas } = this.#parts;
    const context = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false, stencil: false });
    if (context === null) throw new Error("no WebGL 2");
    const instance = await newCanvasInstance(this.#addresses, context, this.#ink, (what) => this.#giveUp(what));
    if (this.#closing.signal.aborted) return;
    const { high, low } = this.#engine.keyOf(this.#figure);
    const motion = wantsLessMotion() ? 1 : 0;
    if (instance.exports._stadttor_scene_begin(high, low, motion) === 0) throw new Error("WebGL 2 cannot be used");
    this.#instance = instance;
    this.#hasTree = false;
    this.#engine.tellTree();
    this.#source ??= await this.#fetchSource(instance);
    if (this.#closing.signal.aborted) return;
    putBytes(instance, this.#source);
    if (instance.exports._stadttor_scene_make() === 0) throw new Error("what it is drawn from is broken");
    this.#isDrawable = true;
    this.#takeLook();
    this.#measure();
  }

  /** @param {CanvasInstance} instance */
  async #fetchSource(instance) {
    const { exports } = instance;
    const source = textAt(instance, exports._stadttor_scene_source(), exports._stadttor_scene_source_size());
    if (source === "") return new Uint8Array();
    const response = await fetch(source, { signal: this.#closing.signal });
    if (!response.ok) throw new Error(`${source}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /**
   * Into the module, and a frame afterwards.
   * @param {(scene: CanvasExports) => boolean | void} act false: nothing changed
   */
  #enter(act) {
    if (!this.#isDrawable || this.#instance === null) return;
    if (act(this.#instance.exports) !== false) this.#wake();
  }

  /** @param {number} key @returns {boolean} false: it means nothing to this scene */
  #press(key) {
    let isMeant = false;
    this.#enter((scene) => (isMeant = scene._stadttor_scene_key(key) !== 0));
    if (isMeant) this.#sayReadout();
    return isMeant;
  }

  /** What the keys have come to, for those who do not see it. */
  #sayReadout() {
    const instance = /** @type {CanvasInstance} */ (this.#instance);
    const { exports } = instance;
    const text = textAt(instance, exports._stadttor_scene_readout(), exports._stadttor_scene_readout_size());
    if (text !== "") this.#engine.page.liveRegion.announce(text, false);
  }

  #wake() {
    this.#isDirty = true;
    if (this.#frame !== 0 || !this.#isDrawable || !this.#isInSight || document.hidden) return;
    this.#frame = requestAnimationFrame((now) => this.#draw(now));
  }

  /** @param {number} now */
  #draw(now) {
    this.#frame = 0;
    if (!this.#isDrawable || this.#instance === null || this.#parts.canvas.width === 0) return;
    const seconds = Math.min((now - this.#lastFrame) / 1000, LONGEST_STEP);
    this.#lastFrame = now;
    this.#isDirty = false;
    const { exports } = this.#instance;
    const goesOn = exports._stadttor_scene_draw(seconds) !== 0;
    if (exports._stadttor_scene_has_fault() !== 0) {
      this.#giveUp("it cannot be drawn, or not as a whole");
      return;
    }
    if (goesOn) {
      this.#wake();
      return;
    }
    if (this.#figure.dataset.drawing !== "drawn") {
      this.#figure.dataset.drawing = "drawn";
      performance.mark("stadttor-scene-drawn");
    }
  }

  /**
   * As many pixels as the canvas covers on the screen: one more or less, and the browser would blur all of them.
   * @param {ResizeObserverSize | undefined} [told] by the browser; without it they are computed
   */
  #measure(told) {
    const { canvas } = this.#parts;
    const shown = Math.max(devicePixelRatio, 1);
    const ratio = Math.min(shown, SHARPEST);
    this.#pixels = told ?? this.#pixels;
    const box = canvas.getBoundingClientRect();
    const columns = pixelsOf(box.width * shown, this.#pixels?.inlineSize, ratio / shown);
    const rows = pixelsOf(box.height * shown, this.#pixels?.blockSize, ratio / shown);
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
    }
    if (columns === 0 || rows === 0) return;
    this.#enter((scene) => scene._stadttor_scene_size(columns / ratio, rows / ratio, ratio, textSize()));
  }

  /** Colours, motion, text size and sharpness of the page as it is now. */
  #takeLook() {
    if (this.#instance === null) return;
    this.#ink.follow(this.#figure);
    const { lines, isDark } = coloursAt(this.#figure);
    putBytes(this.#instance, new TextEncoder().encode(lines));
    this.#enter((scene) => scene._stadttor_scene_colours(isDark ? 1 : 0));
    this.#enter((scene) => scene._stadttor_scene_motion(wantsLessMotion() ? 1 : 0));
    const isRightToLeft = document.documentElement.dir === "rtl";
    this.#enter((scene) => scene._stadttor_scene_direction(isRightToLeft ? 1 : 0));
    this.#measure();
  }

  /** What stands there is chosen as if its own control had been used. @param {number} x @param {number} y */
  #choose(x, y) {
    const scene = /** @type {CanvasInstance} */ (this.#instance).exports;
    if (scene._stadttor_scene_find(x, y) === 0) {
      this.#pick(x, y);
      return;
    }
    const element = this.#engine.elementOfKey(scene._stadttor_scene_found_high(), scene._stadttor_scene_found_low());
    // A radio button stands in an element of its own, with its label.
    const control = element?.matches("input, button") ? element : (element?.querySelector(":scope > input") ?? null);
    if (control instanceof HTMLInputElement || control instanceof HTMLButtonElement) control.click();
    else if (element instanceof HTMLElement) element.focus();
  }

  /**
   * A place where nothing stands, into the field that takes such.
   * @param {number} x @param {number} y
   * @returns {boolean} false: there is no such field
   */
  #pick(x, y) {
    const instance = /** @type {CanvasInstance} */ (this.#instance);
    const { exports } = instance;
    const size = exports._stadttor_scene_pick(x, y);
    if (size === 0) return false;
    const [high, low] = [exports._stadttor_scene_found_high(), exports._stadttor_scene_found_low()];
    const element = this.#engine.elementOfKey(high, low);
    const field = element instanceof HTMLInputElement ? element : element?.querySelector("input");
    if (!(field instanceof HTMLInputElement)) return false;
    field.value = textAt(instance, exports._stadttor_scene_picked(), size);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  /** The middle of what is seen, which the keys can move. @returns {boolean} */
  #pickMiddle() {
    if (!this.#isDrawable || this.#instance === null) return false;
    const { width, height } = this.#parts.canvas.getBoundingClientRect();
    return this.#pick(width / 2, height / 2);
  }

  /** @param {EventTarget | null} target */
  #noteFocus(target) {
    const { high, low } = target instanceof Element ? this.#engine.keyOf(target) : { high: 0, low: 0 };
    this.#enter((scene) => scene._stadttor_scene_focus(high, low));
  }

  /** @param {Event} event */
  #lose(event) {
    this.#isDrawable = false;
    this.#losses++;
    if (this.#losses > LOSSES_SURVIVED) {
      this.#giveUp("the drawing context was lost twice");
      return;
    }
    // Without this the browser would not give it back.
    event.preventDefault();
  }

  async #goOn() {
    const before = this.#instance?.exports;
    try {
      await this.#begin();
    } catch (error) {
      this.#giveUp(error);
      return;
    }
    if (before === undefined) return;
    const [x, y, zoom] = [before._stadttor_scene_x(), before._stadttor_scene_y(), before._stadttor_scene_zoom()];
    this.#enter((scene) => scene._stadttor_scene_look_at(x, y, zoom));
  }
}

/**
 * What the browser told may be of an older size, or of another ratio than the page's.
 * @param {number} computed @param {number | undefined} told @param {number} share of them that is drawn
 */
function pixelsOf(computed, told, share) {
  return Math.round((told !== undefined && Math.abs(told - computed) < 1 ? told : computed) * share);
}

/** @param {CanvasInstance} instance @param {number} at @param {number} size */
function textAt({ memory }, at, size) {
  return decoder.decode(memory().slice(at, at + size));
}
