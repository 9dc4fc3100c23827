// A line of text that nobody sees, to learn whether the citizen's browser changes how text is set: spacing, lines,
// fonts, sizes. One element for the whole page; watching it costs nothing until its size changes.

const USUAL_SIZE = 16;
const USUAL_LINE = 1.5;

class TextProbe {
  #holder = document.createElement("div");
  #line = document.createElement("p");
  #tiny = document.createElement("p");

  constructor() {
    this.#holder.className = "st-text-probe";
    this.#holder.setAttribute("aria-hidden", "true");
    this.#tiny.className = "st-text-probe__tiny";
    this.#line.textContent = this.#tiny.textContent = "Aa Bb";
    this.#holder.append(this.#line, this.#tiny);
  }

  hasOwnSpacing() {
    const style = this.#styleOf(this.#line);
    const wanted = getComputedStyle(document.documentElement).getPropertyValue("--kern-typography-font-family-default");
    const line = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    const hasOwnFont = wanted !== "" && firstFamily(style.fontFamily) !== firstFamily(wanted);
    const gaps = [style.letterSpacing, style.wordSpacing, style.marginBlockEnd];
    const isApart = gaps.some((length) => Number.parseFloat(length) > 0);
    return isApart || hasOwnFont || Math.abs(line - USUAL_LINE) > 0.01;
  }

  hasOwnSize() {
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    // A least size of text that the browser keeps.
    const tiny = Number.parseFloat(this.#styleOf(this.#tiny).fontSize);
    return size !== USUAL_SIZE || tiny > 1;
  }

  /** @param {() => void} changed @param {AbortSignal} signal */
  watch(changed, signal) {
    this.#attach();
    const sizes = new ResizeObserver(changed);
    sizes.observe(this.#line);
    sizes.observe(this.#tiny);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  remove() {
    this.#holder.remove();
  }

  /** @param {Element} element */
  #styleOf(element) {
    this.#attach();
    return getComputedStyle(element);
  }

  #attach() {
    if (!this.#holder.isConnected) document.body.append(this.#holder);
  }
}

/** @param {string} families */
function firstFamily(families) {
  return (families.split(",")[0] ?? "").replace(/["']/g, "").trim();
}

/** @type {TextProbe | null} */
let probe = null;

export function textProbe() {
  probe ??= new TextProbe();
  return probe;
}
