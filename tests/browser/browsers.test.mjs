// The main journey in the other browsers: open, search, open a service, change the language, go back; a map where they cannot draw; and an
// application that is filled in, kept, sent and followed; an appointment that is booked and cancelled; a report (in Firefox canaries.test.mjs,
// appointment_canaries.test.mjs and report_privacy.test.mjs do that).
import assert from "node:assert/strict";
import { test } from "node:test";
import { BookingJourney } from "./support/booking_journey.mjs";
import { reasonWithoutCity, startCity } from "./support/city.mjs";
import { Journey } from "./support/journey.mjs";
import { PASSPHRASE } from "./support/kept_data.mjs";
import { reasonWithoutFirefox, reasonWithoutWebKit, startFirefox, startWebKit } from "./support/other_browsers.mjs";
import { SERVICE } from "./support/page_kinds.mjs";
import { ReportJourney } from "./support/report_journey.mjs";
import { wordsOf } from "./support/words.mjs";

/** @typedef {import("./support/other_browsers.mjs").OtherBrowser} OtherBrowser */

const STEP_MILLISECONDS = 60_000;
const SEARCH = 'input[role="combobox"]';
const words = wordsOf("de");

/**
 * @param {OtherBrowser} browser
 * @param {string} what for the message
 * @param {string} body a script that returns whether it is so
 */
