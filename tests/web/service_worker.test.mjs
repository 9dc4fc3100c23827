// Offline after the first visit, updates at a safe moment, and the switch that removes it all. Runs the bundled worker.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { html, waitUntil, withBrowser } from "./support/browser.mjs";
import { repository } from "./support/site.mjs";

const browser = withBrowser();
const built = mkdtempSync(join(tmpdir(), "stadttor-worker-"));
let worker = "";

before(() => {
  execFileSync(process.execPath, [join(repository, "web/build_site_scripts.mjs"), built]);
  worker = readFileSync(join(built, "service_worker.js"), "utf8");
});
after(() => rmSync(built, { recursive: true }));

/** @param {string} version @param {object} [changes] of offline.json */
function publish(version, changes = {}) {
  const { site } = browser;
  const list = { enabled: true, version, files: ["/assets/a.css"], shells: { de: "/de/shell", en: "/en/shell" }, ...changes };
  site.files.set("/offline.json", JSON.stringify(list));
  site.files.set("/service_worker.js", worker.replaceAll("__STADTTOR_VERSION__", version));
  site.files.set("/assets/a.css", { body: `/* ${version} */`, type: "text/css" });
  site.files.set("/daten/7/places.json", "[1]");
  site.files.set("/api/v1/status", { body: `{"n":"${version}"}`, type: "application/json" });
  const script = '<script type="module" src="/web/portal.js"></script>';
  const page = (/** @type {string} */ text) => html(`<div id="portal"><h1>${text}</h1><input id="field"></div>`, "", script);
  for (const path of ["/de/", "/de/a", "/de/shell", "/en/shell"]) site.files.set(path, page(`${path} ${version}`));
}

/** @param {import("playwright-core").Page} page @param {string} path */
const get = (page, path) =>
  page.evaluate((path) => fetch(path).then((response) => response.text()).catch(() => "failed"), path);

async function visit(path = "/de/") {
  const page = await browser.newPage();
  await page.goto(`${browser.site.origin}${path}`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    }
  });
  // The page itself is kept last.
  await waitUntil(page, async () => (await caches.match(location.href)) !== undefined);
  return page;
}

/** @param {import("playwright-core").Page} page */
const heading = (page) => page.locator("h1").textContent();

/** The pages name no core, which they say; offline they say more. */
const ignoreErrors = () => void browser.takeErrors();

test("after one visit the portal is there without a network, each language with its shell", async () => {
  publish("v1");
  const page = await visit();
  await page.goto(`${browser.site.origin}/de/a?q=geheim`);
  await get(page, "/daten/7/places.json");
  await get(page, "/api/v1/status");
  browser.site.isDown = true;
  await page.goto(`${browser.site.origin}/de/`);
  assert.equal(await heading(page), "/de/ v1");
  await page.goto(`${browser.site.origin}/en/never-seen`);
  assert.equal(await heading(page), "/en/shell v1");
  await page.goto(`${browser.site.origin}/de/a`);
  assert.equal(await heading(page), "/de/shell v1", "an address with a search is not kept");
  assert.equal(await get(page, "/assets/a.css"), "/* v1 */");
  assert.equal(await get(page, "/daten/7/places.json"), "[1]");
  assert.equal(await get(page, "/api/v1/status"), "failed");
  ignoreErrors();
});

test("pages come from the network where there is one; assets do not", async () => {
  publish("v1");
  const page = await visit();
  browser.site.files.set("/de/", html("<h1>frisch</h1>"));
  browser.site.files.set("/assets/a.css", { body: "neu", type: "text/css" });
  await page.reload();
  assert.equal(await heading(page), "frisch");
  assert.equal(await get(page, "/assets/a.css"), "/* v1 */");
  const renewed = await page.evaluate(() => fetch("/assets/a.css", { cache: "reload" }).then((response) => response.text()));
  assert.equal(renewed, "neu");
  assert.equal(await get(page, "/assets/a.css"), "neu");
  ignoreErrors();
});

/** @param {import("playwright-core").Page} page */
const cacheNames = (page) => page.evaluate(() => caches.keys());

