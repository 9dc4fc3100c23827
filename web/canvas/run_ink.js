// Writes runs of text for a scene with the browser's own text, on a small canvas that is then copied into a texture:
// kerning, shaping and the page's font come with it, and no font has to be loaded.

const decoder = new TextDecoder();

// Hebrew, Arabic, and their forms for presentation.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export class RunInk {
  canvas = document.createElement("canvas");
  #context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
  #family = "sans-serif";
  /** @type {CanvasDirection} */
  #direction = "ltr";

  /** The page's font and direction as they are now. @param {Element} element whose text it is */
  follow(element) {
    const style = getComputedStyle(element);
    this.#family = style.fontFamily;
    this.#direction = style.direction === "rtl" ? "rtl" : "ltr";
  }

  /** @param {Uint8Array} text UTF-8 @param {number} size CSS pixels @param {boolean} isBold */
  measure(text, size, isBold) {
    this.#context.font = this.#font(size, isBold);
    return this.#context.measureText(decoder.decode(text)).width;
  }

  /**
   * @param {{ columns: number, rows: number, ratio: number }} place in device pixels
   * @param {Uint8Array} text
   * @param {number} size
   * @param {boolean} isBold
   * @param {number} colour as Dear ImGui packs it
   * @param {number} halo
   */
  write({ columns, rows, ratio }, text, size, isBold, colour, halo) {
    const context = this.#context;
    const words = decoder.decode(text);
    // Also clears it.
    this.canvas.width = columns;
    this.canvas.height = rows;
    context.scale(ratio, ratio);
    context.font = this.#font(size, isBold);
    // Names of German streets and "1 km" run from left to right on an Arabic page, too.
    context.direction = RIGHT_TO_LEFT.test(words) ? this.#direction : "ltr";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.2;
    context.strokeStyle = cssColour(halo);
    context.fillStyle = cssColour(colour);
    const [x, y] = [columns / ratio / 2, rows / ratio / 2];
    context.strokeText(words, x, y);
    context.fillText(words, x, y);
  }

  /** @param {number} size @param {boolean} isBold */
  #font(size, isBold) {
    return `${isBold ? 600 : 400} ${size}px ${this.#family}`;
  }
}

/** @param {number} packed red in the lowest byte */
function cssColour(packed) {
  return `rgb(${packed & 255} ${(packed >>> 8) & 255} ${(packed >>> 16) & 255})`;
}
