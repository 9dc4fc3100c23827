// How the engine takes over the delivered page: unnoticed. And what a visit leaves behind on the way and on the device: nothing.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { preparedPageKinds, SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

const CORE = "**/assets/core.*.wasm";
const PICTURES = /\.(?:svg|png|jpe?g|webp|avif)$/;
// The day for which nothing in the delivered pages is over.
const LONG_AGO = Date.UTC(2026, 0, 5, 9, 30);
const SUNDAY_LONG_AGO = Date.UTC(2026, 0, 4, 9, 30);

/**
 * Keeps something away until it is let go.
 * @param {import("playwright-core").Page} page
 * @param {string | RegExp} what
 */
async function hold(page, what) {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(what, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Collects from the first moment on. */
function recordLayoutShifts() {
  const shifts = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { shifts });
  // While the document itself still arrives, what is not there yet pushes on what is. Its last piece is seen in the frame after it.
  let arrived = Number.POSITIVE_INFINITY;
  const noteArrival = () => requestAnimationFrame(() => requestAnimationFrame((now) => (arrived = now)));
  document.addEventListener("readystatechange", noteArrival, { once: true });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      const moved = entry.sources.map((/** @type {any} */ { node, previousRect: from, currentRect: to }) => {
        const name = node?.outerHTML?.slice(0, 60) ?? node?.textContent?.slice(0, 40) ?? "?";
        return `${name} from ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`;
      });
      if (entry.startTime < arrived) continue;
      shifts.push(`${entry.value} at ${Math.round(entry.startTime)} ms: ${moved.join("; ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

test("the engine takes over the delivered elements of every kind of page and makes none anew", async () => {
  const portal = await chromium.newPage();
  await portal.setTime(LONG_AGO);
  for (const { kind, path } of preparedPageKinds("de")) {
    const release = await hold(portal.page, CORE);
    await portal.visit(path);
    await portal.page.evaluate(() => {
      // What is said only to those without an engine goes when it comes; nobody has seen it.
      const before = [...document.querySelectorAll("body :not(.st-without-engine *)")].map((element) => [element, element.parentElement]);
      Object.assign(globalThis, { before });
    });
    release();
    await portal.engineReady();
    await portal.page.unroute(CORE);
    const lost = await portal.page.evaluate(() => {
      const before = /** @type {[Element, Element][]} */ (Reflect.get(globalThis, "before"));
      const lost = before.filter(([element, parent]) => !element.isConnected || element.parentElement !== parent);
      return { of: before.length, lost: lost.map(([element]) => element.outerHTML.slice(0, 120)) };
    });
    assert.ok(lost.of > 50, `${kind} has content`);
    assert.deepEqual(lost.lost, [], `lost on ${kind}`);
    if (kind === "not found") chromium.takeErrors();
  }
});

for (const [width, day, time] of /** @type {[number, string, number][]} */ ([
  [360, "Sunday", SUNDAY_LONG_AGO],
  [360, "Monday", LONG_AGO],
  [1280, "Sunday", SUNDAY_LONG_AGO],
])) {
  test(`nothing moves while the page loads and the engine takes over, at ${width} px on a ${day}`, async () => {
    const portal = await chromium.newPage({ viewport: { width, height: 800 }, scripts: [recordLayoutShifts] });
    await portal.setTime(time);
    const moved = [];
    for (const { kind, path } of preparedPageKinds("de")) {
      const release = await hold(portal.page, PICTURES);
      await portal.page.goto(`${portal.origin}${path}`, { waitUntil: "domcontentloaded" });
      await portal.engineReady();
      release();
      await portal.page.waitForLoadState("load");
      await portal.page.unroute(PICTURES);
      await portal.page.evaluate(() => document.fonts.ready);
      await portal.settled();
      const shifts = await portal.page.evaluate(() => /** @type {string[]} */ (Reflect.get(globalThis, "shifts")));
      for (const shift of shifts) moved.push(`${kind}: ${shift}`);
      if (kind === "not found") chromium.takeErrors();
    }
    assert.deepEqual(moved, []);
  });
}

test("what is typed before the engine arrives is kept, with the caret, and searched for", async () => {
  const portal = await chromium.newPage();
  const release = await hold(portal.page, CORE);
  await portal.visit("/de/");
  await portal.types("hund anmeldxn");
  await portal.page.keyboard.press("ArrowLeft");
  release();
  await portal.engineReady();
  assert.equal(await portal.search.inputValue(), "hund anmeldxn");
  assert.equal(await portal.search.evaluate((field) => field === document.activeElement), true, "the focus stays");
  assert.equal(await portal.search.evaluate((field) => /** @type {HTMLInputElement} */ (field).selectionStart), 12);
  await portal.page.keyboard.press("Backspace");
  await portal.page.keyboard.type("e");
  assert.equal(await portal.search.inputValue(), "hund anmelden");
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt("/de/suche#q=hund anmelden");
  await portal.shows(portal.words("search.heading", { query: "hund anmelden" }));
});

test("a search sent before the engine arrives is answered when it does, and its words stay on the device", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const asked = [];
  portal.context.on("request", (request) => asked.push(decodeURIComponent(request.url()) + (request.postData() ?? "")));
  const release = await hold(portal.page, CORE);
  await portal.visit("/de/");
  await portal.types("hund");
  await portal.page.keyboard.press("Enter");
  await new Promise((resolve) => setTimeout(resolve, 500));
  release();
  await portal.arrivedAt("/de/suche#q=hund");
  await portal.shows(portal.words("search.heading", { query: "hund" }));
  await portal.results.first().waitFor();
  assert.deepEqual(asked.filter((url) => /[?=].*hund/i.test(url)), []);
});

test("a link followed before the engine arrives is the browser's", async () => {
  const portal = await chromium.newPage();
  await hold(portal.page, CORE);
  await portal.visit("/de/");
  await portal.main.getByRole("link", { name: "Hund anmelden" }).click();
  await portal.arrivedAt(`/de/leistungen/${SERVICE}`);
  await portal.shows("Hund anmelden");
});

test("searched words reach no server: not while typing, not with the results, not with the way on", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const asked = [];
  portal.context.on("request", (request) => {
    asked.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`);
  });
  await portal.open("/de/");
  await portal.types("schwangerschaft");
  await portal.suggestions.first().waitFor();
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt("/de/suche#q=schwangerschaft");
  await portal.results.first().waitFor();
  await portal.search.fill("zzkummerzz");
  await portal.button(portal.words("search.submit")).click();
  await portal.arrivedAt("/de/suche#q=zzkummerzz");
  await portal.main.getByText(portal.words("search.nothing", { query: "zzkummerzz" })).waitFor();
  await portal.page.reload();
  await portal.engineReady();
  await portal.main.getByText(portal.words("search.nothing", { query: "zzkummerzz" })).waitFor();
  await portal.switchesTo("en");
  assert.ok(asked.length > 10, "requests are seen at all");
  assert.deepEqual(asked.filter((request) => /schwangerschaft(?!-)|kummer/.test(decodeURIComponent(request.split(" ")[0] ?? ""))), []);
  assert.deepEqual(asked.filter((request) => request.includes("kummer")), []);
});

