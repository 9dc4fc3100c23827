// The keyboard alone: every control is reached in reading order, seen when it has the focus, and a whole visit is possible.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { isDrawn, newDrawnPage } from "./support/drawn_page.mjs";
import { SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

/** Runs in the page: what has the focus, and whether one can see that. */
function focusedStop() {
  const stops = /** @type {Map<Element, string>} */ (Reflect.get(globalThis, "restingLooks"));
  const active = document.activeElement;
  if (active === null || active === document.body) return null;
  const name = active.outerHTML.slice(0, 110);
  const index = [...stops.keys()].indexOf(active);
  const findings = /** @type {string[]} */ ([]);
  if (index < 0) findings.push("is no control");
  // A link that fills its card has its ring around the card.
  const styles = [getComputedStyle(active), getComputedStyle(active, "::after")];
  const look = styles.map(({ outline, boxShadow }) => `${outline} ${boxShadow}`).join();
  const hasRing = styles.some(
    (style) => (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
  );
  if (!hasRing || look === stops.get(active)) findings.push("does not show the focus");
  const box = [...active.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) {
    findings.push("is not there to be seen");
  } else {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) findings.push(`is out of view at ${Math.round(x)}, ${Math.round(y)}`);
    const points = /** @type {[number, number][]} */ ([
      ...[[x, y], [box.left + 3, y], [box.right - 3, y]],
      ...[[x, box.top + 2], [x, box.bottom - 2]],
    ]);
    for (const [px, py] of points) {
      const top = document.elementFromPoint(px, py);
      const isOwn = top !== null && (active.contains(top) || top.closest("label")?.htmlFor === active.id || top.contains(active));
      if (!isOwn) findings.push(`is covered at ${Math.round(px)}, ${Math.round(py)} by ${top?.outerHTML.slice(0, 60)}`);
    }
  }
  return { index, name, findings };
}

/** @param {boolean} isDrawnPage @param {Parameters<typeof chromium.newPage>[0]} [options] */
function newPage(isDrawnPage, options) {
  return isDrawnPage ? newDrawnPage(chromium, options) : chromium.newPage(options);
}

/** Runs in the page: the places Tab must come to, in document order, with their looks at rest. */
function noteStops() {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const shown = [...all].filter((control) => {
    const isOtherRadio = control instanceof HTMLInputElement && control.type === "radio" && !control.checked;
    return control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !isOtherRadio;
  });
  const looks = shown.map((control) => {
    const styles = [getComputedStyle(control), getComputedStyle(control, "::after")];
    return /** @type {const} */ ([control, styles.map(({ outline, boxShadow }) => `${outline} ${boxShadow}`).join()]);
  });
  Reflect.set(globalThis, "restingLooks", new Map(looks));
  return shown.length;
}

for (const [path, width, language, drawn] of /** @type {[string, number, string, string?][]} */ ([
  ["/de/", 1280, "de"],
  [`/de/leistungen/${SERVICE}`, 1280, "de", "drawn"],
  [`/de/leistungen/${SERVICE}`, 1280, "de"],
  [`/ar/leistungen/${SERVICE}`, 320, "ar"],
  ["/de/suche#q=hund", 320, "de"],
  ["/de/ansicht", 1280, "de"],
])) {
  const which = `${drawn === undefined ? "" : `${drawn} `}${path}`;
  test(`Tab goes through ${which} in reading order at ${width} px, always visible, never covered, and back`, async () => {
    const portal = await newPage(drawn !== undefined, { language, viewport: { width, height: 640 } });
    await portal.open(path);
    if (drawn !== undefined) await isDrawn(portal);
    if (path.includes("#q")) await portal.results.first().waitFor();
    const count = await portal.page.evaluate(noteStops);
    assert.ok(count > 15, `${count} places to go`);
    const findings = /** @type {string[]} */ ([]);
    const order = [];
    for (let step = 0; step <= count; step++) {
      await portal.page.keyboard.press("Tab");
      const stop = await portal.page.evaluate(focusedStop);
      if (stop === null) break;
      order.push(stop.index);
      for (const finding of stop.findings) findings.push(`${stop.name} ${finding}`);
    }
    assert.deepEqual([...findings], []);
    assert.deepEqual(order, Array.from({ length: count }, (_, index) => index), "in the order of the document, each once");
    await portal.page.evaluate(() => {
      const stops = /** @type {Map<HTMLElement, string>} */ (Reflect.get(globalThis, "restingLooks"));
      [...stops.keys()].pop()?.focus();
    });
    for (let step = count - 2; step >= Math.max(0, count - 15); step--) {
      await portal.page.keyboard.press("Shift+Tab");
      const stop = await portal.page.evaluate(focusedStop);
      assert.equal(stop?.index, step);
      for (const finding of stop?.findings ?? []) findings.push(`backwards: ${stop?.name} ${finding}`);
    }
    assert.deepEqual(findings, []);
  });
}

/** @param {PortalPage} portal @param {string} text @param {number} [limit] */
async function tabTo(portal, text, limit = 60) {
  for (let step = 0; step < limit; step++) {
    await portal.page.keyboard.press("Tab");
    if ((await portal.focused()).endsWith(`: ${text}`)) return;
  }
  assert.fail(`Tab does not come to "${text}"`);
}

for (const drawn of [false, true]) test(`a visit with the keyboard alone${drawn ? ", drawn" : ""}: skip, search, open, read, go back, change the language`, async () => {
  const portal = await newPage(drawn);
  const { page, words } = portal;
  await portal.open("/de/leistungen");
  if (drawn) await isDrawn(portal);
  await page.keyboard.press("Tab");
  assert.equal(await portal.focused(), `a: ${words("skip.to_content")}`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "inhalt");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.closest("main") !== null), true, "after the skip link comes the content");

  await portal.open("/de/");
  for (let step = 0; step < 30 && !(await portal.search.evaluate((field) => field === document.activeElement)); step++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("hundesteuer", { delay: 5 });
  // Where no list is open, Escape empties the field, as browsers have it.
  await portal.suggestions.first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await portal.arrivedAt("/de/suche#q=hundesteuer");
  await portal.results.first().waitFor();
  await portal.settled();
  assert.match(await portal.focused(), /^h1: /);
  const title = (await portal.results.first().getByRole("link").first().innerText()).trim();
  await tabTo(portal, title);
  await page.keyboard.press("Enter");
  await portal.shows(title);
  await portal.settled();
  assert.equal(await portal.focused(), `h1: ${title}`);
  await tabTo(portal, words("service.legal_basis"));
  await page.keyboard.press("Enter");
  const disclosure = page.locator("details", { hasText: words("service.legal_basis") });
  await page.waitForFunction(() => document.activeElement?.parentElement?.hasAttribute("open") === true);
  assert.ok((await disclosure.getByRole("listitem").count()) > 0);

  // The key for it belongs to the browser's window, which a headless one has not.
  await page.goBack();
  await portal.shows(words("search.heading", { query: "hundesteuer" }));
  await portal.settled();
  assert.ok(!(await portal.focused()).startsWith("body"), "the focus is in the page");

  await portal.languageMenu.focus();
  await page.keyboard.press("Enter");
  await tabTo(portal, "English", 8);
  await page.keyboard.press("Enter");
  await portal.arrivedAt("/en/suche#q=hundesteuer");
  await page.waitForFunction(() => document.documentElement.lang === "en");
});
