// Forty marked values, typed into an application, into "Meine Daten" and as a passphrase, in Chromium and in Firefox: none of them is in
// a request, the console, a title, an address, or any file the browser leaves on the disk; and nobody but the portal is asked for anything.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { canary, CanarySearch } from "./support/canary_search.mjs";
import { reasonWithoutCity, repository, startCity } from "./support/city.mjs";
import { startRecordingProxy } from "./support/recording_proxy.mjs";
import { firefoxProgram, reasonWithoutFirefox } from "./support/other_browsers.mjs";

const require = createRequire(join(repository, ".build/node/package.json"));
const chromium = process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium";
const FORM = "/de/antraege/hund-anmelden";
const WORDS = Array.from({ length: 40 }, (_, number) => canary(number));
const PATIENCE_MILLISECONDS = 60_000;
// What browsers remember for the citizen by themselves: entries of fields, and of tabs that are to be restored. Only autocomplete="off"
// keeps them from it, and WCAG 2.2, 1.3.5 asks personal fields to say the opposite. The passphrase is in none of them either.
const BROWSERS_OWN_MEMORY = /^(Default\/(Web Data|Sessions\/)|formhistory\.sqlite|sessionstore)/;

const reasonWithoutChromium = () => reasonWithoutCity() || (existsSync(chromium) ? "" : `Chromium is not at ${chromium}`);

/**
 * @typedef {object} Visit
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(script: string) => Promise<any>} evaluate the value of an expression
 * @property {() => Promise<unknown>} close ends the browser, so that it writes what it wants to keep
 */

/** What was seen on the way. */
class Witness {
  /** @type {Set<string>} */
  origins = new Set();
  /** @type {(string | Buffer)[]} */
  told = [];

  /** @param {string} url */
  request(url) {
    this.told.push(url);
    if (/^(https?|wss?):/.test(url)) this.origins.add(new URL(url).origin);
  }
}

/** The city, and whatever is said to it. @param {Witness} witness */
async function startCityWith(witness) {
  const city = await startCity();
  const proxy = await startRecordingProxy(city.port, (heard) => witness.told.push(heard));
  const stop = async () => {
    await proxy.stop();
    await city.stop();
  };
  return { origin: proxy.origin, log: city.log, stop };
}

/** @param {string} profile @param {Witness} witness @returns {Promise<Visit>} */
async function startChromium(profile, witness) {
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
async function startFirefox(profile, witness) {
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

/** @param {Visit} visit @param {string} condition an expression */
async function until(visit, condition) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await visit.evaluate(`Boolean(${condition})`))) {
    assert.ok(Date.now() < end, `it did not come to ${condition}; the page says: ${await visit.evaluate("document.querySelector('main')?.innerText.slice(0, 600)")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** In the page. Types as a keyboard does: the browser itself puts the text into the focused field. */
function typeInto(/** @type {string[]} */ words) {
  /** @type {HTMLInputElement[]} */
  const fields = [...document.querySelectorAll("main input, main textarea")].map((field) => /** @type {HTMLInputElement} */ (field));
  let used = 0;
  for (const field of fields) {
    const isForWords = !["radio", "checkbox", "file", "search", "hidden"].includes(field.type) && !/numeric|decimal/.test(field.inputMode);
    const word = words[used];
    if (!isForWords || field.value !== "" || field.getClientRects().length === 0 || word === undefined) continue;
    field.focus();
    document.execCommand("insertText", false, field.type === "email" ? `${word}@beispiel.example` : word);
    used += 1;
  }
  return used;
}

class Journey {
  /** Words that were typed. */
  used = 0;

  /** @param {Visit} visit @param {string} origin @param {Witness} witness */
  constructor(visit, origin, witness) {
    this.visit = visit;
    this.origin = origin;
    this.witness = witness;
  }

  async types() {
    this.used += await this.visit.evaluate(`(${typeInto})(${JSON.stringify(WORDS.slice(this.used))})`);
    await this.looks();
  }

  /** What a passer-by could read: title and address. */
  async looks() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    this.witness.told.push(await this.visit.evaluate("document.title + ' ' + location.href"));
  }

  /** @param {string} selector @param {string} words of the control */
  async presses(selector, words) {
    const control = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.textContent.trim() === ${JSON.stringify(words)})`;
    await until(this.visit, control);
    await this.visit.evaluate(`void ${control}.click()`);
    await this.looks();
  }

  /** @param {string} ending of the link's address */
  async follows(ending) {
    const link = `document.querySelector('main a[href$="${ending}"]')`;
    await until(this.visit, link);
    await this.visit.evaluate(`void ${link}.click()`);
    await until(this.visit, `location.pathname.endsWith("${ending}")`);
    await this.looks();
  }

  /** @param {number} group @param {number} answer */
  async chooses(group, answer) {
    const radio = `document.querySelectorAll("main [role=radiogroup]")[${group}]?.querySelectorAll("input")[${answer}]`;
    await until(this.visit, radio);
    await this.visit.evaluate(`void ${radio}.click()`);
    await this.looks();
  }

  async isKept() {
    await this.follows("meine-daten/merken");
    await until(this.visit, 'document.querySelector("main input[autocomplete=new-password]")');
    await this.types();
    await this.presses("main button", "Code erzeugen");
    await until(this.visit, 'document.querySelectorAll("main input[type=checkbox]").length > 1');
    await this.visit.evaluate('void [...document.querySelectorAll("main input[type=checkbox]")].at(-1).click()');
    await this.looks();
    await this.presses("main button", "Auf diesem Gerät merken");
    await until(this.visit, 'document.querySelector(\'main a[href$="/meine-daten"]\') && document.querySelector("main").innerText.includes("Geöffnet")');
  }

  async goes() {
    await this.visit.goto(this.origin + FORM);
    await until(this.visit, 'document.documentElement.dataset.engine === "ready"');
    await this.chooses(0, 0);
    await this.chooses(1, 1);
    await this.isKept();
    await this.follows("/meine-daten");
    await this.follows("/meine-daten/angaben");
    await this.presses("main button", "Mich eintragen");
    await this.types();
    await this.presses("main button", "Angaben speichern");
    while (!(await this.visit.evaluate(`location.pathname === "${FORM}"`))) {
      await this.visit.evaluate("history.back()");
      await this.looks();
    }
    await this.presses("main button", "Weiter");
    await until(this.visit, 'document.querySelectorAll("main input").length > 6');
    await this.types();
    // What is missing is told, and what is there stays where it is.
    await this.presses("main button", "Weiter");
    for (let person = 0; this.used < WORDS.length && person < 4; ++person) await this.adds();
  }

  /** Another person in "Meine Daten", for the words that are left. */
  async adds() {
    await this.follows("/meine-daten");
    await this.follows("/meine-daten/angaben");
    await this.presses("main button", "Weitere Person hinzufügen");
    await this.types();
    await this.presses("main button", "Angaben speichern");
    await this.visit.evaluate("history.go(-2)");
    await until(this.visit, `location.pathname.startsWith("${FORM}")`);
  }
}

