// Chromium is ended by SIGKILL at any moment of sending, over and over from the same complete form on the disk: whatever the page has said is
// kept arrives once, what it has not said is still a form to send, and the authority has nothing twice. STADTTOR_KILLS: how often (3; 50
// before a release).
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { reasonWithoutCity, startCity } from "./support/city.mjs";
import { FORM } from "./support/dog_form.mjs";
import { DATA, PASSPHRASE } from "./support/kept_data.mjs";
import { Journey, until } from "./support/journey.mjs";
import { startKillable } from "./support/killable_browser.mjs";
import { startRecordingProxy } from "./support/recording_proxy.mjs";
import { BROWSER_OPTIONS } from "../web/support/browser.mjs";

const CONTINUE = "Hund anmelden weiter ausfüllen";
const KILLS = Number(process.env.STADTTOR_KILLS ?? 3);
const reason = reasonWithoutCity() || (existsSync(BROWSER_OPTIONS.executablePath) ? "" : "Chromium is not there");

/** @typedef {import("./support/recording_proxy.mjs").Exchange} Exchange */

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} profile */
async function startVisit(profile) {
  const { context, kill } = await startKillable(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const visit = {
    goto: (/** @type {string} */ url) => page.goto(url),
    evaluate: (/** @type {string} */ script) => page.evaluate(script),
    close: async () => {
      const session = await context.newCDPSession(page);
      await session.send("Browser.close").catch(() => {});
      await pause(1000);
    },
  };
  return { visit, page, kill };
}

/** @typedef {Awaited<ReturnType<typeof startVisit>>} KillableVisit */

/** A complete form, kept on the device. @param {string} profile @param {string} origin */
async function fillIn(profile, origin) {
  const { visit, kill } = await startVisit(profile);
  try {
    await fillInThere(visit, origin);
    await visit.close();
  } finally {
    await kill();
  }
}

/** @param {import("./support/journey.mjs").Visit} visit @param {string} origin */
async function fillInThere(visit, origin) {
  const journey = new Journey(visit, origin, Array.from({ length: 20 }, (_, number) => `Wotan${"abcdefghijklmnopqrst"[number]}`));
  await journey.begins();
  await journey.isKept(PASSPHRASE);
  while (!(await visit.evaluate(`location.pathname === "${FORM}"`))) {
    await visit.evaluate("history.back()");
    await journey.looks();
  }
  await journey.presses("main button", "Weiter");
  await until(visit, 'document.querySelectorAll("main input").length > 6');
  await journey.fillsInTheKeeper();
  await journey.goesOnTo("hunde");
  await journey.fillsInTheRest("Er beißt nicht.", "impfpass.png");
  await pause(1000);
}

/** @param {KillableVisit} visited @param {string} origin */
async function unlock({ visit, page }, origin) {
  await visit.goto(origin + DATA);
  await until(visit, 'document.documentElement.dataset.engine === "ready" && document.querySelector("main input[autocomplete=current-password]")');
  await page.getByLabel("Passwort", { exact: true }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Öffnen", exact: true }).click();
  await until(visit, 'document.querySelector("main").innerText.includes("Geöffnet")');
}

/** To the page with the button that sends. @param {KillableVisit} visited */
async function comesToTheButton({ visit, page }) {
  await page.getByRole("button", { name: CONTINUE, exact: true }).click();
  await page.getByRole("button", { name: "Weiter zur Übersicht", exact: true }).click();
  await page.getByRole("link", { name: "Weiter: absenden", exact: true }).click();
  await until(visit, '[...document.querySelectorAll("main button")].some((one) => one.textContent.trim() === "Verschlüsselt absenden")');
  await until(visit, 'document.querySelector("main").innerText.includes("gilt bis")');
}

/** Whose last PUT the delivery service has taken. @param {Exchange[]} exchanges */
const arrived = (exchanges) => new Set(exchanges.filter(({ method, path }) => method === "PUT" && /\/submissions\/[^/]+$/.test(path)).map(({ path }) => path)).size;

/**
 * Sends, with an end after so many milliseconds.
 * @param {string} profile @param {string} origin @param {number} moment
 * @returns {Promise<{ isAcknowledged: boolean, took: number }>}
 */
async function sendAndEnd(profile, origin, moment) {
  const visited = await startVisit(profile);
  const { page, visit, kill } = visited;
  let isAcknowledged = false;
  try {
    await unlock(visited, origin);
    await comesToTheButton(visited);
    await page.exposeFunction("acknowledge", () => void (isAcknowledged = true));
    await visit.evaluate(`void setInterval(() => {
      if (location.hash.startsWith("#v=") && /Wird vorbereitet|Wird gesendet|Angekommen/.test(document.querySelector("main").innerText)) globalThis.acknowledge();
    }, 5)`);
    const started = performance.now();
    await visit.evaluate('void [...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === "Verschlüsselt absenden").click()');
    const isThere = until(visit, 'document.querySelector("main").innerText.includes("Angekommen")').catch(() => {});
    await Promise.race([pause(moment), isThere]);
    return { isAcknowledged, took: performance.now() - started };
  } finally {
    await kill();
  }
}

/** What is there afterwards: the case, carried on until it has arrived, or else the form. @param {string} profile @param {string} origin */
async function lookAfter(profile, origin) {
  const visited = await startVisit(profile);
  const { visit, page, kill } = visited;
  try {
    await unlock(visited, origin);
    const hasForm = (await page.getByRole("button", { name: CONTINUE, exact: true }).count()) > 0;
    await page.getByRole("main").locator('a[href$="/vorgaenge"]').first().click();
    await until(visit, 'location.pathname.endsWith("/vorgaenge")');
    await until(visit, '/noch nichts|Hund anmelden/.test(document.querySelector("main").innerText)');
    const cases = await page.getByRole("main").getByRole("link", { name: "Hund anmelden", exact: true }).count();
    if (cases > 0) await until(visit, 'document.querySelector("main").innerText.includes("Angekommen")');
    return { cases, hasForm };
  } finally {
    await kill();
  }
}

test(`after each of ${KILLS} kills while it sends, what was kept arrives once, and what was not is still there to be sent`, { skip: reason || false, timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "stadttor-sending-"));
  const filled = join(folder, "filled");
  const city = await startCity();
  /** @type {Exchange[]} */
  let exchanges = [];
  const proxy = await startRecordingProxy(city.port, (exchange) => exchanges.push(exchange));
  let [acknowledged, sentInTheEnd] = [0, 0];
  try {
    await fillIn(filled, proxy.origin);
    // Once without an end, which says how long there is something to end.
    let longest = 60_000;
    for (let kill = 0; kill <= KILLS; ++kill) {
      const profile = join(folder, `visit-${kill}`);
      cpSync(filled, profile, { recursive: true });
      exchanges = [];
      // Early ones more often: most is decided there.
      const moment = kill === 0 ? longest : Math.random() ** 2 * longest;
      const { isAcknowledged, took } = await sendAndEnd(profile, proxy.origin, moment);
      if (kill === 0) longest = took * 1.2;
      const { cases, hasForm } = await lookAfter(profile, proxy.origin);
      const what = `kill ${kill} after ${Math.round(moment)} of ${Math.round(longest)} ms`;
      if (isAcknowledged) assert.equal(cases, 1, `said to be kept, ${what}`);
      assert.ok(cases === 1 || (cases === 0 && hasForm), `${cases} cases, ${hasForm ? "a" : "no"} form, ${what}`);
      assert.equal(arrived(exchanges), cases, `at the delivery service, ${what}`);
      acknowledged += isAcknowledged ? 1 : 0;
      sentInTheEnd += cases;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    console.log(`${KILLS} kills within ${Math.round(longest)} ms: ${acknowledged} had been said to be kept, ${sentInTheEnd} have arrived, each once`);
  } finally {
    await proxy.stop();
    await city.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
