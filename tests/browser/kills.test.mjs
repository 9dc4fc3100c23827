// Chromium is ended by SIGKILL while the vault writes, again and again over the same profile: what was acknowledged is there after each of
// them, whole. STADTTOR_KILLS: how often (20; 50 before a release).
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startKillable } from "./support/killable_browser.mjs";
import { repository, Site } from "../web/support/site.mjs";

const KILLS = Number(process.env.STADTTOR_KILLS ?? 20);
const LONGEST_WRITING = 400; // milliseconds

const web = process.env.STADTTOR_WEB ?? join(repository, ".build/web");
const missing = [join(web, "vault_check.wasm"), join(web, "argon2.wasm")].find((file) => !existsSync(file));
const options = { skip: missing === undefined ? false : `${missing} has not been built`, timeout: 600_000 };

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {Site} site */
function putPage(site) {
  site.files.set("/check/page.html", '<!doctype html><title>Vault</title><script type="module" src="/check/vault_page.js"></script>');
  site.files.set("/check/vault_page.js", readFileSync(join(repository, "tests/browser/vault_check/vault_page.js")));
  for (const name of ["vault_check.mjs", "vault_check.wasm", "argon2.wasm"]) site.files.set(`/check/${name}`, readFileSync(join(web, name)));
}

/** @param {import("playwright-core").Page} page @param {string} command @param {string} [given] */
const ask = (page, command, given = "") =>
  page.evaluate(([command, given]) => /** @type {any} */ (window).checkVault(command, given), [command, given]);

/** @param {import("playwright-core").BrowserContext} context @param {string} origin */
async function openVaultPage(context, origin) {
  const page = await context.newPage();
  await page.goto(`${origin}/check/page.html`);
  await page.waitForFunction(() => "checkVault" in window);
  return page;
}

/** What is in the vault, as it was written. @param {import("playwright-core").Page} page */
async function contents(page) {
  const { error, base64 } = await ask(page, "list");
  assert.equal(error, "");
  const lines = Buffer.from(base64, "base64").toString().split("\n").slice(0, -1);
  return new Set(lines.map((line) => line.slice(line.indexOf(" ") + 1)));
}

test(`after each of ${KILLS} kills while it writes, the vault opens and has everything it acknowledged`, options, async () => {
  const profile = mkdtempSync(join(tmpdir(), "stadttor-kills-"));
  const site = await new Site().start();
  putPage(site);
  /** @type {Set<string>} */
  const acknowledged = new Set();
  let unacknowledged = 0;
  try {
    for (let kill = 0; kill <= KILLS; ++kill) {
      const { context, kill: end } = await startKillable(profile);
      try {
        const page = await openVaultPage(context, site.origin);
        const opened = kill === 0 ? await ask(page, "create", "Wotan frißt 5 große Äpfel") : await ask(page, "recover");
        assert.equal(opened.error, "", `the vault opens after ${kill} kills`);
        const kept = await contents(page);
        for (const content of acknowledged) assert.ok(kept.has(content), `${content} is there after ${kill} kills`);
        unacknowledged += kept.size - acknowledged.size;
        for (const content of kept) acknowledged.add(content);
        if (kill === KILLS) break;

        await page.exposeFunction("acknowledge", (/** @type {string} */ content) => void acknowledged.add(content));
        // Goes on until it is killed; its answer never comes.
        void page.evaluate(async (kill) => {
          const here = /** @type {any} */ (window);
          for (let write = 0; ; ++write) {
            const content = `Angabe ${kill}.${write}`;
            const { error } = await here.checkVault("keep", content);
            if (error === "") await here.acknowledge(content);
          }
        }, kill).catch(() => {});
        await pause(50 + Math.random() * LONGEST_WRITING);
      } finally {
        await end();
      }
    }
    assert.ok(acknowledged.size >= KILLS, `it wrote between kills: ${acknowledged.size}`);
    // At most what was under way when the end came.
    assert.ok(unacknowledged <= KILLS, `${unacknowledged} were there without having been acknowledged`);
    console.log(`${acknowledged.size} records acknowledged, ${unacknowledged} more found`);
  } finally {
    await site.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What a kill leaves behind now and then: a log of the database whose checksums are wrong. @param {string} profile */
function damageDatabase(profile) {
  const databases = join(profile, "Default/IndexedDB");
  const logs = readdirSync(databases, { recursive: true }).map((name) => join(databases, String(name))).filter((name) => name.endsWith(".log"));
  for (const name of logs) {
    const bytes = readFileSync(name);
    for (let at = 100; at < bytes.length; at += 100) bytes[at] = ~(bytes[at] ?? 0);
    writeFileSync(name, bytes);
  }
  return logs.length;
}

test("a database that the browser cannot read any more is thrown away by it, and everything is there again", options, async () => {
  const profile = mkdtempSync(join(tmpdir(), "stadttor-damage-"));
  const site = await new Site().start();
  putPage(site);
  try {
    const first = await startKillable(profile);
    try {
      const page = await openVaultPage(first.context, site.origin);
      assert.equal((await ask(page, "create", "Wotan frißt 5 große Äpfel")).error, "");
      for (const content of ["Hund", "Katze"]) assert.equal((await ask(page, "keep", content)).error, "");
    } finally {
      await first.kill();
    }
    assert.ok(damageDatabase(profile) > 0, "it has a log");
    const second = await startKillable(profile);
    try {
      const page = await openVaultPage(second.context, site.origin);
      assert.equal((await ask(page, "recover")).error, "");
      assert.deepEqual([...(await contents(page))].sort(), ["Hund", "Katze"]);
    } finally {
      await second.kill();
    }
  } finally {
    await site.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
