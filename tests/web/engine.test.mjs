// The engine's start, its calls in and out, and that every failure leaves a usable page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { html, withBrowser } from "./support/browser.mjs";
import { CORE_FILE, integrityOf } from "./support/core_file.mjs";

const browser = withBrowser();

const BODY = `<div id="portal" data-k="page" data-tree="t1"><h1 data-k="title" tabindex="-1">Titel</h1>
  <a data-k="link" id="link" href="/de/anders">Anders</a><button data-k="button" id="button" type="button">Los</button>
  <input data-k="field" id="field" value=""><input data-k="check" id="check" type="checkbox" checked></div>`;
const NODES = ["page", "title", "link", "button", "field", "check"].map((key, index) => [(index + 1) * 8, 1, key]);

/**
 * Opens the page with a core that hydrates at its start, unless `script` (runs in the page) says something else.
 * @param {object} [options]
 * @param {string} [options.script] properties of coreScript, as source
 * @param {string} [options.attributes] instead of those that name the core
 * @param {(page: import("playwright-core").Page) => Promise<void>} [options.meanwhile] before the core arrives
 */
async function openPortal({ script = "", attributes, meanwhile } = {}) {
  const { site } = browser;
  site.files.set("/core.wasm", CORE_FILE);
  const named = attributes ?? `data-core="/core.wasm" data-core-integrity="${integrityOf(CORE_FILE)}"`;
  const all = `${named} data-script="/tests/web/support/fake_core.mjs" data-base="/" data-daten="/daten/7/" data-offline="off"`;
  site.files.set("/de/start", html(BODY, all, '<script type="module" src="/web/portal.js"></script>'));
  site.files.set("/de/anders", html("<h1>Vom Server</h1>"));
  const page = await browser.newPage();
  const start = `start(core) { core.show(core.list().hydrate(${JSON.stringify(NODES)})); },`;
  await page.addInitScript({ content: `globalThis.coreScript = { ${start} ${script} };` });
  /** @type {() => void} */
  let release = () => {};
  if (meanwhile !== undefined) {
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route("**/core.wasm", async (route) => {
      await held;
      await route.continue();
    });
  }
  await page.goto(`${site.origin}/de/start`);
  if (meanwhile !== undefined) {
    await meanwhile(page);
    release();
  }
  await page.waitForSelector("html[data-engine]", { state: "attached" });
  return page;
}

/** @param {import("playwright-core").Page} page */
const state = (page) => page.evaluate(() => document.documentElement.dataset.engine);
/** @param {import("playwright-core").Page} page @param {...string} names @returns {Promise<any[][]>} */
const calls = (page, ...names) =>
  page.evaluate((names) => globalThis.core.calls.filter((/** @type {any[]} */ [name]) => names.includes(name)), names);

test("the engine starts with the facts of the page and takes it over", async () => {
  const page = await openPortal();
  assert.equal(await state(page), "ready");
  const [[, facts] = []] = await calls(page, "start");
  assert.deepEqual(facts, {
    url: `${browser.site.origin}/de/start`,
    origin: browser.site.origin,
    base: "/",
    hydrate: true,
    tree: "t1",
    data: "/daten/7/",
    language: await page.evaluate(() => document.documentElement.lang),
    languages: await page.evaluate(() => [...navigator.languages]),
    online: true,
    speech: true,
    view: {},
    presentation: "document",
  });
  assert.equal(await page.evaluate(() => performance.getEntriesByName("stadttor-ready").length), 1);
});

test("what was entered and pressed before the engine was ready is taken over", async () => {
  const page = await openPortal({
    meanwhile: async (page) => {
      await page.locator("#field").fill("früh");
      await page.locator("#check").uncheck();
      await page.locator("#button").click();
    },
  });
  assert.deepEqual(await calls(page, "act"), [["act", 40, 1, "früh"], ["act", 48, 2, "0"], ["act", 32, 0, ""]]);
});

