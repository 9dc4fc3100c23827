// The drawn presentation: it looks like the document, is operated like it, does nothing at rest, and stands aside wherever it
// does not serve, without losing anything of what the citizen is doing.
import assert from "node:assert/strict";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { differingShare, drawsSlowly, hasFonts, isDocument, isDrawn, newDrawnPage, wantsCanvas, wishes } from "./support/drawn_page.mjs";
import { TEXT_SPACING, useOwnStyles } from "./support/page_checks.mjs";
import { OFFICE, SERVICE } from "./support/page_kinds.mjs";

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const chromium = withChromium();
const { test } = chromium;

const SERVICE_PATH = `/de/leistungen/${SERVICE}`;

/** @param {string} path @param {Parameters<typeof newDrawnPage>[1]} [options] */
async function openDrawn(path, options) {
  const portal = await newDrawnPage(chromium, options);
  await portal.open(path);
  await isDrawn(portal);
  return portal;
}

// -- what is seen

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`drawn and as a document a page looks the same, ${colorScheme}, at its beginning and its end`, async () => {
    const portal = await newDrawnPage(chromium, { colorScheme, reducedMotion: "reduce" });
    for (const path of colorScheme === "light" ? ["/de/", SERVICE_PATH, "/de/ansicht"] : [SERVICE_PATH]) {
      await portal.open(path);
      await isDrawn(portal);
      await hasFonts(portal);
      for (const y of [0, 1_000_000]) {
        await wishes(portal, "canvas");
        await isDrawn(portal);
        await portal.scrollsTo(y);
        await portal.settled();
        const drawn = await portal.page.screenshot();
        await wishes(portal, "document");
        await isDocument(portal);
        const share = await differingShare(portal, drawn, await portal.page.screenshot());
        assert.ok(share < 0.006, `${path} at ${y}: ${(100 * share).toFixed(2)} % of the pixels differ`);
      }
    }
  });
}

test("surfaces are the canvas's: the elements have none, and the canvas is nobody's", async () => {
  const portal = await openDrawn(SERVICE_PATH);
  const seen = await portal.page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(".st-drawn-page"));
    const style = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
    return {
      side: style(".st-side").backgroundColor,
      button: style(".kern-btn--primary").backgroundColor,
      field: style('input[type="search"]').borderBottomColor,
      isHidden: canvas.getAttribute("aria-hidden"),
      takesPointer: getComputedStyle(canvas).pointerEvents,
      height: canvas.getBoundingClientRect().height,
      window: innerHeight,
    };
  });
  for (const colour of [seen.side, seen.button, seen.field]) assert.equal(colour, "rgba(0, 0, 0, 0)");
  assert.equal(seen.isHidden, "true");
  assert.equal(seen.takesPointer, "none");
  assert.ok(seen.height <= 2 * seen.window, `${seen.height} px for a window of ${seen.window}`);
});

test("the focus ring and what is under the pointer are drawn", async () => {
  const portal = await openDrawn(SERVICE_PATH);
  const button = portal.button(portal.words("toolbar.print"));
  const around = async () => {
    const box = await button.boundingBox();
    if (box === null) return assert.fail("the button has no place");
    return portal.page.screenshot({ clip: { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 } });
  };
  const atRest = await around();
  await button.hover();
  await portal.settled();
  const hovered = await around();
  assert.ok((await differingShare(portal, atRest, hovered)) > 0 || !atRest.equals(hovered), "the pointer is seen");
  await portal.page.mouse.move(5, 5);
  await portal.page.keyboard.press("Tab");
  await button.focus();
  await portal.settled();
  const ring = await portal.page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineColor);
  assert.equal(ring, "rgba(0, 0, 0, 0)", "the document's own ring is not seen");
  assert.ok((await differingShare(portal, atRest, await around())) > 0.1, "the ring is drawn");
});

test("axe finds nothing on drawn pages", async () => {
  const portal = await newDrawnPage(chromium, { reducedMotion: "reduce" });
  const findings = [];
  for (const path of ["/de/", SERVICE_PATH, `/de/aemter/${OFFICE}`, "/de/suche#q=hund", "/de/ansicht"]) {
    await portal.open(path);
    if (path.includes("#q")) await portal.results.first().waitFor();
    await isDrawn(portal);
    for (const finding of await violations(portal, path)) findings.push(finding);
  }
  assert.deepEqual(findings, []);
});

// -- what is done

