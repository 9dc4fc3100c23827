// Asks before the page is closed while it holds what is kept nowhere else. Listening has a price (browsers then do not
// keep the page for the way back), so only while it is wanted.

export class Leaving {
  #isAsking = false;

  /** @param {boolean} isWanted */
  ask(isWanted) {
    if (isWanted === this.#isAsking) return;
    this.#isAsking = isWanted;
    if (isWanted) addEventListener("beforeunload", askFirst);
    else removeEventListener("beforeunload", askFirst);
  }
}

/** @param {BeforeUnloadEvent} event */
function askFirst(event) {
  event.preventDefault();
}
