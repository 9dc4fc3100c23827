// View settings take effect at once, are kept on the device only once something was changed, and can be forgotten; reading aloud and
// printing.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

const SERVICE_PATH = `/de/leistungen/${SERVICE}`;

/** @param {import("./support/portal_page.mjs").PortalPage} portal */
const kept = (portal) => portal.page.evaluate(() => ({ ...localStorage }));

/** What a citizen sees of the settings. @param {import("./support/portal_page.mjs").PortalPage} portal */
const look = (portal) =>
  portal.page.evaluate(() => {
    const text = getComputedStyle(/** @type {Element} */ (document.querySelector("main p")));
    const body = getComputedStyle(document.body);
    const button = getComputedStyle(/** @type {Element} */ (document.querySelector("button, a")));
    return {
      size: Number.parseFloat(text.fontSize),
      ink: text.color,
      paper: body.backgroundColor,
      transition: button.transitionDuration,
      animation: button.animationDuration,
    };
  });

/** 0 black to 1 white. @param {string} colour as computed: rgb(r, g, b) */
function lightness(colour) {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (r + g + b) / 765;
}

test("text size takes effect at once, holds on every page and after a reload, and can be forgotten", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/ansicht");
  const normal = await look(portal);
  assert.deepEqual(await kept(portal), {}, "nothing is stored before a change");
  await portal.chooses("view.text_size", "view.text_size.200");
  const doubled = await look(portal);
  assert.equal(doubled.size, normal.size * 2);
  assert.deepEqual(Object.keys(await kept(portal)), ["stadttor.view"]);
  await portal.page.getByRole("link", { name: portal.words("page.services") }).first().click();
  await portal.shows(portal.words("page.services"));
  assert.equal((await look(portal)).size, doubled.size);
  await portal.page.goBack();
  await portal.shows(portal.words("page.view"));

  await portal.page.reload({ waitUntil: "domcontentloaded" });
  assert.equal((await look(portal)).size, doubled.size, "before the engine arrives");
  await portal.engineReady();
  assert.equal((await look(portal)).size, doubled.size);
  const radio = portal.page.getByRole("radio", { name: portal.words("view.text_size.200"), exact: true });
  assert.equal(await radio.isChecked(), true, "the page shows what is set");

  await portal.button(portal.words("view.forget")).click();
  await portal.settled();
  assert.equal((await look(portal)).size, normal.size);
  assert.deepEqual(await kept(portal), {});
  assert.equal(await radio.isChecked(), false);
  assert.equal(await portal.button(portal.words("view.forget")).count(), 0);
  assert.ok(!(await portal.focused()).startsWith("body"), "the focus is not lost with the button");
});

test("dark and light take effect at once and after a reload, whatever the device says", async () => {
  const portal = await chromium.newPage({ colorScheme: "light" });
  await portal.open("/de/ansicht");
  assert.ok(lightness((await look(portal)).paper) > 0.9);
  await portal.chooses("view.theme", "view.theme.dark");
  const dark = await look(portal);
  assert.ok(lightness(dark.paper) < 0.2, dark.paper);
  assert.ok(lightness(dark.ink) > 0.8, dark.ink);
  await portal.page.reload({ waitUntil: "domcontentloaded" });
  assert.deepEqual(await look(portal), dark);
  await portal.engineReady();
  await portal.page.emulateMedia({ colorScheme: "dark" });
  await portal.chooses("view.theme", "view.theme.light");
  assert.ok(lightness((await look(portal)).paper) > 0.9, "light, though the device is dark");
  await portal.chooses("view.theme", "view.theme.auto");
  assert.ok(lightness((await look(portal)).paper) < 0.2, "as the device says");
  assert.deepEqual(await kept(portal), {}, "nothing chosen, nothing kept");
});

test("without a choice the device's wish for dark is followed", async () => {
  const portal = await chromium.newPage({ colorScheme: "dark" });
  await portal.open("/de/");
  assert.ok(lightness((await look(portal)).paper) < 0.2);
});

test("stronger contrast takes effect at once and after a reload", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/ansicht");
  const muted = () =>
    portal.page.evaluate(() => {
      const claim = /** @type {Element} */ (document.querySelector("header p, header span"));
      const field = /** @type {Element} */ (document.querySelector('input[type="search"]'));
      return [getComputedStyle(claim).color, getComputedStyle(field).borderTopColor, getComputedStyle(field).borderBottomColor];
    });
  const normal = await muted();
  await portal.chooses("view.contrast", "view.contrast.more");
  const strong = await muted();
  assert.notDeepEqual(strong, normal);
  const contrast = (/** @type {string} */ colour) => 1 - lightness(colour);
  strong.forEach((colour, at) => assert.ok(contrast(colour) >= contrast(normal[at] ?? ""), `${colour} after ${normal[at]}`));
  await portal.page.reload({ waitUntil: "domcontentloaded" });
  assert.deepEqual(await muted(), strong);
  await portal.engineReady();
});

