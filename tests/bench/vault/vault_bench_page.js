// The page of the vault's measurements: the vault of the browser tests, its calls timed, and the browser's own WebCrypto beside it.
import createCheck from "/check/vault_check.mjs";
import { fieldsAt } from "/web/core_text.js";
import { BrowserCalls } from "/web/keys.js";

const encoder = new TextEncoder();
const waiting = [];
const program = {};
const calls = new BrowserCalls(
  { worker: "/web/keys/passphrase_worker.js", module: "/check/argon2_simd.wasm", integrity: "" },
  (call) => call(program),
);
const module = await createCheck({
  host: {
    ask: (call, ticket, list, count) => calls.ask(call, ticket, fieldsAt(module.HEAPU8, list, count)),
    forgetKey: (key) => calls.forgetKey(key),
    checked: (error, bytes) => waiting.shift()?.({ error: new TextDecoder().decode(error), length: bytes.length }),
  },
});
program.exports = module;
program.memory = () => module.HEAPU8;

async function time(command, given = "", other = new Uint8Array()) {
  for (const [which, bytes] of [encoder.encode(command), encoder.encode(given), other].entries()) {
    // Asked for first: the memory may grow for it, and then it is another one.
    const place = module._check_place(which, bytes.length);
    module.HEAPU8.set(bytes, place);
  }
  // From where the engine has it.
  const started = performance.now();
  const { error } = await new Promise((resolve) => {
    waiting.push(resolve);
    module._check_ask();
  });
  if (error !== "") throw new Error(`${command}: ${error}`);
  return performance.now() - started;
}

const content = new Uint8Array(10 * 1024 * 1024);
for (let at = 0; at < content.length; at += 65536) crypto.getRandomValues(content.subarray(at, at + 65536));

/** A content key of its own, wrapped, and the bytes encrypted under it: what any seal has to do. */
async function sealByBrowser(wrapping, how) {
  const started = performance.now();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  await crypto.subtle.wrapKey("raw", key, wrapping, how);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, content));
  return { sealed, time: performance.now() - started };
}

/** The same as text, by the browser's own base64. */
function textOf(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode.apply(null, bytes.subarray(at, at + 32768));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

window.vaultBench = {
  time,
  async sealTimes(jwk, rounds) {
    const { subtle } = crypto;
    const forVault = await subtle.generateKey({ name: "AES-KW", length: 256 }, false, ["wrapKey"]);
    const forAuthority = await subtle.importKey("jwk", jwk, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["wrapKey"]);
    const times = { vault: [], jwe: [], browser: [], browserText: [] };
    for (let round = 0; round < rounds; ++round) {
      times.browser.push((await sealByBrowser(forVault, "AES-KW")).time);
      times.vault.push(await time("seal", "", content));
      const started = performance.now();
      textOf((await sealByBrowser(forAuthority, { name: "RSA-OAEP" })).sealed);
      times.browserText.push(performance.now() - started);
      times.jwe.push(await time("encrypt", JSON.stringify(jwk), content));
    }
    return times;
  },
  async manyRecords(count) {
    await time("create", "Wotan frißt 5 große Äpfel");
    for (let record = 0; record < count; ++record) await time("keep", `Angaben ${record} ${"x".repeat(200)}`);
    await time("lock");
    const opened = await time("recover");
    const read = await time("list");
    const written = [];
    for (let record = 0; record < 20; ++record) written.push(await time("keep", "eine mehr"));
    await time("lock");
    const unlocked = [];
    for (let round = 0; round < 5; ++round) {
      unlocked.push(await time("unlock", "Wotan frißt 5 große Äpfel"));
      await time("lock");
    }
    await time("wipe");
    return { opened, read, written, unlocked };
  },
};
