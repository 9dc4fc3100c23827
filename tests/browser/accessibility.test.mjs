// Accessibility on every kind of page: the rules of axe-core, landmarks and headings, and that assistive technology gets what the
// engine's outline means. Layout and keyboard are in files of their own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { violations } from "./support/axe_rules.mjs";
import { repository, tool } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { findingsOnEveryPage } from "./support/every_page.mjs";
import { linesOfMeaning, meaningOfOutline, meaningOfSnapshot } from "./support/outline_comparison.mjs";
import { anyEvent, OFFICE, SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

// -- rules

for (const [language, schemes] of /** @type {[string, ("light" | "dark")[]][]} */ ([
  ["de", ["light", "dark"]],
  ["ar", ["light"]],
  ["de-simple", ["light"]],
])) {
  test(`axe finds nothing on any kind of page in ${language}, ${schemes.join(" and ")}`, async () => {
    const portal = await chromium.newPage({ language, reducedMotion: "reduce" });
    const findings = await findingsOnEveryPage(chromium, portal, async () => {
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

// -- structure

test("every kind of page has its landmarks once, one first heading, levels without gaps, and a title of its own", async () => {
  const portal = await chromium.newPage();
  /** @type {Map<string, string>} */
  const titles = new Map();
  const findings = await findingsOnEveryPage(chromium, portal, async (kind) => {
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

// What the browser side adds to a drawn scene is no part of the engine's page.
function keepScenesOutOfSight() {
  globalThis.IntersectionObserver = /** @type {any} */ (class { observe() {} unobserve() {} });
}

test("assistive technology gets what the engine's outline means", async () => {
  const portal = await chromium.newPage({ scripts: [keepScenesOutOfSight] });
  await portal.setTime(NOON);
  const paths = [
    ...["/de/", `/de/leistungen/${SERVICE}`, `/de/aemter/${OFFICE}`, "/de/aktuelles", "/de/ansicht", "/de/stadt-in-zahlen", "/de/wochenmarkt"],
    ...[`/en/aktuelles/${anyEvent()}`, "/de/seiten/datenschutz"],
  ];
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
