// Argon2id for passphrases, which browsers lack: the reference implementation as WebAssembly (passphrase_worker.js), in
// a worker that is there for one passphrase, so that typing goes on meanwhile and its memory is given back.
import { Kind, Refusal } from "./refusal.js";

/** @typedef {{ worker: string, module: string, integrity: string }} PassphraseAddresses */
/** @typedef {{ memory: number, passes: number, lanes: number }} Cost memory in KiB */
/** @typedef {import("./field_bytes.js").Bytes} Bytes */
/**
 * As in src/platform/cryptography.h.
 * @typedef {{ nonce: Bytes, salt: Bytes, cost: number, prefix: string, keySize: number }} HashPuzzle
 */
/** @typedef {{ counter: number, key: Bytes, milliseconds: number }} PuzzleSolution */
/**
 * As in src/platform/pictures.h; areas are left, top, width and height in per cent.
 * @typedef {{ bytes: Bytes, type: string, longest: number, areas: number[][] }} PictureTask
 */
/** @typedef {{ jpeg: Bytes, width: number, height: number }} MadePicture */
/**
 * What it was asked for, or why there is none.
 * @typedef {object} WorkerAnswer
 * @property {Bytes} [bits]
 * @property {PuzzleSolution} [solution]
 * @property {MadePicture} [made]
 * @property {boolean} [isUnreadable]
 * @property {boolean} [isOutOfMemory]
 * @property {string} [fault]
 */

/**
 * The one address this script makes a worker of. Pages that insist on Trusted Types allow this policy by its name, and
 * once: the service worker's has another (service_worker_registration.js).
 * @param {string} address
 * @returns {string}
 */
function trustedAddress(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (types === undefined) return address;
  return types.createPolicy("passphrase-worker", { createScriptURL: () => address }).createScriptURL("");
}

/** A policy can be made once. */
let trusted = "";

/**
 * @param {PassphraseAddresses} addresses
 * @param {Bytes} passphrase gone afterwards
 * @param {Bytes} salt
 * @param {Cost} cost
 * @returns {Promise<Bytes>} 32 bytes
 */
export async function derivePassphraseBits({ worker: address, module, integrity }, passphrase, salt, cost) {
  const response = await fetch(module, integrity === "" ? {} : { integrity });
  if (!response.ok) throw new Refusal(Kind.NotSupported, `Argon2id: HTTP ${response.status}`);
  const compiled = await WebAssembly.compile(await response.arrayBuffer());
  try {
    const answer = await answerOfWorker(address, { compiled, passphrase, salt, cost });
    if (answer.bits !== undefined) return answer.bits;
    throw new Refusal(answer.isOutOfMemory === true ? Kind.OutOfMemory : Kind.NotSupported, answer.fault ?? "Argon2id");
  } finally {
    passphrase.fill(0);
  }
}

/**
 * The same worker, because Trusted Types allow one address: it has time for a proof of work, which the page has not.
 * @param {PassphraseAddresses} addresses
 * @param {HashPuzzle} puzzle
 * @returns {Promise<PuzzleSolution>}
 */
export async function solveHashPuzzle({ worker: address }, puzzle) {
  const answer = await answerOfWorker(address, { puzzle });
  if (answer.solution !== undefined) return answer.solution;
  throw new Refusal(Kind.NotSupported, answer.fault ?? "proof of work");
}

/**
 * And for pictures: decoding and encoding them would hold up frames.
 * @param {PassphraseAddresses} addresses
 * @param {PictureTask} picture
 * @returns {Promise<MadePicture>}
 */
export async function preparePicture({ worker: address }, picture) {
  const answer = await answerOfWorker(address, { picture });
  if (answer.made !== undefined) return answer.made;
  if (answer.isUnreadable === true) throw new Refusal(Kind.MalformedData, answer.fault ?? "picture");
  throw new Refusal(answer.isOutOfMemory === true ? Kind.OutOfMemory : Kind.NotSupported, answer.fault ?? "picture");
}

/**
 * @param {string} address
 * @param {object} task
 * @returns {Promise<WorkerAnswer>}
 */
async function answerOfWorker(address, task) {
  if (trusted === "") trusted = trustedAddress(address);
  const worker = new Worker(trusted);
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = (event) => resolve(event.data);
      worker.onerror = (event) => reject(new Refusal(Kind.NotSupported, event.message));
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}
