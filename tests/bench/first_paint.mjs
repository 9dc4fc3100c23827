// When the citizen sees the page, against a hand-written static page of the same content: cold loads in turn.
import { besidePlainPages, SERVICE_PAGE, START_PAGE } from "./support/beside_plain.mjs";
import { alternate, SLOW_4G, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { median } from "./support/statistics.mjs";
import { atMost } from "./support/table.mjs";

const LOADS = 7;
const PAGES = [START_PAGE, SERVICE_PAGE];

function firstPaint(browser, line, url) {
  return withFreshPage(browser, line, async ({ page }) => {
    await page.goto(url, { waitUntil: "commit" });
    return page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntriesByName("first-contentful-paint")) resolve(entry.startTime);
          }).observe({ type: "paint", buffered: true });
        }),
    );
  });
}

export function measure() {
  return besidePlainPages(PAGES, async ({ browser, portal, plain }) => {
    const rows = [];
    for (const line of [UNTHROTTLED, SLOW_4G]) {
      for (const { name, path } of PAGES) {
        const subjects = [portal + path, plain + path];
        for (const url of subjects) await firstPaint(browser, UNTHROTTLED, url);
        const times = await alternate(LOADS, subjects, (url) => firstPaint(browser, line, url));
        const [ours, floor] = times.map(median);
        const remark = ` (${ours.toFixed(0)} ms; plain page ${floor.toFixed(0)} ms)`;
        rows.push(atMost(`first contentful paint, ${name}, ${line.name}`, ours / floor, 1.1, "x", remark));
      }
    }
    return rows;
  });
}
