// The vault with the browser's own keys and records: what the native build wrote opens here, and the other way round; what is
// on the disk tells nobody anything; a tab that ends loses nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { repository } from "../web/support/site.mjs";
import { withBrowser } from "../web/support/browser.mjs";

const web = join(repository, ".build/web");
const keyTests = join(repository, ".build/native/key_tests");
const needed = [join(web, "vault_check.wasm"), join(web, "argon2.wasm"), keyTests];
const missing = needed.find((file) => !existsSync(file));
const options = { skip: missing === undefined ? false : `${missing} has not been built` };

const PASSPHRASE = "Wotan frißt 5 große Äpfel";
const AUTHORITY = JSON.parse(readFileSync(join(repository, "tests/protocols/fixtures/authority.json"), "utf8"));
const fixture = readFileSync(join(repository, "tests/vault/fixtures/vault_format_1.bin"));
const FIXTURE_CONTENTS = ["0 ", '25 {"hund":{"name":"Wotan"}}', '29 {"familienname":"Mustermann"}', "5000 %PDF-1.7"];

const browser = withBrowser();

/** @typedef {{ error: string, base64: string }} Answer */

/** @param {import("playwright-core").Page} [other] whose browser context, and so whose records, the new page shares */
async function openVaultPage(other) {
  const { files, origin } = browser.site;
  files.set("/check/page.html", '<!doctype html><title>Vault</title><script type="module" src="/check/vault_page.js"></script>');
  files.set("/check/vault_page.js", readFileSync(join(repository, "tests/browser/vault_check/vault_page.js")));
  for (const name of ["vault_check.mjs", "vault_check.wasm", "argon2.wasm"]) files.set(`/check/${name}`, readFileSync(join(web, name)));
  const page = other === undefined ? await browser.newPage() : await other.context().newPage();
  await page.goto(`${origin}/check/page.html`);
  await page.waitForFunction(() => "checkVault" in window);
  return page;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} command
 * @param {string} [given]
 * @param {Buffer | string} [other]
 * @returns {Promise<{ error: string, bytes: Buffer }>}
 */
async function ask(page, command, given = "", other = "") {
  /** @type {Answer} */
  const answer = await page.evaluate(
    ([command, given, other]) => /** @type {any} */ (window).checkVault(command, given, other),
    [command, given, Buffer.from(other).toString("base64")],
  );
  return { error: answer.error, bytes: Buffer.from(answer.base64, "base64") };
}

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
const bucketsOf = (page) => page.evaluate(() => /** @type {any} */ (navigator).storageBuckets.keys());

/** As Chromium does with a database that it cannot read. @param {import("playwright-core").Page} page @param {"database" | "bucket"} what */
const throwsAway = (page, what) =>
  page.evaluate(async (what) => {
    const { storageBuckets } = /** @type {any} */ (navigator);
    if (what === "bucket") for (const name of await storageBuckets.keys()) await storageBuckets.delete(name);
    else await new Promise((resolve) => (indexedDB.deleteDatabase("stadttor").onsuccess = resolve));
  }, what);

/** @param {import("playwright-core").Page} page */
async function contents(page) {
  const { error, bytes } = await ask(page, "list");
  assert.equal(error, "");
  return bytes.toString().split("\n").slice(0, -1).sort();
}

/** @param {import("playwright-core").Page} page @param {[string, string?, (Buffer | string)?]} call */
async function does(page, ...call) {
  assert.equal((await ask(page, ...call)).error, "", call[0]);
}

test("a vault the native build wrote opens in the browser", options, async () => {
  const page = await openVaultPage();
  assert.equal((await ask(page, "import", "geraten", fixture)).error, "WrongSecret");
  assert.equal((await ask(page, "import", PASSPHRASE, fixture.subarray(0, -1))).error, "MalformedData");
  await does(page, "import", PASSPHRASE, fixture);
  assert.deepEqual(await contents(page), FIXTURE_CONTENTS);

  const broken = Buffer.from(fixture);
  await does(page, "wipe");
  broken[broken.length - 100] ^= 1;
  assert.equal((await ask(page, "import", PASSPHRASE, broken)).error, "MalformedData");
});

