// The search over 10,000 generated services beside MiniSearch, in one run: tests/bench/search measures, this chooses
// what the table shows.
import { join } from "node:path";
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

/** Factors and recall must be reached, everything else must not be exceeded. */
function tableRow({ name, value, unit, budget }, valueOf) {
  if (budget === null) return informative(name, value, unit);
  // The budget of a recall is MiniSearch's, which its own row has with more digits: equal must not count as below.
  if (name.startsWith("recall")) return atLeast(name, value, valueOf.get(`MiniSearch ${name}`), unit);
  return unit === "x" ? atLeast(name, value, budget, unit) : atMost(name, value, budget, unit);
}

export async function measure() {
  const rows = await runSearchBench({ buildDir: join(places.bench, "search"), node: places.node });
  const isShown = ({ name }) => SHOWN.includes(name) || name.startsWith("recall");
  const valueOf = new Map(rows.map(({ name, value }) => [name, value]));
  return rows.filter(isShown).map((row) => tableRow(row, valueOf));
}
