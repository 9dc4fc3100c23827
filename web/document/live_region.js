// Announces messages through the two live regions that the host page carries from the start, outside the portal root:
// regions that come later, or stand in a blocked part of the page, are not read. At most one message a second, so
// that none cuts off another.

const PAUSE_MILLISECONDS = 1000;
const LONGEST_QUEUE = 4;
// Read as nothing, but makes a repeated message a change.
const ZERO_WIDTH_SPACE = "\u200b";

/** @typedef {{ text: string, isAssertive: boolean }} Message */

export class LiveRegion {
  /** @type {Message[]} */
  #waiting = [];
  #isPausing = false;

  /** @param {string} text @param {boolean} isAssertive */
  announce(text, isAssertive) {
    if (text === "") return;
    const message = { text, isAssertive };
    if (!isAssertive) this.#waiting.push(message);
    else this.#waiting.splice(this.#waiting.filter((waiting) => waiting.isAssertive).length, 0, message);
    // Old news is worth less than new: someone typing quickly wants the last count of results.
    if (this.#waiting.length > LONGEST_QUEUE) {
      const oldestPolite = this.#waiting.findIndex((waiting) => !waiting.isAssertive);
      this.#waiting.splice(Math.max(oldestPolite, 0), 1);
    }
    if (!this.#isPausing) this.#showNext();
  }

  #showNext() {
    const message = this.#waiting.shift();
    this.#isPausing = message !== undefined;
    if (message === undefined) return;
    const region = document.getElementById(message.isAssertive ? "announce-assertive" : "announce-polite");
    if (region !== null) {
      region.textContent = region.textContent === message.text ? message.text + ZERO_WIDTH_SPACE : message.text;
    }
    setTimeout(() => this.#showNext(), PAUSE_MILLISECONDS);
  }
}
