// The vault in the browser: how long unlocking takes, what 1,000 records cost, and 10 MiB sealed beside the browser's own WebCrypto in
// the same run. With a passphrase of the usual cost.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { launchBrowser, SLOW_4G, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { places, repository } from "./support/places.mjs";
import { median, quantile } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";

const RECORDS = 1000;
const SLOW_RECORDS = 20;
const ROUNDS = 7;
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

function fileOf(path) {
  if (path === "/") return '<!doctype html><title>bench</title><script type="module" src="/vault_bench_page.js"></script>';
  if (path === "/vault_bench_page.js") return readFileSync(join(repository, "tests/bench/vault/vault_bench_page.js"));
  const [, folder, ...rest] = path.split("/");
  if (folder === "check") return readFileSync(join(places.web, rest.join("/")));
  return folder === "web" ? readFileSync(join(repository, path)) : undefined;
}

async function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = fileOf(path);
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "text/html" }).end(file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return server;
}

export async function measure() {
  const { encryption_key: key } = JSON.parse(readFileSync(join(repository, "tests/protocols/fixtures/authority.json"), "utf8"));
  const server = await serve();
  const browser = await launchBrowser();
  const onPage = (line, use) =>
    withFreshPage(browser, UNTHROTTLED, async ({ page, session }) => {
      // localhost counts as secure, without which there is no WebCrypto.
      await page.goto(`http://localhost:${server.address().port}/`);
      await page.waitForFunction(() => "vaultBench" in window);
      if (line.cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: line.cpu });
      return use(page);
    });
  try {
    const many = await onPage(UNTHROTTLED, (page) => page.evaluate((count) => window.vaultBench.manyRecords(count), RECORDS));
    const slow = await onPage(SLOW_4G, (page) => page.evaluate((count) => window.vaultBench.manyRecords(count), SLOW_RECORDS));
    const seal = await onPage(UNTHROTTLED, (page) => page.evaluate(([jwk, rounds]) => window.vaultBench.sealTimes(jwk, rounds), [key, ROUNDS]));
    const [vault, jwe, alone, aloneText] = [seal.vault, seal.jwe, seal.browser, seal.browserText].map(median);
    const beside = (ours, other, what) => ` (${ours.toFixed(0)} ms; ${what} ${other.toFixed(0)} ms)`;
    return [
      atMost("vault unlocked with a passphrase, p95", quantile(many.unlocked, 0.95), 1000, "ms", ` (median ${median(many.unlocked).toFixed(0)} ms)`),
      atMost("vault unlocked, 4x CPU, p95", quantile(slow.unlocked, 0.95), 4000, "ms", " (Argon2 runs in a worker, which is not slowed down)"),
      informative(`vault of ${RECORDS} records: opened by its recovery code`, many.opened, "ms"),
      informative("  all records read", many.read, "ms", ` (${(many.read / RECORDS).toFixed(2)} ms each)`),
      atMost("  one more written, strictly", median(many.written), 50, "ms", ` (p95 ${quantile(many.written, 0.95).toFixed(0)} ms)`),
      atMost("10 MiB sealed for the vault, against WebCrypto alone", vault / alone, 1.3, "x", beside(vault, alone, "WebCrypto")),
      atMost("10 MiB as a JWE, against WebCrypto and the browser's base64", jwe / aloneText, 1.3, "x", beside(jwe, aloneText, "browser")),
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
