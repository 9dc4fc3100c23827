// Argon2id as browsers run it, in both versions: what the reference implementation's own tests expect, byte for byte.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { repository } from "../web/support/site.mjs";

const versions = ["argon2.wasm", "argon2_simd.wasm"].map((name) => join(repository, ".build/web", name));
const missing = versions.find((file) => !existsSync(file));
const options = { skip: missing === undefined ? false : `${missing} has not been built` };

/** Of "password" and "somesalt": passes, memory in KiB, lanes, hash. @type {[number, number, number, string][]} */
const VECTORS = [
  [2, 65536, 1, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"],
  [2, 256, 1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"],
  [2, 256, 2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"],
  [1, 65536, 1, "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"],
];

/** @param {WebAssembly.Module} compiled @param {number} passes @param {number} memory @param {number} lanes */
async function hash(compiled, passes, memory, lanes) {
  /** @type {Record<string, Record<string, () => number>>} */
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) (imports[module] ??= {})[name] = () => 0;
  const argon2 = /** @type {any} */ ((await WebAssembly.instantiate(compiled, imports)).exports);
  argon2._initialize?.();
  const place = (/** @type {string} */ text) => {
    const at = argon2.malloc(text.length);
    new Uint8Array(argon2.memory.buffer).set(Buffer.from(text), at);
    return at;
  };
  const [passphrase, salt, bits] = [place("password"), place("somesalt"), argon2.malloc(32)];
  assert.equal(argon2.argon2id_hash_raw(passes, memory, lanes, passphrase, 8, salt, 8, bits, 32), 0);
  return Buffer.from(new Uint8Array(argon2.memory.buffer).slice(bits, bits + 32)).toString("hex");
}

for (const file of versions) {
  test(`${file.slice(file.lastIndexOf("/") + 1)} makes of a passphrase what every Argon2id makes of it`, options, async () => {
    const compiled = await WebAssembly.compile(readFileSync(file));
    for (const [passes, memory, lanes, expected] of VECTORS) assert.equal(await hash(compiled, passes, memory, lanes), expected);
  });
}
