// Marked values, typed into a report, in Chromium and in Firefox: until it is sent none of them is in a request, and afterwards in nothing but the
// posted report; not in the console, a title, an address or the server's log; every part of what is posted is named in the ledger.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { canary, CanarySearch } from "./support/canary_search.mjs";
import { reasonWithoutCity } from "./support/city.mjs";
import { until } from "./support/journey.mjs";
import { reasonWithoutFirefox } from "./support/other_browsers.mjs";
import { headOf } from "./support/recording_proxy.mjs";
import { ReportJourney } from "./support/report_journey.mjs";
import { BROWSERS_OWN_MEMORY, reasonWithoutChromium, startChromium, startCityWith, startFirefox, Witness } from "./support/witness.mjs";

// A place's note, words for the kind, a description, and who it is.
const WORDS = Array.from({ length: 7 }, (_, number) => canary(number + 500));
const [NOTE = "", KIND = "", TEXT = "", EMAIL = "", PHONE = "", FIRST = "", LAST = ""] = WORDS;

/** @typedef {import("./support/journey.mjs").Visit} Visit */
/** @typedef {import("./support/recording_proxy.mjs").Exchange} Exchange */

/** What is asked before sending: files, lists for everybody, the reports of a span of time; and of one's own report what has become of it. */
const PUBLIC = new RegExp(
  "^/open311/v2/(?:services(?:/[\\w-]+)?\\.json(?:\\?jurisdiction_id=\\w+)?" +
    "|requests\\.json\\?(?:(?:start_date|end_date|page|page_size|jurisdiction_id|extensions)=[\\w:%.+-]*&?)+)$",
);

/** Names of what was posted, as the ledger has them. @param {Exchange} posted */
function partsOf(posted) {
  const type = posted.headers[posted.headers.findIndex((name) => name.toLowerCase() === "content-type") + 1] ?? "";
  const text = posted.content.toString();
  const isMultipart = type.startsWith("multipart/");
  const names = isMultipart ? [...text.matchAll(/ name="([^"]+)"/g)].map((found) => found[1] ?? "") : [...new URLSearchParams(text).keys()];
  const asNoted = (/** @type {string} */ name) =>
    name.replace(/^attribute\[([^\]]+)\](?:\[\])?$/, "attribute.$1").replace(/^(?:lat|long)$/, "lat,long");
  // Whose server it is says nothing about anybody.
  return [...new Set(names.filter((name) => name !== "jurisdiction_id").map(asNoted))].sort();
}

/** In the page: what is saved as a file is kept for the test, too. */
function keepSaved() {
  const make = URL.createObjectURL;
  /** @type {string[]} */
  const saved = [];
  Reflect.set(globalThis, "saved", saved);
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) void blob.text().then((text) => saved.push(text));
    return make.call(URL, blob);
  };
}

/** The ledger's newest entry, as the citizen can take it along. @param {Visit} visit */
async function newestEntry(visit) {
  await visit.evaluate(`(${keepSaved})()`);
  for (const ending of ["/meine-daten", "/weitergaben"]) {
    const link = `document.querySelector('a[href$="${ending}"]')`;
    await until(visit, link);
    await visit.evaluate(`void ${link}.click()`);
    await until(visit, `location.pathname.endsWith("${ending}")`);
  }
  const button = '[...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === "Kopie als Datei speichern")';
  await until(visit, button);
  await visit.evaluate(`void ${button}.click()`);
  await until(visit, "globalThis.saved.length > 0");
  return JSON.parse(await visit.evaluate("globalThis.saved[0]")).at(-1).entry;
}

/** @param {Exchange} heard */
const whole = (heard) => Buffer.concat([Buffer.from(headOf(heard)), heard.content]);

/** @param {string} name @param {string} reason @param {(profile: string, witness: Witness) => Promise<Visit>} start */
function testIn(name, reason, start) {
  const sentence = `in ${name} marked values of a report are in nothing but the posted report, all of whose parts the ledger names`;
  test(sentence, { skip: reason || false, timeout: 300_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "stadttor-report-"));
    const search = new CanarySearch(WORDS);
    const witness = new Witness();
    const city = await startCityWith(witness);
    try {
      const visit = await start(profile, witness);
      try {
        const journey = new ReportJourney(visit, city.origin, (seen) => witness.told.push(seen));
        await journey.begins();
        const contact = { email: `${EMAIL}@beispiel.example`, phone: PHONE, first: FIRST, last: LAST };
        await journey.fillsIn({ street: "Münzgasse", note: NOTE, words: `${KIND} Laterne dunkel`, description: TEXT, ...contact });
        const { exchanges } = witness;
        assert.deepEqual(exchanges.flatMap((heard) => search.in(whole(heard))), [], "before it is sent");
        for (const { method, path } of exchanges.filter(({ path }) => path.startsWith("/open311/"))) {
          assert.equal(method, "GET");
          assert.match(path, PUBLIC);
        }
        await journey.sends();
        const posts = exchanges.filter(({ method }) => method === "POST");
        assert.deepEqual(posts.map(({ path }) => path), ["/open311/v2/requests.json"]);
        const [posted] = /** @type {[Exchange]} */ (posts);
        // The words for the kind stay on the device altogether.
        assert.deepEqual(search.in(posted.content).sort(), WORDS.filter((word) => word !== KIND).sort());
        const entry = await newestEntry(visit);
        assert.deepEqual(entry.fields.map((/** @type {any} */ { name }) => name).sort(), partsOf(posted), "what the ledger names is what was sent");
        const others = witness.told.filter((told) => told !== posted.content);
        assert.deepEqual(others.flatMap((told) => search.in(told)), [], "in other requests, the post's own head, console, titles and addresses");
        assert.deepEqual([...witness.origins], [city.origin], "who was asked");
      } finally {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await visit.close();
      }
      assert.deepEqual(search.in(city.log()), [], "in the server's log");
      assert.deepEqual(search.inFolder(profile).filter((found) => !BROWSERS_OWN_MEMORY.test(found)), [], "in the files of the profile");
    } finally {
      await city.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

testIn("Chromium", reasonWithoutChromium(), startChromium);
testIn("Firefox", reasonWithoutCity() || reasonWithoutFirefox(), startFirefox);