test("less motion takes effect at once and after a reload", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/ansicht");
  const moving = () =>
    portal.page.evaluate(() => {
      const seconds = (/** @type {string} */ list) => Math.max(...list.split(",").map((part) => Number.parseFloat(part)));
      const all = [...document.querySelectorAll("body *")].map((element) => getComputedStyle(element));
      const longest = Math.max(...all.map((style) => Math.max(seconds(style.transitionDuration), seconds(style.animationDuration))));
      return { longest, scroll: getComputedStyle(document.documentElement).scrollBehavior };
    });
  await portal.chooses("view.motion", "view.motion.less");
  assert.equal(await portal.page.locator("html").getAttribute("data-motion"), "less");
  const calm = await moving();
  assert.ok(calm.longest <= 0.01, `nothing moves longer than 10 ms: ${calm.longest} s`);
  assert.equal(calm.scroll, "auto");
  await portal.page.reload({ waitUntil: "domcontentloaded" });
  assert.deepEqual(await moving(), calm);
  await portal.engineReady();
});

test("the page in easy language is one link away", async () => {
  const portal = await chromium.newPage();
  await portal.open(SERVICE_PATH);
  await portal.page.getByRole("banner").getByRole("link", { name: portal.words("header.easy") }).first().click();
  await portal.arrivedAt(`/de-simple/leistungen/${SERVICE}`);
  await portal.page.waitForFunction(() => document.documentElement.lang === "de-simple");
});

/** Stands for the browser's speech synthesis; tells what it was asked to say. */
function fakeSpeech() {
  const spoken = /** @type {any[]} */ ([]);
  const speech = {
    spoken,
    cancelled: 0,
    getVoices: () => [{ lang: "de-DE", localService: true, name: "Test" }],
    speak: (/** @type {any} */ utterance) => spoken.push(utterance),
    cancel: () => (speech.cancelled += 1),
  };
  class Utterance extends EventTarget {
    /** @param {string} text */
    constructor(text) {
      super();
      this.text = text;
      this.lang = "";
    }
  }
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech, configurable: true });
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", { value: Utterance, configurable: true });
}

test("the page is read aloud in its language until the end or until it is stopped", async () => {
  const portal = await chromium.newPage({ scripts: [fakeSpeech] });
  await portal.open(SERVICE_PATH);
  const start = portal.button(portal.words("toolbar.read_aloud"));
  const stop = portal.button(portal.words("toolbar.stop_reading"));
  await start.click();
  await stop.waitFor();
  assert.equal(await portal.page.evaluate(() => document.activeElement?.textContent?.trim()), portal.words("toolbar.stop_reading"));
  const said = () =>
    portal.page.evaluate(() => {
      const { spoken, cancelled } = /** @type {any} */ (speechSynthesis);
      return { text: spoken.map((/** @type {any} */ { text }) => text).join(" "), lang: spoken[0]?.lang, cancelled };
    });
  const first = await said();
  assert.ok(first.text.includes("Hund anmelden"), first.text);
  assert.ok(first.text.includes("Ausgefülltes Anmeldeformular"), "what one needs is read");
  assert.ok(!first.text.includes(portal.words("footer.promise")), "the frame of the page is not");
  assert.equal(first.lang, "de");
  await stop.click();
  await start.waitFor();
  assert.ok((await said()).cancelled > first.cancelled);

  await start.click();
  await stop.waitFor();
  await portal.page.evaluate(() => {
    const { spoken } = /** @type {any} */ (speechSynthesis);
    spoken[spoken.length - 1].dispatchEvent(new Event("end"));
  });
  await start.waitFor();

  await start.click();
  await stop.waitFor();
  const before = (await said()).cancelled;
  await portal.page.getByRole("navigation", { name: portal.words("menu.label") }).getByRole("link").first().click();
  await portal.shows(portal.words("page.services"));
  assert.ok((await said()).cancelled > before, "another page ends it");
});

test("where the browser cannot speak, reading aloud is not offered", async () => {
  const portal = await chromium.newPage({
    scripts: [
      () => {
        Reflect.deleteProperty(globalThis, "speechSynthesis");
        Reflect.deleteProperty(globalThis, "SpeechSynthesisUtterance");
      },
    ],
  });
  await portal.open(SERVICE_PATH);
  await portal.button(portal.words("toolbar.print")).waitFor();
  assert.equal(await portal.button(portal.words("toolbar.read_aloud")).count(), 0);
});

test("the print button prints the page, without what leads around in it", async () => {
  const portal = await chromium.newPage({
    scripts: [() => Object.assign(globalThis, { printed: 0, print: () => void (/** @type {any} */ (globalThis).printed += 1) })],
  });
  await portal.open(SERVICE_PATH);
  await portal.button(portal.words("toolbar.print")).click();
  await portal.page.waitForFunction(() => Reflect.get(globalThis, "printed") === 1);
  await portal.page.emulateMedia({ media: "print" });
  assert.equal(await portal.heading.isVisible(), true);
  assert.equal(await portal.page.getByRole("navigation", { name: portal.words("menu.label") }).isVisible(), false);
  assert.equal(await portal.search.isVisible(), false);
  assert.equal(await portal.button(portal.words("toolbar.print")).isVisible(), false);
});
