// The town map as a scene: how soon it is there, how smoothly it moves, that it rests, and that a hundred of them leave nothing behind.
import { alternate, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { engineReady, launchDrawingBrowser, MAP, mapDrawn, timeUntilDrawn, withPortalPage } from "./support/scene_page.mjs";
import { median, quantile } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";

const LOADS = 5;
const FRAMES = 300;
const REST_SECONDS = 10;
const OPENINGS = 100;
const SETTLED_AFTER = 20;
const ALLOWED_GROWTH = 5; // per cent
const MB = 1024 * 1024;
const OFFICE = "/de/aemter/steueramt";

/** Scrolls to a picture of the same size that is loaded when it comes near; the milliseconds until it has been shown. */
function timeUntilPicture(browser, origin, picture) {
  return withFreshPage(browser, UNTHROTTLED, async ({ page }) => {
    const html = '<!doctype html><div style="height:3000px"></div><img loading="lazy" width="1198" height="480" src="/picture.png">';
    await page.route("**/plain", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await page.route("**/picture.png", (route) => route.fulfill({ contentType: "image/png", body: picture }));
    await page.goto(`${origin}/plain`);
    return page.evaluate(async () => {
      const image = document.querySelector("img");
      const started = performance.now();
      image.scrollIntoView();
      while (!image.complete || image.naturalWidth === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - started;
    });
  });
}

async function firstSceneRow(browser, origin) {
  const picture = await withPortalPage(browser, origin, MAP, async ({ page }) => {
    await timeUntilDrawn(page);
    return page.locator(".st-scene--map canvas").screenshot();
  });
  const subjects = [
    () => withPortalPage(browser, origin, MAP, ({ page }) => timeUntilDrawn(page)),
    () => timeUntilPicture(browser, origin, picture),
  ];
  const [ours, plain] = (await alternate(LOADS, subjects, (subject) => subject())).map(median);
  const remark = ` (${(ours / plain).toFixed(1)} x of the same map as a picture on a plain page, ${plain.toFixed(0)} ms)`;
  return informative("first map drawn after it comes into view", ours, "ms", remark);
}

/** In the page: the time from each frame to the next, while `move` is called in each. */
function frameTimes({ frames, isMoving }) {
  const canvas = document.querySelector(".st-scene--map canvas");
  // Pointers made by a script cannot be captured.
  canvas.setPointerCapture = () => {};
  const pointer = (type, clientX, clientY) =>
    canvas.dispatchEvent(new PointerEvent(type, { pointerId: 9, pointerType: "touch", button: 0, clientX, clientY, bubbles: true }));
  return new Promise((resolve) => {
    const times = [];
    let last = performance.now();
    let work = 0;
    if (isMoving) pointer("pointerdown", 640, 360);
    const frame = (now) => {
      times.push(now - last);
      last = now;
      // A loop over the town that keeps coming to new tiles.
      const along = (times.length / 120) * 2 * Math.PI;
      const started = performance.now();
      if (isMoving) pointer("pointermove", 640 + 900 * Math.sin(along), 360 + 500 * Math.sin(2 * along));
      work += performance.now() - started;
      if (times.length < frames) return void requestAnimationFrame(frame);
      if (isMoving) pointer("pointercancel", 640, 360);
      resolve(times.slice(1));
    };
    requestAnimationFrame(frame);
  });
}

async function movingRows(browser, origin) {
  return withPortalPage(browser, origin, MAP, async ({ page, session }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await timeUntilDrawn(page);
    await page.evaluate(() => {
      const style = { position: "fixed", inset: "0", inlineSize: "100vw", blockSize: "100vh", zIndex: "9" };
      Object.assign(document.querySelector(".st-scene__drawing").style, style);
    });
    await page.locator(".st-scene__drawing").focus();
    for (let time = 0; time < 4; ++time) await page.keyboard.press("+");
    await page.waitForTimeout(500);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = async () =>
      (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    const measured = async (isMoving) => {
      const before = await busy();
      const times = await page.evaluate(frameTimes, { frames: FRAMES, isMoving });
      return { times, work: ((await busy()) - before) / FRAMES };
    };
    const [empty, moving] = [await measured(false), await measured(true)];
    const remark = ({ times, work }) => ` (p99 ${quantile(times, 0.99).toFixed(1)} ms; main thread ${work.toFixed(1)} ms of each)`;
    const atRest = await framesAtRest(page);
    return [
      informative("frame time, nothing moves, 1280 x 720", median(empty.times), "ms", remark(empty)),
      atMost("frame time, map moves, software GL", median(moving.times), 1000 / 58, "ms", remark(moving)),
      atMost(`map at rest for ${REST_SECONDS} s: frames`, atRest, 0, ""),
    ];
  });
}

async function framesAtRest(page) {
  await page.evaluate(() => {
    globalThis.framesAsked = 0;
    const original = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => ((globalThis.framesAsked += 1), original(callback));
  });
  await page.waitForTimeout(1000);
  const before = await page.evaluate(() => globalThis.framesAsked);
  await page.waitForTimeout(REST_SECONDS * 1000);
  return (await page.evaluate(() => globalThis.framesAsked)) - before;
}

async function usedMemory(page, session) {
  for (let time = 0; time < 3; ++time) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const modules = await page.evaluate(() => globalThis.moduleMemory());
  return { script: usedSize / MB, modules: modules / MB, sum: (usedSize + modules) / MB };
}

/** Back and forth between two pages, each with a map. */
async function memoryRows(browser, origin) {
  return withPortalPage(browser, origin, OFFICE, async ({ page, session }) => {
    await timeUntilDrawn(page);
    await page.evaluate((path) => document.querySelector(`#portal .st-scene--map a[href="${path}"]`).click(), MAP);
    await page.waitForFunction((path) => location.pathname === path, MAP);
    await engineReady(page);
    let settled = null;
    for (let opening = 1; opening <= OPENINGS; ++opening) {
      await page.evaluate(() => document.querySelector(".st-scene--map").scrollIntoView());
      await mapDrawn(page);
      if (opening === SETTLED_AFTER) settled = await usedMemory(page, session);
      if (opening === OPENINGS) break;
      const before = new URL(page.url()).pathname;
      await page.evaluate((isBack) => (isBack ? history.back() : history.forward()), before === MAP);
      await page.waitForFunction((path) => location.pathname !== path, before);
      // The figure of the page before may still stand there for a moment.
      await page.waitForFunction(() => document.querySelector(".st-scene--map")?.dataset.drawing !== "drawn", null, { timeout: 5000 }).catch(() => {});
    }
    const last = await usedMemory(page, session);
    const remark = ({ script, modules }) => ` (script ${script.toFixed(2)}, WebAssembly ${modules.toFixed(2)})`;
    return [
      informative(`memory after ${SETTLED_AFTER} maps opened`, settled.sum, "MB", remark(settled)),
      informative(`memory after ${OPENINGS} maps opened`, last.sum, "MB", remark(last)),
      atMost(`memory growth from map ${SETTLED_AFTER} to ${OPENINGS}`, (last.sum / settled.sum - 1) * 100, ALLOWED_GROWTH, "%"),
    ];
  });
}

export async function measure() {
  const city = await startCity();
  const browser = await launchDrawingBrowser();
  try {
    return [
      await firstSceneRow(browser, city.origin),
      ...(await movingRows(browser, city.origin)),
      ...(await memoryRows(browser, city.origin)),
    ];
  } finally {
    await browser.close();
    await city.stop();
  }
}