/** @param {import("./support/portal_page.mjs").PortalPage} portal */
async function traces(portal) {
  const onDevice = await portal.page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
  return { ...onDevice, cookies: await portal.context.cookies() };
}

test("a plain visit leaves nothing on the device but the offline copy of the portal", async () => {
  const portal = await chromium.newPage({ serviceWorkers: "allow" });
  await portal.open("/de/");
  await portal.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await portal.searchesFor("hund");
  await portal.results.first().getByRole("link").first().click();
  await portal.arrivedAt(/^\/de\/leistungen\//);
  const english = await portal.switchesTo("en");
  await english.page.goBack();
  await english.page.reload();
  await english.engineReady();
  const { caches: copies, ...rest } = await traces(portal);
  assert.deepEqual(rest, { localStorage: [], sessionStorage: [], databases: [], cookies: [] });
  assert.equal(copies.length, 1);
  assert.match(copies[0] ?? "", /^stadttor-/);
  const kept = await portal.page.evaluate(async () => {
    const urls = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
    }
    return urls;
  });
  assert.ok(kept.length > 5, "the offline copy is there");
  assert.deepEqual(kept.filter((url) => /[?#]/.test(url)), [], "no address tells what was searched for");
});

test("on a slow line the own typeface is asked for when the page is at rest, and comes with the next page: no line moves", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const asked = [];
  portal.page.on("request", (request) => {
    if (/fira-sans|core\.[0-9a-f]+\.wasm/.test(request.url())) asked.push(request.url().includes("fira") ? "typeface" : "engine");
  });
  const letters = () => portal.page.evaluate(() => getComputedStyle(document.body).fontFamily.includes('"Fira Sans",'));
  await portal.page.route("**/view_boot.*.js", async (route) => {
    await new Promise((late) => setTimeout(late, 300));
    await route.continue();
  });
  await portal.visit("/de/");
  await portal.engineReady();
  assert.equal(await letters(), false);
  await portal.page.waitForFunction(() => document.fonts.check('400 1em "Fira Sans"'));
  assert.equal(asked[0], "engine", asked.join(", "));
  assert.equal(await letters(), false, "nothing moves while it is read");
  await portal.page.getByRole("link", { name: "Leistungen A bis Z" }).first().click();
  await portal.page.waitForURL("**/de/leistungen**");
  assert.equal(await letters(), true);
});

test("on a fast line the first page is written in the own typeface", async () => {
  const portal = await chromium.newPage();
  await portal.visit("/de/");
  assert.ok(await portal.page.evaluate(() => getComputedStyle(document.body).fontFamily.startsWith('"Fira Sans",')));
});
