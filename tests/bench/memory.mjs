// Memory of the page once the engine is ready and after a long visit: 100 navigations by its own links. The visit goes
// round over the same pages, so that what is kept for each page shows once and what leaks shows every time.
import { launchBrowser, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { installProbe, settle } from "./support/engine_probe.mjs";
import { atMost, informative } from "./support/table.mjs";

const NAVIGATIONS = 100;
const ALLOWED_GROWTH = 5; // per cent
const MB = 1024 * 1024;
// Each link is on the page before it.
const ROUND = [
  "/de/leistungen",
  "/de/leistungen/hund-anmelden",
  "/de/lebenslagen",
  "/de/lebenslagen/tiere",
  "/de/leistungen/hund-abmelden",
  "/de/aemter",
  "/de/aemter/steueramt",
  "/de/aktuelles",
  "/de/lebenslagen",
  "/de/",
];

async function usedMemory(page, session) {
  // What is only waiting to be collected is no growth; a second time for what the first one set free.
  for (let time = 0; time < 2; ++time) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { metrics } = await session.send("Performance.getMetrics");
  const elements = metrics.find(({ name }) => name === "Nodes").value;
  const core = await page.evaluate(() => globalThis.probe.memory?.buffer.byteLength ?? 0);
  return { script: usedSize / MB, core: core / MB, sum: (usedSize + core) / MB, elements };
}

async function follow(page, path) {
  const before = await page.evaluate((wanted) => {
    const link = [...document.querySelectorAll("#portal a[href]")].find((one) => one.getAttribute("href") === wanted);
    if (link === undefined) throw new Error(`${location.pathname} has no link to ${wanted}`);
    const title = document.title;
    link.click();
    return title;
  }, path);
  await page.waitForFunction(
    ([wanted, title]) => location.pathname === wanted && document.title !== title,
    [path, before],
    { polling: "raf" },
  );
}

export async function measure() {
  const city = await startCity();
  const browser = await launchBrowser();
  try {
    return await withFreshPage(browser, UNTHROTTLED, async ({ page, session, context }) => {
      await page.addInitScript(installProbe);
      await session.send("Performance.enable");
      await page.goto(`${city.origin}/de/`);
      await settle(page, context);
      const samples = [await usedMemory(page, session)];
      for (let done = 0; done < NAVIGATIONS; done += ROUND.length) {
        for (const path of ROUND) await follow(page, path);
        samples.push(await usedMemory(page, session));
      }
      if (process.env.STADTTOR_BENCH_SAMPLES) console.error(samples);
      const isSame = await page.evaluate(() => performance.getEntriesByType("navigation").length === 1 && globalThis.probe.memory !== null);
      if (!isSame) throw new Error("the pages were loaded anew instead of changed by the engine");
      const [first, second, last] = [samples[0], samples[1], samples.at(-1)];
      const remark = ({ script, core, elements }) => ` (script ${script.toFixed(2)}, WebAssembly ${core.toFixed(2)}; ${elements} elements and texts)`;
      const growth = (from) => (last.sum / from.sum - 1) * 100;
      return [
        informative("memory, engine ready", first.sum, "MB", remark(first)),
        informative(`memory after ${ROUND.length} navigations`, second.sum, "MB", remark(second)),
        informative(`memory after ${NAVIGATIONS} navigations`, last.sum, "MB", remark(last)),
        atMost(`memory growth over ${NAVIGATIONS} navigations`, growth(first), ALLOWED_GROWTH, "%"),
        informative(`memory growth from navigation ${ROUND.length} to ${NAVIGATIONS}`, growth(second), "%"),
      ];
    });
  } finally {
    await browser.close();
    await city.stop();
  }
}