test("a vault written in the browser opens in the native build", options, async () => {
  const page = await openVaultPage();
  await does(page, "create", PASSPHRASE);
  await does(page, "keep", "Erika Mustermann, Heidestraße 17");
  const { error, bytes } = await ask(page, "export");
  assert.equal(error, "");
  assert.ok(!bytes.includes("Mustermann"));
  const folder = mkdtempSync(join(tmpdir(), "stadttor-vault-"));
  try {
    writeFileSync(join(folder, "vault"), bytes);
    const environment = { ...process.env, STADTTOR_VAULT_FILE: join(folder, "vault") };
    const output = execFileSync(keyTests, ["-tc=a vault from a browser opens"], { env: environment, encoding: "utf8" });
    assert.match(output, /Erika Mustermann, Heidestraße 17/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("records are there after the page has gone, for whoever has a way in; another tab is told of conflicts", options, async () => {
  const page = await openVaultPage();
  await does(page, "create", PASSPHRASE);
  await does(page, "keep", "first");
  await page.reload();
  await page.waitForFunction(() => "checkVault" in window);
  assert.equal((await ask(page, "list")).bytes.length, 0, "locked after the reload");
  assert.equal((await ask(page, "unlock", "geraten")).error, "WrongSecret");
  await does(page, "recover");
  assert.deepEqual(await contents(page), ["5 first"]);
  assert.equal((await ask(page, "create", "another")).error, "ChangedElsewhere");

  const other = await openVaultPage(page);
  await does(other, "unlock", PASSPHRASE);
  await does(other, "keep", "second");
  await does(page, "keep", "third");
  assert.deepEqual(await contents(page), ["5 first", "5 third", "6 second"]);

  await does(page, "wipe");
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  assert.deepEqual(await bucketsOf(page), []);
  assert.equal((await ask(other, "unlock", PASSPHRASE)).error, "NotFound");
});

test("what the browser throws away comes back from the copy, and a copy that is gone is made anew", options, async () => {
  const page = await openVaultPage();
  await does(page, "create", PASSPHRASE);
  await does(page, "keep", "first");
  await does(page, "keep", "second");
  await throwsAway(page, "database");
  const later = await openVaultPage(page);
  await does(later, "recover");
  assert.deepEqual(await contents(later), ["5 first", "6 second"]);

  await throwsAway(later, "bucket");
  await does(later, "keep", "third");
  await throwsAway(later, "database");
  const last = await openVaultPage(page);
  await does(last, "recover");
  assert.deepEqual(await contents(last), ["5 first", "5 third", "6 second"]);

  // Written by a tab that made no copy: what the copy has is older, and nothing may go on from there.
  await last.evaluate(async () => {
    const database = await new Promise((resolve) => (indexedDB.open("stadttor").onsuccess = ({ target }) => resolve(/** @type {any} */ (target).result)));
    const records = database.transaction("records", "readwrite").objectStore("records");
    await new Promise((resolve) => (records.put(99, ["sequence"]).onsuccess = resolve));
    database.close();
  });
  await does(last, "keep", "fourth");
  await throwsAway(last, "database");
  const again = await openVaultPage(page);
  await does(again, "recover");
  assert.deepEqual(await contents(again), ["5 first", "5 third", "6 fourth", "6 second"]);
});

test("the copy goes on when the browser has collected its garbage", options, async () => {
  const page = await openVaultPage();
  await does(page, "create", PASSPHRASE);
  await does(page, "keep", "first");
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; ++round) await session.send("HeapProfiler.collectGarbage");
  await does(page, "keep", "second");
  await throwsAway(page, "database");
  const later = await openVaultPage(page);
  await does(later, "recover");
  assert.deepEqual(await contents(later), ["5 first", "6 second"]);
});

test("what is stored tells nobody what was kept", options, async () => {
  const page = await openVaultPage();
  await does(page, "create", PASSPHRASE);
  await does(page, "keep", "Kanarienvogel-8c1f");
  const stored = await page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("stadttor");
      request.onsuccess = () => resolve(request.result);
    });
    const records = database.transaction("records").objectStore("records");
    const all = (/** @type {IDBRequest} */ request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const values = /** @type {(Uint8Array | number)[]} */ (await all(records.getAll()));
    // A number counts the batches (web/keys/record_copy.js).
    const written = values.filter((value) => value instanceof Uint8Array);
    return written.map((value) => Array.from(value, (byte) => String.fromCharCode(byte)).join(""));
  });
  assert.equal(stored.length, 4, "two ways in, the list, one record");
  for (const value of stored) assert.ok(!value.includes("Kanarienvogel") && !value.includes("frißt"));
});

test("what was encrypted for the authority elsewhere is opened, and what is encrypted here opens elsewhere", options, async () => {
  const page = await openVaultPage();
  const opened = await ask(page, "decrypt", JSON.stringify(AUTHORITY.decryption_key), AUTHORITY.jwe);
  assert.equal(opened.error, "");
  assert.equal(opened.bytes.toString(), AUTHORITY.plaintext);
  const changed = AUTHORITY.jwe.slice(0, -1) + (AUTHORITY.jwe.endsWith("A") ? "Q" : "A");
  assert.match((await ask(page, "decrypt", JSON.stringify(AUTHORITY.decryption_key), changed)).error, /^Tampered/);

  const jwe = await ask(page, "encrypt", JSON.stringify(AUTHORITY.encryption_key), '{"name":"Wotan"}');
  assert.equal(jwe.error, "");
  const [header, wrapped, nonce, content, tag] = jwe.bytes.toString().split(".");
  const { subtle } = crypto;
  const jwk = { ...AUTHORITY.decryption_key };
  const key = await subtle.importKey("jwk", jwk, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["unwrapKey"]);
  const from = (/** @type {string} */ text) => Buffer.from(text, "base64url");
  const contentKey = await subtle.unwrapKey("raw", from(wrapped), key, "RSA-OAEP", "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: from(nonce), additionalData: Buffer.from(header) };
  const plain = await subtle.decrypt(how, contentKey, Buffer.concat([from(content), from(tag)]));
  assert.equal(Buffer.from(plain).toString(), '{"name":"Wotan"}');
});

test("a signed event is believed in the browser, and a changed one is not", options, async () => {
  const page = await openVaultPage();
  await does(page, "verify", JSON.stringify(AUTHORITY.signature_key), AUTHORITY.event);
  const at = AUTHORITY.event.lastIndexOf(".") + 20;
  const other = AUTHORITY.event[at] === "A" ? "Q" : "A";
  const changed = AUTHORITY.event.slice(0, at) + other + AUTHORITY.event.slice(at + 1);
  assert.equal((await ask(page, "verify", JSON.stringify(AUTHORITY.signature_key), changed)).error, "Tampered");
});
