// What is left when something is missing: scripts, WebAssembly, the engine, packs. And that a hostile text stays a text. The network is in
// offline.test.mjs.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";
import { partsFolder, repository, siteFolder, tool } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { preparedPageKinds, SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const CORE = "**/assets/core.*.wasm";
const SERVICE_PATH = `/de/leistungen/${SERVICE}`;

/** @type {string[]} */
const folders = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name */
function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `stadttor-${name}-`));
  folders.push(folder);
  return folder;
}

/** What the site has at an address. @param {import("playwright-core").Route} route */
const fileOf = (route) => readFileSync(join(siteFolder, new URL(route.request().url()).pathname));

/** @param {import("playwright-core").Route} route @param {string} contentType */
async function cutOff(route, contentType) {
  const file = fileOf(route);
  await route.fulfill({ contentType, body: file.subarray(0, file.length / 2) });
}

/** Errors of the page that the test has caused itself. @param {RegExp} expected */
function expectErrors(expected) {
  const others = chromium.takeErrors().filter((error) => !expected.test(error));
  assert.deepEqual(others, [], "other errors than those expected");
}

/** The way through the portal that must remain whatever fails. @param {PortalPage} portal */
async function followsNativeLinks(portal) {
  await portal.page.evaluate(() => Reflect.set(globalThis, "sameDocument", true));
  await portal.main.getByRole("link", { name: "Hund anmelden" }).first().click();
  await portal.arrivedAt(SERVICE_PATH);
  await portal.shows("Hund anmelden");
  assert.equal(await portal.page.evaluate(() => Reflect.get(globalThis, "sameDocument")), undefined, "a new document");
  await portal.main.getByRole("heading", { name: portal.words("service.documents"), exact: true }).waitFor();
  await portal.page.goBack();
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
}

// -- no scripts, no WebAssembly

test("without JavaScript every kind of page is there to be read, and leads on", async () => {
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  for (const language of ["de", "ar"]) {
    for (const { kind, path } of preparedPageKinds(language)) {
      const response = await portal.visit(path);
      assert.equal(response?.status(), kind === "not found" ? 404 : 200, path);
      assert.ok((await portal.heading.innerText()).length > 2, `${kind} has a heading`);
      assert.ok((await portal.main.innerText()).length > 100, `${kind} has content`);
      assert.ok((await portal.main.getByRole("link").count()) > 0, `${kind} leads on`);
      assert.equal(await portal.page.getByRole("navigation").first().isVisible(), true);
    }
  }
  chromium.takeErrors(); // The browser reports the 404 itself.
});

test("without JavaScript the search leads to other ways and does not send the words", async () => {
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await portal.visit("/de/");
  await portal.search.fill("geheim");
  await portal.button(portal.words("search.submit")).click();
  await portal.page.waitForURL(/\/de\/suche/);
  assert.ok(!portal.page.url().includes("geheim"), portal.page.url());
  const ways = portal.page.getByRole("region", { name: portal.words("search.other_ways") });
  await ways.getByRole("link", { name: portal.words("page.services") }).click();
  await portal.shows(portal.words("page.services"));
});

test("without JavaScript the language menu and the legal basis open", async () => {
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await portal.visit(SERVICE_PATH);
  await portal.page.locator("main summary").first().click();
  assert.equal(await portal.page.locator("main details").first().getByRole("listitem").first().isVisible(), true);
  await portal.languageMenu.click();
  await portal.link("English").click();
  await portal.page.waitForURL(`**/en/leistungen/${SERVICE}`);
});

test("without WebAssembly the delivered pages and the links remain", async () => {
  const portal = await chromium.newPage({ scripts: [() => void Reflect.deleteProperty(globalThis, "WebAssembly")] });
  await portal.visit("/de/");
  await portal.engineReady("failed");
  await followsNativeLinks(portal);
  expectErrors(/no WebAssembly/);
});

// -- a broken engine

const ENGINE_TROUBLE = /** @type {[string, (route: import("playwright-core").Route) => Promise<void>][]} */ ([
  ["is missing", (route) => route.fulfill({ status: 404, body: "not found" })],
  ["is cut off", (route) => cutOff(route, "application/wasm")],
  ["is not the one the page names", async (route) => {
    const body = fileOf(route);
    body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
    await route.fulfill({ contentType: "application/wasm", body });
  }],
  ["cannot be reached", (route) => route.abort("connectionreset")],
]);

