// How long it takes on the web to build a page of 1,000 nodes, compare it with the one shown and encode the difference.
import { createServer } from "node:http";
import { launchBrowser, UNTHROTTLED, withFreshPage } from "./support/browser.mjs";
import { quantile } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";
import { buildWebModule } from "./support/web_module.mjs";

const ITERATIONS = 2000;
const CASES = ["one text changed", "60 list items reordered", "everything new"]; // as in tree_bench.cpp
const BUDGET = 1; // milliseconds

// Cross-origin isolation gives the page a clock of five microseconds.
const HEADERS = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

async function serve(module) {
  const files = new Map([
    ["/", ["text/html", "<!doctype html><title>bench</title>"]],
    ["/tree_bench.mjs", ["text/javascript", module.script]],
    ["/tree_bench.wasm", ["application/wasm", module.wasm]],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { ...HEADERS, "Content-Type": file[0] }).end(file[1]);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return server;
}

/** In the page. */
async function run({ iterations, cases }) {
  const { default: factory } = await import("/tree_bench.mjs");
  const module = await factory();
  const nodes = module._bench_start();
  const times = [];
  let bytes = [];
  for (let which = 0; which < cases; ++which) {
    const list = [];
    let size = 0;
    for (let step = -200; step < iterations; ++step) {
      module._bench_change(which);
      const start = performance.now();
      size = module._bench_step();
      if (step >= 0) list.push(performance.now() - start);
    }
    times.push(list);
    bytes = [...bytes, size];
  }
  return { nodes, times, bytes };
}

export async function measure() {
  const module = buildWebModule(
    "tests/bench/tree_bench.cpp",
    ["stadttor_document", "stadttor_semantics", "stadttor_foundation"],
    ["bench_start", "bench_change", "bench_step"],
  );
  const server = await serve(module);
  const browser = await launchBrowser();
  try {
    return await withFreshPage(browser, UNTHROTTLED, async ({ page }) => {
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const { nodes, times, bytes } = await page.evaluate(run, { iterations: ITERATIONS, cases: CASES.length });
      return CASES.map((name, which) => {
        const what = `build + compare + encode ${nodes} nodes, ${name}`;
        const remark = ` (p99 ${quantile(times[which], 0.99).toFixed(2)} ms, ${bytes[which]} bytes)`;
        const middle = quantile(times[which], 0.5);
        return which === 0 ? atMost(what, middle, BUDGET, "ms", remark) : informative(what, middle, "ms", remark);
      });
    });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
