// Text into and out of the engine's memory, as UTF-8. Files go in as they are.

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
