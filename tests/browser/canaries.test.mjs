// Marked values, typed into an application, into "Meine Daten" and as a passphrase, kept and sent, in Chromium and in Firefox: none of them is
// in a request, the console, a title, an address, any file the browser leaves on the disk, or any the city has; nobody but the portal is asked
// for anything; and every byte that leaves is in the ledger. Only who works at the authority reads what was sent.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { FORM } from "./support/dog_form.mjs";
import { logsIn } from "./support/inbox.mjs";
import { Journey, until } from "./support/journey.mjs";
import { unaccounted } from "./support/ledger_account.mjs";
import { canary, CanarySearch } from "./support/canary_search.mjs";
import { reasonWithoutCity, repository } from "./support/city.mjs";
import { reasonWithoutFirefox } from "./support/other_browsers.mjs";
import { BROWSERS_OWN_MEMORY, reasonWithoutChromium, startChromium, startCityWith, startFirefox, Witness } from "./support/witness.mjs";

const require = createRequire(join(repository, ".build/node/package.json"));
const chromium = process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium";
// The first ones are kept, what is typed of them into the form and all others are sent, too.
const KEPT = 40;
const WORDS = Array.from({ length: KEPT + 40 }, (_, number) => canary(number));

/** @typedef {import("./support/journey.mjs").Visit} Visit */

/** @param {Journey} journey what is kept: data of one's own, and an application that has begun */
async function keepsWords(journey) {
  await journey.begins();
  await journey.isKept();
  await journey.follows("/meine-daten");
  await journey.follows("/meine-daten/angaben");
  await journey.presses("main button", "Mich eintragen");
  await journey.types({}, KEPT - journey.used);
  await journey.presses("main button", "Angaben speichern");
  await journey.comesBackToTheKeeper();
  await journey.types({}, KEPT - journey.used);
  // What is missing is told, and what is there stays where it is.
  await journey.presses("main button", "Weiter");
  for (let person = 0; journey.used < KEPT && person < 4; ++person) await addsAPerson(journey);
}

/** Another person in "Meine Daten", for the words that are left. @param {Journey} journey */
async function addsAPerson(journey) {
  await journey.follows("/meine-daten");
  await journey.follows("/meine-daten/angaben");
  await journey.presses("main button", "Weitere Person hinzufügen");
  await journey.types({}, KEPT - journey.used);
  await journey.presses("main button", "Angaben speichern");
  await journey.visit.evaluate("history.go(-2)");
  await until(journey.visit, `location.pathname.startsWith("${FORM}")`);
}

/** @param {Journey} journey */
async function sendsWords(journey) {
  await journey.fillsInTheKeeper();
  await journey.goesOnTo("hunde");
  const [picture, ...remark] = WORDS.slice(KEPT + 1);
  await journey.fillsInTheRest(remark.join(" "), `${picture}.png`);
  journey.used = WORDS.length;
  await journey.sends();
}

/** @param {import("./support/recording_proxy.mjs").Exchange[]} exchanges @param {{ entry: any }[]} ledger */
async function accounts(exchanges, ledger) {
  assert.deepEqual(await unaccounted(exchanges, ledger), [], "not in the ledger");
  // It would be found: a disclosure that is not noted, a question that says more, a byte that is another one.
  const sent = exchanges.filter(({ method }) => method !== "GET").map(({ method, path, content }) => `${method} ${path} with ${content.length} bytes`);
  assert.deepEqual((await unaccounted(exchanges, [])).filter((found) => !found.startsWith("GET")), sent);
  const [first] = exchanges;
  const more = [...exchanges, { ...first, path: `${first?.path}?q=hund` }, { ...first, headers: [...(first?.headers ?? []), "X-Name", "Wotan"] }];
  assert.equal((await unaccounted(/** @type {any} */ (more), ledger)).length, 2);
  const noted = ledger.map(({ entry }) => ({ entry: { ...entry, hashes: entry.hashes.map((/** @type {any} */ hash) => ({ ...hash, sha512: hash.sha512.replace(/^./, "g") })) } }));
  assert.ok((await unaccounted(exchanges, noted)).length >= 3);
}

/** What whoever works at the authority reads in its inbox. @param {string} origin of the city itself, so that nothing of it is heard */
async function readInTheInbox(origin) {
  const browser = await require("playwright-core").chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  try {
    const clerk = await browser.newPage();
    await logsIn(clerk, origin);
    await clerk.getByRole("main").getByRole("link", { name: "Hund anmelden" }).click();
    return await clerk.getByRole("main").innerText();
  } finally {
    await browser.close();
  }
}

/** @param {string} name @param {string} reason @param {(profile: string, witness: Witness) => Promise<Visit>} start */
function testIn(name, reason, start) {
  test(`in ${name} marked values appear nowhere but in the page and in the authority's inbox, and the ledger has every byte that leaves`, { skip: reason || false, timeout: 300_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "stadttor-canaries-"));
    const witness = new Witness();
    const city = await startCityWith(witness);
    const search = new CanarySearch(WORDS);
    try {
      const visit = await start(profile, witness);
      let isClosed = false;
      try {
        const journey = new Journey(visit, city.origin, WORDS, (seen) => witness.told.push(seen));
        await keepsWords(journey);
        assert.equal(journey.used, KEPT, "all that are to be kept were typed");
        await sendsWords(journey);
        await accounts(witness.exchanges, await journey.takesTheLedger());
        await new Promise((resolve) => setTimeout(resolve, 2000));
        await visit.close();
        isClosed = true;
      } finally {
        if (!isClosed) await visit.close().catch(() => {});
      }
      assert.deepEqual(witness.told.flatMap((text) => search.in(text)), [], "in requests, console, titles and addresses");
      assert.deepEqual([...witness.origins], [city.origin], "who was asked");
      assert.deepEqual(search.in(city.log()), [], "in the server's log");
      assert.deepEqual(search.inFolder(city.folder), [], "in the city's files");
      const sent = WORDS.slice(KEPT).filter((_, number) => number !== 1);
      const read = await readInTheInbox(city.own);
      assert.deepEqual(sent.filter((word) => !read.includes(word)), [], "not in the inbox");
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
