// Headless Chromium and the city server for the tests of one file: one browser, a fresh context for each page. A test fails on any
// error nobody expected: in the console, in a script, a refused address (Content-Security-Policy), a request elsewhere.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { reasonWithoutCity, repository, startCity } from "./city.mjs";
import { PortalPage } from "./portal_page.mjs";

/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */
/** @typedef {import("playwright-core").Page} Page */

const require = createRequire(join(repository, ".build/node/package.json"));
const executablePath = process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium";

export const LAUNCH_OPTIONS = {
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    // Scenes are drawn with WebGL; here by software.
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ],
};

const TEST_MILLISECONDS = 600_000;
const STEP_MILLISECONDS = 60_000;

function reasonToSkip() {
  if (!existsSync(executablePath)) return `Chromium is not at ${executablePath}`;
  try {
    require.resolve("playwright-core");
  } catch {
    return "playwright-core is not in .build/node";
  }
  return reasonWithoutCity();
}

/** Kept by a script in the page: what the browser refused, told again through the console. */
function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`refused by ${event.effectiveDirective}: ${event.blockedURI}`);
  });
}

/** @returns {Promise<import("playwright-core").Browser>} */
const launch = () => require("playwright-core").chromium.launch(LAUNCH_OPTIONS);

export function withChromium() {
  const reason = reasonToSkip();
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("./city.mjs").City} */
  let city;
  /** @type {import("playwright-core").BrowserContext[]} */
  const contexts = [];
  /** @type {import("./city.mjs").City[]} */
  const otherCities = [];
  /** @type {string[]} */
  let errors = [];

  if (reason === "") {
    before(async () => {
      browser = await launch();
      city = await startCity();
    });
    after(async () => {
      await browser?.close();
      await city?.stop();
    });
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close().catch(() => {});
      for (const other of otherCities.splice(0)) await other.stop();
      const seen = errors;
      errors = [];
      assert.deepEqual(seen, [], "errors in the page");
    });
  }

  /** @param {import("playwright-core").BrowserContext} context @param {string[]} origins */
  function watch(context, origins) {
    context.on("request", (request) => {
      const url = request.url();
      if (/^(?:data|blob):/.test(url) || origins.includes(new URL(url).origin)) return;
      errors.push(`request elsewhere: ${url}`);
    });
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("console", (message) => {
      if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
    });
  }

  return {
    /**
     * A case, skipped with the reason where there is no browser.
     * @param {string} sentence
     * @param {() => Promise<void>} body
     */
    test(sentence, body) {
      test(sentence, { skip: reason === "" ? false : reason, timeout: TEST_MILLISECONDS }, body);
    },
    get origin() {
      return city.origin;
    },
    get city() {
      return city;
    },
    /** Errors so far; they count as expected from then on. */
    takeErrors() {
      const taken = errors;
      errors = [];
      return taken;
    },
    /** Another server for this test. @param {{ site?: string, port?: number }} options */
    async startCity(options) {
      const other = await startCity(options);
      otherCities.push(other);
      return other;
    },
    /**
     * A page of its own context. Without a service worker unless it is allowed, for it would hide requests from the test.
     * @param {{ language?: string, origin?: string, scripts?: (() => void)[] } & ContextOptions} [options]
     */
    async newPage({ language = "de", origin = city.origin, scripts = [], ...options } = {}) {
      // One that has died fails the test in which it did, not all that follow.
      if (!browser.isConnected()) browser = await launch();
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        serviceWorkers: "block",
        locale: "de-DE",
        timezoneId: "Europe/Berlin",
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(STEP_MILLISECONDS);
      watch(context, [origin]);
      await context.addInitScript(reportRefusals);
      for (const script of scripts) await context.addInitScript(script);
      const page = await context.newPage();
      return new PortalPage(page, origin, language);
    },
  };
}
