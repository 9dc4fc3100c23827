// When the engine has taken over the page, on a slow line with a slow processor, nothing cached.
import { START_PAGE, SERVICE_PAGE } from "./support/beside_plain.mjs";
import { engineReadyTime, launchBrowser, SLOW_4G, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { median } from "./support/statistics.mjs";
import { atMost } from "./support/table.mjs";

const LOADS = 5;
const BUDGET = 2.5; // seconds
// With the engine that has a desk. Its fields can be typed into long before (field_usable.mjs).
const FORM_PAGE = { name: "form page", path: "/de/antraege/hund-anmelden" };

export async function measure() {
  const city = await startCity();
  const browser = await launchBrowser();
  try {
    const rows = [];
    for (const { name, path } of [START_PAGE, SERVICE_PAGE, FORM_PAGE]) {
      const times = [];
      for (let load = 0; load < LOADS; ++load) {
        times.push(
          await withFreshPage(browser, SLOW_4G, async ({ page }) => {
            await page.goto(city.origin + path, { waitUntil: "commit" });
            return (await engineReadyTime(page)) / 1000;
          }),
        );
      }
      const range = ` (${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s)`;
      rows.push(atMost(`engine ready, ${name}, ${SLOW_4G.name}`, median(times), BUDGET, "s", range));
    }
    return rows;
  } finally {
    await browser.close();
    await city.stop();
  }
}
