// How soon a calendar of sixty days with twenty offices is drawn after it has been asked for, against the same written by hand; and how soon
// the times of a day are.
import { calendar, offer, plainPage, SERVICE_NAME } from "./appointments/twenty_offices.mjs";
import { alternate, launchBrowser, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { median } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";

const ROUNDS = 5;
const SLOW = 4; // times slower

/** In the page: from the press on a button or link to the frame in which what `selector` names is there, milliseconds. */
function timeToDraw([pressed, selector]) {
  return new Promise((resolve) => {
    const control = [...document.querySelectorAll("main a, main button")].find(({ textContent }) => textContent.trim() === pressed);
    const started = performance.now();
    const look = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started), 0));
    };
    control.click();
    look();
  });
}

async function draw(browser, { origin, isPortal }) {
  return withFreshPage(browser, { bits: null, roundTrip: 0, cpu: 1 }, async ({ page, session }) => {
    await page.route("**/api/citizen/offices-and-services/", (route) => route.fulfill({ json: offer }));
    await page.route("**/api/citizen/available-calendar/**", (route) => route.fulfill({ json: calendar(new URL(route.request().url()).searchParams) }));
    await page.route("**/written-by-hand", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: plainPage }));
    await page.goto(`${origin}${isPortal ? "/de/termine" : "/written-by-hand"}`);
    if (isPortal) {
      await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
      await page.getByRole("checkbox", { name: SERVICE_NAME }).check();
      await page.getByRole("link", { name: "Zeit wählen" }).waitFor();
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
    const drawn = await page.evaluate(timeToDraw, ["Zeit wählen", "main table button"]);
    const days = await page.locator("main table button").count();
    if (days !== 60) throw new Error(`${days} days instead of 60`);
    if (!isPortal) return { drawn };
    const label = await page.locator("main table button").nth(9).innerText();
    return { drawn, day: await page.evaluate(timeToDraw, [label, "main fieldset fieldset button, main fieldset .st-cluster button"]) };
  });
}

export async function measure() {
  const server = await startCity();
  let browser;
  try {
    browser = await launchBrowser();
    const { origin } = server;
    const [ours, plain] = await alternate(ROUNDS, [{ origin, isPortal: true }, { origin, isPortal: false }], (subject) => draw(browser, subject));
    const [own, other] = [ours, plain].map((visits) => median(visits.map(({ drawn }) => drawn)));
    return [
      atMost("calendar of 60 days, 20 offices, 4x CPU", own / other, 2, "x", ` (${own.toFixed(0)} ms; written by hand ${other.toFixed(0)} ms)`),
      informative("  960 times of a day in it", median(ours.map(({ day }) => day)), "ms"),
    ];
  } finally {
    await browser?.close();
    await server.stop();
  }
}
