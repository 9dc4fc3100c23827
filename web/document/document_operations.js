// The operations of a change list that concern the document as a whole. Each is one line here and has its own module.
import { saveFile } from "./saved_file.js";
import { isAllowedUrl } from "./url_allow_list.js";

/** @typedef {import("./page_parts.js").PageParts} PageParts */

export class DocumentOperations {
  #page;

  /** @param {PageParts} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {boolean} isAssertive @param {string} text */
  announce(isAssertive, text) {
    this.#page.liveRegion.announce(text, isAssertive);
  }

  /** @param {string} title @param {string} language @param {string} direction */
  setDocument(title, language, direction) {
    if (document.title !== title) document.title = title;
    this.#page.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction === "rtl" ? "rtl" : "ltr";
  }

  /** @param {string} url */
  pushUrl(url) {
    this.#page.history.push(url);
  }

  /** @param {string} url */
  replaceUrl(url) {
    this.#page.history.replace(url);
  }

  scrollToTop() {
    window.scrollTo(0, 0);
  }

  restoreScroll() {
    this.#page.history.restoreScroll();
  }

  /** @param {string} anchor */
  scrollTo(anchor) {
    document.getElementById(anchor)?.scrollIntoView();
  }

  /** @param {string} url */
  openUrl(url) {
    if (isAllowedUrl(url)) location.assign(url);
  }

  /** @param {string} name @param {string} value */
  setView(name, value) {
    this.#page.view.set(name, value);
  }

  forgetView() {
    this.#page.view.forget();
  }

  /** @param {string} language @param {string} text */
  speak(language, text) {
    this.#page.speech.speak(language, text);
  }

  /** @param {string} name @param {string} content */
  saveFile(name, content) {
    saveFile(name, content);
  }

  /** @param {boolean} isWanted */
  askBeforeLeaving(isWanted) {
    this.#page.leaving.ask(isWanted);
  }

  print() {
    // Printing blocks, and its events would come back into the engine while it is still at work.
    setTimeout(() => window.print(), 0);
  }
}
