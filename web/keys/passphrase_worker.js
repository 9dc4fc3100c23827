// Runs Argon2id once, does one proof of work or prepares one picture: what takes too long for a page. A classic worker,
// for all browsers; told { compiled, passphrase, salt, cost } it answers { bits }, told { puzzle } it answers
// { solution }, told { picture } it answers { made }, or why there is none.

/**
 * @typedef {object} Argon2Exports
 * @property {WebAssembly.Memory} memory
 * @property {(size: number) => number} malloc
 * @property {(...numbers: number[]) => number} argon2id_hash_raw as in argon2.h
 * @property {() => void} [_initialize]
 */

const HASH_BYTES = 32;
/** ARGON2_MEMORY_ALLOCATION_ERROR. */
const NO_MEMORY = -22;

/**
 * Nothing that the module imports is needed for hashing (clocks, growth notices).
 * @param {WebAssembly.Module} compiled
 */
function emptyImports(compiled) {
  /** @type {Record<string, Record<string, () => number>>} */
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) (imports[module] ??= {})[name] = () => 0;
  return imports;
}

/** @typedef {import("./passphrase.js").Cost} Cost */

/** @param {{ compiled: WebAssembly.Module, passphrase: Uint8Array, salt: Uint8Array, cost: Cost }} task */
async function hash({ compiled, passphrase, salt, cost }) {
  const instance = await WebAssembly.instantiate(compiled, emptyImports(compiled));
  const argon2 = /** @type {Argon2Exports} */ (/** @type {unknown} */ (instance.exports));
  argon2._initialize?.();
  const place = (/** @type {Uint8Array} */ bytes) => {
    const at = argon2.malloc(bytes.length + 1);
    new Uint8Array(argon2.memory.buffer).set(bytes, at);
    return at;
  };
  const [passphraseAt, saltAt, hashAt] = [place(passphrase), place(salt), argon2.malloc(HASH_BYTES)];
  passphrase.fill(0);
  const given = [passphraseAt, passphrase.length, saltAt, salt.length];
  const code = argon2.argon2id_hash_raw(cost.passes, cost.memory, cost.lanes, ...given, hashAt, HASH_BYTES);
  if (code !== 0) return { isOutOfMemory: code === NO_MEMORY, fault: `Argon2id: ${code}` };
  return { bits: new Uint8Array(argon2.memory.buffer).slice(hashAt, hashAt + HASH_BYTES) };
}

/** Of all counters together: more would be minutes of a phone's time (src/protocols/zms/proof_of_work.cpp). */
const MOST_HASHES = 50_000_000;
/** So many counters at once: each hash waits for the one before, and the browser's library answers between others. */
const AT_ONCE = 64;

/** @param {import("./passphrase.js").HashPuzzle} puzzle @param {number} counter */
async function puzzleKey({ nonce, salt, cost, keySize }, counter) {
  let hashed = new Uint8Array(salt.length + nonce.length + 4);
  hashed.set(salt);
  hashed.set(nonce, salt.length);
  new DataView(hashed.buffer).setUint32(salt.length + nonce.length, counter);
  for (let round = 0; round < cost; round += 1) hashed = new Uint8Array(await crypto.subtle.digest("SHA-256", hashed));
  return hashed.slice(0, keySize);
}

/** @param {import("./passphrase.js").HashPuzzle} puzzle */
async function solve(puzzle) {
  const begun = performance.now();
  for (let first = 0; (first + AT_ONCE) * puzzle.cost <= MOST_HASHES; first += AT_ONCE) {
    const keys = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => puzzleKey(puzzle, first + at)));
    for (const [at, key] of keys.entries()) {
      const spelled = Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
      const milliseconds = Math.round(performance.now() - begun);
      if (spelled.startsWith(puzzle.prefix)) return { solution: { counter: first + at, key, milliseconds } };
    }
  }
  throw new Error("no counter solves the puzzle");
}

const JPEG = { type: "image/jpeg", quality: 0.85 };

/** Upright, as the picture itself says it is to be turned. @param {import("./passphrase.js").PictureTask} task */
async function prepare({ bytes, type, longest, areas }) {
  if (typeof OffscreenCanvas === "undefined") return { fault: "no canvas in a worker" };
  let bitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type }));
  } catch (error) {
    return { isUnreadable: true, fault: String(error) };
  }
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) return { fault: "no canvas in a worker" };
  // What lets something through is on white, as on most pages; JPEG would make it black.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  context.fillStyle = "black";
  for (const [left = 0, top = 0, wide = 0, high = 0] of areas) {
    const [x, y] = [Math.floor((left / 100) * width), Math.floor((top / 100) * height)];
    const [right, bottom] = [Math.ceil(((left + wide) / 100) * width), Math.ceil(((top + high) / 100) * height)];
    context.fillRect(x, y, right - x, bottom - y);
  }
  const blob = await canvas.convertToBlob(JPEG);
  if (blob.type !== JPEG.type) return { fault: "no JPEG" };
  return { made: { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height } };
}

/** @param {any} told */
function answerTo(told) {
  if (told.picture !== undefined) return prepare(told.picture);
  return told.puzzle === undefined ? hash(told) : solve(told.puzzle);
}

addEventListener("message", (event) => {
  const refuse = (/** @type {unknown} */ error) =>
    postMessage({ isOutOfMemory: error instanceof RangeError, fault: String(error) });
  answerTo(event.data).then(postMessage, refuse);
});
