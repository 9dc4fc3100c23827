// Lists of bytes as they go through the engine's memory: each with its length in front, four bytes, little-endian.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {Uint8Array} bytes @returns {Bytes[]} copies: the memory they lay in is another one after the next call */
export function readFields(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const size = view.getUint32(at, true);
    fields.push(new Uint8Array(bytes.subarray(at + 4, at + 4 + size)));
    at += 4 + size;
  }
  return fields;
}

/** @param {readonly Uint8Array[]} fields */
export const sizeOfFields = (fields) => fields.reduce((sum, field) => sum + 4 + field.length, 0);

/** @param {readonly Uint8Array[]} fields @param {Uint8Array} bytes as many as it takes */
export function putFields(fields, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (const field of fields) {
    view.setUint32(at, field.length, true);
    bytes.set(field, at + 4);
    at += 4 + field.length;
  }
}

/** @param {readonly Uint8Array[]} fields @returns {Bytes} */
export function writeFields(fields) {
  const bytes = new Uint8Array(sizeOfFields(fields));
  putFields(fields, bytes);
  return bytes;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string | number} text @returns {Bytes} */
export const bytesOf = (text) => new Uint8Array(encoder.encode(String(text)));
/** @param {Uint8Array | undefined} bytes */
export const textOf = (bytes) => decoder.decode(bytes);
/** @param {Uint8Array | undefined} bytes */
export const numberOf = (bytes) => Number(textOf(bytes));
