// The page of vault.test.mjs: a compiled vault, and the browser's side of it as the portal has it.
import createCheck from "./vault_check.mjs";
import { fieldsAt } from "/web/core_text.js";
import { BrowserCalls } from "/web/keys.js";

const encoder = new TextEncoder();
/** @type {((answer: { error: string, bytes: Uint8Array }) => void)[]} */
const waiting = [];

const program = {};
const calls = new BrowserCalls(
  { worker: "/web/keys/passphrase_worker.js", module: "/check/argon2.wasm", integrity: "" },
  (call) => call(program),
);
const module = await createCheck({
  host: {
    ask: (call, ticket, list, count) => calls.ask(call, ticket, fieldsAt(module.HEAPU8, list, count)),
    forgetKey: (key) => calls.forgetKey(key),
    checked: (error, bytes) => waiting.shift()?.({ error: new TextDecoder().decode(error), bytes }),
  },
});
program.exports = module;
program.memory = () => module.HEAPU8;

function put(which, bytes) {
  const place = module._check_place(which, bytes.length);
  module.HEAPU8.set(bytes, place);
}

/** One command, and the answer to it; bytes in base64, because that is what comes through to the test. */
window.checkVault = async (command, given = "", otherBase64 = "") => {
  put(0, encoder.encode(command));
  put(1, encoder.encode(given));
  put(2, Uint8Array.from(atob(otherBase64), (c) => c.charCodeAt(0)));
  const { error, bytes } = await new Promise((resolve) => {
    waiting.push(resolve);
    module._check_ask();
  });
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { error, base64: btoa(text) };
};
