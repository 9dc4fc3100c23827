// The town map on its page, for the tests of scenes: comes to it, waits for it, looks at it and touches it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { useOwnStyles } from "./page_checks.mjs";

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */
/** @typedef {{ x: number, y: number }} Point CSS pixels of the window */
/** @typedef {{ newPage: ReturnType<typeof import("./chromium.mjs").withChromium>["newPage"] }} Chromium */

export const MAP = "/de/stadtplan";

/** @param {PortalPage} portal */
export const figure = (portal) => portal.page.locator(".st-scene--map");
/** @param {PortalPage} portal */
export const region = (portal) => figure(portal).locator(".st-scene__drawing");
/** @param {PortalPage} portal */
export const canvas = (portal) => region(portal).locator("canvas");

/** @param {PortalPage} portal */
export async function scrollsToMap(portal) {
  await figure(portal).evaluate((scene) => scrollTo(0, scene.getBoundingClientRect().top + scrollY - 100));
}

/** @param {PortalPage} portal @param {"drawn" | "failed"} state */
export async function mapIs(portal, state) {
  await portal.page.waitForFunction(
    (state) => document.querySelector(".st-scene--map")?.getAttribute("data-drawing") === state,
    state,
  );
  await portal.settled();
}

/** @param {PortalPage} portal */
export async function alternativeStands(portal) {
  await mapIs(portal, "failed");
  assert.equal(await figure(portal).getByRole("status").textContent(), portal.words("scene.not_drawn"));
  assert.equal(await figure(portal).locator("canvas").count(), 0);
  assert.ok((await figure(portal).getByRole("link").count()) > 50, "the list is complete");
}

/** What is drawn, shortened to what tells it from other pictures. @param {PortalPage} portal */
export async function picture(portal) {
  const bytes = await canvas(portal).screenshot();
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

/** The map after the page has come to it. @param {Chromium} chromium @param {Parameters<Chromium["newPage"]>[0]} [options] */
export async function openMap(chromium, options) {
  const portal = await chromium.newPage(options);
  await portal.open(MAP);
  await scrollsToMap(portal);
  await mapIs(portal, "drawn");
  // Pictures of the map are compared, not of what stands around and above it.
  await portal.page.evaluate(useOwnStyles, ".st-scene__drawing { outline: none !important } .st-scene__buttons { opacity: 0 }");
  return portal;
}

/** @param {PortalPage} portal @returns {Promise<{ x: number, y: number, width: number, height: number }>} */
export async function placeOfMap(portal) {
  const box = await canvas(portal).boundingBox();
  if (box === null) throw new Error("the map has no place");
  return box;
}

/** Whether a mouse finds a marker there. @param {PortalPage} portal @param {Point} point */
export async function isMarkerAt(portal, { x, y }) {
  return (await firstMarker(portal, y, x, x + 1)) === x;
}

/** The first marker on a line through the map. @param {PortalPage} portal @param {number} y @param {number} from @param {number} to */
export async function markerOnLine(portal, y, from, to) {
  const x = await firstMarker(portal, y, from, to);
  return x === undefined ? assert.fail("the pointer finds no marker") : { x, y };
}

/** All places in one call, for real mice are slow. @param {PortalPage} portal @param {number} y @param {number} from @param {number} to */
function firstMarker(portal, y, from, to) {
  return canvas(portal).evaluate(
    (element, { y, from, to }) => {
      for (let x = from; x < to; x += 6) {
        element.dispatchEvent(new PointerEvent("pointermove", { pointerType: "mouse", clientX: x, clientY: y }));
        if (/** @type {HTMLElement} */ (element).style.cursor === "pointer") return x;
      }
      return undefined;
    },
    { y, from, to },
  );
}

/** Fingers on the page, by their numbers; as fast as on an idle machine, however busy this one is. @param {PortalPage} portal */
export async function fingers(portal) {
  const session = await portal.context.newCDPSession(portal.page);
  let time = 0;
  /** @param {"touchStart" | "touchMove" | "touchEnd"} type @param {Point[]} points @param {number} [after] seconds */
  const send = (type, points, after = 0.016) => {
    time = type === "touchStart" ? Date.now() / 1000 : time + after;
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    return session.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: time });
  };
  return {
    /** From one place to another in so many steps, a frame each. @param {Point[]} from @param {Point[]} to @param {number} [steps] */
    async move(from, to, steps = 6) {
      await send("touchStart", from);
      for (let step = 1; step <= steps; ++step) {
        const between = (/** @type {number} */ a, /** @type {number} */ b) => a + ((b - a) * step) / steps;
        await send("touchMove", from.map((start, id) => ({ x: between(start.x, to[id]?.x ?? 0), y: between(start.y, to[id]?.y ?? 0) })));
        await portal.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
    },
    /** @param {number} [after] seconds of rest */
    lift: (after) => send("touchEnd", [], after),
  };
}

/** Until the map has not moved for a while. @param {() => Promise<number>} frames @returns {Promise<number>} frames until then */
export async function restOfMap(frames) {
  for (let count = await frames(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await frames();
    if (now === count) return count;
    count = now;
  }
}

/** From here on the page counts its frames. @param {PortalPage} portal */
export async function countFrames(portal) {
  await portal.page.evaluate(() => {
    const frames = { count: 0 };
    Object.assign(globalThis, { frames });
    const original = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => {
      frames.count++;
      return original(callback);
    };
  });
  return () => portal.page.evaluate(() => /** @type {number} */ (Reflect.get(globalThis, "frames").count));
}
