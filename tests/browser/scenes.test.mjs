// Scenes on pages: the map appears when it comes into view, is operated like its list, rests when nobody touches it, and
// wherever it cannot be drawn its alternative stands there with one sentence.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { alternativeStands, countFrames, figure, MAP, mapIs, markerOnLine, openMap as mapOf, picture, placeOfMap, region, scrollsToMap } from "./support/map_page.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @param {Parameters<typeof chromium.newPage>[0]} [options] */
const openMap = (options) => mapOf(chromium, options);

test("the map appears when it comes into view, and moves nothing on the page", async () => {
  const portal = await chromium.newPage({ viewport: { width: 1280, height: 300 } });
  /** @type {string[]} */
  const asked = [];
  portal.context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await portal.open(MAP);
  assert.equal(await figure(portal).getAttribute("data-drawing"), null);
  assert.ok(!asked.some((path) => /canvas|pmtiles/.test(path)), "nothing of it is loaded before");
  const firstLink = figure(portal).getByRole("link").first();
  const before = (await firstLink.boundingBox())?.y ?? 0;

  await scrollsToMap(portal);
  await mapIs(portal, "drawn");

  const scrolled = await portal.scrollTop();
  assert.equal(Math.round(((await firstLink.boundingBox())?.y ?? 0) + scrolled), Math.round(before));
  assert.equal(asked.filter((path) => path.endsWith(".pmtiles")).length, 1, "its tiles are loaded once");
});

test("arrow keys move the map, plus and minus and the buttons change its size, all shows the first view again", async () => {
  const portal = await openMap();
  await region(portal).focus();
  const first = await picture(portal);

  await portal.page.keyboard.press("ArrowRight");
  await portal.settled();
  const moved = await picture(portal);
  await portal.page.keyboard.press("+");
  await portal.settled();
  const near = await picture(portal);
  await portal.button(portal.words("scene.zoom_out")).click();
  await portal.settled();
  const back = await picture(portal);
  await portal.button(portal.words("scene.show_all")).click();
  await portal.settled();

  assert.equal(new Set([first, moved, near]).size, 3);
  assert.notEqual(back, near);
  assert.equal(await picture(portal), first);
});

test("a marker that is pressed gives the focus to its entry in the list, and the map names it", async () => {
  const portal = await openMap();
  const box = await placeOfMap(portal);
  const marker = await markerOnLine(portal, box.y + box.height / 2, box.x + box.width / 4, box.x + box.width);
  await portal.page.mouse.move(marker.x, marker.y);
  const before = await portal.path;

  await portal.page.mouse.down();
  await portal.page.mouse.up();

  const entry = await portal.page.evaluate(() => document.activeElement?.matches(".st-scene--map li a"));
  assert.equal(entry, true, (await portal.focused()).slice(0, 80));
  assert.equal(portal.path, before, "nobody is sent away");
});

test("what the citizen filters out disappears from the map at once", async () => {
  const portal = await openMap();
  const all = await picture(portal);

  await portal.page.getByRole("checkbox", { name: /Wochenmarkt|Bibliothek|Spielpl/ }).first().check();
  await portal.settled();
  await scrollsToMap(portal);

  assert.notEqual(await picture(portal), all);
});

test("a map at rest draws nothing and asks for nothing", async () => {
  const portal = await openMap();
  const frames = await countFrames(portal);
  /** @type {string[]} */
  const asked = [];
  portal.context.on("request", (request) => asked.push(request.url()));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  assert.equal(await frames(), 0);
  assert.deepEqual(asked, []);
});

test("a lost drawing context is survived once; then the alternative stands", async () => {
  const portal = await openMap();
  const before = await picture(portal);
  /** @param {"loseContext" | "restoreContext"} what */
  const does = (what) =>
    portal.page.evaluate((what) => {
      const context = /** @type {HTMLCanvasElement | null} */ (document.querySelector(".st-scene__drawing canvas"))?.getContext("webgl2");
      const extension = Reflect.get(globalThis, "loss") ?? context?.getExtension("WEBGL_lose_context");
      Object.assign(globalThis, { loss: extension });
      extension[what]();
    }, what);
  await does("loseContext");
  await portal.settled();
  await does("restoreContext");
  await portal.settled();
  for (let tries = 0; tries < 50 && (await picture(portal)) !== before; ++tries) await portal.settled();
  assert.equal(await picture(portal), before);

  await does("loseContext");
  await alternativeStands(portal);
});

test("a truncated archive, a missing module and a browser without WebGL 2 leave the alternative with one sentence", async () => {
  const truncated = await chromium.newPage();
  await truncated.page.route("**/*.pmtiles", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
  });
  const missing = await chromium.newPage();
  await missing.page.route("**/canvas.*.wasm", (route) => route.abort());
  const without = await chromium.newPage({
    scripts: [
      () => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (/** @type {any[]} */ ...wanted) {
          return wanted[0] === "webgl2" ? null : Reflect.apply(original, this, wanted);
        };
      },
    ],
  });
  for (const portal of [truncated, missing, without]) {
    await portal.open(MAP);
    await scrollsToMap(portal);
    await alternativeStands(portal);
  }
  assert.ok(chromium.takeErrors().every((error) => /canvas\.|net::ERR_FAILED/.test(error)));
});

test("in forced colours the alternative stands, on paper the list alone", async () => {
  const forced = await chromium.newPage({ forcedColors: "active" });
  await forced.open(MAP);
  await scrollsToMap(forced);
  await alternativeStands(forced);

  const printed = await openMap();
  await printed.page.emulateMedia({ media: "print" });
  assert.equal(await region(printed).isVisible(), false);
  const top = await figure(printed).evaluate((scene) => {
    const link = /** @type {Element} */ (scene.querySelector("a"));
    return link.getBoundingClientRect().top - scene.getBoundingClientRect().top;
  });
  assert.ok(top < 300, `no empty place is printed: ${top}`);
});

test("near me: asked only on a press, the nearest place comes first, and the position is sent nowhere", async () => {
  const portal = await openMap({ geolocation: { latitude: 52.3, longitude: 9.2 }, permissions: ["geolocation"] });
  const first = figure(portal).getByRole("link").first();
  const before = await first.textContent();
  /** @type {string[]} */
  const asked = [];
  portal.context.on("request", (request) => asked.push(request.url()));

  await portal.button(portal.words("scene.near_me")).click();
  await figure(portal).getByText(/ · [\d,.]+\s(km|m)$/).first().waitFor();

  assert.notEqual(await first.textContent(), before);
  assert.deepEqual(asked, []);
  assert.equal(await portal.page.getByLabel(portal.words("map.order")).inputValue(), "distance");
});

test("the words beside the map follow the page's language", async () => {
  const portal = await openMap();
  const english = await portal.switchesTo("en");
  await mapIs(english, "drawn");
  assert.ok(await english.button(english.words("scene.zoom_in")).isVisible());
});
