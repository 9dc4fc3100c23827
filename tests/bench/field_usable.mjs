// When the search field takes the first key, against the field of the plain page, and whether everything typed before
// the engine arrived is still there afterwards.
import { besidePlainPages, START_PAGE } from "./support/beside_plain.mjs";
import { alternate, engineReadyTime, SLOW_4G, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { median } from "./support/statistics.mjs";
import { atMost } from "./support/table.mjs";

const LOADS = 7;
const KEY_INTERVAL = 5; // milliseconds
const PATIENCE = 50; // milliseconds for one key, before the next is sent all the same

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In the page: puts the focus into the field as soon as it is laid out, and notes what arrives there. */
function watchField() {
  const typed = { first: 0, keys: 0 };
  globalThis.typedInBench = typed;
  addEventListener("input", (event) => {
    typed.keys += 1;
    if (typed.keys === 1) {
      typed.first = event.timeStamp;
      globalThis.benchFirstKey();
    }
  }, true);
  const look = () => {
    const field = document.querySelector("main input[type=search]");
    if (field !== null && field.getClientRects().length > 0) field.focus();
    if (field === null || document.activeElement !== field) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Presses keys from the moment the page begins until the field has one. */
async function typeUntilTaken(page, session, url) {
  let isTaken = false;
  await page.exposeFunction("benchFirstKey", () => (isTaken = true));
  await page.addInitScript(watchField);
  await page.goto(url, { waitUntil: "commit" });
  const deadline = Date.now() + 30_000;
  while (!isTaken) {
    if (Date.now() > deadline) {
      const state = await page.evaluate(() => `${document.readyState}, focus in ${document.activeElement?.tagName}`);
      throw new Error(`no key arrived in the search field (${state}, ${url})`);
    }
    // A page that is still loading answers late, and too many waiting keys would hold it up.
    const key = session.send("Input.dispatchKeyEvent", { type: "char", text: "a", key: "a" }).catch(() => {});
    await Promise.race([key, pause(PATIENCE)]);
    await pause(KEY_INTERVAL);
  }
}

function load(browser, line, url, isPortal) {
  return withFreshPage(browser, line, async ({ page, session }) => {
    await typeUntilTaken(page, session, url);
    if (isPortal) await engineReadyTime(page);
    await page.waitForTimeout(300);
    return page.evaluate(() => {
      const { first, keys } = globalThis.typedInBench;
      return { first, lost: keys - document.querySelector("main input[type=search]").value.length };
    });
  });
}

export function measure() {
  return besidePlainPages([START_PAGE], async ({ browser, portal, plain }) => {
    const rows = [];
    const lost = [];
    for (const line of [UNTHROTTLED, SLOW_4G]) {
      const subjects = [portal, plain].map((origin) => ({ url: origin + START_PAGE.path, isPortal: origin === portal }));
      const loads = await alternate(LOADS, subjects, ({ url, isPortal }) => load(browser, line, url, isPortal));
      const [ours, floor] = loads.map((list) => median(list.map(({ first }) => first)));
      lost.push(...loads[0].map((one) => one.lost));
      const remark = ` (${ours.toFixed(0)} ms; plain page ${floor.toFixed(0)} ms)`;
      rows.push(atMost(`search field takes a key, ${line.name}`, ours / floor, 1.1, "x", remark));
    }
    const sum = lost.reduce((total, count) => total + count, 0);
    rows.push(atMost("keys lost when the engine takes over", sum, 0, "", ` in ${lost.length} loads`));
    return rows;
  });
}
