// The search over 10,000 generated services beside MiniSearch, in one run: tests/bench/search measures, this chooses
// what the table shows.
import { join } from "node:path";
import { launchBrowser } from "./support/browser.mjs";
import { places } from "./support/places.mjs";
import { atLeast, atMost, informative } from "./support/table.mjs";
import { runSearchBench } from "./search/search_bench.mjs";

const SHOWN = [
  "search index, brotli 11",
  "search index of MiniSearch, brotli 11",
  "search index, loaded in",
  "MiniSearch, loaded in",
  "search p50",
  "search p99",
  "MiniSearch p50",
  "MiniSearch p99",
  "search faster than MiniSearch, p50",
  "search faster than MiniSearch, p99",
];

/** Per cent and factors must be reached, everything else must not be exceeded. */
function tableRow({ name, value, unit, budget }) {
  if (budget === null) return informative(name, value, unit);
  return unit === "%" || unit === "x" ? atLeast(name, value, budget, unit) : atMost(name, value, budget, unit);
}

export async function measure() {
  const browser = await launchBrowser();
  try {
    const rows = await runSearchBench({ buildDir: join(places.bench, "search"), node: places.node, browser });
    const isShown = ({ name }) => SHOWN.includes(name) || name.startsWith("recall");
    return rows.filter(isShown).map(tableRow);
  } finally {
    await browser.close();
  }
}
