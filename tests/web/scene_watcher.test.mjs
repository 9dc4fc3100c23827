// Which scenes are drawn, and when: those that come into view, once, for as long as they are on the page; and what stands there where
// that fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

const BODY = `<div id="portal"><figure class="st-scene--map" id="high"></figure><div id="gap"></div>
  <figure class="st-scene--map" id="low"></figure></div>`;

/** Notes in globalThis.scenes what becomes of each drawing; opening fails where the figure says so. */
const DRAWING = `export class SceneDrawing {
  constructor(figure, engine, addresses, giveUp) {
    Object.assign(this, { figure, giveUp, told: [] });
    globalThis.scenes.push(this);
  }
  set isInSight(value) { this.sight = value; }
  async open() { if (this.figure.dataset.breaks) throw new Error("broken"); this.figure.dataset.drawing = "drawn"; }
  close() { this.isClosed = true; delete this.figure.dataset.drawing; }
  speak() { this.speaks = document.documentElement.lang; }
  tell(bytes, isWhole) { this.told.push([bytes.length, isWhole]); }
}`;

/** @param {import("playwright-core").BrowserContextOptions} [options] */
async function openPage(options) {
  const { site } = browser;
  site.files.set("/drawing.js", { body: DRAWING, type: "text/javascript" });
  site.files.set("/test.html", `<!doctype html><html lang="de"><meta charset="utf-8"><title>Test</title><body>${BODY}`);
  const page = await browser.newPage({ viewport: { width: 600, height: 400 }, ...options });
  await page.goto(`${site.origin}/test.html`);
  await page.evaluate(async () => {
    for (const figure of document.querySelectorAll("figure")) figure.style.height = "100px";
    document.getElementById("gap").style.height = "2000px";
    const engine = {
      page: { root: { container: document.getElementById("portal") } },
      word: (key) => `${document.documentElement.lang}:${key}`,
      stopTelling: () => void (globalThis.stopped = (globalThis.stopped ?? 0) + 1),
    };
    const { SceneWatcher } = await import("/web/canvas/scene_watcher.js");
    const watcher = new SceneWatcher(engine, { script: globalThis.scriptAddress ?? "/drawing.js", factory: "", module: "", integrity: "" });
    Object.assign(globalThis, { scenes: [], watcher });
  });
  return {
    page,
    look: () => page.evaluate(() => globalThis.watcher.look()),
    /** Figures with a drawing, "-" before those that are closed. */
    scenes: () => page.evaluate(() => globalThis.scenes.map(({ figure, isClosed }) => (isClosed ? "-" : "") + figure.id)),
    /** @param {number} count */
    until: (count) => page.waitForFunction((count) => globalThis.scenes.length === count, count),
  };
}

test("a scene is drawn when it comes near, once, and hears whether it is in sight", async () => {
  const { page, look, scenes, until } = await openPage();
  await look();
  await until(1);
  assert.deepEqual(await scenes(), ["high"]);

  await page.evaluate(() => scrollTo(0, 5000));
  await until(2);
  await look();
  await page.waitForFunction(() => globalThis.scenes[0].sight === false);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => globalThis.scenes[0].sight === true);
  assert.deepEqual(await scenes(), ["high", "low"]);

  await page.evaluate(() => globalThis.watcher.tell(new Uint8Array(3), true));
  assert.deepEqual(await page.evaluate(() => globalThis.scenes.map(({ told }) => told)), [[[3, true]], [[3, true]]]);
});

test("a scene that leaves the page is closed, and without any the engine need not tell the page", async () => {
  const { page, look, scenes, until } = await openPage();
  await look();
  await until(1);
  await page.evaluate(() => {
    globalThis.stopped = 0;
    document.getElementById("high").remove();
  });
  await look();
  assert.deepEqual(await scenes(), ["-high"]);
  assert.equal(await page.evaluate(() => globalThis.stopped), 1);
});

test("a scene that cannot be opened, and one that gives up later, leave one sentence, in the page's language", async () => {
  const { page, look, until } = await openPage();
  const sentences = () => page.evaluate(() => [...document.querySelectorAll(".st-scene__status")].map((one) => one.textContent));
  await page.evaluate(() => void (document.getElementById("high").dataset.breaks = "yes"));
  await look();
  await page.waitForFunction(() => document.getElementById("high").dataset.drawing === "failed");
  assert.deepEqual(await sentences(), ["de:scene.not_drawn"]);

  await page.evaluate(() => scrollTo(0, 5000));
  await until(2);
  await page.evaluate(() => {
    globalThis.scenes[1].giveUp("lost");
    globalThis.scenes[1].giveUp("lost again");
    document.documentElement.lang = "en";
  });
  await look();
  assert.deepEqual([...new Set(await sentences())], ["en:scene.not_drawn"]);
  assert.equal((await sentences()).length, 2, "one for each scene");
});

test("a drawing script that does not arrive leaves the sentence; the next scene asks for it again", async () => {
  const { page, look, scenes, until } = await openPage();
  let isDown = true;
  await page.route("**/drawing.js*", (route) => (isDown ? route.abort() : route.continue()));
  await look();
  await page.waitForFunction(() => document.getElementById("high").dataset.drawing === "failed");
  isDown = false;
  await page.evaluate(() => scrollTo(0, 5000));
  await until(1);
  assert.deepEqual(await scenes(), ["low"]);
  browser.takeErrors();
});

test("forced colours leave the alternative; when they end, the scene is drawn", async () => {
  const { page, look, scenes, until } = await openPage({ forcedColors: "active" });
  await look();
  await page.waitForFunction(() => document.getElementById("high").dataset.drawing === "failed");
  assert.deepEqual(await scenes(), []);
  await page.emulateMedia({ forcedColors: "none" });
  await until(1);
  assert.equal(await page.locator("#high .st-scene__status").count(), 0);
});
