// Photos are made smaller and covered in the worker, and come out upright, as JPEG, and with nothing under what is covered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/**
 * What becomes of a photo that is red on its left half and blue on its right; the colours of a few pixels of it, at parts of its sides.
 * @typedef {{ width: number, height: number, said: number[], hasExif: boolean, colours: number[][] }} Made
 * @param {{ size: [number, number], longest?: number, covered?: string, orientation?: number, at: [number, number][] }} wanted
 * @returns {Promise<Made>}
 */
async function prepared(wanted) {
  const page = await browser.open("<p>Seite</p>");
  return page.evaluate(async ({ size, longest = 2048, covered = "", orientation = 1, at }) => {
    const load = (/** @type {string} */ address) => import(address);
    const { prepare } = await load("/web/keys/picture_calls.js");
    const { bytesOf, numberOf } = await load("/web/keys/field_bytes.js");
    const canvas = new OffscreenCanvas(...size);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#f00";
    context.fillRect(0, 0, size[0] / 2, size[1]);
    context.fillStyle = "#00f";
    context.fillRect(size[0] / 2, 0, size[0] / 2, size[1]);
    const plain = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    const exif = [0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    const photo = new Uint8Array([...plain.subarray(0, 2), ...exif, ...plain.subarray(2)]);
    const worker = { worker: new URL("/web/keys/passphrase_worker.js", location.href).href, module: "", integrity: "" };
    const [jpeg, width, height] = await prepare(worker, [photo, bytesOf("image/jpeg"), bytesOf(longest), bytesOf(covered)]);
    const bitmap = await createImageBitmap(new Blob([jpeg], { type: "image/jpeg" }));
    const seen = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawn = /** @type {OffscreenCanvasRenderingContext2D} */ (seen.getContext("2d"));
    drawn.drawImage(bitmap, 0, 0);
    const colour = (/** @type {[number, number]} */ [x, y]) => [...drawn.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data];
    const text = new TextDecoder("latin1").decode(jpeg);
    const said = [numberOf(width), numberOf(height)];
    return { width: bitmap.width, height: bitmap.height, said, hasExif: text.includes("Exif"), colours: at.map(colour) };
  }, wanted);
}

/** @param {number[] | undefined} colour */
function nameOf([red = 0, green = 0, blue = 0] = []) {
  if (red + green + blue < 30) return "black";
  return red > 200 && blue < 60 ? "red" : blue > 200 && red < 60 ? "blue" : `rgb(${red} ${green} ${blue})`;
}

test("a large photo is at most 2048 pixels long, and a small one keeps its size", async () => {
  const large = await prepared({ size: [4000, 3000], at: [[0.25, 0.5], [0.75, 0.5]] });
  assert.deepEqual([large.width, large.height, ...large.said], [2048, 1536, 2048, 1536]);
  assert.deepEqual(large.colours.map(nameOf), ["red", "blue"]);
  const small = await prepared({ size: [300, 200], at: [] });
  assert.deepEqual([small.width, small.height], [300, 200]);
});

test("a photo that is to be turned comes out upright, and says nothing besides its pixels", async () => {
  // 6: what lies on the left is above when it is looked at.
  const turned = await prepared({ size: [400, 200], orientation: 6, at: [[0.5, 0.1], [0.5, 0.9]] });
  assert.deepEqual([turned.width, turned.height], [200, 400]);
  assert.deepEqual(turned.colours.map(nameOf), ["red", "blue"]);
  assert.equal(turned.hasExif, false);
});

test("what is covered is black, of the photo as it is looked at, and nothing else is", async () => {
  const covered = await prepared({
    size: [400, 200],
    orientation: 6,
    covered: "0 0 50 25 80 80 20 20",
    at: [[0.02, 0.02], [0.47, 0.22], [0.6, 0.1], [0.25, 0.3], [0.98, 0.98], [0.5, 0.9]],
  });
  assert.deepEqual(covered.colours.map(nameOf), ["black", "black", "red", "red", "black", "blue"]);
});

test("what is no picture is refused as such", async () => {
  const page = await browser.open("<p>Seite</p>");
  const kind = await page.evaluate(async () => {
    const load = (/** @type {string} */ address) => import(address);
    const { prepare } = await load("/web/keys/picture_calls.js");
    const { bytesOf } = await load("/web/keys/field_bytes.js");
    const worker = { worker: new URL("/web/keys/passphrase_worker.js", location.href).href, module: "", integrity: "" };
    return prepare(worker, [bytesOf("no picture"), bytesOf("image/jpeg"), bytesOf(2048), bytesOf("")]).catch((/** @type {any} */ error) => error.kind);
  });
  assert.equal(kind, 6);
});

test("a picture of the engine's is shown under its name until it is forgotten", async () => {
  const page = await browser.open("<p>Seite</p>");
  const [shown, again, forgotten] = await page.evaluate(async () => {
    const load = (/** @type {string} */ address) => import(address);
    const { ChosenFiles } = await load("/web/document/chosen_files.js");
    const files = new ChosenFiles();
    files.show("photo-1", new Blob(["x"], { type: "image/jpeg" }));
    const first = files.addressOf("chosen:photo-1");
    const second = files.addressOf("chosen:photo-1");
    files.forget("photo-1");
    return [first, second, files.addressOf("chosen:photo-1")];
  });
  assert.match(shown, /^blob:/);
  assert.equal(again, shown);
  assert.equal(forgotten, null);
});
