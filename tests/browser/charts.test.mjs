// Charts and plans on pages: all of a page are drawn though browsers keep few drawing contexts, values are read out as the
// table has them, a stall is chosen on the plan, and what cannot be drawn leaves its alternative with one sentence.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */
/** @typedef {import("playwright-core").Locator} Locator */

const chromium = withChromium();
const { test } = chromium;

const FIGURES = "/de/stadt-in-zahlen";
const MARKET = "/de/wochenmarkt";
const MOST_OPEN = 5;

/** @param {PortalPage} portal */
const charts = (portal) => portal.page.locator(".st-scene--chart");
/** @param {PortalPage} portal */
const plan = (portal) => portal.page.locator(".st-scene--plan");

/** @param {PortalPage} portal @param {Locator} scene @param {"drawn" | "failed"} [state] */
async function comesIntoView(portal, scene, state = "drawn") {
  await scene.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 60));
  await portal.page.waitForFunction(
    ([element, state]) => /** @type {HTMLElement} */ (element).dataset.drawing === state,
    /** @type {const} */ ([await scene.elementHandle(), state]),
  );
  await portal.settled();
}

/** How many different bytes a picture of it has: a place that is empty has next to none. @param {Locator} scene */
async function sizeOfPicture(scene) {
  return (await scene.locator("canvas").screenshot()).length;
}

/** What has been said to assistive technology. @param {PortalPage} portal */
async function said(portal) {
  await portal.page.waitForFunction(() => document.getElementById("announce-polite")?.textContent !== "");
  return portal.page.evaluate(() => document.getElementById("announce-polite")?.textContent ?? "");
}

/** @param {Locator} scene @param {string} sentence */
async function alternativeStands(scene, sentence) {
  assert.equal(await scene.getByRole("status").textContent(), sentence);
  assert.equal(await scene.locator("canvas").count(), 0);
}

test("all charts of a page are drawn, never more at a time than a browser keeps, and again when they come back", async () => {
  const portal = await chromium.newPage();
  await portal.open(FIGURES);
  const count = await charts(portal).count();
  assert.equal(count, 9);
  const heights = await portal.page.evaluate(() => document.documentElement.scrollHeight);
  for (let i = 0; i < count; ++i) {
    const chart = charts(portal).nth(i);
    await comesIntoView(portal, chart);
    assert.ok((await sizeOfPicture(chart)) > 5000, `chart ${i} is more than an empty place`);
    assert.ok((await portal.page.locator(".st-scene__drawing").count()) <= MOST_OPEN);
  }
  assert.equal(await charts(portal).first().locator("canvas").count(), 0, "the first one is closed");

  await comesIntoView(portal, charts(portal).first());

  assert.ok((await sizeOfPicture(charts(portal).first())) > 5000);
  assert.equal(await portal.page.evaluate(() => document.documentElement.scrollHeight), heights, "nothing has moved");
});

test("arrow keys, Home and End read values out as the table has them; zoom keys and the wheel stay the page's", async () => {
  const portal = await chromium.newPage();
  await portal.open(FIGURES);
  const chart = charts(portal).nth(1);
  await comesIntoView(portal, chart);
  const cell = async (/** @type {number} */ row, /** @type {number} */ column) =>
    (await chart.locator(`tbody tr:nth-child(${row}) :nth-child(${column + 1})`).textContent()) ?? "";
  const [births, deaths] = await chart.locator("thead th:not(:first-child)").allTextContents();
  const unit = /\((.+)\)$/.exec((await chart.locator("caption").textContent()) ?? "")?.[1];
  const reads = async (/** @type {string} */ key, /** @type {string} */ expected) => {
    await portal.page.evaluate(() => document.getElementById("announce-polite")?.replaceChildren());
    await portal.page.keyboard.press(key);
    assert.equal(await said(portal), expected);
  };
  await chart.locator(".st-scene__drawing").focus();
  const before = await sizeOfPicture(chart);

  await reads("Home", `${births}, ${await cell(1, 0)}: ${await cell(1, 1)} ${unit}`);
  await reads("ArrowRight", `${births}, ${await cell(2, 0)}: ${await cell(2, 1)} ${unit}`);
  await reads("ArrowDown", `${deaths}, ${await cell(2, 0)}: ${await cell(2, 2)} ${unit}`);
  await reads("End", `${deaths}, ${await cell(16, 0)}: ${await cell(16, 2)} ${unit}`);

  await portal.settled();
  assert.notEqual(await sizeOfPicture(chart), before, "the value is marked");
  await portal.page.keyboard.press("Escape");
  await portal.settled();
  assert.equal(await sizeOfPicture(chart), before, "what is read out can be put away");
  assert.equal(await chart.locator(".st-scene__button").count(), 0);
  const scrolled = await portal.scrollTop();
  await chart.locator("canvas").hover();
  await portal.page.mouse.wheel(0, 200);
  await portal.page.waitForFunction((before) => scrollY > before, scrolled);
});

