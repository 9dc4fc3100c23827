// What surrounds a drawn scene: its look, its words and buttons, the module behind it, and the place of the citizen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";
import { CORE_FILE } from "./support/core_file.mjs";

const browser = withBrowser();

/** @param {string} body @param {import("playwright-core").BrowserContextOptions} [options] */
async function openPage(body, options) {
  browser.site.files.set("/test.html", `<!doctype html><html lang="de"><meta charset="utf-8"><title>Test</title><body>${body}`);
  const page = await browser.newPage(options);
  await page.goto(`${browser.site.origin}/test.html`);
  return page;
}

test("colours come as plain numbers however the theme writes them, and the background tells dark from light", async () => {
  const page = await openPage('<figure id="figure"></figure>');
  const look = await page.evaluate(async () => {
    const { coloursAt } = await import("/web/canvas/scene_surroundings.js");
    const figure = document.getElementById("figure");
    const set = (name, value) => figure.style.setProperty(`--kern-color-${name}`, value);
    set("layout-background-default", "hsl(0 0% 100%)");
    set("action-default", "rgb(255 0 0)");
    set("layout-text-default", "no colour");
    const light = coloursAt(figure);
    set("layout-background-default", "#102030");
    const wanted = /background-default|text-default|action-default/;
    return { lines: light.lines.split("\n").filter((line) => wanted.test(line)), isDark: [light.isDark, coloursAt(figure).isDark] };
  });
  assert.deepEqual(look.lines, [
    "--kern-color-layout-background-default #ffffff",
    "--kern-color-layout-text-default #000000",
    "--kern-color-action-default #ff0000",
  ]);
  assert.deepEqual(look.isDark, [false, true]);
});

