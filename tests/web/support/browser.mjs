// Headless Chromium for the tests of one file, and pages in it that fail the test on any error nobody expected.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before } from "node:test";
import { repository, Site } from "./site.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {typeof import("playwright-core")} */
const playwright = createRequire(join(repository, ".build/node/package.json"))("playwright-core");

export const BROWSER_OPTIONS = {
  executablePath: process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

const SHELL_END =
  '<div id="announce-polite" aria-live="polite"></div><div id="announce-assertive" aria-live="assertive"></div></body></html>';

/** @param {string} body @param {string} [attributes] of <html> @param {string} [head] */
export function html(body, attributes = "", head = "") {
  return `<!doctype html><html lang="de" ${attributes}><head><meta charset="utf-8"><title>Test</title>${head}</head><body>${body}${SHELL_END}`;
}

const PATIENCE_MILLISECONDS = 20_000;

/**
 * Playwright's waitForFunction takes the promise of an async function for "yes"; this waits for its answer.
 * @param {Page} page
 * @param {() => Promise<boolean>} isSo runs in the page
 */
export async function waitUntil(page, isSo) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await page.evaluate(isSo))) {
    if (Date.now() > end) throw new Error(`waited in vain: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function withBrowser() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Site} */
  let site;
  /** @type {import("playwright-core").BrowserContext[]} */
  const contexts = [];
  /** @type {string[]} */
  let errors = [];

  before(async () => {
    browser = await playwright.chromium.launch(BROWSER_OPTIONS);
    site = await new Site().start();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    site.isDown = false;
    site.files.clear();
    const seen = errors;
    errors = [];
    assert.deepEqual(seen, [], "errors in the page");
  });

  return {
    get site() {
      return site;
    },
    /** Errors of the page so far; they count as expected from then on. */
    takeErrors() {
      const taken = errors;
      errors = [];
      return taken;
    },
    /** @param {import("playwright-core").BrowserContextOptions} [options] */
    async newPage(options) {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MILLISECONDS);
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      return page;
    },
    /**
     * A page that shows `body`, with test() of page_under_test.mjs at hand.
     * @param {string} body
     * @param {string} [attributes]
     */
    async open(body, attributes = "") {
      const script = '<script type="module" src="/tests/web/support/page_under_test.mjs"></script>';
      site.files.set("/test.html", html(body, attributes, script));
      const page = await this.newPage();
      await page.goto(`${site.origin}/test.html`);
      return page;
    },
  };
}
