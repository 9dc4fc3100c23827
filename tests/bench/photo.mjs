// A photo of 12 megapixels made small enough for a report in the browser, beside decoder, canvas and encoder alone in the same run; and how long
// a frame waited meanwhile.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { launchBrowser, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { repository } from "./support/places.mjs";
import { median } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";

const ROUNDS = 5;
const PAGE = '<!doctype html><title>bench</title><script type="module" src="/photo_bench_page.js"></script>';

function fileOf(path) {
  if (path === "/") return PAGE;
  if (path === "/photo_bench_page.js") return readFileSync(join(repository, "tests/bench/photo/photo_bench_page.js"));
  return path.startsWith("/web/") && !path.includes("..") ? readFileSync(join(repository, path)) : undefined;
}

async function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = fileOf(path);
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": extname(path) === ".js" ? "text/javascript" : "text/html" }).end(file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return server;
}

export async function measure() {
  const server = await serve();
  const browser = await launchBrowser();
  try {
    const { ours, alone, frames, bytes } = await withFreshPage(browser, UNTHROTTLED, async ({ page }) => {
      await page.goto(`http://localhost:${server.address().port}/`);
      await page.waitForFunction(() => "photoBench" in window);
      return page.evaluate((rounds) => window.photoBench(rounds), ROUNDS);
    });
    const [mine, others] = [ours, alone].map(median);
    const remark = ` (${mine.toFixed(0)} ms; alone ${others.toFixed(0)} ms; ${(bytes / 1e6).toFixed(1)} MB)`;
    return [
      atMost("photo of 12 megapixels scaled and covered, against the browser's canvas alone", mine / others, 1.3, "x", remark),
      informative("  longest wait of a frame meanwhile, median", median(frames), "ms"),
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
