// Which presentation is wanted: the document, or the drawn one beside it (web/canvas/canvas_presentation.js), which is
// loaded only then. The citizen's choice goes before the embedding page's, that before the city's.
import { ownAttribute } from "./view_settings.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./canvas/canvas_module.js").CanvasAddresses} CanvasAddresses */
/** @typedef {import("./canvas/canvas_presentation.js").CanvasPresentation} CanvasPresentation */

// How a page around the portal asks for it (web/stadttor_portal.js): the name it gives the frame.
const FRAME_NAME = "stadttor:canvas";

/** @returns {"canvas" | "document"} without the citizen's choice */
export function usualPresentation() {
  const isAsked = window.parent !== window && window.name === FRAME_NAME;
  return isAsked || document.documentElement.dataset.usualPresentation === "canvas" ? "canvas" : "document";
}

export class Presentation {
  #engine;
  #addresses;
  /** @type {CanvasPresentation | null} */
  #canvas = null;
  #isWanted = false;
  #observer = new MutationObserver(() => void this.#follow());

  /** @param {Engine} engine @param {CanvasAddresses} addresses */
  constructor(engine, addresses) {
    this.#engine = engine;
    this.#addresses = addresses;
    this.#observer.observe(document.documentElement, { attributeFilter: [ownAttribute("presentation")] });
    void this.#follow();
  }

  /** What is on the page has to be told. */
  get listens() {
    return this.#canvas !== null;
  }

  /** @param {Uint8Array} bytes @param {boolean} isWhole */
  tell(bytes, isWhole) {
    this.#canvas?.tell(bytes, isWhole);
  }

  /** The engine has failed: what stands on the page is a document. */
  close() {
    this.#isWanted = false;
    this.#observer.disconnect();
    this.#canvas?.close();
    this.#canvas = null;
  }

  async #follow() {
    const wish = document.documentElement.getAttribute(ownAttribute("presentation")) ?? usualPresentation();
    this.#isWanted = wish === "canvas";
    if (!this.#isWanted) {
      this.#canvas?.close();
      this.#canvas = null;
      this.#engine.givesWay("");
      return;
    }
    if (this.#canvas !== null) return;
    try {
      /** @type {typeof import("./canvas.js")} */
      const { CanvasPresentation } = await import(this.#addresses.script);
      // The citizen may have thought better of it.
      if (this.#isWanted) this.#canvas ??= new CanvasPresentation(this.#engine, this.#addresses);
    } catch (error) {
      this.#engine.givesWay("device");
      console.warn(`stadttor: the page is not drawn: ${String(error)}`);
    }
  }
}
