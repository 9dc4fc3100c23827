// Headless Chromium, and pages in it as a first visit has them: nothing cached, on a given line.
import { createRequire } from "node:module";
import { join } from "node:path";
import { places } from "./places.mjs";

/** Bits a second and milliseconds; `cpu`: how many times slower. Null: as fast as the machine. */
export const SLOW_4G = { name: "slow 4G, 4x CPU", bits: 1.6e6, roundTrip: 150, cpu: 4 };
export const UNTHROTTLED = { name: "unthrottled", bits: null, roundTrip: 0, cpu: 1 };

export async function launchBrowser(moreArguments = []) {
  const playwright = createRequire(join(places.node, "package.json"))("playwright-core");
  return playwright.chromium.launch({
    executablePath: places.chromium,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...moreArguments,
    ],
  });
}

async function throttle(session, line) {
  if (line.bits !== null) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: line.roundTrip,
      downloadThroughput: line.bits / 8,
      uploadThroughput: line.bits / 8,
    });
  }
  if (line.cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: line.cpu });
}

/**
 * A page with a profile of its own, closed afterwards whatever happens.
 * @template Result
 * @param {(visit: {page: object, session: object, context: object}) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withFreshPage(browser, line, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const session = await context.newCDPSession(page);
    await throttle(session, line);
    return await use({ page, session, context });
  } finally {
    await context.close();
  }
}

/** Measures every subject in turn, `rounds` times: A B A B. What a busy machine does then happens to all of them. */
export async function alternate(rounds, subjects, measure) {
  const results = subjects.map(() => []);
  for (let round = 0; round < rounds; ++round) {
    for (const [number, subject] of subjects.entries()) results[number].push(await measure(subject));
  }
  return results;
}

/** Waits until the engine has taken over the page; the time since the start of the navigation. */
export async function engineReadyTime(page) {
  await page.waitForFunction(() => performance.getEntriesByName("stadttor-ready").length > 0, null, { polling: 100 });
  return page.evaluate(() => performance.getEntriesByName("stadttor-ready")[0].startTime);
}