for (const [what, answer] of ENGINE_TROUBLE) {
  test(`where the engine ${what}, the page stays as it was and its links are the browser's`, async () => {
    const portal = await chromium.newPage();
    await portal.page.route(CORE, answer);
    await portal.visit("/de/");
    await portal.engineReady("failed");
    await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
    await followsNativeLinks(portal);
    await portal.page.unroute(CORE);
    await portal.open("/de/");
    expectErrors(/core\.|stadttor: |integrity|Failed to (?:load|find)|Failed to fetch/i);
  });
}

test("where the engine's script is missing, the page stays", async () => {
  const portal = await chromium.newPage();
  await portal.page.route("**/assets/core.*.mjs", (route) => route.fulfill({ status: 404, body: "" }));
  await portal.visit("/de/");
  await portal.engineReady("failed");
  await followsNativeLinks(portal);
  // The page it leads to says so, too.
  await portal.engineReady("failed");
  expectErrors(/core\.|stadttor: |Failed to load/);
});

test("where the portal's script is missing, the page stays", async () => {
  const portal = await chromium.newPage();
  await portal.page.route("**/assets/portal.*.js", (route) => route.abort());
  await portal.visit("/de/");
  await followsNativeLinks(portal);
  expectErrors(/portal\.|Failed to load/);
});

// -- packs that are down

