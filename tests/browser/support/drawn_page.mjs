// Pages in the drawn presentation, and pictures of pages in both to compare.
import assert from "node:assert/strict";

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */
/** @typedef {ReturnType<typeof import("./chromium.mjs").withChromium>} Chromium */
/** @typedef {"canvas" | "document"} Wish */

/** Runs before the page's scripts: browsers under test have no graphics card (web/canvas/page_context.js). */
export function drawsSlowly() {
  Reflect.set(globalThis, "stadttorDrawsSlowly", true);
}

/** Runs before the page's scripts: as kept from an earlier visit. */
export function wantsCanvas() {
  if (location.protocol.startsWith("http")) localStorage.setItem("stadttor.view", '{"presentation":"canvas"}');
}

/** A page for someone who has chosen the drawn presentation. @param {Chromium} chromium @param {Parameters<Chromium["newPage"]>[0]} [options] */
export function newDrawnPage(chromium, { scripts = [], ...options } = {}) {
  return chromium.newPage({ ...options, scripts: [drawsSlowly, wantsCanvas, ...scripts] });
}

/** @param {PortalPage} portal */
export async function isDrawn(portal) {
  await portal.page.waitForFunction(() => document.documentElement.classList.contains("drawn"));
  await portal.settled();
}

/** @param {PortalPage} portal */
export async function isDocument(portal) {
  await portal.page.waitForFunction(
    () => !document.documentElement.classList.contains("drawn") && document.querySelector(".st-drawn-page") === null,
  );
  await portal.settled();
}

/** As the setting does it, from wherever the citizen is. @param {PortalPage} portal @param {Wish} wish */
export async function wishes(portal, wish) {
  await portal.page.evaluate((wish) => document.documentElement.setAttribute("data-presentation", wish), wish);
}

/** Loads fonts that come too late for a first paint, so that pictures are of the same text. @param {PortalPage} portal */
export async function hasFonts(portal) {
  await portal.page.evaluate(async () => {
    for (const face of document.fonts) await face.load().catch(() => {});
    await document.fonts.ready;
  });
}

/**
 * @param {PortalPage} portal any page, which compares
 * @param {Buffer} one @param {Buffer} other PNG files
 * @returns {Promise<number>} share of pixels that differ visibly
 */
export async function differingShare(portal, one, other) {
  const addresses = [one, other].map((file) => file.toString("base64"));
  const share = await portal.page.evaluate(async (files) => {
    const [first, second] = await Promise.all(
      files.map(async (file) => {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(picture.width, picture.height).getContext("2d"));
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      }),
    );
    if (first === undefined || second === undefined || first.width !== second.width || first.height !== second.height) return 1;
    let differing = 0;
    for (let at = 0; at < first.data.length; at += 4) {
      const most = Math.max(...[0, 1, 2].map((channel) => Math.abs(Number(first.data[at + channel]) - Number(second.data[at + channel]))));
      if (most > 24) differing++;
    }
    return differing / (first.data.length / 4);
  }, addresses);
  assert.ok(share >= 0);
  return share;
}
