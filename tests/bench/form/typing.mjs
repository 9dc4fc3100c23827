// Keys into a form, and how long each takes until it is painted. The same for the portal and for a page written by hand.
import { FORM, STEP } from "./large_form.mjs";
import { SLOW_4G, withFreshPage } from "../support/browser.mjs";

/**
 * In the page, for each key: until the browser shows it (Event Timing, in steps of 8 ms, from 16 ms on); until the page can do something
 * else, which is after the browser has looked at the form once more for its own filling in; until it is shown what the rules make of it;
 * and what of that was work of scripts.
 */
function watchKeys() {
  const seen = { shown: [], keys: [], answers: [], work: [] };
  globalThis.seenKeys = seen;
  new PerformanceObserver((list) => seen.shown.push(...list.getEntriesByName("keydown").map(({ duration }) => duration)))
    .observe({ type: "event", durationThreshold: 16 });
  let pressed = 0;
  let work = 0;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => seen.keys.push(performance.now() - pressed);
  const answered = new MessageChannel();
  answered.port1.onmessage = () => seen.answers.push(performance.now() - pressed);
  let isAnswered = true;
  const original = globalThis.requestAnimationFrame.bind(globalThis);
  const counted = (callback) => (...given) => {
    const started = performance.now();
    callback(...given);
    work += performance.now() - started;
  };
  globalThis.requestAnimationFrame = (callback) => original(counted(callback));
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", { set(callback) { set.call(this, callback && counted(callback)); } });
  addEventListener("keydown", (event) => {
    seen.work.push(work);
    work = 0;
    pressed = event.timeStamp;
    isAnswered = false;
  }, true);
  // Every key changes a sum.
  new MutationObserver(() => {
    if (isAnswered) return;
    isAnswered = true;
    original(() => answered.port2.postMessage(0));
  }).observe(document, { subtree: true, childList: true, characterData: true });
  addEventListener("input", () => {
    // After every callback of this frame, and after its painting.
    original(() => channel.port2.postMessage(0));
  }, true);
}

async function toTheFields(page, origin) {
  await page.goto(`${origin}/de/antraege/${FORM}`);
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  await page.getByRole("radiogroup").nth(0).getByRole("radio", { name: "Ja", exact: true }).check();
  await page.getByRole("radiogroup").nth(1).getByRole("radio", { name: "Nein", exact: true }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.waitForURL(`**/${FORM}/${STEP}`);
}

const inputsOf = (page) => page.locator("main input:not([type=radio]):not([type=search])");

/** @param {{origin: string, isPortal: boolean}} subject @param {number} cpu how many times slower */
export function withForm(browser, { origin, isPortal }, cpu, use) {
  return withFreshPage(browser, { ...SLOW_4G, bits: null, cpu: 1 }, async ({ page, session }) => {
    await page.addInitScript(watchKeys);
    if (isPortal) await toTheFields(page, origin);
    else await page.goto(`${origin}/de/`);
    await inputsOf(page).first().waitFor();
    // Over the fields, as it lies with a citizen; the browser follows what moves under it.
    await page.mouse.move(200, 200);
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    return use(page, session);
  });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// What is faster is not told.
const SHORTEST = 8;

/**
 * `keys` digits, a few into each of several fields; all times in milliseconds.
 * @returns {Promise<{shown: number[], times: number[], answers: number[], work: number[], lost: number}>}
 */
export async function typeKeys(page, session, keys) {
  const fields = inputsOf(page);
  // What was ticked on the way to the fields is no key.
  await page.evaluate(() => Object.values(globalThis.seenKeys).forEach((list) => list.splice(0)));
  let typed = 0;
  for (let field = 0; typed < keys; field += 3) {
    await fields.nth(field).focus();
    // "12": every rule that reads it runs, and no field goes.
    for (let digit = 1; digit <= 2; ++digit, ++typed) {
      const text = String(digit);
      await session.send("Input.dispatchKeyEvent", { type: "keyDown", key: text, text });
      await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: text });
      await pause(60);
    }
  }
  await pause(400);
  const { seen, kept } = await page.evaluate(() => ({
    seen: globalThis.seenKeys,
    kept: [...document.querySelectorAll("main input:not([type=radio], [type=search])")].reduce((sum, { value }) => sum + value.length, 0),
  }));
  const untold = Array.from({ length: Math.max(0, typed - seen.shown.length) }, () => SHORTEST);
  return { shown: [...seen.shown, ...untold], times: seen.keys, answers: seen.answers, work: seen.work, lost: typed - kept };
}

/**
 * Every field at once, as a browser fills them in; milliseconds until it is painted, and until the page can do something else: what a
 * page does after the painting is in the second.
 * @returns {Promise<{painted: number, free: number}>}
 */
export function fillAll(page) {
  return page.evaluate(async () => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const fields = [...document.querySelectorAll("main input")].filter(({ type }) => type !== "radio" && type !== "search");
    // After the next frame's painting, in the order in which they were asked for.
    const afterPainting = () => new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    await afterPainting();
    const started = performance.now();
    const painted = afterPainting();
    for (const field of fields) {
      set.call(field, "7");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const free = afterPainting();
    return { painted: (await painted) - started, free: (await free) - started };
  });
}
