// What the engine asks of the browser: answered by WebCrypto and IndexedDB, refused where the script that answers is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Kind } from "../../web/keys/refusal.js";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/** Kinds of src/foundation/error.h. */
const [ANSWERED, NOT_SUPPORTED, CHANGED_ELSEWHERE] = [-1, 9, 13];

/** A page with `ask(call, ...fields)`; fields are texts or numbers, answers { kind, fields }. @param {string} [attributes] */
async function openAsking(attributes = 'data-keys-script="/web/keys.js" data-argon2="/none.wasm" data-argon2-worker="/none.js"') {
  const page = await browser.open("<p>Seite</p>", attributes);
  await page.evaluate(async () => {
    const load = (/** @type {string} */ address) => import(address);
    const { EngineQuestions } = await load("/web/engine_questions.js");
    const { bytesOf, textOf } = await load("/web/keys/field_bytes.js");
    const memory = new Uint8Array(1 << 16);
    /** @type {Map<number, (answer: { kind: number, fields: string[] }) => void>} */
    const open = new Map();
    /** @type {Uint8Array[]} each where the one before it ends */
    let places = [];
    const exports = {
      _stadttor_answer_field(/** @type {number} */ size) {
        const at = places.reduce((sum, { length }) => sum + length, 0);
        places.push(memory.subarray(at, at + size));
        return at;
      },
      _stadttor_answer(/** @type {number} */ ticket, /** @type {number} */ kind) {
        const fields = places.map(textOf);
        places = [];
        open.get(ticket)?.({ kind, fields });
      },
    };
    const questions = new EngineQuestions((/** @type {any} */ call) => call({ exports, memory: () => memory }));
    Object.assign(globalThis, {
      ask: (/** @type {number} */ call, /** @type {(string | number)[]} */ ...fields) =>
        new Promise((resolve) => {
          open.set(open.size + 1, resolve);
          questions.ask(call, open.size, fields.map(bytesOf));
        }),
    });
  });
  return (/** @type {[number, ...(string | number)[]]} */ ...question) =>
    page.evaluate((question) => /** @type {any} */ (globalThis).ask(...question), question);
}

/** BrowserCall of src/platform/web/browser_calls.h. */
const Call = {
  Turn: 0,
  MakeKey: 1,
  ImportKey: 2,
  DeriveKey: 6,
  Seal: 10,
  WrapKey: 12,
  WriteRecords: 17,
  ReadRecord: 18,
  ReadRecords: 19,
  EraseRecords: 20,
  Wait: 22,
  HoldLock: 23,
  TryLock: 24,
  ReleaseLock: 25,
};
const [HKDF, HMAC] = [2, 3];

/** The names of an enumeration in a header, in their order. @param {string} header @param {string} name */
function namesIn(header, name) {
  const source = readFileSync(new URL(`../../src/${header}`, import.meta.url), "utf8");
  const body = new RegExp(`enum class ${name}[^{]*\\{([^}]*)\\}`).exec(source)?.[1] ?? "";
  return [...body.replaceAll(/\/\/.*/g, "").matchAll(/\w+/g)].map(([word]) => word);
}

test("kinds of errors and questions have the numbers that the engine has for them", () => {
  const kinds = namesIn("foundation/error.h", "ErrorKind");
  for (const [name, number] of Object.entries(Kind)) assert.equal(kinds[number], name);
  assert.equal(kinds[NOT_SUPPORTED], "NotSupported");
  assert.equal(kinds[CHANGED_ELSEWHERE], "ChangedElsewhere");
  const questions = namesIn("platform/web/browser_calls.h", "BrowserCall");
  for (const [name, number] of Object.entries(Call)) assert.equal(questions[number], name);
});