/** @param {string} name @param {string} reason @param {(profile: string, witness: Witness) => Promise<Visit>} start */
function testIn(name, reason, start) {
  test(`in ${name} forty marked values appear nowhere but in the page`, { skip: reason || false, timeout: 300_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "stadttor-canaries-"));
    const witness = new Witness();
    const city = await startCityWith(witness);
    const search = new CanarySearch(WORDS);
    try {
      const visit = await start(profile, witness);
      let isClosed = false;
      try {
        const journey = new Journey(visit, city.origin, witness);
        await journey.goes();
        assert.equal(journey.used, WORDS.length, "all of them were typed");
        await new Promise((resolve) => setTimeout(resolve, 2000));
        await visit.close();
        isClosed = true;
      } finally {
        if (!isClosed) await visit.close().catch(() => {});
      }
      assert.deepEqual(witness.told.flatMap((text) => search.in(text)), [], "in requests, console, titles and addresses");
      assert.deepEqual([...witness.origins], [city.origin], "who was asked");
      assert.deepEqual(search.in(city.log()), [], "in the server's log");
      const kept = search.inFolder(profile);
      assert.deepEqual(kept.filter((found) => !BROWSERS_OWN_MEMORY.test(found)), [], "in the files of the profile");
      assert.deepEqual(kept.filter((found) => found.includes(String(WORDS[0]))), [], "the passphrase, anywhere");
    } finally {
      await city.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  test(`in ${name} a value that a page gives away would be found`, { skip: reason || false, timeout: 120_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "stadttor-canaries-"));
    const witness = new Witness();
    const city = await startCityWith(witness);
    const [kept, asked, titled, posted] = WORDS;
    try {
      const visit = await start(profile, witness);
      await visit.goto(`${city.origin}/de/?${asked}`);
      await visit.evaluate(`void localStorage.setItem("angabe", ${JSON.stringify(kept)})`);
      await visit.evaluate(`fetch("/nirgends", { method: "POST", body: ${JSON.stringify(posted)} }).then(() => true)`);
      await visit.evaluate(`void (document.title = ${JSON.stringify(titled)})`);
      witness.told.push(await visit.evaluate("document.title"));
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await visit.close();
      const told = witness.told.flatMap((text) => new CanarySearch(WORDS).in(text));
      assert.deepEqual([...new Set(told)].sort(), [asked, posted, titled].sort());
      const files = new CanarySearch(WORDS).inFolder(profile).join("\n");
      assert.match(files, new RegExp(String(kept)));
      assert.match(files, new RegExp(String(asked)), "in the history");
    } finally {
      await city.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

testIn("Chromium", reasonWithoutChromium(), startChromium);
testIn("Firefox", reasonWithoutCity() || reasonWithoutFirefox(), startFirefox);
