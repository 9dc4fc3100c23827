// Bytes, texts and numbers as they come from the engine and go back to it.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string | number} text @returns {Bytes} */
export const bytesOf = (text) => new Uint8Array(encoder.encode(String(text)));
/** @param {Uint8Array | undefined} bytes */
export const textOf = (bytes) => decoder.decode(bytes);
/** @param {Uint8Array | undefined} bytes */
export const numberOf = (bytes) => Number(textOf(bytes));