test("what was entered early survives a page that must be built anew", async () => {
  const script = `start(core) { core.show(core.list().hydrate([[8, 1, "other"]])); },
    rebuild(core) {
      core.show(core.list().rebuild().create("div", 80, 0).create("input", 88, 80).setAttribute(88, "id", "field"));
    },`;
  const page = await openPortal({
    script,
    meanwhile: async (page) => {
      await page.locator("#field").fill("früh");
    },
  });
  assert.equal(await state(page), "ready");
  assert.equal(await page.locator("#field").inputValue(), "früh");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "field");
  assert.deepEqual(await calls(page, "rebuild", "act"), [["rebuild"], ["act", 88, 1, "früh"]]);
});

test("actions caused by the engine's own changes wait until it has returned", async () => {
  const script = `act(core, handle, kind) {
    core.isInside = core.isInside ? (core.calls.push(["nested"]), true) : true;
    if (handle === 32 && kind === 0) core.show(core.list().focus(40));
    core.isInside = false;
  },`;
  const page = await openPortal({ script });
  await page.locator("#button").click();
  const seen = await calls(page, "act", "nested");
  assert.deepEqual(seen.slice(-3), [["act", 32, 0, ""], ["act", 32, 8, ""], ["act", 40, 7, ""]]);
  assert.ok(!seen.some(([name]) => name === "nested"));
});

test("frames come when asked for, and none when idle", async () => {
  const page = await openPortal();
  await page.evaluate(() => {
    globalThis.core.host.requestFrame();
    globalThis.core.host.requestFrame();
  });
  await page.waitForFunction(() => globalThis.core.calls.some((/** @type {any[]} */ [name]) => name === "frame"));
  const before = (await calls(page, "frame", "act")).length;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.equal((await calls(page, "frame")).length, 1);
  assert.equal((await calls(page, "frame", "act")).length, before);
});

test("what the browser shows by itself is painted before the engine answers, and what it does not show waits for the answer", async () => {
  const script = "act(core, handle, kind) { core.calls.push(['asks', kind]); core.host.requestFrame(); },";
  const page = await openPortal({ script });
  const order = (/** @type {string} */ what) =>
    page.evaluate(async (what) => {
      const { core } = globalThis;
      core.calls.length = 0;
      if (what === "press") document.getElementById("button")?.click();
      else document.getElementById("field")?.dispatchEvent(new Event("input", { bubbles: true }));
      // Asked for after the engine has asked for its own.
      await new Promise((resolve) => requestAnimationFrame(() => (core.calls.push(["painting"]), resolve(null))));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return core.calls.map((/** @type {any[]} */ [name]) => name).filter((/** @type {string} */ name) => name === "frame" || name === "painting");
    }, what);
  assert.deepEqual(await order("press"), ["frame", "painting"]);
  assert.deepEqual(await order("key"), ["painting", "frame"]);
});

test("links, history and network reach the engine", async () => {
  const page = await openPortal({ script: 'act(core, h, k) { if (k === 0) core.show(core.list().put(13, "/de/anders")); },' });
  await page.locator("#link").click();
  assert.equal(new URL(page.url()).pathname, "/de/anders");
  await page.goBack();
  await page.waitForFunction(() => globalThis.core.calls.some((/** @type {any[]} */ [name]) => name === "open"));
  assert.deepEqual(await calls(page, "open"), [["open", `${browser.site.origin}/de/start`]]);
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  assert.deepEqual(await calls(page, "online"), [["online", 0], ["online", 1]]);
});

test("the engine is told when nobody sees the page any more, and when somebody does again", async () => {
  const page = await openPortal();
  assert.deepEqual(await calls(page, "visible"), []);
  await page.evaluate(() => {
    let isHidden = false;
    Object.defineProperty(document, "hidden", { get: () => isHidden });
    for (const next of [true, false]) {
      isHidden = next;
      document.dispatchEvent(new Event("visibilitychange"));
    }
  });
  assert.deepEqual(await calls(page, "visible"), [["visible", 0], ["visible", 1]]);
});

