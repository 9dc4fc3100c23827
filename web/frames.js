// When the engine's frame comes. With the browser's next one, before it is painted; or, where the citizen sees already
// what was done (a key in a field, a ticked box), after that one is painted: a key is shown as soon as without an
// engine, and what follows from it one frame later.

export class Frames {
  #run;
  #frame = 0;
  #canWait = false;
  #isPainting = false;
  #painted = new MessageChannel();

  /** @param {() => void} run */
  constructor(run) {
    this.#run = run;
    this.#painted.port1.onmessage = () => {
      this.#isPainting = false;
      // One that cannot wait was asked for meanwhile, and does this one's work.
      if (this.#frame === 0) this.#run();
    };
  }

  /** @param {boolean} canWait until what is on the page has been painted */
  request(canWait) {
    if (canWait && this.#isPainting) return;
    this.#canWait = canWait && (this.#canWait || this.#frame === 0);
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#isPainting = this.#canWait;
      if (this.#canWait) this.#painted.port2.postMessage(null);
      else this.#run();
    });
  }

  cancel() {
    cancelAnimationFrame(this.#frame);
    this.#painted.port1.onmessage = null;
  }
}
