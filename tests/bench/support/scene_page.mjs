// A page with the town map, for the measurements of scenes. Drawn by software, as on the machines that run the bench.
import { launchBrowser, UNTHROTTLED, withFreshPage } from "./browser.mjs";

export const MAP = "/de/stadtplan";
const SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export const launchDrawingBrowser = () => launchBrowser(SOFTWARE_GL);

/** In the page, before its scripts: keeps hold of each module's memory without keeping it alive. */
export function noteMemories() {
  const memories = [];
  globalThis.moduleMemory = () => memories.reduce((sum, one) => sum + (one.deref()?.buffer.byteLength ?? 0), 0);
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await original.apply(WebAssembly, values);
      for (const exported of Object.values((made.instance ?? made).exports)) {
        if (exported instanceof WebAssembly.Memory) memories.push(new WeakRef(exported));
      }
      return made;
    };
  }
}

/** A fresh page at `path`, with the engine ready. */
export function withPortalPage(browser, origin, path, use) {
  return withFreshPage(browser, UNTHROTTLED, async (visit) => {
    await visit.page.addInitScript(noteMemories);
    await visit.page.goto(origin + path);
    await engineReady(visit.page);
    return use(visit);
  });
}

export const engineReady = (page) => page.waitForFunction(() => document.documentElement.dataset.engine === "ready");

export const mapDrawn = (page) =>
  page.waitForFunction(() => document.querySelector(".st-scene--map")?.dataset.drawing === "drawn", null, { polling: "raf" });

/** Scrolls to the map; the milliseconds until it has been shown. */
export function timeUntilDrawn(page) {
  return page.evaluate(async () => {
    const figure = document.querySelector(".st-scene--map");
    const started = performance.now();
    figure.scrollIntoView();
    while (figure.dataset.drawing !== "drawn") await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - started;
  });
}
