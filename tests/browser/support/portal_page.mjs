// The portal as a citizen meets it: what is on the page by role and name, and what one does with it. Names come from the language
// files.
import assert from "node:assert/strict";
import { wordsOf } from "./words.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

const LANGUAGE_NAMES = /** @type {Record<string, string>} */ ({
  de: "Deutsch",
  "de-simple": "Leichte Sprache",
  en: "English",
  tr: "Türkçe",
  uk: "Українська",
  ar: "العربية",
});

export class PortalPage {
  /** @param {Page} page @param {string} origin @param {string} language */
  constructor(page, origin, language) {
    this.page = page;
    this.origin = origin;
    this.language = language;
    this.words = wordsOf(language);
  }

  get context() {
    return this.page.context();
  }

  /** Goes there and waits for the engine. @param {string} [path] */
  async open(path = `/${this.language}/`) {
    const response = await this.visit(path);
    await this.engineReady();
    return response;
  }

  /** Goes there, whatever becomes of the engine. @param {string} path */
  async visit(path) {
    // From one address to another that differs behind "#" only, the browser would stay on the page.
    if (this.page.url().split("#")[0] === `${this.origin}${path}`.split("#")[0]) await this.page.goto("about:blank");
    return this.page.goto(`${this.origin}${path}`);
  }

  /** @param {"ready" | "failed"} [state] */
  async engineReady(state = "ready") {
    await this.page.waitForFunction(() => document.documentElement.dataset.engine !== undefined);
    assert.equal(await this.page.evaluate(() => document.documentElement.dataset.engine), state, "state of the engine");
    await this.settled();
  }

  /**
   * Until a script in the page finds that it is so; unlike Playwright's own waiting it may be asynchronous.
   * @param {() => Promise<boolean>} isSo
   */
  async until(isSo) {
    const end = Date.now() + 60_000;
    while (!(await this.page.evaluate(isSo))) {
      assert.ok(Date.now() < end, `it did not come to ${isSo}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Until the page has drawn what it has been told. */
  async settled() {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
    );
  }

  /** The date of the visit, in milliseconds since 1970; timers go on as ever. For pages opened after it. @param {number} time */
  async setTime(time) {
    await this.context.addInitScript((time) => {
      const now = () => time;
      globalThis.Date = new Proxy(Date, {
        construct: (target, parts) => Reflect.construct(target, parts.length === 0 ? [time] : parts),
        get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
      });
    }, time);
  }

  // -- what is there

  get path() {
    const { pathname, search, hash } = new URL(this.page.url());
    return decodeURI(pathname + search + hash);
  }

  /** @param {string | RegExp} path */
  async arrivedAt(path) {
    await this.page.waitForURL((url) => {
      const here = decodeURI(url.pathname + url.search + url.hash);
      return typeof path === "string" ? here === path : path.test(here);
    });
  }

  get heading() {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** @param {string} text */
  async shows(text) {
    await this.page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();
  }

  get main() {
    return this.page.getByRole("main");
  }

  get search() {
    return this.page.getByRole("combobox", { name: this.words("search.field") });
  }

  get suggestions() {
    return this.page.getByRole("listbox", { name: this.words("search.suggestions") }).getByRole("option");
  }

  get chosenSuggestion() {
    return this.page.getByRole("option", { selected: true });
  }

  get results() {
    return this.main.getByRole("list").filter({ has: this.page.getByRole("paragraph") }).first().getByRole("listitem");
  }

  /** @param {string} name */
  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** @param {string} name */
  link(name) {
    return this.page.getByRole("link", { name, exact: true });
  }

  /** The name of what has the focus, with its element: "h1: Hund anmelden". */
  async focused() {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      if (active === null) return "nothing";
      return `${active.tagName.toLowerCase()}: ${(active.getAttribute("aria-label") ?? active.textContent ?? "").trim()}`;
    });
  }

  async title() {
    return this.page.title();
  }

  // -- what one does

  /** Key by key. @param {string} text */
  async types(text) {
    await this.search.click();
    await this.search.pressSequentially(text, { delay: 5 });
  }

  /** @param {string} query */
  async searchesFor(query) {
    await this.types(query);
    await this.page.keyboard.press("Enter");
    await this.arrivedAt(`/${this.language}/suche#q=${query}`);
    await this.results.first().waitFor();
  }

  get languageMenu() {
    const current = LANGUAGE_NAMES[this.language] ?? this.language;
    return this.page.locator("summary", { hasText: this.words("languages.choose", { language: current }) });
  }

  async opensLanguages() {
    if (!(await this.languagesAreOpen())) await this.languageMenu.click();
  }

  async languagesAreOpen() {
    return this.languageMenu.evaluate((summary) => summary.parentElement?.hasAttribute("open") === true);
  }

  /** @param {string} language @returns {Promise<PortalPage>} the same page in that language */
  async switchesTo(language) {
    await this.opensLanguages();
    await this.page
      .getByRole("list", { name: this.words("languages.label") })
      .getByRole("link", { name: LANGUAGE_NAMES[language] ?? language, exact: true })
      .click();
    await this.page.waitForFunction((language) => document.documentElement.lang === language, language);
    return new PortalPage(this.page, this.origin, language);
  }

  /** A view setting. @param {string} group @param {string} value both keys of texts */
  async chooses(group, value) {
    await this.page
      .getByRole("radiogroup", { name: this.words(group) })
      .getByRole("radio", { name: this.words(value), exact: true })
      .check();
    await this.settled();
  }

  async scrollTop() {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** @param {number} y */
  async scrollsTo(y) {
    await this.page.evaluate((y) => {
      window.scrollTo(0, y);
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, y);
  }
}
