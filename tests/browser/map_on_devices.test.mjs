// The town map on the devices of this world: under fingers, on dense screens, without movement, reached in the middle of the page,
// and fed with tiles that were made to hurt.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { hostileArchive } from "./support/hostile_map.mjs";
import {
  alternativeStands,
  canvas,
  countFrames,
  figure,
  fingers,
  isMarkerAt,
  MAP,
  mapIs,
  markerOnLine,
  openMap,
  picture,
  placeOfMap,
  region,
  restOfMap,
  scrollsToMap,
} from "./support/map_page.mjs";

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const chromium = withChromium();
const { test } = chromium;

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** So near that the map can be moved in every direction. @param {PortalPage} portal */
async function zoomsIn(portal) {
  await region(portal).focus();
  for (let time = 0; time < 3; ++time) await portal.page.keyboard.press("+");
  await portal.settled();
}

test("what lies under a finger goes with it sideways, glides on when it is thrown, and comes to rest", async () => {
  const portal = await openMap(chromium, PHONE);
  await zoomsIn(portal);
  const box = await placeOfMap(portal);
  const hand = await fingers(portal);
  const middle = box.y + box.height / 2;
  const marker = await markerOnLine(portal, middle, box.x + 40, box.x + box.width - 100);
  const right = { x: marker.x + 60, y: marker.y };

  await hand.move([marker], [right]);
  await hand.lift(0.2); // a hand that rests does not throw
  await portal.settled();

  assert.ok(await isMarkerAt(portal, right), "the marker is where the finger took it");

  const frames = await countFrames(portal);
  await hand.move([right], [{ x: right.x - 150, y: right.y }], 6);
  const before = await frames();
  await hand.lift();
  const coasted = (await restOfMap(frames)) - before;
  assert.ok(coasted > 5, `the map glides: ${coasted} frames`);
});

test("two fingers apart bring the map nearer around their middle, one above the other as well as side by side", async () => {
  const portal = await openMap(chromium, PHONE);
  await zoomsIn(portal);
  const box = await placeOfMap(portal);
  const hand = await fingers(portal);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [before, scrolled] = [await picture(portal), await portal.scrollTop()];
  for (const direction of [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ]) {
    const around = (/** @type {number} */ away) => [
      { x: middle.x - direction.x * away, y: middle.y - direction.y * away },
      { x: middle.x + direction.x * away, y: middle.y + direction.y * away },
    ];
    await hand.move(around(30), around(75));
    await hand.lift();
    await portal.settled();
    const near = await picture(portal);
    await hand.move(around(75), around(30));
    await hand.lift();
    await portal.settled();

    assert.equal(await portal.scrollTop(), scrolled, "the page stays where it is");
    assert.notEqual(near, before);
    assert.equal(await picture(portal), before, "and back again");
    assert.equal(await portal.page.evaluate(() => visualViewport?.scale), 1, "the page keeps its size");
  }
});

test("one finger up and down scrolls the page past the map", async () => {
  const portal = await openMap(chromium, PHONE);
  const box = await placeOfMap(portal);
  const hand = await fingers(portal);
  const x = box.x + box.width / 2;
  const before = await portal.scrollTop();

  await hand.move([{ x, y: box.y + box.height - 60 }], [{ x, y: box.y + 60 }]);
  await hand.lift();
  await portal.settled();

  assert.ok((await portal.scrollTop()) > before + 50, `scrolled from ${before} to ${await portal.scrollTop()}`);
});

test("a finger that taps on a marker gives the focus to its entry in the list", async () => {
  const portal = await openMap(chromium, PHONE);
  const box = await placeOfMap(portal);
  const marker = await markerOnLine(portal, box.y + box.height / 2, box.x + 40, box.x + box.width - 60);

  await portal.page.touchscreen.tap(marker.x, marker.y);

  assert.equal(await portal.page.evaluate(() => document.activeElement?.matches(".st-scene--map li a")), true, (await portal.focused()).slice(0, 80));
});

test("each pixel of the screen is drawn, however dense they are", async () => {
  for (const ratio of [1, 2, 3]) {
    const portal = await openMap(chromium, { viewport: { width: 420, height: 700 }, deviceScaleFactor: ratio });
    const { width, height } = await placeOfMap(portal);
    const drawn = await canvas(portal).evaluate((element) => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (element);
      return { width, height };
    });
    assert.deepEqual(drawn, { width: Math.round(width * ratio), height: Math.round(height * ratio) }, `ratio ${ratio}`);
    const share = await steepShare(portal, await canvas(portal).screenshot(), ratio);
    assert.ok(share > 0.3, `ratio ${ratio}: ${share} of the edges are one pixel wide`);
  }
});