/** @param {import("playwright-core").Page} page */
const updated = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test("a new version waits while something is entered, then takes over and removes the old one", async () => {
  publish("v1");
  const page = await visit();
  await page.locator("#field").fill("angefangen");
  publish("v2");
  await updated(page);
  await waitUntil(page, async () => (await navigator.serviceWorker.ready).waiting !== null);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1300)));
  assert.deepEqual(await cacheNames(page), ["stadttor-v1", "stadttor-v2"]);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), true);
  await page.locator("#field").fill("");
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await waitUntil(page, async () => (await caches.keys()).join() === "stadttor-v2");
  ignoreErrors();
});

test("what a page had loaded before the worker came is kept; who has scenes offline has those of the next version, too", async () => {
  const has = (/** @type {import("playwright-core").Page} */ page, /** @type {string} */ file) =>
    page.evaluate((file) => caches.match(file).then((kept) => kept?.text()), file);
  for (const hasSeen of [true, false]) {
    publish("v1", { scenes: ["/assets/scene.1.wasm"] });
    browser.site.files.set("/assets/scene.1.wasm", { body: "first", type: "application/wasm" });
    browser.site.files.set("/assets/scene.2.wasm", { body: "second", type: "application/wasm" });
    const page = await browser.newPage();
    if (hasSeen) await page.addInitScript(() => void fetch("/assets/scene.1.wasm").then((response) => response.text()));
    await page.goto(`${browser.site.origin}/de/`);
    await waitUntil(page, async () => (await caches.match(location.href)) !== undefined);
    if (hasSeen) await waitUntil(page, async () => (await caches.match("/assets/scene.1.wasm")) !== undefined);
    else assert.equal(await has(page, "/assets/scene.1.wasm"), undefined);

    publish("v2", { scenes: ["/assets/scene.2.wasm"] });
    await updated(page);
    await waitUntil(page, async () => (await navigator.serviceWorker.ready).waiting !== null || (await caches.keys()).join() === "stadttor-v2");
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await waitUntil(page, async () => (await caches.keys()).join() === "stadttor-v2");
    assert.equal(await has(page, "/assets/scene.2.wasm"), hasSeen ? "second" : undefined);
    assert.equal(await has(page, "/assets/scene.1.wasm"), undefined);
  }
  ignoreErrors();
});

test("the worker keeps files of its own site only, whatever it is told", async () => {
  publish("v1");
  const page = await visit();
  await page.evaluate(async () => {
    const urls = ["/api/v1/status", "/de/a", "/daten/portal.json", "https://example.org/assets/a.css"].map((path) => new URL(path, location.href).href);
    navigator.serviceWorker.controller?.postMessage({ type: "stadttor-keep-files", urls: [...urls, 7, `${location.origin}/daten/7/places.json`] });
  });
  await waitUntil(page, async () => (await caches.match("/daten/7/places.json")) !== undefined);
  const kept = await page.evaluate(async () => {
    const cache = await caches.open("stadttor-v1");
    return (await cache.keys()).map(({ url }) => url.replace(location.origin, "")).filter((url) => /api|example|portal|\/a$/.test(url));
  });
  assert.deepEqual(kept, []);
  ignoreErrors();
});

test("half a version is not installed", async () => {
  publish("v1");
  const page = await visit();
  publish("v2", { files: ["/assets/a.css", "/assets/missing.css"] });
  await updated(page).catch(() => {});
  publish("v3", { version: "v4" });
  await updated(page).catch(() => {});
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const state = await page.evaluate(async () => {
    const { active, waiting } = await navigator.serviceWorker.ready;
    return [active !== null, waiting === null];
  });
  assert.deepEqual(state, [true, true]);
  browser.site.isDown = true;
  await page.goto(`${browser.site.origin}/de/`);
  assert.equal(await heading(page), "/de/ v1");
  ignoreErrors();
});

test("the switch removes worker and caches", async () => {
  publish("v1");
  const page = await visit();
  browser.site.files.set("/offline.json", '{"enabled":false}');
  await page.evaluate(() => document.documentElement.setAttribute("data-offline", "off"));
  browser.site.files.set("/de/", html("<h1>ohne</h1>"));
  await page.goto(`${browser.site.origin}/de/`);
  await waitUntil(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0);
  ignoreErrors();
});

test("a worker that comes while the switch is off removes itself", async () => {
  publish("v1", { enabled: false });
  const page = await browser.newPage();
  await page.goto(`${browser.site.origin}/de/`);
  await page.waitForFunction(() => document.documentElement.dataset.engine === "failed");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.deepEqual(await cacheNames(page), []);
  ignoreErrors();
});
