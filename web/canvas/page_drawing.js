// Draws the page's surfaces on one canvas in the scrolled content, behind the text: measures, lets the canvas module
// paint, and moves the canvas along. Frames only after a cause; where the context is lost, the document shows itself.
import { newPageModule } from "./page_module.js";
import { bandCovers, paintedBand, rectanglesOf, ringAround } from "./page_geometry.js";
import { pageContext } from "./page_context.js";
import { lookOf, watchSurroundings } from "./scene_surroundings.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("./canvas_module.js").CanvasAddresses} CanvasAddresses */
/** @typedef {import("./page_module.js").PageModule} PageModule */

/**
 * @typedef {object} DrawingEvents
 * @property {() => void} drawn the page has its surfaces on the canvas
 * @property {() => void} lost they are gone; the document has to show its own, now
 * @property {(why: unknown) => void} failed
 */

const SHARPEST = 3;
// What every browser can allocate.
const MOST_ROWS = 8192;
const NO_KEY = { high: 0, low: 0 };

export class PageDrawing {
  #engine;
  #addresses;
  #events;
  #canvas = document.createElement("canvas");
  #closing = new AbortController();
  #sizes = new ResizeObserver(() => this.#wake("measure"));
  /** @type {PageModule | null} */
  #module = null;
  #hasTree = false;
  #isShown = false;
  #isStale = true;
  #willDraw = false;
  #frame = 0;
  #band = { top: 0, height: 0 };
  #pageHeight = 0;

  /** @param {Engine} engine @param {CanvasAddresses} addresses @param {DrawingEvents} events */
  constructor(engine, addresses, events) {
    this.#engine = engine;
    this.#addresses = addresses;
    this.#events = events;
    this.#canvas.className = "st-drawn-page";
    this.#canvas.setAttribute("aria-hidden", "true");
  }

  /** @returns {Promise<boolean>} false: it had better not be drawn on this device */
  async open() {
    const context = pageContext(this.#canvas);
    if (context === null) return false;
    await this.#begin(context);
    const { signal } = this.#closing;
    if (signal.aborted) return true;
    this.#canvas.addEventListener("webglcontextlost", (event) => this.#lose(event), { signal });
    this.#canvas.addEventListener("webglcontextrestored", () => void this.#goOn(context), { signal });
    this.#listen();
    return true;
  }

  close() {
    this.#closing.abort();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#module = null;
    this.#canvas.remove();
    // Browsers keep only so many contexts; this one is not needed any more.
    this.#canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  }

  /** @param {Uint8Array} bytes changes of the page's tree @param {boolean} isWhole */
  tell(bytes, isWhole) {
    if (this.#module === null || isWhole === this.#hasTree) return;
    if (!this.#module.change(bytes)) {
      this.#events.failed("what the engine tells does not fit the page");
      return;
    }
    this.#hasTree = true;
    this.#isStale = true;
    // In the frame that changes the page, or its text would stand on what was there before.
    if (!this.#willDraw) queueMicrotask(() => this.#draw());
    this.#willDraw = true;
  }

  /** @param {WebGL2RenderingContext} context */
  async #begin(context) {
    const module = await newPageModule(this.#addresses, context, (what) => this.#events.failed(what));
    if (this.#closing.signal.aborted) return;
    this.#module = module;
    this.#hasTree = false;
    this.#takeLook();
    this.#engine.tellTree();
  }

  #listen() {
    const { signal } = this.#closing;
    const { container } = this.#engine.page.root;
    const measured = { signal, capture: true, passive: true };
    this.#sizes.observe(container);
    for (const cause of ["toggle", "load", "transitionend"]) {
      container.addEventListener(cause, () => this.#wake("measure"), measured);
    }
    addEventListener("resize", () => this.#wake("measure"), { signal });
    document.fonts.addEventListener("loadingdone", () => this.#wake("measure"), { signal });
    document.addEventListener("scroll", (event) => this.#scrolled(event), measured);
    watchSurroundings(() => {
      this.#takeLook();
      this.#wake("measure");
    }, signal);
    for (const cause of ["focusin", "focusout"]) {
      container.addEventListener(cause, () => this.#wake("draw"), { signal });
    }
    container.addEventListener("pointerover", (event) => this.#hover(event.target), { signal, passive: true });
    document.documentElement.addEventListener("pointerleave", () => this.#hover(null), { signal });
  }

  /** @param {Event} event */
  #scrolled(event) {
    // What scrolls within the page moves there.
    if (event.target !== document) this.#wake("measure");
    else if (!bandCovers(this.#band, this.#pageHeight)) this.#wake("draw");
  }

  /** @param {EventTarget | null} target */
  #hover(target) {
    const key = target instanceof Element ? this.#engine.keyOf(target) : NO_KEY;
    if (this.#module?.hover(key) === true) this.#wake("draw");
  }

  #takeLook() {
    if (this.#module === null) return;
    const { lines, isDark } = lookOf(document.body, this.#module.names);
    this.#module.takeLook(lines, isDark);
  }

  /** @param {"measure" | "draw"} need */
  #wake(need) {
    if (need === "measure") this.#isStale = true;
    if (this.#frame !== 0 || this.#module === null || !this.#hasTree) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    this.#willDraw = false;
    const module = this.#module;
    if (module === null || !this.#hasTree) return;
    if (this.#isStale) this.#measure(module);
    this.#isStale = false;
    const ring = ringAround(document.activeElement);
    module.ring(ring === null ? NO_KEY : this.#engine.keyOf(ring.element), ring?.rectangles ?? new Float32Array(0));
    this.#placeCanvas(module);
    module.draw(this.#band.top);
    if (this.#isShown) return;
    this.#isShown = true;
    this.#engine.page.root.container.prepend(this.#canvas);
    this.#events.drawn();
  }

  /** @param {PageModule} module */
  #measure(module) {
    const { container, portal } = this.#engine.page.root;
    const wanted = module.wanted(document.documentElement.clientWidth);
    module.place(rectanglesOf(wanted, ({ high, low, part }) => this.#engine.elementOfKey(high, low, part)));
    const { bottom } = (portal.isConnected ? portal : container).getBoundingClientRect();
    this.#pageHeight = bottom + scrollY;
  }

  /** @param {PageModule} module */
  #placeCanvas(module) {
    this.#band = paintedBand(this.#pageHeight);
    const { top, height } = this.#band;
    const width = document.documentElement.clientWidth;
    const ratio = Math.min(Math.max(devicePixelRatio, 1), SHARPEST, MOST_ROWS / Math.max(height, width));
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    const canvas = this.#canvas;
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    canvas.style.transform = `translateY(${top}px)`;
    module.resize(width, height, ratio);
  }

  /** @param {Event} event */
  #lose(event) {
    this.#module = null;
    this.#isShown = false;
    this.#canvas.remove();
    // Without this the browser would not give it back.
    event.preventDefault();
    this.#events.lost();
  }

  /** @param {WebGL2RenderingContext} context */
  async #goOn(context) {
    try {
      await this.#begin(context);
    } catch (error) {
      this.#events.failed(error);
    }
  }
}
