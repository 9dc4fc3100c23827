// Finds the scenes of the page and has each drawn when it comes into view; the part of web/canvas/ that every page
// carries. What draws them is loaded by the first scene. Whatever fails, the scene's described alternative stands
// there, with one sentence.

import { DRAWN, kindOf } from "./scene_kinds.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("./scene_drawing.js").SceneDrawing} SceneDrawing */
/** @typedef {typeof import("../canvas.js")} DrawingScript */
/** @typedef {import("./canvas_module.js").CanvasAddresses} CanvasAddresses */

// Drawn before it is seen.
const AHEAD = "200px";
// Browsers keep 8 to 16 drawing contexts and take the oldest away. Of more, those are closed that nobody sees, and
// drawn again when they come back.
const MOST_OPEN = 5;

export class SceneWatcher {
  #engine;
  #addresses;
  /** @type {Map<Element, SceneDrawing | null>} null: not drawn (yet) */
  #scenes = new Map();
  #inSight = new IntersectionObserver((entries) => this.#noteSight(entries), { rootMargin: AHEAD });
  #forcedColours = matchMedia("(forced-colors: active)");
  /** @type {Promise<DrawingScript> | null} */
  #script = null;
  #language = document.documentElement.lang;

  /**
   * @param {Engine} engine
   * @param {CanvasAddresses} addresses
   */
  constructor(engine, addresses) {
    this.#engine = engine;
    this.#addresses = addresses;
    this.#forcedColours.addEventListener("change", () => this.#startAnew());
  }

  /** After each change of the page. */
  look() {
    const { container } = this.#engine.page.root;
    for (const [figure, drawing] of this.#scenes) {
      if (container.contains(figure) && figure.matches(DRAWN)) continue;
      this.#inSight.unobserve(figure);
      this.#scenes.delete(figure);
      drawing?.close();
    }
    for (const figure of container.querySelectorAll(DRAWN)) {
      if (this.#scenes.has(figure)) continue;
      this.#scenes.set(figure, null);
      this.#inSight.observe(figure);
    }
    if (![...this.#scenes.values()].some((drawing) => drawing !== null)) this.#engine.stopTelling();
    this.#followLanguage();
  }

  #followLanguage() {
    const { lang } = document.documentElement;
    if (lang === this.#language) return;
    this.#language = lang;
    for (const [figure, drawing] of this.#scenes) {
      drawing?.speak();
      const sentence = figure.querySelector(".st-scene__status");
      if (sentence !== null) sentence.textContent = this.#engine.word(kindOf(figure).notDrawn);
    }
  }

  /** What the engine says of the page. @param {Uint8Array} bytes @param {boolean} isWhole */
  tell(bytes, isWhole) {
    for (const drawing of this.#scenes.values()) drawing?.tell(bytes, isWhole);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #noteSight(entries) {
    for (const { target, isIntersecting } of entries) {
      const drawing = this.#scenes.get(target);
      if (drawing === undefined) continue;
      if (drawing === null) {
        if (isIntersecting) void this.#draw(/** @type {HTMLElement} */ (target));
        continue;
      }
      drawing.isInSight = isIntersecting;
      // To the end of the map: what was seen last is closed last.
      this.#scenes.delete(target);
      this.#scenes.set(target, drawing);
    }
  }

  /** @param {HTMLElement} figure */
  async #draw(figure) {
    if (figure.dataset.drawing !== undefined) return;
    if (this.#forcedColours.matches) {
      this.#say(figure);
      return;
    }
    figure.dataset.drawing = "loading";
    try {
      this.#script ??= /** @type {Promise<DrawingScript>} */ (import(this.#addresses.script));
      const { SceneDrawing } = await this.#script;
      if (!this.#scenes.has(figure)) return;
      const drawing = new SceneDrawing(figure, this.#engine, this.#addresses, (why) => this.#giveUp(figure, why));
      this.#scenes.set(figure, drawing);
      this.#closeUnseen();
      await drawing.open();
    } catch (error) {
      this.#script = null;
      this.#giveUp(figure, error);
    }
  }

  #closeUnseen() {
    const open = [...this.#scenes].filter(([, drawing]) => drawing !== null);
    let tooMany = open.length - MOST_OPEN;
    for (const [figure, drawing] of open) {
      if (tooMany <= 0) return;
      if (drawing === null || !drawing.isUnused) continue;
      this.#scenes.set(figure, null);
      drawing.close();
      tooMany--;
    }
  }

  /** @param {HTMLElement} figure @param {unknown} why */
  #giveUp(figure, why) {
    const drawing = this.#scenes.get(figure);
    // More than one thing may fail at once; one sentence is enough.
    if (drawing === undefined || figure.dataset.drawing === "failed") return;
    this.#scenes.set(figure, null);
    drawing?.close();
    this.#say(figure);
    console.warn(`stadttor: the scene is not drawn: ${String(why)}`);
  }

  /** That the alternative stands for the drawing. @param {HTMLElement} figure */
  #say(figure) {
    figure.dataset.drawing = "failed";
    const sentence = document.createElement("p");
    sentence.className = "st-scene__status";
    sentence.setAttribute("role", "status");
    figure.prepend(sentence);
    // A live region speaks of what comes into it, not of what it came with.
    sentence.textContent = this.#engine.word(kindOf(figure).notDrawn);
  }

  #startAnew() {
    for (const [figure, drawing] of this.#scenes) {
      drawing?.close();
      this.#scenes.delete(figure);
      this.#inSight.unobserve(figure);
      figure.querySelector(".st-scene__status")?.remove();
      delete (/** @type {HTMLElement} */ (figure).dataset.drawing);
    }
    this.look();
  }
}
