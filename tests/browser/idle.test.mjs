// A page that nobody touches does nothing: no frame, no timer, no request, no entry into the engine.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { SERVICE } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

const IDLE_MILLISECONDS = 10_000;

/** Notes every cause to become active, by name. */
function noteActivity() {
  const activity = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { activity });
  const everywhere = /** @type {Record<string, any>} */ (globalThis);
  for (const name of ["requestAnimationFrame", "setTimeout", "setInterval", "requestIdleCallback", "fetch", "queueMicrotask"]) {
    const original = everywhere[name];
    everywhere[name] = (/** @type {any[]} */ ...values) => {
      activity.push(name);
      return original.apply(globalThis, values);
    };
  }
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (/** @type {any[]} */ ...values) {
    activity.push("XMLHttpRequest");
    return send.apply(this, /** @type {any} */ (values));
  };
  // A copy of the instance whose functions tell that they were entered.
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const { instance, module } = await instantiate(source, imports);
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, value]) => {
        if (typeof value !== "function" || value instanceof WebAssembly.Table) return [name, value];
        return [name, (/** @type {any[]} */ ...values) => (activity.push("WebAssembly"), value(...values))];
      }),
    );
    return { instance: /** @type {any} */ ({ exports }), module };
  };
}

/** @param {import("./support/portal_page.mjs").PortalPage} portal */
const activityOf = (portal) => portal.page.evaluate(() => /** @type {string[]} */ (Reflect.get(globalThis, "activity")).splice(0));

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("nothing happens for 10 seconds: on the start page, on a service after a search, and with suggestions open", async () => {
  const options = { scripts: [noteActivity], serviceWorkers: /** @type {const} */ ("allow") };
  const start = await chromium.newPage(options);
  await start.open("/de/");
  const service = await chromium.newPage(options);
  await service.open("/de/");
  await service.searchesFor("hund");
  await service.main.getByRole("link", { name: "Hund anmelden", exact: true }).click();
  await service.arrivedAt(`/de/leistungen/${SERVICE}`);
  const suggesting = await chromium.newPage(options);
  await suggesting.open("/de/");
  await suggesting.types("hund");
  await suggesting.suggestions.first().waitFor();
  // Until the service worker has the portal and each announcement its second.
  for (const portal of [start, service, suggesting]) {
    await portal.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  }
  await pause(5500);

  const places = /** @type {const} */ ([["start", start], ["service", service], ["suggestions", suggesting]]);
  /** @type {string[]} */
  const requests = [];
  for (const [name, portal] of places) {
    const before = await activityOf(portal);
    for (const cause of ["requestAnimationFrame", "fetch", "WebAssembly"]) {
      assert.ok(before.includes(cause), `${cause} is seen at all on ${name}`);
    }
    portal.context.on("request", (request) => requests.push(`${name}: ${request.url()}`));
  }
  await pause(IDLE_MILLISECONDS);
  for (const [name, portal] of places) assert.deepEqual(await activityOf(portal), [], name);
  assert.deepEqual(requests, []);
});
