// The WebAssembly of the fake core: four pages of memory, exported as "m", as optimised builds shorten it.
import { createHash } from "node:crypto";

// prettier-ignore
export const CORE_FILE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x05, 0x03, 0x01, 0x00, 0x04, // memory, at least 4 pages
  0x07, 0x05, 0x01, 0x01, 0x6d, 0x02, 0x00, // export "m"
]);

/** @param {Uint8Array} bytes */
export const integrityOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