test("keys do what they are for, and nothing else", async () => {
  const ask = await openAsking();
  const root = await ask(Call.MakeKey, HKDF, "");
  assert.equal(root.kind, ANSWERED);
  const names = await ask(Call.DeriveKey, root.fields[0], "salt", "names", HMAC);
  assert.equal(names.kind, ANSWERED);
  assert.equal((await ask(Call.Seal, names.fields[0], "", "text")).kind, NOT_SUPPORTED);
  assert.equal((await ask(Call.Seal, 0, "", "text")).kind, NOT_SUPPORTED);
  assert.equal((await ask(Call.WrapKey, names.fields[0], "", root.fields[0])).kind, NOT_SUPPORTED);
  assert.equal((await ask(Call.ImportKey, 0, "too short")).kind, NOT_SUPPORTED);
  assert.equal((await ask(99)).kind, NOT_SUPPORTED);
});

test("records are written whole or not at all, and erased for good", async () => {
  const ask = await openAsking();
  assert.deepEqual(await ask(Call.Turn), { kind: ANSWERED, fields: [] });
  assert.equal((await ask(Call.WriteRecords, "strict", 0, "drafts", "a", 1, "one", "drafts", "b", 1, "")).kind, ANSWERED);
  const late = await ask(Call.WriteRecords, "relaxed", 1, "drafts", "b", 1, "other", "drafts", "a", 1, "two", "drafts", "c", 1, "new");
  assert.equal(late.kind, CHANGED_ELSEWHERE);
  assert.deepEqual((await ask(Call.ReadRecords, "drafts")).fields, ["a", "one", "b", ""]);
  const inTime = await ask(Call.WriteRecords, "strict", 2, "drafts", "b", 1, "", "drafts", "c", "", "", "drafts", "a", "", "", "ledger", "a", 1, "entry");
  assert.equal(inTime.kind, ANSWERED);
  assert.deepEqual((await ask(Call.ReadRecord, "drafts", "a")).fields, []);
  assert.deepEqual((await ask(Call.ReadRecord, "ledger", "a")).fields, ["entry"]);
  assert.equal((await ask(Call.EraseRecords)).kind, ANSWERED);
  assert.deepEqual((await ask(Call.ReadRecord, "ledger", "a")).fields, []);
});

test("a lock is one holder's until it lets go, then that of who waited", async () => {
  const ask = await openAsking();
  const held = await ask(Call.TryLock, "outbox");
  assert.equal(held.kind, ANSWERED);
  assert.equal((await ask(Call.TryLock, "outbox")).kind, CHANGED_ELSEWHERE);
  assert.equal((await ask(Call.TryLock, "another")).kind, ANSWERED);
  const [waited] = await Promise.all([ask(Call.HoldLock, "outbox"), ask(Call.ReleaseLock, held.fields[0])]);
  assert.equal(waited.kind, ANSWERED);
  assert.equal((await ask(Call.TryLock, "outbox")).kind, CHANGED_ELSEWHERE);
});

test("time passes, and says so", async () => {
  const ask = await openAsking();
  const begun = Date.now();
  assert.equal((await ask(Call.Wait, 60)).kind, ANSWERED);
  assert.ok(Date.now() - begun >= 50);
});

test("where the script that answers is missing, every question is refused", async () => {
  assert.equal((await (await openAsking(""))(Call.Turn)).kind, NOT_SUPPORTED);
  const ask = await openAsking('data-keys-script="/gone.js" data-argon2="/none.wasm" data-argon2-worker="/none.js"');
  assert.equal((await ask(Call.MakeKey, HKDF, "")).kind, NOT_SUPPORTED);
  browser.takeErrors();
});

test("where the browser has wide instructions, the Argon2id that uses them is taken, and elsewhere the plain one", async () => {
  const page = await browser.open(
    "<p>Seite</p>",
    'data-keys-script="/keys.js" data-argon2-worker="/worker.js" data-argon2="/plain.wasm" data-argon2-integrity="p"' +
      ' data-argon2-simd="/wide.wasm" data-argon2-simd-integrity="w"',
  );
  const chosen = () =>
    page.evaluate(async () => {
      const load = (/** @type {string} */ address) => import(address);
      const { module, integrity } = (await load("/web/boot_facts.js")).keyAddresses().passphrase;
      return [new URL(module).pathname, integrity];
    });
  assert.deepEqual(await chosen(), ["/wide.wasm", "w"]);
  await page.evaluate(() => (WebAssembly.validate = () => false));
  assert.deepEqual(await chosen(), ["/plain.wasm", "p"]);
});
