// Text into and out of the engine's memory, as UTF-8, and lists of bytes. Files go in as they are.

/** @typedef {import("./core_loader.js").Core} Core */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @param {Core} core
 * @param {string | Uint8Array} text
 * @returns {number} its length in bytes, for the call that uses it
 */
export function putText(core, text) {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  // In this order: making room may replace the memory's buffer.
  const pointer = core.exports._stadttor_text(bytes.length);
  core.memory().set(bytes, pointer);
  return bytes.length;
}

/**
 * @param {Core} core
 * @param {number} pointer
 * @param {number} length
 */
export function textAt(core, pointer, length) {
  return decoder.decode(core.memory().subarray(pointer, pointer + length));
}

/**
 * What the engine asks the browser with.
 * @param {Uint8Array} memory
 * @param {number} list where `count` pairs of an address and a length lie, four bytes each, little-endian
 * @param {number} count
 * @returns {Uint8Array<ArrayBuffer>[]} copies: what they lay in is wiped
 */
export function fieldsAt(memory, list, count) {
  const places = new DataView(memory.buffer, memory.byteOffset + list, count * 8);
  return Array.from({ length: count }, (_, field) => {
    const at = places.getUint32(field * 8, true);
    return new Uint8Array(memory.subarray(at, at + places.getUint32(field * 8 + 4, true)));
  });
}
