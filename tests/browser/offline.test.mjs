// Without a network: what was visited and the whole search stay, and a new version of the portal waits for a safe moment.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { siteFolder } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { alternativeStands, figure, MAP, mapIs, scrollsToMap } from "./support/map_page.mjs";
import { SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const SERVICE_PATH = `/de/leistungen/${SERVICE}`;

/** @type {string[]} */
const folders = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Until the service worker has the page. @param {PortalPage} portal */
async function keptOffline(portal) {
  await portal.until(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const page = await caches.match(location.origin + location.pathname, { ignoreVary: true });
    return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null && page !== undefined;
  });
}

/** Errors that a plugged-out network explains. @param {string} error */
const isOfNetwork = (error) =>
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to (?:load|fetch)|ServiceWorker/i.test(error);

test("after a visit the portal is there without a network: pages, search, and a word about it", async () => {
  const city = await chromium.startCity({});
  const portal = await chromium.newPage({ origin: city.origin, serviceWorkers: "allow" });
  await portal.open("/de/");
  await keptOffline(portal);
  await portal.open(SERVICE_PATH);
  await keptOffline(portal);
  await portal.searchesFor("hund");
  await portal.context.setOffline(true);
  await city.stop();

  await portal.open("/de/");
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
  await portal.page.getByText(portal.words("offline.title")).waitFor();
  await portal.open(SERVICE_PATH);
  await portal.main.getByRole("heading", { name: portal.words("service.documents"), exact: true }).waitFor();
  await portal.open("/de/leistungen");
  await portal.shows(portal.words("page.services"));
  await portal.searchesFor("reisepass");
  assert.match(await portal.results.first().innerText(), /Reisepass/);
  await portal.page.goBack();
  await portal.shows(portal.words("page.services"));
  assert.deepEqual(chromium.takeErrors().filter((error) => !isOfNetwork(error)), []);
});

test("a map that was seen is drawn without a network, even where it came before the service worker", async () => {
  const city = await chromium.startCity({});
  const portal = await chromium.newPage({ origin: city.origin, serviceWorkers: "allow" });
  await portal.open(MAP);
  await scrollsToMap(portal);
  await mapIs(portal, "drawn");
  await keptOffline(portal);
  await portal.until(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    const files = kept.flat().map(({ url }) => url);
    return [/canvas.*\.wasm$/, /canvas.*\.mjs$/, /canvas.*\.js$/, /karte\.pmtiles$/].every((one) => files.some((url) => one.test(url)));
  });
  await portal.context.setOffline(true);
  await city.stop();

  await portal.open(MAP);
  await scrollsToMap(portal);
  await mapIs(portal, "drawn");
  assert.deepEqual(chromium.takeErrors().filter((error) => !isOfNetwork(error)), []);
});

test("a map page that is first opened without a network has its list, and one sentence for the drawing", async () => {
  const city = await chromium.startCity({});
  const portal = await chromium.newPage({ origin: city.origin, serviceWorkers: "allow" });
  await portal.open("/de/");
  await keptOffline(portal);
  await portal.until(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().some(({ url }) => url.endsWith("/de/alle.json"));
  });
  await portal.context.setOffline(true);
  await city.stop();

  await portal.open(MAP);
  await figure(portal).getByRole("link").first().waitFor();
  await scrollsToMap(portal);
  await alternativeStands(portal);
  assert.deepEqual(chromium.takeErrors().filter((error) => !isOfNetwork(error)), []);
});

test("when the network goes and comes back, the page says so and goes on", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  await portal.context.setOffline(true);
  await portal.page.getByText(portal.words("offline.title")).waitFor();
  await portal.context.setOffline(false);
  await portal.page.getByText(portal.words("offline.title")).waitFor({ state: "detached" });
  await portal.main.getByRole("link", { name: "Hund anmelden" }).click();
  await portal.shows("Hund anmelden");
  chromium.takeErrors();
});

/** A copy of the site that counts as another version. @param {string} version */
function otherVersion(version) {
  const site = mkdtempSync(join(tmpdir(), `stadttor-${version}-`));
  folders.push(site);
  cpSync(siteFolder, site, {
    recursive: true,
    filter: (path) => !/\/(?:ar|uk|tr|en|de-simple)\/(?!shell\.html)[^.]/.test(path.slice(siteFolder.length)),
  });
  const list = JSON.parse(readFileSync(join(site, "offline.json"), "utf8"));
  const rewrite = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) => {
    writeFileSync(join(site, name), change(readFileSync(join(site, name), "utf8")));
    for (const packed of [".br", ".gz"]) rmSync(join(site, name + packed), { force: true });
  };
  rewrite("offline.json", (text) => text.replaceAll(list.version, version));
  rewrite("service_worker.js", (text) => text.replaceAll(list.version, version));
  return site;
}

test("a new version waits while something is entered and takes over when it is safe", async () => {
  const old = await chromium.startCity({ site: otherVersion("aaaaaaaaaaaa") });
  const portal = await chromium.newPage({ origin: old.origin, serviceWorkers: "allow" });
  await portal.open("/de/");
  await keptOffline(portal);
  const cacheNames = () => portal.page.evaluate(() => caches.keys());
  assert.deepEqual(await cacheNames(), ["stadttor-aaaaaaaaaaaa"]);
  await portal.page.evaluate(() => void (document.documentElement.dataset.busy = "true"));
  await old.stop();
  await chromium.startCity({ site: otherVersion("bbbbbbbbbbbb"), port: old.port });
  await portal.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await portal.until(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(await portal.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), true);
  assert.deepEqual((await cacheNames()).sort(), ["stadttor-aaaaaaaaaaaa", "stadttor-bbbbbbbbbbbb"]);
  await portal.page.evaluate(() => {
    delete document.documentElement.dataset.busy;
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await portal.until(async () => (await caches.keys()).join() === "stadttor-bbbbbbbbbbbb");
  await portal.main.getByRole("link", { name: "Hund anmelden" }).click();
  await portal.shows("Hund anmelden");
  chromium.takeErrors();
});
