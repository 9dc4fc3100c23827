// When the drawn presentation stands aside: each cause with a browser that claims it, and what makes it be looked at again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { html, withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/** @typedef {import("../../web/canvas/giving_way.js").Cause} Cause */
/** @typedef {{ reason: string, before: boolean, after: boolean, calls: number }} Seen */

const STYLES = `<link rel="stylesheet" href="/probe.css">`;
const PROBE = `:root { --kern-typography-font-family-default: "Fira Sans", sans-serif; }
body { font-family: var(--kern-typography-font-family-default); }
.st-text-probe { position: absolute; inline-size: max-content; }
.st-text-probe p { margin: 0; font-size: 1rem; line-height: 1.5; }
.st-text-probe .st-text-probe__tiny { font-size: 1px; }`;

/**
 * Makes a cause, lets something happen, and tells what was seen before and after.
 * @param {keyof typeof import("../../web/canvas/giving_way.js")} name
 * @param {(argument: string) => void} happens runs in the page
 * @param {{ claims?: () => void, lang?: string, argument?: string }} [options]
 * @returns {Promise<Seen>}
 */
async function seen(name, happens, { claims = () => {}, lang = "de", argument = "" } = {}) {
  browser.site.files.set("/probe.css", { type: "text/css", body: PROBE });
  browser.site.files.set("/test.html", html('<div id="portal"><p>Text</p></div>', `lang="${lang}"`, STYLES).replace('lang="de" ', ""));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    // Media queries as the test has them, which can change.
    const lists = /** @type {Map<string, any>} */ (new Map());
    globalThis.matchMedia = (query) => {
      if (!lists.has(query)) lists.set(query, Object.assign(new EventTarget(), { matches: false, media: query }));
      return lists.get(query);
    };
    Reflect.set(globalThis, "claim", (/** @type {string} */ query, /** @type {boolean} */ matches) => {
      Object.assign(matchMedia(query), { matches }).dispatchEvent(new Event("change"));
    });
  });
  await page.addInitScript(claims);
  await page.goto(`${browser.site.origin}/test.html`);
  await page.evaluate(async (name) => {
    const causes = /** @type {any} */ (await import("/web/canvas/giving_way.js"));
    const cause = /** @type {Cause} */ (causes[name](document.getElementById("portal"), () => "de"));
    const result = { reason: cause.reason, before: cause.applies(), after: false, calls: 0 };
    cause.watch(() => (result.calls++), new AbortController().signal);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    result.calls = 0;
    Object.assign(globalThis, { cause, result });
  }, name);
  await page.evaluate(happens, argument);
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { cause, result } = /** @type {any} */ (globalThis);
    return { ...result, after: cause.applies() };
  });
}

/** @param {Seen} what @param {string} reason */
function beginsAndIsNoticed(what, reason) {
  assert.deepEqual({ ...what, calls: what.calls > 0 }, { reason, before: false, after: true, calls: true });
}

for (const [name, query, reason] of /** @type {const} */ ([
  ["forcedColours", "(forced-colors: active)", "contrast"],
  ["moreContrast", "(prefers-contrast: more)", "contrast"],
  ["moreContrast", "(prefers-contrast: custom)", "contrast"],
  ["coarsePointer", "(pointer: coarse)", "touch"],
  ["sparing", "(prefers-reduced-data: reduce)", "device"],
])) {
  test(`${query} gives way, also during the visit`, async () => {
    const claims = (/** @type {string} */ asked) => Reflect.get(globalThis, "claim")(asked, true);
    beginsAndIsNoticed(await seen(name, claims, { argument: query }), reason);
  });
}

test("the portal's own stronger contrast gives way", async () => {
  beginsAndIsNoticed(await seen("ownContrast", () => void (document.documentElement.dataset.contrast = "more")), "contrast");
});

test("small and enlarged windows give way", async () => {
  const narrows = () => {
    Object.defineProperty(globalThis, "innerWidth", { value: 639, configurable: true });
    dispatchEvent(new Event("resize"));
  };
  beginsAndIsNoticed(await seen("narrowWindow", narrows), "narrow");
  const low = () => {
    Object.defineProperty(globalThis, "innerHeight", { value: 399, configurable: true });
    dispatchEvent(new Event("resize"));
  };
  beginsAndIsNoticed(await seen("narrowWindow", low), "narrow");
});

for (const [what, css] of /** @type {const} */ ([
  ["letters apart", "* { letter-spacing: 0.12em !important }"],
  ["words apart", "* { word-spacing: 0.16em !important }"],
  ["lines apart", "* { line-height: 2 !important }"],
  ["a font of the citizen's own", "* { font-family: monospace !important }"],
])) {
  test(`own text spacing gives way: ${what}`, async () => {
    const happens = (/** @type {string} */ rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    };
    beginsAndIsNoticed(await seen("ownTextSpacing", happens, { argument: css }), "spacing");
  });
}

test("another size of text gives way, set in the browser or in the portal", async () => {
  beginsAndIsNoticed(await seen("ownTextSize", () => void (document.documentElement.style.fontSize = "24px")), "text_size");
});

test("a translator gives way, for good", async () => {
  beginsAndIsNoticed(await seen("translation", () => document.documentElement.classList.add("translated-ltr")), "translated");
  beginsAndIsNoticed(await seen("translation", () => void (document.documentElement.lang = "fr")), "translated");
  beginsAndIsNoticed(await seen("translation", () => document.querySelector("p")?.append(document.createElement("font"))), "translated");
  const past = await seen("translation", () => {
    document.documentElement.classList.add("translated-ltr");
    /** @type {any} */ (globalThis).cause.applies();
    document.documentElement.classList.remove("translated-ltr");
  });
  assert.equal(past.after, true);
});

test("right to left and joined scripts give way; Latin and Cyrillic do not", async () => {
  beginsAndIsNoticed(await seen("otherScript", () => void (document.documentElement.dir = "rtl")), "script");
  for (const [lang, isOther] of /** @type {const} */ ([["de-simple", false], ["uk", false], ["hi", true]])) {
    assert.equal((await seen("otherScript", () => {}, { lang })).before, isOther, lang);
  }
});

test("saving data and little memory give way", async () => {
  const saves = () => Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  assert.equal((await seen("sparing", () => {}, { claims: saves })).before, true);
  const small = () => Object.defineProperty(navigator, "deviceMemory", { value: 2 });
  assert.equal((await seen("sparing", () => {}, { claims: small })).before, true);
});

test("pages drawn by the processor are not worth it; one with a graphics card is", async () => {
  const page = await browser.open("<p>Text</p>");
  const answers = await page.evaluate(async () => {
    const { isDrawnByProcessor } = await import("/web/canvas/page_context.js");
    const of = (/** @type {string} */ renderer) =>
      isDrawnByProcessor(/** @type {any} */ ({ RENDERER: 1, getExtension: () => null, getParameter: () => renderer }));
    return ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))", "llvmpipe (LLVM 15)", "Microsoft Basic Render Driver", "ANGLE (Intel, Mesa UHD 620)"].map(of);
  });
  assert.deepEqual(answers, [true, true, true, false]);
});
