// What the portal does while nobody does anything: nothing.
import { launchBrowser, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { installProbe, settle } from "./support/engine_probe.mjs";
import { atMost, informative } from "./support/table.mjs";

const SECONDS = 60;

/** Counts of the page; the browser's own for what no script sees (style sheets can animate, too). */
async function counts(page, session) {
  const metrics = Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  const probe = await page.evaluate(() => ({
    frames: globalThis.probe.frames,
    timers: globalThis.probe.timers,
    engineCalls: globalThis.probe.engineCalls,
    animations: document.getAnimations().filter(({ playState }) => playState === "running").length,
  }));
  return { ...probe, work: metrics.TaskDuration * 1000 };
}

export async function measure() {
  const city = await startCity();
  // A headless page counts as shown, so that frames are not held back.
  const browser = await launchBrowser();
  try {
    return await withFreshPage(browser, UNTHROTTLED, async ({ page, session, context }) => {
      await page.addInitScript(installProbe);
      // Time on the processor, not time gone by: on a busy machine that is much more.
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      await page.goto(`${city.origin}/de/`);
      await settle(page, context);
      let requests = 0;
      context.on("request", () => (requests += 1));
      const before = await counts(page, session);
      await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
      const after = await counts(page, session);
      const during = (what) => after[what] - before[what];
      const row = (what, count) => atMost(`idle for ${SECONDS} s: ${what}`, count, 0, "");
      return [
        row("frames", during("frames") + after.animations),
        row("timers", during("timers")),
        row("requests", requests),
        row("calls into WebAssembly", during("engineCalls")),
        informative(`idle for ${SECONDS} s: work of the main thread`, during("work"), "ms", " (this measurement included)"),
      ];
    });
  } finally {
    await browser.close();
    await city.stop();
  }
}
