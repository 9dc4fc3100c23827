// The address bar and the way back: pushes and replaces addresses, tells when the citizen goes back or forward, and
// keeps where each entry was scrolled to.
import { namesAPage } from "./link_policy.js";

/** @typedef {{ entry: number, x: number, y: number }} EntryState */

export class PageHistory {
  #entry = 0;
  #lastEntry = 0;
  // Positions of entries left by going back or forward: by then the browser no longer lets their state be written.
  /** @type {Map<number, EntryState>} */
  #left = new Map();
  #shownPage = "";
  // Where the page stood before the changes under way: afterwards a shorter page may have moved it. Told by the
  // browser's scroll events, which come before anything is built in a frame: asking has the page laid out at each key.
  #place = { x: 0, y: 0 };
  #isRunning = false;
  /** @type {(url: string) => void} */
  #open = () => {};
  /** @type {() => void} told after each change of address */
  onChange = () => {};

  /** @param {(url: string) => void} open told the address to show when the citizen goes back or forward */
  start(open) {
    this.#open = open;
    this.#isRunning = true;
    const state = stateOf(history.state);
    this.#entry = state?.entry ?? 0;
    this.#lastEntry = this.#entry;
    this.#shownPage = pageOf(location.href);
    history.scrollRestoration = "manual";
    history.replaceState(this.#currentState(), "");
    addEventListener("popstate", this.#popped);
    addEventListener("pagehide", this.#hidden);
    addEventListener("pageshow", this.#shown);
    addEventListener("scroll", this.#scrolled, { passive: true });
    this.#scrolled();
  }

  // Without an engine the browser does it again.
  stop() {
    this.#isRunning = false;
    history.scrollRestoration = "auto";
  }

  /** @param {string} address */
  push(address) {
    const url = ownUrl(address);
    if (url === null) return;
    if (url === location.href) return this.replace(address);
    history.replaceState({ entry: this.#entry, ...this.#place }, "");
    this.#lastEntry += 1;
    this.#entry = this.#lastEntry;
    // Entries ahead are gone, and their numbers come again.
    this.#left.delete(this.#entry);
    history.pushState({ entry: this.#entry, x: 0, y: 0 }, "", url);
    this.#changed();
  }

  /** @param {string} address */
  replace(address) {
    const url = ownUrl(address);
    if (url === null) return;
    history.replaceState(this.#currentState(), "", url);
    this.#changed();
  }

  #scrolled = () => {
    this.#place = { x: Math.round(scrollX), y: Math.round(scrollY) };
  };

  restoreScroll() {
    const state = this.#left.get(this.#entry) ?? stateOf(history.state);
    const anchor = location.hash === "" ? null : document.getElementById(decodedHash());
    if ((state === undefined || (state.x === 0 && state.y === 0)) && anchor !== null) anchor.scrollIntoView();
    else window.scrollTo(state?.x ?? 0, state?.y ?? 0);
  }

  #popped = () => {
    const isSamePage = pageOf(location.href) === this.#shownPage;
    if (!this.#isRunning) {
      // The engine is gone and the address is another page's: only the server can show it.
      if (!isSamePage) location.reload();
      return;
    }
    this.#left.set(this.#entry, this.#currentState());
    const state = stateOf(history.state);
    if (state === undefined) {
      // A link within the page: the browser has scrolled there and made an entry of its own.
      this.#lastEntry += 1;
      this.#entry = this.#lastEntry;
      history.replaceState(this.#currentState(), "");
    } else {
      this.#entry = state.entry;
    }
    if (isSamePage) {
      if (state !== undefined) this.restoreScroll();
      return;
    }
    this.#changed();
    this.#open(location.href);
  };

  // For reloads and for the way back from another site the browser restores the prerendered page best by itself.
  #hidden = () => {
    if (!this.#isRunning) return;
    history.replaceState(this.#currentState(), "");
    history.scrollRestoration = "auto";
  };

  #shown = () => {
    if (this.#isRunning) history.scrollRestoration = "manual";
  };

  #changed() {
    this.#shownPage = pageOf(location.href);
    this.onChange();
  }

  /** @returns {EntryState} */
  #currentState() {
    return { entry: this.#entry, x: Math.round(scrollX), y: Math.round(scrollY) };
  }
}

/** @param {string} address @returns {string | null} null for an address on another origin */
function ownUrl(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.href : null;
}

/** @param {string} url */
function pageOf(url) {
  const hash = url.indexOf("#");
  return hash < 0 || namesAPage(url.slice(hash)) ? url : url.slice(0, hash);
}

/** @param {unknown} state @returns {EntryState | undefined} */
function stateOf(state) {
  if (typeof state !== "object" || state === null || !("entry" in state) || !("x" in state) || !("y" in state)) {
    return undefined;
  }
  const { entry, x, y } = state;
  if (typeof entry !== "number" || typeof x !== "number" || typeof y !== "number") return undefined;
  return { entry, x, y };
}

function decodedHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}