for (const [name, attributes, fault] of /** @type {[string, string, RegExp][]} */ ([
  ["a missing core", 'data-core="/gone.wasm"', /HTTP 404/],
  ["an altered core", `data-core="/core.wasm" data-core-integrity="${integrityOf(new Uint8Array([1]))}"`, /TypeError/],
  ["a page that names no core", "", /names no engine/],
])) {
  test(`${name} leaves the page as it was, with links that work`, async () => {
    const page = await openPortal({ attributes });
    assert.equal(await state(page), "failed");
    assert.match(browser.takeErrors().join("\n"), fault);
    assert.equal(await page.evaluate(() => history.scrollRestoration), "auto");
    await page.locator("#link").click();
    await page.locator("h1", { hasText: "Vom Server" }).waitFor();
  });
}

test("a browser without WebAssembly keeps the page", async () => {
  browser.site.files.set("/de/start", html(BODY, 'data-core="/c" data-script="/s"', '<script type="module" src="/web/portal.js"></script>'));
  const page = await browser.newPage();
  await page.addInitScript(() => void delete globalThis.WebAssembly);
  await page.goto(`${browser.site.origin}/de/start`);
  await page.waitForSelector('html[data-engine="failed"]', { state: "attached" });
  assert.match(browser.takeErrors().join("\n"), /no WebAssembly/);
});

test("a core of the wrong type starts all the same", async () => {
  browser.site.files.set("/plain.wasm", { body: CORE_FILE, type: "application/octet-stream" });
  const page = await openPortal({ attributes: 'data-core="/plain.wasm"' });
  assert.equal(await state(page), "ready");
});

test("a broken copy in a cache is fetched anew", async () => {
  const { site } = browser;
  let asked = 0;
  site.files.set("/flaky.wasm", CORE_FILE);
  const original = site.files.get.bind(site.files);
  site.files.get = (path) => (path === "/flaky.wasm" && asked++ === 0 ? new Uint8Array([0]) : original(path));
  const page = await openPortal({ attributes: `data-core="/flaky.wasm" data-core-integrity="${integrityOf(CORE_FILE)}"` });
  site.files.get = original;
  assert.equal(await state(page), "ready");
  assert.equal(asked, 2);
  browser.takeErrors();
});

test("an engine that breaks down later leaves links that work", async () => {
  const page = await openPortal({ script: 'act(core, h, k) { if (k === 0) throw new WebAssembly.RuntimeError("unreachable"); },' });
  await page.locator("#button").click();
  assert.equal(await state(page), "failed");
  assert.deepEqual(browser.takeErrors(), ["stadttor: RuntimeError: unreachable"]);
  await page.locator("#link").click();
  await page.locator("h1", { hasText: "Vom Server" }).waitFor();
});

test("an abort that Emscripten reports is the end as well", async () => {
  const page = await openPortal();
  await page.evaluate(() => globalThis.core.onAbort("out of memory"));
  assert.equal(await state(page), "failed");
  assert.deepEqual(browser.takeErrors(), ["stadttor: out of memory"]);
});

test("a broken list asks for one rebuild; a second broken one is the end", async () => {
  const script = "rebuild(core) { if (core.isHopeless) core.show({ bytes: () => new Uint8Array(3) }); else core.show(core.list().rebuild()); },";
  const page = await openPortal({ script });
  const breakList = () => page.evaluate(() => globalThis.core.show({ bytes: () => new Uint8Array(3) }));
  await breakList();
  assert.equal(await state(page), "ready");
  assert.equal((await calls(page, "rebuild")).length, 1);
  await page.evaluate(() => void (globalThis.core.isHopeless = true));
  await breakList();
  assert.equal(await state(page), "failed");
  assert.match(browser.takeErrors().join("\n"), /could not be rebuilt/);
});
