// What waits for the first paint waits no longer than it has to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/**
 * How firstPaint() ends in a page that says of itself what is given.
 * @param {{ visibility?: string, isPainted?: boolean, paintsAfter?: number, knowsPaint?: boolean }} claims
 */
async function ending(claims) {
  const page = await browser.open("<p>Text</p>");
  return page.evaluate(async ({ visibility = "visible", isPainted = false, paintsAfter, knowsPaint = true }) => {
    Object.defineProperty(document, "visibilityState", { get: () => visibility });
    performance.getEntriesByType = () => /** @type {any} */ (isPainted ? [{}] : []);
    const log = /** @type {string[]} */ ([]);
    class Observer {
      static supportedEntryTypes = knowsPaint ? ["paint"] : [];
      /** @param {() => void} call */
      constructor(call) {
        this.call = call;
      }
      observe() {
        if (paintsAfter !== undefined) setTimeout(() => (log.push("painted"), this.call()), paintsAfter);
      }
      disconnect() {
        log.push("disconnected");
      }
    }
    globalThis.PerformanceObserver = /** @type {any} */ (Observer);
    const { firstPaint } = await import("/web/first_paint.js");
    const begin = performance.now();
    await firstPaint();
    return { log, milliseconds: performance.now() - begin };
  }, claims);
}

test("what waits for the first paint goes on right after it", async () => {
  assert.deepEqual((await ending({ paintsAfter: 20 })).log, ["painted", "disconnected"]);
});

test("there is nothing to wait for in a hidden page, in a painted one, and where paints are not told", async () => {
  for (const claims of [{ visibility: "hidden" }, { isPainted: true }, { knowsPaint: false }]) {
    assert.deepEqual((await ending({ ...claims, paintsAfter: 5000 })).log, [], JSON.stringify(claims));
  }
});

test("a page that is never painted becomes usable all the same", async () => {
  const { log, milliseconds } = await ending({});
  assert.deepEqual(log, ["disconnected"]);
  assert.ok(milliseconds >= 290, `${milliseconds} ms`);
});
