// What concerns the document as a whole: announcements, view settings, addresses, scrolling, reading aloud.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { html, withBrowser } from "./support/browser.mjs";

const browser = withBrowser();
const BODY = '<div id="portal"></div>';

test("announcements come one a second, repeats differ, urgent ones first, old ones give way", async () => {
  const page = await browser.open(BODY);
  const said = await page.evaluate(async () => {
    const { page } = globalThis.test();
    /** @type {string[]} */
    const said = [];
    /** @type {number[]} */
    const times = [];
    new MutationObserver((records) => {
      for (const record of records) {
        said.push(record.target.textContent);
        times.push(performance.now());
      }
    }).observe(document.body, { childList: true, subtree: true });
    page.liveRegion.announce("1 Treffer", false);
    page.liveRegion.announce("1 Treffer", false);
    page.liveRegion.announce("Fehler", true);
    for (const count of [2, 3, 4, 5]) page.liveRegion.announce(`${count} Treffer`, false);
    await new Promise((resolve) => setTimeout(resolve, 4600));
    return { said, gaps: times.slice(1).map((time, index) => time - times[index]) };
  });
  assert.deepEqual(said.said, ["1 Treffer", "Fehler", "3 Treffer", "4 Treffer", "5 Treffer"]);
  assert.ok(said.gaps.every((gap) => gap > 950), String(said.gaps));
  const repeated = await page.evaluate(async () => {
    const { page } = globalThis.test();
    page.liveRegion.announce("5 Treffer", false);
    return document.getElementById("announce-polite").textContent;
  });
  assert.equal(repeated, "5 Treffer\u200b");
});