/**
 * Of all places where light and dark meet, the share where they do so from one pixel of the screen to the next; in a picture that was
 * enlarged to the screen's pixels hardly any do.
 * @param {PortalPage} portal @param {Buffer} png @param {number} ratio
 */
function steepShare(portal, png, ratio) {
  return portal.page.evaluate(
    async ({ base64, ratio }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const sheet = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (sheet.getContext("2d"));
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const light = (/** @type {number} */ at) => (data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0);
      const reach = 2 * ratio + 2;
      let [edges, steep] = [0, 0];
      // Some rows are enough.
      for (let y = 0; y < height; y += 4) {
        for (let x = 0; x + reach < width; ++x) {
          const at = y * width + x;
          const whole = Math.abs(light(at) - light(at + reach));
          if (whole < 150) continue;
          edges++;
          const steps = Array.from({ length: reach }, (_, step) => Math.abs(light(at + step) - light(at + step + 1)));
          if (Math.max(...steps) >= 0.7 * whole) steep++;
        }
      }
      return edges === 0 ? 0 : steep / edges;
    },
    { base64: png.toString("base64"), ratio },
  );
}

test("who asks for less motion during the visit gets a map that stops where it is let go", async () => {
  const portal = await openMap(chromium, PHONE);
  await zoomsIn(portal);
  const box = await placeOfMap(portal);
  const hand = await fingers(portal);
  const [x, y] = [box.x + box.width - 60, box.y + box.height / 2];
  const throwsMap = async () => {
    await hand.move([{ x, y }], [{ x: x - 150, y }], 6);
    await hand.lift();
  };
  const frames = await countFrames(portal);
  await throwsMap();
  await portal.settled();
  let before = await frames();
  assert.ok((await restOfMap(frames)) - before > 5, "it glides");

  await portal.page.emulateMedia({ reducedMotion: "reduce" });
  await portal.settled();
  await throwsMap();
  await portal.settled();
  before = await frames();
  assert.equal(await restOfMap(frames), before);
});

test("a page that is entered at its map, by address or by going back, draws it", async () => {
  const low = { viewport: { width: 1280, height: 300 } };
  const byAddress = await chromium.newPage(low);
  await byAddress.open(MAP);
  const id = await figure(byAddress).evaluate((scene) => {
    const before = [...document.querySelectorAll("main [id]")].filter((one) => one.compareDocumentPosition(scene) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before.at(-1)?.id;
  });
  await byAddress.open(`${MAP}#${id}`);
  assert.ok((await byAddress.scrollTop()) > 0, `the browser has gone to #${id}`);
  await mapIs(byAddress, "drawn");

  const back = await chromium.newPage(low);
  await back.open(MAP);
  await scrollsToMap(back);
  await mapIs(back, "drawn");
  const scrolled = await back.scrollTop();
  await back.visit("/de/leistungen");
  await back.page.goBack();
  await back.engineReady();
  await mapIs(back, "drawn");
  assert.ok(Math.abs((await back.scrollTop()) - scrolled) < 60, `at ${await back.scrollTop()} instead of ${scrolled}`);
});

/** In the page: keeps the memory of each module. */
function noteMemories() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  Object.assign(globalThis, { memories });
  const original = WebAssembly.instantiate;
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {any[]} */ ...values) => {
      const made = await Reflect.apply(original, WebAssembly, values);
      for (const one of Object.values((made.instance ?? made).exports)) if (one instanceof WebAssembly.Memory) memories.push(one);
      return made;
    }
  );
}

test("tiles with a million corners cost little and leave the alternative with one sentence", async () => {
  const portal = await chromium.newPage({ scripts: [noteMemories] });
  await portal.page.route("**/*.pmtiles", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: hostileArchive(await response.body(), 1_000_000) });
  });
  await portal.open(MAP);
  await scrollsToMap(portal);

  await alternativeStands(portal);

  const memory = await portal.page.evaluate(() => {
    const memories = /** @type {WebAssembly.Memory[]} */ (Reflect.get(globalThis, "memories"));
    return Math.max(...memories.map(({ buffer }) => buffer.byteLength)) / 1024 / 1024;
  });
  assert.ok(memory < 32, `${memory} MB`);
  await portal.searchesFor("hund");
});

test("many small tiles at the limit of what is read are drawn", async () => {
  const portal = await chromium.newPage();
  await portal.page.route("**/*.pmtiles", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: hostileArchive(await response.body(), 50_000) });
  });
  await portal.open(MAP);
  await scrollsToMap(portal);
  await mapIs(portal, "drawn");
  assert.ok(await region(portal).isVisible());
});