async function until(browser, what, body) {
  const end = Date.now() + STEP_MILLISECONDS;
  for (;;) {
    // A page on its way to the next one answers nothing.
    const isSo = await browser.evaluate(body).catch(() => false);
    if (isSo === true) return;
    if (Date.now() > end) {
      const state = await browser.evaluate(
        "return location.href + ' engine: ' + document.documentElement.dataset.engine + ' ' + document.querySelector('h1')?.textContent",
      );
      assert.fail(`not ${what}: ${state}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {OtherBrowser} browser */
const engineReady = (browser) => until(browser, "ready", "return document.documentElement.dataset.engine === 'ready'");

/** @param {OtherBrowser} browser @param {string} text */
const shows = (browser, text) =>
  until(browser, `showing "${text}"`, `return document.querySelector("h1")?.textContent === ${JSON.stringify(text)}`);

/** @param {OtherBrowser} browser @param {string} path */
const arrivedAt = (browser, path) =>
  until(browser, `at ${path}`, `return decodeURI(location.pathname + location.hash) === ${JSON.stringify(path)}`);

/** @param {OtherBrowser} browser @param {string} origin */
async function mainJourney(browser, origin) {
  await browser.goto(`${origin}/de/`);
  await engineReady(browser);
  await shows(browser, words("start.heading", { city: "Musterstadt" }));

  await browser.type(SEARCH, "hunt anmeldn");
  await until(browser, "suggesting", "return document.querySelectorAll('[role=option]').length > 0");
  assert.equal(await browser.evaluate("return document.querySelector('[role=option]').textContent"), "Hund anmelden");
  await browser.press("ArrowDown");
  await until(browser, "choosing", "return document.querySelector('[role=option][aria-selected=true]') !== null");
  await browser.press("Escape");
  await until(browser, "closed", "return document.querySelector('[role=option]') === null");
  assert.equal(await browser.evaluate(`return document.querySelector('${SEARCH}').value`), "hunt anmeldn");
  await browser.press("Enter");
  await arrivedAt(browser, "/de/suche#q=hunt anmeldn");
  await shows(browser, words("search.heading", { query: "hunt anmeldn" }));
  const result = `main a[href="/de/leistungen/${SERVICE}"]`;
  await until(browser, "answering", `return document.querySelector('${result}') !== null`);

  await browser.evaluate("globalThis.sameDocument = true");
  await browser.click(result);
  await arrivedAt(browser, `/de/leistungen/${SERVICE}`);
  await shows(browser, "Hund anmelden");
  await until(browser, "focused", "return document.activeElement === document.querySelector('h1')");
  assert.equal(await browser.evaluate("return document.title"), "Hund anmelden – Musterstadt");
  assert.equal(await browser.evaluate("return globalThis.sameDocument === true"), true, "without loading anew");

  await browser.click("header summary");
  await browser.click(`header a[href="/en/leistungen/${SERVICE}"]`);
  await arrivedAt(browser, `/en/leistungen/${SERVICE}`);
  await until(browser, "English", "return document.documentElement.lang === 'en'");
  assert.notEqual(await browser.evaluate("return document.querySelector('h1').textContent"), "Hund anmelden");

  await browser.back();
  await arrivedAt(browser, `/de/leistungen/${SERVICE}`);
  await shows(browser, "Hund anmelden");
  await until(browser, "German", "return document.documentElement.lang === 'de'");
  await browser.back();
  await arrivedAt(browser, "/de/suche#q=hunt anmeldn");
  await until(browser, "answering again", `return document.querySelector('${result}') !== null`);
  assert.equal(await browser.evaluate(`return document.querySelector('${SEARCH}').value`), "hunt anmeldn");
  assert.equal(await browser.evaluate("return document.documentElement.dataset.engine"), "ready");
}

/** The map's list stands there, with one sentence for the drawing. @param {OtherBrowser} browser @param {string} origin */
async function alternativeStands(browser, origin) {
  const MAP = "document.querySelector('.st-scene--map')";
  assert.equal(await browser.evaluate("return document.createElement('canvas').getContext('webgl2')"), null, "nothing can be drawn");
  await browser.goto(`${origin}/de/stadtplan`);
  await engineReady(browser);
  await browser.evaluate(`${MAP}.scrollIntoView()`);
  await until(browser, "given up", `return ${MAP}.dataset.drawing === 'failed'`);
  const sentences = await browser.evaluate(`return [...${MAP}.querySelectorAll('[role=status]')].map((one) => one.textContent)`);
  assert.deepEqual(sentences, [words("scene.not_drawn")]);
  assert.ok((await browser.evaluate(`return ${MAP}.querySelectorAll('a').length`)) > 50, "the list is complete");
  const top = `${MAP}.querySelector('a').getBoundingClientRect().top - ${MAP}.getBoundingClientRect().top`;
  assert.ok((await browser.evaluate(`return ${top}`)) < 300, "no place is kept for what does not come");
}

/** @param {OtherBrowser} browser */
const visitIn = (browser) => ({
  goto: browser.goto,
  evaluate: (/** @type {string} */ script) => browser.evaluate(`return (${script})`),
  close: browser.close,
});

/** @param {OtherBrowser} browser @param {string} origin */
async function booksAnAppointment(browser, origin) {
  const journey = new BookingJourney(visitIn(browser), origin, []);
  await browser.goto(`${origin}/de/termine`);
  await engineReady(browser);
  await journey.books("Personalausweis beantragen", { "Vor- und": "Änne Özdemir", "E-Mail": "aenne@beispiel.example" });
  for (const region of ["Das brauchen Sie", "Anfahrt", "Erinnern lassen"]) await journey.says(region);
  await journey.cancels();
}

/** @param {OtherBrowser} browser @param {string} origin */
async function sendsAReport(browser, origin) {
  const journey = new ReportJourney(visitIn(browser), origin);
  await journey.begins();
  await journey.fillsIn({ street: "Münzgasse", note: "dritte Laterne", words: "Laterne dunkel", description: "Seit Montag, frißt Strom" });
  await journey.sends();
}

/** @param {OtherBrowser} browser @param {string} origin */
async function sendsAnApplication(browser, origin) {
  const words = ["Änne", "Öz", ...Array.from({ length: 12 }, (_, number) => `Wotan${"abcdefghijkl"[number]}`)];
  const journey = new Journey(visitIn(browser), origin, words);
  await journey.isKeptAndFilledIn(PASSPHRASE, "Er frißt gern Äpfel.", "impfpass.png");
  await journey.sends();
  const [{ entry }] = /** @type {[{ entry: any }]} */ (await journey.takesTheLedger());
  assert.equal(entry.files.length, 1);
  assert.equal(entry.hashes.length, 3);
}

for (const { name, reason, start } of [
  { name: "Firefox", reason: reasonWithoutFirefox(), start: startFirefox },
  { name: "WebKitGTK", reason: reasonWithoutWebKit(), start: startWebKit },
]) {
  const skip = reason !== "" ? reason : reasonWithoutCity();
  /** @param {(browser: OtherBrowser, origin: string) => Promise<void>} visit @param {{ hasWebGl?: boolean }} [options] */
  const inBrowser = (visit, options) => async () => {
    const city = await startCity();
    /** @type {OtherBrowser | null} */
    let browser = null;
    try {
      browser = await start(options);
      await visit(browser, city.origin);
    } finally {
      await browser?.close();
      await city.stop();
    }
  };
  const options = { skip: skip || false, timeout: 300_000 };
  test(`a citizen finds, opens and changes the language of a service, and goes back, in ${name}`, options, inBrowser(mainJourney));
  if (name === "WebKitGTK") {
    test("an application is filled in, kept, sent and followed, and noted in the ledger, in WebKitGTK", options, inBrowser(sendsAnApplication));
    test("an appointment is booked, read and cancelled in WebKitGTK", options, inBrowser(booksAnAppointment));
    test("a defect is reported, and has its number from the city, in WebKitGTK", options, inBrowser(sendsAReport));
  }
  test(`a map that cannot be drawn leaves its list and one sentence, in ${name}`, options, inBrowser(alternativeStands, { hasWebGl: false }));
}
