// Reads numbers and strings from the bytes of a change list and never past their end. What the numbers mean is
// change_decoder.js's business.

const HEADER_BYTES = 8;
const LONGEST_NUMBER_BITS = 35;

export class MalformedChangeList extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "MalformedChangeList";
  }
}

export class ChangeReader {
  #bytes;
  #at = HEADER_BYTES;
  #end;
  #strings;
  #stringAt = 0;

  /** @param {Uint8Array} bytes a whole change list */
  constructor(bytes) {
    if (bytes.byteLength < HEADER_BYTES) throw new MalformedChangeList("shorter than its header");
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const operationBytes = view.getUint32(0, true);
    const stringBytes = view.getUint32(4, true);
    if (HEADER_BYTES + operationBytes + stringBytes !== bytes.byteLength) {
      throw new MalformedChangeList("lengths in the header do not match");
    }
    this.#bytes = bytes;
    this.#end = HEADER_BYTES + operationBytes;
    // One call for all strings: a call each costs more than the rest of the decoding. A byte order mark is text here.
    this.#strings = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(this.#end));
  }

  get isAtEnd() {
    return this.#at === this.#end;
  }

  /** @returns {number} */
  byte() {
    if (this.#at >= this.#end) throw new MalformedChangeList("ends within an operation");
    return /** @type {number} */ (this.#bytes[this.#at++]);
  }

  /** @returns {number} an unsigned LEB128 of at most 32 bits */
  number() {
    let number = 0;
    for (let bits = 0; bits < LONGEST_NUMBER_BITS; bits += 7) {
      const byte = this.byte();
      // Not a shift: that would turn numbers above 2^31 negative.
      number += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) {
        if (number > 0xffffffff) break;
        return number;
      }
    }
    throw new MalformedChangeList("number too large");
  }

  /** @returns {string} */
  string() {
    const end = this.#stringAt + this.number();
    if (end > this.#strings.length) throw new MalformedChangeList("string past the end");
    const text = this.#strings.slice(this.#stringAt, end);
    this.#stringAt = end;
    return text;
  }

  // Text that nobody read means that both sides count differently, so what was read is not what was meant.
  finish() {
    if (this.#stringAt !== this.#strings.length) throw new MalformedChangeList("strings left over");
  }
}