test("another year of comparison is drawn at once; a chart at rest draws nothing", async () => {
  const portal = await chromium.newPage();
  await portal.open(FIGURES);
  const chart = charts(portal).nth(1);
  await comesIntoView(portal, chart);
  const before = await sizeOfPicture(chart);
  await portal.page.locator("#geburten-sterbefaelle select").selectOption("2022");
  await comesIntoView(portal, chart);
  assert.notEqual(await sizeOfPicture(chart), before);

  await portal.page.evaluate(() => {
    const frames = { count: 0 };
    Object.assign(globalThis, { frames });
    const original = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => {
      frames.count++;
      return original(callback);
    };
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(await portal.page.evaluate(() => Reflect.get(globalThis, "frames").count), 0);
});

test("figures without one number leave the table with one sentence, in forced colours too; the other charts are drawn", async () => {
  const portal = await chromium.newPage();
  await portal.page.route("**/zahlen.json", async (route) => {
    const response = await route.fetch();
    const content = await response.json();
    for (const series of content.figures[0].series) series.values = series.values.map(() => null);
    await route.fulfill({ response, json: content });
  });
  await portal.open(FIGURES);
  const [broken, sound] = [charts(portal).first(), charts(portal).nth(1)];
  await comesIntoView(portal, broken, "failed");
  await alternativeStands(broken, portal.words("scene.not_drawn_chart"));
  assert.equal(await broken.getByRole("row").count(), 17, "the table is complete");
  await comesIntoView(portal, sound);

  const forced = await chromium.newPage({ forcedColors: "active" });
  await forced.open(FIGURES);
  await comesIntoView(forced, charts(forced).first(), "failed");
  await alternativeStands(charts(forced).first(), forced.words("scene.not_drawn_chart"));
});

test("a stall that is pressed on the plan gives the focus to its entry, from where its page is one key away", async () => {
  const portal = await chromium.newPage();
  await portal.open(MARKET);
  await comesIntoView(portal, plan(portal));
  const canvas = plan(portal).locator("canvas");
  const box = await canvas.boundingBox();
  if (box === null) return assert.fail("the plan has no place");
  const isOver = () => canvas.evaluate((element) => /** @type {HTMLElement} */ (element).style.cursor === "pointer");
  const x = box.x + box.width / 2 - 60;
  let y = box.y;
  for (; y < box.y + box.height && !(await isOver()); y += 6) await portal.page.mouse.move(x, y);
  assert.ok(await isOver(), "a stall is found by the pointer");

  await portal.page.mouse.down();
  await portal.page.mouse.up();

  const name = await portal.page.evaluate(() => document.activeElement?.textContent ?? "");
  assert.equal(await portal.page.evaluate(() => document.activeElement?.matches(".st-scene--plan li a")), true);
  assert.equal(portal.path, MARKET, "nobody is sent away");
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(/\/de\/wochenmarkt\/.+/);
  await portal.shows(name);
});

test("filtered stalls leave the plan; keys and buttons change its size; a broken background leaves the list", async () => {
  const portal = await chromium.newPage();
  await portal.open(MARKET);
  await comesIntoView(portal, plan(portal));
  const all = await sizeOfPicture(plan(portal));
  await plan(portal).locator(".st-scene__drawing").focus();
  await portal.page.keyboard.press("+");
  await portal.settled();
  const near = await sizeOfPicture(plan(portal));
  await portal.button(portal.words("scene.show_all")).click();
  await portal.settled();
  await portal.page.getByLabel(portal.words("market.filter.goods")).selectOption("fish");
  await comesIntoView(portal, plan(portal));
  assert.equal(new Set([all, near, await sizeOfPicture(plan(portal))]).size, 3);

  const broken = await chromium.newPage();
  await broken.page.route("**/plan/*.json", (route) => route.fulfill({ json: { width: 900 } }));
  await broken.open(MARKET);
  await comesIntoView(broken, plan(broken), "failed");
  await alternativeStands(plan(broken), broken.words("scene.not_drawn_plan"));
  assert.equal(await plan(broken).getByRole("link").count(), 26);
});
