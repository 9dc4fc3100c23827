// Accessibility on every kind of page: the rules of axe-core, reflow, text spacing, forced colours, focus, keyboard, and that assistive
// technology gets what the engine's outline means.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository, tool } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { linesOfMeaning, meaningOfOutline, meaningOfSnapshot } from "./support/outline_comparison.mjs";
import * as checks from "./support/page_checks.mjs";
import { anyEvent, OFFICE, pageKinds, SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

/**
 * Opens every kind of page and gathers what `look` finds.
 * @param {PortalPage} portal
 * @param {(kind: string) => Promise<string[]>} look
 */
async function findingsOnEveryPage(portal, look) {
  const findings = [];
  for (const { kind, path } of pageKinds(portal.language)) {
    await portal.open(path);
    if (kind.startsWith("search with")) await portal.main.getByRole("status").first().waitFor();
    if (kind === "search with results") await portal.results.first().waitFor();
    for (const finding of await look(kind)) findings.push(`${kind}: ${finding}`);
    if (kind === "not found") chromium.takeErrors();
  }
  return findings;
}

// -- rules

let axeSource = "";
function axe() {
  if (axeSource === "") {
    const require = createRequire(join(repository, ".build/node/package.json"));
    axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  }
  return axeSource;
}

/** @param {PortalPage} portal @param {string} mode @returns {Promise<string[]>} */
async function violations(portal, mode) {
  await portal.page.evaluate(`typeof axe === "undefined" && (() => { ${axe()} })()`);
  return portal.page.evaluate(async (mode) => {
    // Each transition of an inherited colour sets off those within.
    for (let round = 0; round < 100 && document.getAnimations().some(({ playState }) => playState === "running"); round++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(document, options);
    if (passes.length < 15) return [`${mode}: only ${passes.length} rules applied`];
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { html, failureSummary }) => `${mode}: ${id}: ${html.slice(0, 140)}: ${failureSummary.slice(0, 300)}`),
    );
  }, mode);
}

for (const [language, schemes] of /** @type {[string, ("light" | "dark")[]][]} */ ([
  ["de", ["light", "dark"]],
  ["ar", ["light"]],
  ["de-simple", ["light"]],
])) {
  test(`axe finds nothing on any kind of page in ${language}, ${schemes.join(" and ")}`, async () => {
    const portal = await chromium.newPage({ language, reducedMotion: "reduce" });
    const findings = await findingsOnEveryPage(portal, async () => {
      const found = [];
      for (const colorScheme of schemes) {
        await portal.page.emulateMedia({ colorScheme });
        found.push(...(await violations(portal, colorScheme)));
      }
      return found;
    });
    assert.deepEqual(findings, []);
  });
}

test("axe finds nothing while suggestions and languages are open, with stronger contrast, and at 320 px", async () => {
  const portal = await chromium.newPage({ reducedMotion: "reduce" });
  await portal.open("/de/");
  await portal.types("hund");
  await portal.suggestions.first().waitFor();
  await portal.page.keyboard.press("ArrowDown");
  await portal.chosenSuggestion.waitFor();
  const findings = await violations(portal, "suggestions");
  await portal.page.keyboard.press("Escape");
  await portal.opensLanguages();
  findings.push(...(await violations(portal, "languages")));
  await portal.page.setViewportSize({ width: 320, height: 640 });
  findings.push(...(await violations(portal, "320 px")));
  await portal.page.evaluate(() => document.documentElement.setAttribute("data-contrast", "more"));
  findings.push(...(await violations(portal, "contrast")));
  await portal.page.emulateMedia({ colorScheme: "dark" });
  findings.push(...(await violations(portal, "contrast, dark")));
  assert.deepEqual(findings, []);
});

// -- layout