test("choosing it and leaving it keeps focus, entry, selection and scroll, without a blur", async () => {
  const portal = await chromium.newPage({ scripts: [drawsSlowly] });
  await portal.open(SERVICE_PATH);
  await portal.search.fill("hundesteuer");
  const state = () =>
    portal.page.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.activeElement);
      return [field.type, field.value, field.selectionStart, field.selectionEnd, scrollY, Reflect.get(globalThis, "blurs")];
    });
  await portal.search.evaluate((field) => {
    const input = /** @type {HTMLInputElement} */ (field);
    input.focus();
    input.setSelectionRange(2, 7);
    scrollTo(0, 40);
    Reflect.set(globalThis, "blurs", 0);
    addEventListener("blur", () => Reflect.set(globalThis, "blurs", Reflect.get(globalThis, "blurs") + 1), true);
  });
  const before = await state();
  await wishes(portal, "canvas");
  await isDrawn(portal);
  assert.deepEqual(await state(), before);
  await wishes(portal, "document");
  await isDocument(portal);
  assert.deepEqual(await state(), before);
});

test("a composition is never interrupted: the switch waits for its end", async () => {
  const portal = await chromium.newPage({ scripts: [drawsSlowly] });
  await portal.open(SERVICE_PATH);
  const client = await portal.context.newCDPSession(portal.page);
  await portal.search.focus();
  const compose = async (/** @type {string} */ text, /** @type {string} */ end, /** @type {() => Promise<void>} */ meanwhile) => {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await meanwhile();
    await client.send("Input.insertText", { text: end });
  };
  const classes = () => portal.page.evaluate(() => document.documentElement.className);
  await compose("か", "漢", async () => {
    await wishes(portal, "canvas");
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.equal(await classes(), "");
  });
  await isDrawn(portal);
  assert.equal(await portal.search.inputValue(), "漢");
  await compose("じ", "字", async () => {
    await wishes(portal, "document");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await classes(), "drawn");
  });
  await isDocument(portal);
  assert.equal(await portal.search.inputValue(), "漢字");
});

test("text is found, selected and copied as ever; fields are what they were for autofill", async () => {
  const portal = await openDrawn(SERVICE_PATH);
  const fields = () =>
    portal.page.evaluate(() =>
      [...document.querySelectorAll("input, select, textarea")].map((field) => {
        const box = field.getBoundingClientRect();
        const onTop = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const { opacity, visibility } = getComputedStyle(field);
        const names = ["type", "name", "autocomplete", "id"].map((name) => field.getAttribute(name));
        return [...names, opacity, visibility, onTop === field || box.top > innerHeight];
      }),
    );
  const drawn = await fields();
  const found = await portal.page.evaluate(() => {
    const isFound = /** @type {any} */ (globalThis).find("Ausgefülltes Anmeldeformular");
    const selected = String(getSelection());
    let copied = "";
    addEventListener("copy", () => (copied = String(getSelection())), { once: true });
    document.execCommand("copy");
    return { isFound, selected, copied };
  });
  assert.deepEqual(found, { isFound: true, selected: "Ausgefülltes Anmeldeformular", copied: "Ausgefülltes Anmeldeformular" });
  await wishes(portal, "document");
  await isDocument(portal);
  await portal.scrollsTo(0);
  assert.deepEqual(await fields(), drawn);
});

test("a visit in the drawn presentation: search, open, switch the language; scenes in the page are drawn, too", async () => {
  const portal = await openDrawn("/de/");
  await portal.searchesFor("hund");
  await portal.main.getByRole("link", { name: "Hund anmelden", exact: true }).click();
  await portal.arrivedAt(SERVICE_PATH);
  await portal.shows("Hund anmelden");
  await isDrawn(portal);
  const english = await portal.switchesTo("en");
  await isDrawn(english);
  await english.open(`/en/aemter/${OFFICE}`);
  await isDrawn(english);
  await english.page.locator(".st-scene--map").scrollIntoViewIfNeeded();
  await english.page.waitForFunction(() => document.querySelector(".st-scene--map")?.getAttribute("data-drawing") === "drawn");
  assert.equal(await english.page.locator("canvas").count(), 2);
});

test("at rest nothing is drawn", async () => {
  const portal = await openDrawn(SERVICE_PATH);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await portal.page.evaluate(() => {
    const frames = { count: 0 };
    Object.assign(globalThis, { frames });
    const original = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => (frames.count++, original(callback));
  });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.equal(await portal.page.evaluate(() => Reflect.get(globalThis, "frames").count), 0);
});

