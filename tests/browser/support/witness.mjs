// A browser with a profile of its own, and everything that is heard of it on the way to the city: requests, addresses, the console.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { reasonWithoutCity, repository, startCity } from "./city.mjs";
import { firefoxProgram } from "./other_browsers.mjs";
import { headOf, startRecordingProxy } from "./recording_proxy.mjs";

/** @typedef {import("./journey.mjs").Visit} Visit */

const require = createRequire(join(repository, ".build/node/package.json"));
const chromium = process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium";
const PATIENCE_MILLISECONDS = 60_000;
// What Chromium remembers for the citizen by itself: entries of fields that say what they are for, as WCAG 2.2, 1.3.5 asks of personal
// fields. Nothing of the passphrase is in it. Neither browser's tabs remember anything, nor Firefox's fields, because the form says so.
export const BROWSERS_OWN_MEMORY = /^Default\/Web Data/;

export const reasonWithoutChromium = () => reasonWithoutCity() || (existsSync(chromium) ? "" : `Chromium is not at ${chromium}`);

/** What was seen on the way. */
export class Witness {
  /** @type {Set<string>} */
  origins = new Set();
  /** @type {(string | Buffer)[]} */
  told = [];
  /** @type {import("./recording_proxy.mjs").Exchange[]} */
  exchanges = [];

  /** @param {import("./recording_proxy.mjs").Exchange} exchange */
  hears(exchange) {
    this.exchanges.push(exchange);
    this.told.push(headOf(exchange), exchange.content);
  }

  /** @param {string} url */
  request(url) {
    this.told.push(url);
    if (/^(https?|wss?):/.test(url)) this.origins.add(new URL(url).origin);
  }
}

/** The city, and whatever is said to it. @param {Witness} witness */
export async function startCityWith(witness) {
  const city = await startCity();
  const proxy = await startRecordingProxy(city.port, (heard) => witness.hears(heard));
  const stop = async () => {
    await proxy.stop();
    await city.stop();
  };
  return { origin: proxy.origin, own: city.origin, folder: city.folder, log: city.log, stop };
}

/** @param {string} profile @param {Witness} witness @returns {Promise<Visit>} */
export async function startChromium(profile, witness) {
  /** @type {typeof import("playwright-core")} */
  const { chromium: engine } = require("playwright-core");
  const context = await engine.launchPersistentContext(profile, {
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  context.on("request", (request) => witness.request(request.url()));
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => witness.told.push(message.text()));
  return { goto: (url) => page.goto(url), evaluate: (script) => page.evaluate(script), close: () => context.close() };
}

/** @param {string} profile @param {Witness} witness @returns {Promise<Visit>} */
export async function startFirefox(profile, witness) {
  const browser = await require("puppeteer-core").launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: firefoxProgram(),
    headless: true,
    userDataDir: profile,
    timeout: PATIENCE_MILLISECONDS,
    extraPrefsFirefox: { "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false },
  });
  const page = await browser.newPage();
  page.on("request", (/** @type {any} */ request) => witness.request(request.url()));
  page.on("console", (/** @type {any} */ message) => witness.told.push(message.text()));
  return { goto: (url) => page.goto(url), evaluate: (script) => page.evaluate(script), close: () => browser.close() };
}
