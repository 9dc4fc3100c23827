// The layout bears what citizens need: narrow windows, own text spacing, large text, forced colours, coarse pointers.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { findingsOnEveryPage } from "./support/every_page.mjs";
import * as checks from "./support/page_checks.mjs";
import { SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

for (const language of ["ar", "de-simple"]) {
  test(`at 320 px no page in ${language} must be scrolled sideways and no text is cut off`, async () => {
    const portal = await chromium.newPage({ language, viewport: { width: 320, height: 640 } });
    const findings = await findingsOnEveryPage(chromium, portal, async () => [
      ...(await portal.page.evaluate(checks.sidewaysOverflow)),
      ...(await portal.page.evaluate(checks.cutOffText)),
    ]);
    assert.deepEqual(findings, []);
  });
}

// Each page is opened once for all of it: opening takes longer than measuring.
test("no page in de must be scrolled sideways, no text is cut off or covered, controls are 24 px: at 320 to 1440 px, and with the citizen's own text spacing", async () => {
  const portal = await chromium.newPage();
  const { sidewaysOverflow, cutOffText, overlappingText, smallTargets } = checks;
  const findings = await findingsOnEveryPage(chromium, portal, async () => {
    /** @type {string[]} */
    const found = [];
    const measure = async (/** @type {number} */ width, /** @type {(() => string[])[]} */ ...measures) => {
      await portal.page.setViewportSize({ width, height: 800 });
      for (const check of measures) found.push(...(await portal.page.evaluate(check)).map((finding) => `${width} px: ${check.name}: ${finding}`));
    };
    await measure(1440, overlappingText, sidewaysOverflow);
    await measure(768, overlappingText, sidewaysOverflow);
    await measure(360, smallTargets);
    await measure(320, overlappingText, sidewaysOverflow, cutOffText);
    await portal.page.evaluate(checks.useOwnStyles, checks.TEXT_SPACING);
    await measure(320, overlappingText, sidewaysOverflow, cutOffText);
    await measure(1280, overlappingText, sidewaysOverflow, cutOffText);
    return found;
  });
  assert.deepEqual(findings, []);
});

test("suggestions are at least 24 px wide and high", async () => {
  const portal = await chromium.newPage({ viewport: { width: 360, height: 740 } });
  await portal.open("/de/");
  await portal.types("hund");
  await portal.suggestions.first().waitFor();
  assert.deepEqual(await portal.page.evaluate(checks.smallTargets), []);
});

test("text of twice the size fits: nothing is cut off, covered or pushed out at 1280 px", async () => {
  const portal = await chromium.newPage({
    scripts: [() => localStorage.setItem("stadttor.view", '{"text-size":"200"}')],
  });
  const findings = await findingsOnEveryPage(chromium, portal, async () => {
    const found = [];
    const size = await portal.page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    if (size < 32) found.push(`the root's text has ${size} px`);
    for (const check of [checks.sidewaysOverflow, checks.cutOffText, checks.overlappingText]) {
      found.push(...(await portal.page.evaluate(check)).map((finding) => `${check.name}: ${finding}`));
    }
    return found;
  });
  assert.deepEqual(findings, []);
});

test("the measurements themselves find what is wrong with a page", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/ansicht");
  await portal.page.evaluate(() => {
    const add = (/** @type {string} */ tag, /** @type {string} */ text, /** @type {Record<string, string>} */ style) => {
      const element = document.createElement(tag);
      element.textContent = text;
      Object.assign(element.style, style);
      return /** @type {Element} */ (document.querySelector("main")).appendChild(element);
    };
    // Running text has a widest line of its own.
    add("p", "breit", { width: "3000px", maxInlineSize: "none" });
    add("p", "abgeschnittener Text in einem engen Kasten", { overflow: "hidden", inlineSize: "40px", whiteSpace: "nowrap" });
    add("p", "unten", { margin: "0" });
    add("p", "oben", { margin: "-1.2em 0 0" });
    add("button", "x", { width: "10px", height: "10px", padding: "0", minHeight: "0" });
  });
  assert.match((await portal.page.evaluate(checks.sidewaysOverflow)).join("\n"), /breit/);
  assert.match((await portal.page.evaluate(checks.cutOffText)).join("\n"), /abgeschnittener/);
  assert.match((await portal.page.evaluate(checks.overlappingText)).join("\n"), /"unten" and "oben"/);
  assert.match((await portal.page.evaluate(checks.smallTargets)).join("\n"), /10\.0 x 10\.0/);
});

test("in forced colours buttons and fields have edges and the focus is seen", async () => {
  const portal = await chromium.newPage({ forcedColors: "active" });
  await portal.open(`/de/leistungen/${SERVICE}`);
  await portal.search.focus();
  const bare = await portal.page.evaluate(() => {
    const findings = [];
    for (const control of document.querySelectorAll("button, input, select")) {
      if (control.getClientRects().length === 0) continue;
      const boxes = [control, ...control.querySelectorAll("*")].map((part) => getComputedStyle(part));
      const hasEdge = boxes.some((style) =>
        ["Top", "Right", "Bottom", "Left"].some((side) => {
          const width = Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`));
          return width >= 1 && style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== "none";
        }),
      );
      if (!hasEdge) findings.push(control.outerHTML.slice(0, 120));
    }
    return findings;
  });
  assert.deepEqual(bare, [], "without an edge");
  for (const control of [portal.search, portal.button(portal.words("toolbar.print")), portal.main.getByRole("link").first()]) {
    await control.scrollIntoViewIfNeeded();
    const box = await control.boundingBox();
    assert.ok(box !== null);
    const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
    await portal.page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await portal.settled();
    const resting = await portal.page.screenshot({ clip });
    // As the keyboard does it, or the ring would be left out.
    await control.focus();
    await portal.page.keyboard.press("Tab");
    await portal.page.keyboard.press("Shift+Tab");
    await portal.settled();
    const focused = await portal.page.screenshot({ clip });
    assert.ok(!resting.equals(focused), `the focus is seen on ${await control.evaluate((element) => element.outerHTML.slice(0, 80))}`);
  }
});
