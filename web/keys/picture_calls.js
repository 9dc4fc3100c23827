// Photos on their way into a report: made smaller and covered in the worker that also has time for passphrases, so that
// no frame waits for a decoder; shown from memory until they are forgotten.
import { bytesOf, numberOf, textOf } from "./field_bytes.js";
import { preparePicture } from "./passphrase.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */
/** @typedef {{ show: (id: string, picture: Blob) => void, forget: (id: string) => void }} ShownPictures */

/** Pages that show none, as in tests of other calls. @type {ShownPictures} */
export const NO_PICTURES = { show() {}, forget() {} };

/**
 * @param {import("./passphrase.js").PassphraseAddresses} addresses of the worker
 * @param {Bytes[]} fields
 * @returns {Promise<Bytes[]>}
 */
export async function prepare(addresses, [bytes = new Uint8Array(), type, longest, covered]) {
  const numbers = textOf(covered).split(" ").filter(Boolean).map(Number);
  const areas = [];
  for (let at = 0; at + 4 <= numbers.length; at += 4) areas.push(numbers.slice(at, at + 4));
  const picture = { bytes, type: textOf(type), longest: numberOf(longest), areas };
  const { jpeg, width, height } = await preparePicture(addresses, picture);
  return [jpeg, bytesOf(width), bytesOf(height)];
}

/** @param {ShownPictures} pictures @param {Bytes[]} fields @returns {Bytes[]} */
export function show(pictures, [id, type, bytes = new Uint8Array()]) {
  pictures.show(textOf(id), new Blob([bytes], { type: textOf(type) }));
  return [];
}

/** @param {ShownPictures} pictures @param {Bytes[]} fields @returns {Bytes[]} */
export function forget(pictures, [id]) {
  pictures.forget(textOf(id));
  return [];
}
