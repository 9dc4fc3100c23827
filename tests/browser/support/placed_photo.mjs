// A real photo, made by the browser, with what telephones write beside the picture: where it was taken, and words of their owner.

/** @typedef {import("playwright-core").Page} Page */

/** @param {number} value @param {number} size */
function bytesOf(value, size) {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** Degrees, minutes and hundredths of seconds, as fractions. @param {number} degrees */
function fractionsOf(degrees) {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 100);
  return Buffer.concat([whole, 1, minutes, 1, seconds, 100].map((number) => bytesOf(number, 4)));
}

/** @param {number} tag @param {number} type @param {number} count @param {Buffer} value four bytes */
const entry = (tag, type, count, value) => Buffer.concat([bytesOf(tag, 2), bytesOf(type, 2), bytesOf(count, 4), value]);

/** @param {number} marker @param {Buffer} content */
const segment = (marker, content) => Buffer.concat([Buffer.from([0xff, marker]), bytesOf(content.length + 2, 2), content]);

/** @param {number} latitude @param {number} longitude north and east @param {number} orientation */
function exif(latitude, longitude, orientation) {
  const directory = 38;
  const fractions = directory + 2 + 4 * 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from("MM\0*"),
    bytesOf(8, 4),
    bytesOf(2, 2),
    entry(0x0112, 3, 1, Buffer.concat([bytesOf(orientation, 2), bytesOf(0, 2)])),
    entry(0x8825, 4, 1, bytesOf(directory, 4)),
    bytesOf(0, 4),
    bytesOf(4, 2),
    entry(1, 2, 2, Buffer.from("N\0\0\0")),
    entry(2, 5, 3, bytesOf(fractions, 4)),
    entry(3, 2, 2, Buffer.from("E\0\0\0")),
    entry(4, 5, 3, bytesOf(fractions + 24, 4)),
    bytesOf(0, 4),
    fractionsOf(latitude),
    fractionsOf(longitude),
  ]);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff]));
}

/**
 * Red above and blue below, as it is looked at; it lies on its side in the file.
 * @param {Page} page any page
 * @param {{ latitude: number, longitude: number, words: string }} said
 * @returns {Promise<Buffer>}
 */
export async function placedPhoto(page, { latitude, longitude, words }) {
  const plain = Buffer.from(
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(3000, 2000);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = "#f00";
      context.fillRect(0, 0, 1500, 2000);
      context.fillStyle = "#00f";
      context.fillRect(1500, 0, 1500, 2000);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    }),
  );
  // 6: what lies on the left is above when it is looked at.
  const beside = [exif(latitude, longitude, 6), segment(0xfe, Buffer.from(words))];
  return Buffer.concat([plain.subarray(0, 2), ...beside, plain.subarray(2)]);
}

/**
 * Size of a picture, and what colour it has at parts of its sides.
 * @param {Page} page @param {Buffer} picture @param {[number, number][]} places
 * @returns {Promise<{ width: number, height: number, colours: string[] }>}
 */
export function looksAt(page, picture, places) {
  return page.evaluate(
    async ({ bytes, places }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.drawImage(bitmap, 0, 0);
      const nameOf = (/** @type {Uint8ClampedArray} */ [red = 0, green = 0, blue = 0]) => {
        if (red + green + blue < 40) return "black";
        return red > 200 && blue < 60 ? "red" : blue > 200 && red < 60 ? "blue" : `rgb(${red} ${green} ${blue})`;
      };
      const colours = places.map(([x, y]) =>
        nameOf(context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data),
      );
      return { width: bitmap.width, height: bitmap.height, colours };
    },
    { bytes: [...picture], places },
  );
}