for (const language of ["de", "ar", "de-simple"]) {
  test(`at 320 px no page in ${language} must be scrolled sideways and no text is cut off`, async () => {
    const portal = await chromium.newPage({ language, viewport: { width: 320, height: 640 } });
    const findings = await findingsOnEveryPage(portal, async () => [
      ...(await portal.page.evaluate(checks.sidewaysOverflow)),
      ...(await portal.page.evaluate(checks.cutOffText)),
    ]);
    assert.deepEqual(findings, []);
  });
}

test("with the citizen's own text spacing nothing is cut off, covered or pushed out, at 1280 and at 320 px", async () => {
  const portal = await chromium.newPage();
  const findings = await findingsOnEveryPage(portal, async () => {
    await portal.page.evaluate(checks.useOwnStyles, checks.TEXT_SPACING);
    const found = [];
    for (const width of [1280, 320]) {
      await portal.page.setViewportSize({ width, height: 800 });
      for (const check of [checks.sidewaysOverflow, checks.cutOffText, checks.overlappingText]) {
        found.push(...(await portal.page.evaluate(check)).map((finding) => `${width} px: ${check.name}: ${finding}`));
      }
    }
    return found;
  });
  assert.deepEqual(findings, []);
});

test("text of twice the size fits: nothing is cut off, covered or pushed out at 1280 px", async () => {
  const portal = await chromium.newPage({
    scripts: [() => localStorage.setItem("stadttor.view", '{"text-size":"200"}')],
  });
  const findings = await findingsOnEveryPage(portal, async () => {
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

test("at the usual size no text covers other text, at 320, 768 and 1440 px", async () => {
  const portal = await chromium.newPage();
  const findings = await findingsOnEveryPage(portal, async () => {
    const found = [];
    for (const width of [320, 768, 1440]) {
      await portal.page.setViewportSize({ width, height: 800 });
      found.push(...(await portal.page.evaluate(checks.overlappingText)).map((finding) => `${width} px: ${finding}`));
      found.push(...(await portal.page.evaluate(checks.sidewaysOverflow)).map((finding) => `${width} px: ${finding}`));
    }
    return found;
  });
  assert.deepEqual(findings, []);
});

test("every control is at least 24 px wide and high", async () => {
  const portal = await chromium.newPage({ viewport: { width: 360, height: 740 } });
  const findings = await findingsOnEveryPage(portal, () => portal.page.evaluate(checks.smallTargets));
  await portal.open("/de/");
  await portal.types("hund");
  await portal.suggestions.first().waitFor();
  findings.push(...(await portal.page.evaluate(checks.smallTargets)).map((finding) => `suggestions: ${finding}`));
  assert.deepEqual(findings, []);
});

// -- structure

test("every kind of page has its landmarks once, one first heading, levels without gaps, and a title of its own", async () => {
  const portal = await chromium.newPage();
  /** @type {Map<string, string>} */
  const titles = new Map();
  const findings = await findingsOnEveryPage(portal, async (kind) => {
    const found = [];
    for (const role of /** @type {const} */ (["banner", "main", "contentinfo", "search"])) {
      const count = await portal.page.getByRole(role).count();
      if (count !== 1) found.push(`${count} times ${role}`);
    }
    const { levels, navigations, language } = await portal.page.evaluate(() => ({
      levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName.slice(1))),
      navigations: [...document.querySelectorAll("nav")].map((landmark) => landmark.getAttribute("aria-label") ?? ""),
      language: document.documentElement.lang,
    }));
    if (levels.filter((level) => level === 1).length !== 1) found.push("not one first heading");
    if (levels[0] !== 1) found.push(`begins with a heading of level ${levels[0]}`);
    levels.forEach((level, at) => {
      if (at > 0 && level > (levels[at - 1] ?? 0) + 1) found.push(`level ${level} after ${levels[at - 1]}`);
    });
    if (navigations.includes("") || new Set(navigations).size < navigations.length) found.push(`navigations ${navigations.join()}`);
    if (language !== "de") found.push(`language ${language}`);
    const title = await portal.title();
    const other = titles.get(title);
    if (other !== undefined) found.push(`has the title of ${other}: ${title}`);
    titles.set(title, kind);
    return found;
  });
  assert.deepEqual(findings, []);
});

const NOON = Date.UTC(2026, 10, 24, 11, 0);

test("assistive technology gets what the engine's outline means", async () => {
  const portal = await chromium.newPage();
  await portal.setTime(NOON);
  const paths = ["/de/", `/de/leistungen/${SERVICE}`, `/de/aemter/${OFFICE}`, "/de/aktuelles", "/de/ansicht", `/en/aktuelles/${anyEvent()}`, "/de/seiten/datenschutz"];
  for (const path of paths) {
    await portal.open(path);
    const snapshot = await portal.page.locator("#portal").ariaSnapshot();
    const { stdout } = await promisify(execFile)(
      tool,
      ["outline", path, "--city", chromium.origin, "--lang", path.split("/")[1] ?? "", "--time", String(NOON), "--json"],
      { cwd: repository, maxBuffer: 1 << 24 },
    );
    const got = linesOfMeaning(meaningOfSnapshot(snapshot));
    assert.ok(got.length > 40, `${path} has content`);
    assert.deepEqual(got, linesOfMeaning(meaningOfOutline(JSON.parse(stdout))), path);
  }
});

// -- keyboard and focus

/** Runs in the page: what has the focus, and whether one can see that. */
function focusedStop() {
  const stops = /** @type {Map<Element, string>} */ (Reflect.get(globalThis, "restingLooks"));
  const active = document.activeElement;
  if (active === null || active === document.body) return null;
  const name = active.outerHTML.slice(0, 110);
  const index = [...stops.keys()].indexOf(active);
  const findings = [];
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
    for (const [px, py] of [[x, y], [box.left + 3, y], [box.right - 3, y], [x, box.top + 2], [x, box.bottom - 2]]) {
      const top = document.elementFromPoint(px, py);
      const isOwn = top !== null && (active.contains(top) || top.closest("label")?.htmlFor === active.id || top.contains(active));
      if (!isOwn) findings.push(`is covered at ${Math.round(px)}, ${Math.round(py)} by ${top?.outerHTML.slice(0, 60)}`);
    }
  }
  return { index, name, findings };
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

for (const [path, width, language] of /** @type {[string, number, string][]} */ ([
  ["/de/", 1280, "de"],
  [`/de/leistungen/${SERVICE}`, 1280, "de"],
  [`/ar/leistungen/${SERVICE}`, 320, "ar"],
  ["/de/suche#q=hund", 320, "de"],
  ["/de/ansicht", 1280, "de"],
])) {
  test(`Tab goes through ${path} in reading order at ${width} px, always visible, never covered, and back`, async () => {
    const portal = await chromium.newPage({ language, viewport: { width, height: 640 } });
    await portal.open(path);
    if (path.includes("#q")) await portal.results.first().waitFor();
    const count = await portal.page.evaluate(noteStops);
    assert.ok(count > 15, `${count} places to go`);
    const findings = [];
    const order = [];
    for (let step = 0; step <= count; step++) {
      await portal.page.keyboard.press("Tab");
      const stop = await portal.page.evaluate(focusedStop);
      if (stop === null) break;
      order.push(stop.index);
      for (const finding of stop.findings) findings.push(`${stop.name} ${finding}`);
    }
    assert.deepEqual(findings, []);
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

test("a visit with the keyboard alone: skip, search, open, read, go back, change the language", async () => {
  const portal = await chromium.newPage();
  const { page, words } = portal;
  await portal.open("/de/leistungen");
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
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await portal.arrivedAt("/de/suche#q=hundesteuer");
  await portal.results.first().waitFor();
  await portal.settled();
  assert.match(await portal.focused(), /^h1: /);
  const title = (await portal.results.first().getByRole("link").innerText()).trim();
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
