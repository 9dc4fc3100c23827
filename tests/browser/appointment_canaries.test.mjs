// Marked values, typed into a booking, in Chromium and in Firefox: they are in the one request that tells the office who comes, and nowhere
// else; the key of the appointment is in requests about it, and nowhere else; and the ledger names every field.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BookingJourney } from "./support/booking_journey.mjs";
import { canary, CanarySearch } from "./support/canary_search.mjs";
import { reasonWithoutCity } from "./support/city.mjs";
import { until } from "./support/journey.mjs";
import { unaccounted } from "./support/ledger_account.mjs";
import { reasonWithoutFirefox } from "./support/other_browsers.mjs";
import { BROWSERS_OWN_MEMORY, reasonWithoutChromium, startChromium, startCityWith, startFirefox, Witness } from "./support/witness.mjs";

/** @typedef {import("./support/journey.mjs").Visit} Visit */
/** @typedef {import("./support/recording_proxy.mjs").Exchange} Exchange */

const [PASSPHRASE = "", NAME = "", MAILBOX = "", OTHER_NAME = ""] = [91, 92, 93, 94].map(canary);
const TELEPHONE = "017293847561";
const TYPED = [NAME, MAILBOX, TELEPHONE, OTHER_NAME];
const ABOUT_IT = /^\/api\/citizen\/(?:(?:update|preconfirm|confirm|cancel)-appointment\/$|appointment\/\?)/;

/** @param {BookingJourney} journey @returns {Promise<{ entry: any }[]>} the ledger */
async function keepsBooksAndCancels(journey) {
  await journey.visit.goto(`${journey.origin}/de/meine-daten`);
  await journey.isKept(PASSPHRASE);
  await journey.follows("/termine");
  await journey.books("Eheurkunde beantragen", { "Vor- und": NAME, "E-Mail": `${MAILBOX}@beispiel.example`, Telefon: TELEPHONE, Name: OTHER_NAME });
  await journey.cancels();
  await journey.visit.evaluate('void document.querySelector(\'header a[href$="/meine-daten"]\').click()');
  await until(journey.visit, 'location.pathname.endsWith("/meine-daten")');
  return journey.takesTheLedger();
}

/** @param {Exchange[]} exchanges @param {{ entry: any }[]} ledger */
async function accounts(exchanges, ledger) {
  assert.deepEqual(ledger.map(({ entry }) => entry.fields.map((/** @type {any} */ field) => field.name)), [["name", "email", "telephone", "custom"]]);
  assert.deepEqual(await unaccounted(exchanges, ledger), []);
  // It would be found: a field that is not noted, a request that says more.
  const unnoted = ledger.map(({ entry }) => ({ entry: { ...entry, fields: entry.fields.slice(1) } }));
  assert.ok((await unaccounted(exchanges, unnoted)).some((found) => found.includes("update-appointment")));
  assert.ok((await unaccounted(exchanges, [])).some((found) => found.includes("update-appointment")));
  const asked = exchanges.find(({ path }) => path.includes("/available-calendar/"));
  const more = [...exchanges, /** @type {Exchange} */ ({ ...asked, path: `${asked?.path}&who=${NAME}` })];
  assert.equal((await unaccounted(more, ledger)).length, 1);
}

/** @param {Witness} witness @returns {string} of the appointment that was reserved */
function keyIn({ exchanges }) {
  const reserved = exchanges.find(({ path }) => path.endsWith("/reserve-appointment/"));
  return JSON.parse(Buffer.concat(reserved?.answer ?? []).toString()).authKey;
}

/** @param {string} name @param {string} reason @param {(profile: string, witness: Witness) => Promise<Visit>} start */
function testIn(name, reason, start) {
  test(`in ${name} what was typed for an appointment is told to the office once and stands nowhere else, and the ledger names every field`, { skip: reason || false, timeout: 300_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "stadttor-canaries-"));
    const witness = new Witness();
    const city = await startCityWith(witness);
    try {
      const visit = await start(profile, witness);
      /** @type {{ entry: any }[]} */
      let ledger;
      try {
        ledger = await keepsBooksAndCancels(new BookingJourney(visit, city.origin, [], (seen) => witness.told.push(seen)));
        await new Promise((resolve) => setTimeout(resolve, 1000));
      } finally {
        await visit.close();
      }
      await accounts(witness.exchanges, ledger);
      const key = keyIn(witness);
      const search = new CanarySearch([PASSPHRASE, ...TYPED, key]);
      const told = witness.exchanges.filter(({ path }) => path.endsWith("/update-appointment/"));
      assert.deepEqual(told.map(({ content }) => search.in(content)), [[...TYPED, key]]);
      const carriers = witness.exchanges.filter(({ path, content }) => search.in(path).length + search.in(content).length > 0);
      assert.deepEqual(carriers.map(({ path }) => path).filter((path) => !ABOUT_IT.test(path)), [], "requests about it");
      assert.deepEqual(carriers.filter((one) => !told.includes(one)).flatMap(({ path, content }) => [...search.in(path), ...search.in(content)]).filter((word) => word !== key), []);
      const aboutIt = new Set(carriers.flatMap(({ path, content }) => [path, content]));
      const elsewhere = witness.told.filter((text) => !aboutIt.has(text) && ![...aboutIt].some((part) => typeof part === "string" && String(text).includes(part)));
      assert.deepEqual(elsewhere.flatMap((text) => search.in(text)), [], "in console, titles, addresses and other requests");
      assert.deepEqual([...witness.origins], [city.origin], "who was asked");
      assert.deepEqual(search.in(city.log()), [], "in the server's log");
      const kept = search.inFolder(profile).filter((found) => !BROWSERS_OWN_MEMORY.test(found));
      assert.deepEqual(kept, [], "in the files of the profile");
    } finally {
      await city.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

testIn("Chromium", reasonWithoutChromium(), startChromium);
testIn("Firefox", reasonWithoutCity() || reasonWithoutFirefox(), startFirefox);