test("view settings are applied and kept, and forgotten without a trace", async () => {
  const page = await browser.open(BODY);
  const attributes = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.evaluate(() => {
    const { page, apply, list } = globalThis.test();
    apply(list().put(22, "theme", "dark").put(22, "text-size", "150").put(22, "contrast", "more").put(22, "motion", "less"));
    apply(list().put(22, "presentation", "canvas"));
    page.view.set("theme", "purple");
    page.view.set("text-size", "9999");
    page.view.set("onclick", "alert(1)");
  });
  const all = { kernTheme: "dark", textSize: "150", contrast: "more", motion: "less", presentation: "canvas" };
  assert.deepEqual(await attributes(), all);
  browser.site.files.set("/again.html", html("", "", '<script src="/web/view_boot.js"></script>'));
  await page.goto(`${browser.site.origin}/again.html`);
  const { scenes, typeface, ...booted } = await attributes();
  assert.deepEqual(booted, all, "view_boot.js knows the same settings");
  assert.equal(typeface, "own", "a page that came at once is written in the own typeface");
  assert.equal(scenes, "drawn", "scenes have their place before the first paint");
  await page.goto(`${browser.site.origin}/test.html`);
  await page.evaluate(() => globalThis.test().page.view.set("theme", ""));
  assert.deepEqual(await page.evaluate(() => JSON.parse(localStorage.getItem("stadttor.view"))), {
    "text-size": "150",
    contrast: "more",
    motion: "less",
    presentation: "canvas",
  });
  await page.evaluate(() => globalThis.test().apply(globalThis.test().list().put(23)));
  assert.deepEqual(await attributes(), {});
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("the engine's parts are asked for before portal.js is there, each as the client asks for it", async () => {
  const files = ["/core.mjs", "/core.wasm", "/daten/7/de/start.json", "/daten/7/de/antraege/hund.json", "/daten/7/strassen.json", "/keys.js"];
  for (const file of files) browser.site.files.set(file, "");
  const packs = 'data-daten="/daten/7/" data-packs="de/antraege/hund.json strassen.json"';
  const engine = `data-script="/core.mjs" data-core="/core.wasm" ${packs} data-keys-script="/keys.js"`;
  browser.site.files.set("/boot.html", html(BODY, engine, '<script src="/web/view_boot.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${browser.site.origin}/boot.html`);
  const links = await page.evaluate(() => [...document.head.querySelectorAll("link[fetchpriority=low]")].map((link) =>
    ["rel", "href", "as", "crossorigin"].map((name) => link.getAttribute(name)).join(" ")));
  assert.deepEqual(links, [
    "modulepreload /core.mjs  ",
    "preload /core.wasm fetch anonymous",
    "preload /daten/7/de/start.json fetch anonymous",
    "preload /daten/7/de/antraege/hund.json fetch anonymous",
    "preload /daten/7/strassen.json fetch anonymous",
    "modulepreload /keys.js  ",
  ]);
});

test("view settings work for the visit where storage is switched off or spoilt", async () => {
  browser.site.files.set("/boot.html", html(BODY, "", '<script src="/web/view_boot.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${browser.site.origin}/boot.html`);
  for (const spoilt of ["{", "null", "7", '{"theme":"<x>","text-size":150}']) {
    await page.evaluate((text) => localStorage.setItem("stadttor.view", text), spoilt);
    await page.reload();
    const kept = await page.evaluate(async () => {
      const { ViewSettings } = await import("/web/view_settings.js");
      return new ViewSettings().kept();
    });
    assert.deepEqual(kept, {}, spoilt);
  }
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new Error("SecurityError"); } });
  });
  await page.goto(`${browser.site.origin}/boot.html`);
  const theme = await page.evaluate(async () => {
    const { ViewSettings } = await import("/web/view_settings.js");
    const view = new ViewSettings();
    view.set("theme", "dark");
    return [document.documentElement.dataset.kernTheme, view.kept()];
  });
  assert.deepEqual(theme, ["dark", {}]);
});

test("title, language and direction are the document's", async () => {
  const page = await browser.open(BODY);
  const shown = await page.evaluate(() => {
    const t = globalThis.test();
    t.apply(t.list().put(12, "Kelb", "ar", "rtl"));
    const { lang, dir } = document.documentElement;
    return [document.title, lang, dir];
  });
  assert.deepEqual(shown, ["Kelb", "ar", "rtl"]);
});

test("going back opens the former address and finds the former place", async () => {
  const page = await browser.open(`${BODY}<p id="tall"></p><a id="jump" href="#tall">x</a>`);
  const step = (/** @type {() => unknown} */ code) => page.evaluate(code);
  await step(() => {
    document.getElementById("tall").style.blockSize = "5000px";
    const t = globalThis.test();
    Object.assign(globalThis, { t, opened: [] });
    t.page.history.start((/** @type {string} */ url) => globalThis.opened.push(new URL(url).pathname));
    // The browser tells of it before the next frame, and so before anything is built.
    const scrollsTo = (/** @type {number} */ top) => {
      scrollTo(0, top);
      dispatchEvent(new Event("scroll"));
    };
    scrollsTo(700);
    t.apply(t.list().put(13, "/de/a").put(15));
    scrollsTo(300);
    t.apply(t.list().put(13, "/de/b").put(15));
  });
  assert.equal(await step(() => location.pathname), "/de/b");
  assert.equal(await step(() => history.length), 4, "about:blank, the page, two more");
  await step(() => globalThis.t.apply(globalThis.t.list().put(13, "/de/b")));
  assert.equal(await step(() => history.length), 4, "the same address makes no entry");
  await step(() => scrollTo(0, 900));
  for (const [delta, path, top] of /** @type {[number, string, number][]} */ ([[-1, "/de/a", 300], [-1, "/test.html", 700], [2, "/de/b", 900]])) {
    await page.evaluate((delta) => {
      globalThis.opened.length = 0;
      history.go(delta);
    }, delta);
    await page.waitForFunction(() => globalThis.opened.length > 0);
    assert.deepEqual(await step(() => globalThis.opened), [path]);
    assert.equal(await page.evaluate(() => (globalThis.t.apply(globalThis.t.list().put(16)), scrollY)), top);
  }
});

test("jumps within the page are not the engine's, and other origins get no entry", async () => {
  const page = await browser.open(`${BODY}<a id="jump" href="#tall">x</a><p id="tall"></p>`);
  await page.evaluate(() => {
    const t = globalThis.test();
    Object.assign(globalThis, { t, opened: [] });
    t.page.history.start((/** @type {string} */ url) => globalThis.opened.push(url));
  });
  await page.locator("#jump").click();
  await page.evaluate(() => {
    globalThis.t.apply(globalThis.t.list().put(13, "https://other.example/"));
    history.back();
  });
  await page.waitForFunction(() => location.hash === "");
  assert.deepEqual(await page.evaluate(() => globalThis.opened), []);
});

test("without an engine the way back loads the page", async () => {
  const page = await browser.open(BODY);
  browser.site.files.set("/de/a", html("<h1>Vom Server</h1>"));
  browser.site.files.set("/de/b", html("<h1>B</h1>"));
  await page.evaluate(() => {
    const t = globalThis.test();
    t.page.history.start(() => {});
    t.apply(t.list().put(13, "/de/a").put(13, "/de/b"));
    t.page.history.stop();
    history.back();
  });
  await page.locator("h1", { hasText: "Vom Server" }).waitFor();
});

test("text is read sentence by sentence, by voices on the device only", async () => {
  const page = await browser.open(BODY);
  const result = await page.evaluate(async () => {
    /** @type {any[]} */
    const spoken = [];
    let voices = [{ lang: "de-DE", localService: false, name: "fern" }, { lang: "de_DE", localService: true, name: "hier" }];
    const synthesis = { getVoices: () => voices, speak: (/** @type {any} */ u) => spoken.push(u), cancel: () => spoken.length = 0 };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    class Utterance extends EventTarget {
      /** @param {string} text */
      constructor(text) {
        super();
        this.text = text;
      }
    }
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    const { Speech } = await import("/web/speech.js");
    const speech = new Speech();
    let ends = 0;
    speech.onEnd = () => (ends += 1);
    speech.speak("de", `Hunde anmelden. ${"Lang ".repeat(80)}`);
    const texts = spoken.map((u) => u.text.length);
    const voice = spoken[0].voice.name;
    const last = spoken.at(-1);
    spoken[0].dispatchEvent(new Event("end"));
    const early = ends;
    speech.speak("de", "Neu.");
    last.dispatchEvent(new Event("end"));
    const stale = ends;
    spoken.at(-1).dispatchEvent(new Event("end"));
    const done = ends;
    speech.speak("de", "Noch einmal.");
    speech.speak("de", "");
    const stopped = [ends, spoken.length];
    voices = [{ lang: "de-DE", localService: false, name: "fern" }];
    speech.speak("de", "Geheim.");
    const sent = spoken.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { texts, voice, early, stale, done, stopped, sent, refused: ends };
  });
  assert.deepEqual(result, { texts: [15, 219, 179], voice: "hier", early: 0, stale: 0, done: 1, stopped: [2, 0], sent: 0, refused: 3 });
});

test("the browser asks before the page is left, as long as that is wanted", async () => {
  const page = await browser.open(BODY);
  const asks = await page.evaluate(() => {
    const { apply, list } = globalThis.test();
    const isAsked = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
    const before = isAsked();
    apply(list().put(27, 1));
    const wanted = isAsked();
    apply(list().put(27, 0));
    return [before, wanted, isAsked()];
  });
  assert.deepEqual(asks, [false, true, false]);
});

test("a file the citizen keeps comes as a download", async () => {
  const page = await browser.open(BODY);
  const download = page.waitForEvent("download");
  await page.evaluate(() => {
    const { apply, list } = globalThis.test();
    apply(list().put(26, "antrag.json", '{"name":"Änne"}'));
  });
  const file = await download;
  assert.equal(file.suggestedFilename(), "antrag.json");
  assert.equal(readFileSync(await file.path(), "utf8"), '{"name":"Änne"}');
});