test("on paper there is no canvas, and all surfaces are as the document prints them", async () => {
  // A colour on its way to another one is written in another way.
  const portal = await openDrawn(SERVICE_PATH, { reducedMotion: "reduce" });
  const printed = async () => {
    await portal.page.emulateMedia({ media: "print" });
    const looks = await portal.page.evaluate(() => {
      const canvas = document.querySelector(".st-drawn-page");
      const all = [...document.querySelectorAll(".st-page *")].map((element) => {
        const { backgroundColor, borderTopColor, borderBottomColor, color } = getComputedStyle(element);
        return [backgroundColor, borderTopColor, borderBottomColor, color].join();
      });
      return { hasCanvas: canvas !== null && getComputedStyle(canvas).display !== "none", all };
    });
    await portal.page.emulateMedia({ media: "screen" });
    return looks;
  };
  const drawn = await printed();
  await isDrawn(portal);
  await wishes(portal, "document");
  await isDocument(portal);
  assert.equal(drawn.hasCanvas, false);
  assert.deepEqual(drawn, await printed());
});

// -- where it stands aside

/** @param {PortalPage} portal @param {string} reason */
async function standsAside(portal, reason) {
  await isDocument(portal);
  const sentence = portal.words("view.presentation.gives_way", { reason: portal.words(`view.presentation.gives_way.${reason}`) });
  await portal.main.getByRole("status").filter({ hasText: sentence }).waitFor();
}

test("it stands aside, says why, and comes back: windows, contrast, colours, text, language", async () => {
  const portal = await openDrawn("/de/ansicht");
  const { page } = portal;
  /** @type {[string, () => Promise<unknown>, () => Promise<unknown>][]} */
  const causes = [
    // 400 % on a screen of 1280.
    ["narrow", () => page.setViewportSize({ width: 320, height: 256 }), () => page.setViewportSize({ width: 1280, height: 800 })],
    ["contrast", () => page.emulateMedia({ forcedColors: "active" }), () => page.emulateMedia({ forcedColors: null })],
    ["contrast", () => page.emulateMedia({ contrast: "more" }), () => page.emulateMedia({ contrast: null })],
    ["contrast", () => portal.chooses("view.contrast", "view.contrast.more"), () => portal.chooses("view.contrast", "view.contrast.auto")],
    ["text_size", () => portal.chooses("view.text_size", "view.text_size.150"), () => portal.chooses("view.text_size", "view.text_size.100")],
    ["spacing", () => page.evaluate(useOwnStyles, TEXT_SPACING), () => page.evaluate(useOwnStyles, "")],
  ];
  for (const [reason, begins, ends] of causes) {
    await begins();
    await standsAside(portal, reason);
    await ends();
    await isDrawn(portal);
    assert.equal(await portal.main.getByRole("status").innerText(), "");
  }
  const arabic = await portal.switchesTo("ar");
  await standsAside(arabic, "script");
  await isDrawn(await arabic.switchesTo("uk"));
});

test("a translated page stays a document for the rest of the visit", async () => {
  const portal = await openDrawn("/de/ansicht");
  await portal.heading.evaluate((heading) => {
    const font = document.createElement("font");
    font.textContent = "Customise the view";
    heading.prepend(font);
  });
  await standsAside(portal, "translated");
  await portal.heading.evaluate((heading) => heading.querySelector("font")?.remove());
  await portal.settled();
  await standsAside(portal, "translated");
});

test("fingers, graphics without a card and a module that does not come leave the document", async () => {
  const touched = await newDrawnPage(chromium, { hasTouch: true, isMobile: true, viewport: { width: 1000, height: 800 } });
  await touched.open("/de/ansicht");
  await standsAside(touched, "touch");
  const slow = await chromium.newPage({ scripts: [wantsCanvas] });
  await slow.open("/de/ansicht");
  await standsAside(slow, "device");
  const missing = await newDrawnPage(chromium);
  await missing.page.route("**/canvas.*.wasm", (route) => route.abort());
  await missing.open("/de/ansicht");
  await standsAside(missing, "device");
  assert.ok(chromium.takeErrors().every((error) => /canvas\.|net::ERR_FAILED/.test(error)));
});

test("a lost context gives the document at once; the page is drawn again, once", async () => {
  const portal = await openDrawn("/de/ansicht");
  /** @param {"loseContext" | "restoreContext"} what */
  const does = (what) =>
    portal.page.evaluate(async (what) => {
      const canvas = /** @type {HTMLCanvasElement | null} */ (document.querySelector(".st-drawn-page")) ?? Reflect.get(globalThis, "drawn");
      const extension = Reflect.get(globalThis, "loss") ?? canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
      Object.assign(globalThis, { drawn: canvas, loss: extension });
      const isTold = new Promise((resolve) => canvas.addEventListener("webglcontextlost", resolve, { once: true }));
      extension[what]();
      if (what === "loseContext") await isTold;
      return document.documentElement.className;
    }, what);
  assert.equal(await does("loseContext"), "");
  await isDocument(portal);
  await does("restoreContext");
  await isDrawn(portal);
  assert.equal(await does("loseContext"), "");
  await standsAside(portal, "lost");
});