test("where what is on cannot be had, the start page says so by name and all else works; trying again helps", async () => {
  const portal = await chromium.newPage();
  let isDown = true;
  await portal.page.route("**/aktuelles.json", (route) =>
    isDown ? route.fulfill({ status: 404, body: "not found" }) : route.continue(),
  );
  await portal.open("/de/");
  await portal.main.getByText(portal.words("whats_on.unavailable.title")).waitFor();
  await portal.searchesFor("hund");
  await portal.results.first().getByRole("link").first().click();
  await portal.arrivedAt(/^\/de\/leistungen\//);
  await portal.page.goBack();
  await portal.page.goBack();
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
  await portal.main.getByText(portal.words("whats_on.unavailable.title")).waitFor();
  isDown = false;
  await portal.button(portal.words("error.try_again")).click();
  await portal.main.getByRole("link", { name: portal.words("whats_on.all") }).waitFor();
  assert.equal(await portal.main.getByText(portal.words("whats_on.unavailable.title")).count(), 0);
  expectErrors(/aktuelles\.json|Failed to load|could not be loaded/);
});

for (const [what, answer] of /** @type {[string, (route: import("playwright-core").Route) => Promise<void>][]} */ ([
  ["is missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["is cut off", (route) => cutOff(route, "application/octet-stream")],
])) {
  test(`where the index of the search ${what}, the search says so and offers other ways; trying again helps`, async () => {
    const portal = await chromium.newPage();
    let isDown = true;
    await portal.page.route("**/suche.bin", (route) => (isDown ? answer(route) : route.continue()));
    await portal.open("/de/");
    await portal.types("hund");
    await portal.page.keyboard.press("Enter");
    await portal.main.getByText(portal.words("search.unavailable.title")).waitFor();
    const ways = portal.page.getByRole("region", { name: portal.words("search.other_ways") });
    await ways.getByRole("link", { name: portal.words("page.services") }).click();
    await portal.shows(portal.words("page.services"));
    await portal.page.goBack();
    await portal.main.getByText(portal.words("search.unavailable.title")).waitFor();
    isDown = false;
    await portal.button(portal.words("error.try_again")).click();
    await portal.results.first().waitFor();
    expectErrors(/suche\.bin|Failed to load/);
  });
}

test("where the catalogue is cut off, the delivered page stays and its links work", async () => {
  const portal = await chromium.newPage();
  await portal.page.route("**/start.json", (route) => cutOff(route, "application/json"));
  await Promise.all([portal.page.waitForResponse(/start\.json/), portal.visit("/de/")]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
  assert.ok((await portal.main.getByRole("link").count()) > 20);
  await followsNativeLinks(portal);
  // The page one comes back to tries anew, and says so once more.
  await portal.engineReady("failed");
  expectErrors(/start\.json|could not be loaded|Failed to load/);
});

test("where a service's details cannot be had, its page says so and whom to call", async () => {
  const portal = await chromium.newPage();
  await portal.page.route(`**/leistungen/${SERVICE}.json`, (route) => route.fulfill({ status: 503, body: "" }));
  await portal.open("/de/");
  await portal.main.getByRole("link", { name: "Hund anmelden" }).click();
  await portal.shows("Hund anmelden");
  await portal.main.getByText(portal.words("service.not_loaded.title")).waitFor();
  await portal.main.getByRole("link", { name: portal.words("help.call", { phone: "115" }) }).first().waitFor();
  await portal.page.unroute(`**/leistungen/${SERVICE}.json`);
  await portal.button(portal.words("error.try_again")).click();
  await portal.main.getByRole("heading", { name: portal.words("service.documents"), exact: true }).waitFor();
  expectErrors(/hund-anmelden\.json|Failed to load/);
});

// -- hostile texts

const HOSTILE = '<script>attacked("script")</script> <img src=x onerror="attacked(\'img\')"> [ein Link](javascript:attacked("link")) "><svg onload=attacked()>';

/** The city's pack with hostile texts in one service, in German only. @returns {Promise<string>} the built site */
async function hostileSite() {
  const pack = temporaryFolder("pack");
  const site = temporaryFolder("site");
  cpSync(join(repository, "assets/musterstadt"), pack, { recursive: true });
  const portalFile = join(pack, "portal.json");
  const portal = JSON.parse(readFileSync(portalFile, "utf8"));
  writeFileSync(portalFile, JSON.stringify({ ...portal, languages: ["de"] }));
  const serviceFile = join(pack, "services", `${SERVICE}.json`);
  const service = JSON.parse(readFileSync(serviceFile, "utf8"));
  const texts = service.texts.de;
  texts.name = `Hund <b onclick=attacked()>anmelden</b>`;
  texts.summary = `Kurz ${HOSTILE}`;
  texts.description = `Lang ${HOSTILE}\n\n${HOSTILE}`;
  texts.who = HOSTILE;
  texts.documents = [HOSTILE, "[noch einer](data:text/html,<script>attacked()</script>)"];
  texts.steps = [HOSTILE];
  texts.costs = [{ label: HOSTILE, amount: HOSTILE }];
  service.legal_basis = [{ name: HOSTILE, url: "javascript:attacked('law')" }];
  writeFileSync(serviceFile, JSON.stringify(service));
  const options = ["site", "--city", pack, "--parts", partsFolder, "--out", site];
  await promisify(execFile)(tool, options, { cwd: repository, maxBuffer: 1 << 24 });
  assert.ok(existsSync(join(site, "de/index.html")), readdirSync(site).join());
  return site;
}

/** Runs in every page before anything else. */
function noteAttacks() {
  const attacks = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { attacks, attacked: (/** @type {string} */ what) => attacks.push(String(what)) });
}

/** @param {PortalPage} portal @param {string} where */
async function assertHarmless(portal, where) {
  const found = await portal.page.evaluate(() => ({
    attacks: /** @type {string[]} */ (Reflect.get(globalThis, "attacks")),
    elements: [...document.querySelectorAll("#portal script, #portal svg, #portal img[src='x'], #portal b, #portal iframe")].map(
      (element) => element.outerHTML.slice(0, 100),
    ),
    handlers: [...document.querySelectorAll("*")]
      .filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")))
      .map((element) => element.outerHTML.slice(0, 100)),
    links: [...document.querySelectorAll("a[href]")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !/^(?:\/(?!\/)|#|https:|mailto:|tel:)/.test(href)),
  }));
  assert.deepEqual(found, { attacks: [], elements: [], handlers: [], links: [] }, where);
}

test("a hostile text of the city is shown as the text it is, and executes nothing", async () => {
  const city = await chromium.startCity({ site: await hostileSite() });
  const portal = await chromium.newPage({ origin: city.origin, scripts: [noteAttacks] });
  await portal.open("/de/");
  await assertHarmless(portal, "start, delivered and taken over");
  await portal.search.fill("");
  await portal.types("hund anmelden");
  await portal.suggestions.first().waitFor();
  await assertHarmless(portal, "suggestions");
  await portal.page.keyboard.press("Enter");
  await portal.results.first().waitFor();
  await assertHarmless(portal, "results");
  await portal.main.getByRole("link", { name: /Hund <b/ }).first().click();
  await portal.arrivedAt(SERVICE_PATH);
  await portal.shows("Hund <b onclick=attacked()>anmelden</b>");
  await portal.settled();
  assert.match(await portal.main.innerText(), /<script>attacked\("script"\)<\/script>/);
  await portal.main.locator("summary").first().click();
  await assertHarmless(portal, "service, shown by the engine");
  await portal.open(SERVICE_PATH);
  await portal.main.locator("summary").first().click();
  await assertHarmless(portal, "service, delivered");
  assert.match(await portal.main.innerText(), /<script>attacked\("script"\)<\/script>/);
});

test("a hostile address is a search for its words and nothing more", async () => {
  const portal = await chromium.newPage({ scripts: [noteAttacks] });
  const query = '<img src=x onerror=attacked("address")>';
  await portal.open(`/de/suche#q=${encodeURIComponent(query)}`);
  await portal.shows(portal.words("search.heading", { query }));
  assert.equal(await portal.search.inputValue(), query);
  await assertHarmless(portal, "address");
});