test("less motion is wanted by the system or by the portal's setting; a change of either is noticed until the scene closes", async () => {
  const page = await openPage("");
  await page.evaluate(async () => {
    const { wantsLessMotion, watchSurroundings } = await import("/web/canvas/scene_surroundings.js");
    const closing = new AbortController();
    Object.assign(globalThis, { wants: wantsLessMotion, seen: 0, closing });
    watchSurroundings(() => void globalThis.seen++, closing.signal);
  });
  const state = () => page.evaluate(() => [globalThis.wants(), globalThis.seen]);
  assert.deepEqual(await state(), [false, 0]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForFunction(() => globalThis.seen === 1);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.waitForFunction(() => globalThis.seen === 2);
  await page.evaluate(() => void (document.documentElement.dataset.motion = "less"));
  assert.deepEqual(await state(), [true, 3]);

  await page.evaluate(() => {
    globalThis.closing.abort();
    delete document.documentElement.dataset.motion;
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.deepEqual(await state(), [true, 3]);
});

test("the frame has a name, keys and buttons in the page's language, and goes away as a whole", async () => {
  const page = await openPage('<figure id="figure" aria-label="Stadtplan"><ul><li>Rathaus</li></ul></figure>');
  await page.evaluate(async () => {
    const { addSceneFrame } = await import("/web/canvas/scene_frame.js");
    const pressed = [];
    const word = (key) => `${document.documentElement.lang}:${key}`;
    const parts = addSceneFrame(document.getElementById("figure"), word, { press: (key) => pressed.push(key), pickMiddle: null, nearMe: null });
    Object.assign(globalThis, { parts, pressed });
  });
  assert.equal(await page.getByRole("group").getAttribute("aria-label"), "Stadtplan: de:scene.keys");
  for (const name of ["de:scene.zoom_in", "de:scene.zoom_out", "de:scene.show_all"]) await page.getByRole("button", { name }).click();
  assert.deepEqual(await page.evaluate(() => globalThis.pressed), [4, 5, 6]);

  await page.evaluate(() => {
    document.documentElement.lang = "en";
    globalThis.parts.speak();
  });
  assert.ok(await page.getByRole("button", { name: "en:scene.zoom_in" }).isVisible());
  await page.evaluate(() => globalThis.parts.release());
  assert.equal(await page.locator("#figure").innerHTML(), "<ul><li>Rathaus</li></ul>");
});

test("words are as wide as the page writes them, and are written in full within their place, with a halo", async () => {
  const page = await openPage('<figure id="figure"></figure>');
  const facts = await page.evaluate(async () => {
    const { RunInk } = await import("/web/canvas/run_ink.js");
    const figure = document.getElementById("figure");
    figure.style.fontFamily = "monospace";
    const ink = new RunInk();
    ink.follow(figure);
    const bytes = (text) => new TextEncoder().encode(text);
    const width = ink.measure(bytes("Straße"), 20, false);
    ink.write({ columns: 200, rows: 60, ratio: 2 }, bytes("Straße"), 20, true, 0xff0000ff, 0xff00ff00);
    const { data } = ink.canvas.getContext("2d").getImageData(0, 0, 200, 60);
    const count = (red, green) => {
      let sum = 0;
      for (let at = 0; at < data.length; at += 4) sum += data[at] === red && data[at + 1] === green && data[at + 3] === 255 ? 1 : 0;
      return sum;
    };
    return { ratio: width / ink.measure(bytes("S"), 20, false), size: [ink.canvas.width, ink.canvas.height], red: count(255, 0), green: count(0, 255) };
  });
  assert.equal(Math.round(facts.ratio * 100), 600, "six letters, not seven bytes");
  assert.deepEqual(facts.size, [200, 60]);
  assert.ok(facts.red > 100 && facts.green > 100, JSON.stringify(facts));
});

test("words of Latin letters and numbers keep their order on a page that runs from right to left, and Arabic ones theirs", async () => {
  const page = await openPage('<figure id="figure"></figure>');
  const isSame = await page.evaluate(async () => {
    const { RunInk } = await import("/web/canvas/run_ink.js");
    const figure = document.getElementById("figure");
    const written = (direction, words) => {
      figure.dir = direction;
      const ink = new RunInk();
      ink.follow(figure);
      ink.write({ columns: 200, rows: 60, ratio: 2 }, new TextEncoder().encode(words), 20, false, 0xff0000ff, 0xff00ff00);
      return ink.canvas.toDataURL();
    };
    return ["1\u00a0km", "Hof (2)", "A كم"].map((words) => written("rtl", words) === written("ltr", words));
  });
  assert.deepEqual(isSame, [true, true, false]);
});

test("near me stands only where there is something to list, and a refused position is said", async () => {
  const page = await openPage('<figure id="one"><ul><li>1</li></ul></figure><figure id="two"><ul><li>1</li><li>2</li></ul></figure>');
  const said = await page.evaluate(async () => {
    const { nearMeButton } = await import("/web/canvas/near_me.js");
    const said = [];
    const announce = (text) => said.push(text);
    const engine = {
      word: (key) => key,
      foundPosition: (latitude, longitude) => said.push([latitude, longitude]),
      page: { liveRegion: { announce } },
    };
    let asked = 0;
    const answers = [(found) => found({ coords: { latitude: 52, longitude: 9 } }), (_, refused) => refused({ code: 1 })];
    Object.defineProperty(navigator, "geolocation", { value: { getCurrentPosition: (...waiting) => answers[asked++](...waiting) } });
    if (nearMeButton(document.getElementById("one"), engine) !== null) said.push("for a single place");
    const button = nearMeButton(document.getElementById("two"), engine);
    said.push(`asked ${asked}`);
    button.click();
    button.click();
    return said;
  });
  assert.deepEqual(said, ["asked 0", [52, 9], "scene.nearest_first", "scene.position_unknown"]);
});

/** A factory as Emscripten writes it: takes the instance and hands on what the page gave it. */
const FACTORY = `export default (options) => new Promise((resolve) => {
  options.instantiateWasm({}, (instance) => resolve({ options, instance, _stadttor_bytes: (size) => (globalThis.room = size, 16) }));
});`;

test("the module is loaded once for all scenes, each has an instance of its own, and a failed load is tried again", async () => {
  const { site } = browser;
  const page = await openPage("");
  site.files.set("/factory.mjs", { body: FACTORY, type: "text/javascript" });
  site.files.set("/canvas.wasm", { status: 503, body: "" });
  const made = (/** @type {number} */ count) =>
    page.evaluate(async (count) => {
      const { newCanvasInstance, putBytes } = await import("/web/canvas/canvas_module.js");
      const addresses = { script: "", factory: "/factory.mjs", module: "/canvas.wasm", integrity: "" };
      const made = await Promise.all(Array.from({ length: count }, () => newCanvasInstance(addresses, {}, {}, () => {})));
      for (const [number, one] of made.entries()) putBytes(one, new Uint8Array([number + 1, 7]));
      return made.map((one) => [...one.memory().slice(16, 18)]);
    }, count);
  await assert.rejects(made(1), /HTTP 503/);
  site.files.set("/canvas.wasm", { body: CORE_FILE, type: "application/wasm" });
  assert.deepEqual(await made(2), [[1, 7], [2, 7]]);
  assert.equal(site.requests.filter((path) => path === "/canvas.wasm").length, 2, "the failed one and one for both");
  browser.takeErrors();
});
