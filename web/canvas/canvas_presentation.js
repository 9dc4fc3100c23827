// The drawn presentation for as long as the citizen wants it: draws where nothing stands against it, and is gone as
// soon as something does. Both are one class on the root element: focus, entries, selection and scroll stay.
import { allCauses } from "./giving_way.js";
import { PageDrawing } from "./page_drawing.js";
import { textProbe } from "./text_probe.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("./canvas_module.js").CanvasAddresses} CanvasAddresses */
/** @typedef {import("./giving_way.js").Reason} Reason */

const LOSSES_SURVIVED = 1;

export class CanvasPresentation {
  #engine;
  #addresses;
  #closing = new AbortController();
  #causes;
  /** @type {PageDrawing | null} */
  #drawing = null;
  /** @type {Reason | ""} which will not change during this visit */
  #lasting = "";
  #losses = 0;
  #isPainted = false;
  #isWaiting = false;

  /** @param {Engine} engine @param {CanvasAddresses} addresses */
  constructor(engine, addresses) {
    this.#engine = engine;
    this.#addresses = addresses;
    const { root } = engine.page;
    this.#causes = allCauses(root.container, () => engine.page.language);
    for (const { watch } of this.#causes) watch(() => this.#decide(), this.#closing.signal);
    this.#decide();
  }

  close() {
    this.#closing.abort();
    this.#whenNotComposing(() => this.#stop());
    textProbe().remove();
  }

  /** @param {Uint8Array} bytes changes of the page's tree @param {boolean} isWhole */
  tell(bytes, isWhole) {
    this.#drawing?.tell(bytes, isWhole);
  }

  #decide() {
    if (this.#closing.signal.aborted) return;
    const reason = this.#lasting || (this.#causes.find(({ applies }) => applies())?.reason ?? "");
    this.#engine.givesWay(reason);
    if ((reason === "") === (this.#drawing !== null)) return;
    this.#whenNotComposing(() => (reason === "" ? this.#start() : this.#stop()));
  }

  /** An input method at work would lose what it has composed. @param {() => void} act */
  #whenNotComposing(act) {
    if (this.#engine.page.edits.composing === null) {
      act();
      return;
    }
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const again = () => {
      this.#isWaiting = false;
      if (this.#closing.signal.aborted) {
        this.#stop();
        return;
      }
      this.#decide();
      this.#show();
    };
    // After those who listen for the entry.
    addEventListener("compositionend", () => setTimeout(again, 0), { once: true });
  }

  #start() {
    if (this.#drawing !== null) return;
    const drawing = new PageDrawing(this.#engine, this.#addresses, {
      drawn: () => {
        this.#isPainted = true;
        this.#show();
      },
      lost: () => this.#lose(),
      failed: (why) => this.#giveUp("device", why),
    });
    this.#drawing = drawing;
    drawing.open().then(
      (isWorthIt) => isWorthIt || this.#giveUp("device", "there is no fast WebGL 2"),
      (error) => this.#giveUp("device", error),
    );
  }

  #show() {
    this.#whenNotComposing(() => this.#isPainted && document.documentElement.classList.add("drawn"));
  }

  #stop() {
    this.#isPainted = false;
    document.documentElement.classList.remove("drawn");
    this.#drawing?.close();
    this.#drawing = null;
  }

  #lose() {
    this.#isPainted = false;
    document.documentElement.classList.remove("drawn");
    if (++this.#losses > LOSSES_SURVIVED) this.#giveUp("lost", "the drawing context was lost twice");
  }

  /** For this visit. @param {Reason} reason @param {unknown} why */
  #giveUp(reason, why) {
    if (this.#closing.signal.aborted) return;
    console.warn(`stadttor: the page is not drawn: ${String(why)}`);
    this.#lasting = reason;
    this.#stop();
    this.#engine.givesWay(reason);
  }
}
