// Runs the measurements and prints one table. A missed budget is said in the table and is no failure of the program:
// node tests/bench/bench.mjs [ROW...]
import { availableParallelism, loadavg } from "node:os";
import { notMeasured, tableText } from "./support/table.mjs";

// In this order; each in a file of its name, which exports measure().
const ROWS = ["payload", "first_paint", "engine_ready", "field_usable", "tree_changes", "search", "form_keys", "appointments", "vault", "photo", "idle", "memory", "scenes", "reports"];

function chosenRows(names) {
  const unknown = names.filter((name) => !ROWS.includes(name));
  if (unknown.length > 0) {
    console.error(`${unknown.join(" ")}: no such row; there are: ${ROWS.join(" ")}`);
    process.exit(unknown.every((name) => /^(-*help|-h)$/.test(name)) ? 0 : 2);
  }
  return names.length > 0 ? ROWS.filter((name) => names.includes(name)) : ROWS;
}

/** A measurement that fails is tried once more: on a busy machine browsers do not always start or stay. */
async function rowsOf(name) {
  const { measure } = await import(`./${name}.mjs`);
  try {
    return await measure();
  } catch (error) {
    console.error(`${name} failed and is tried once more:`, error);
  }
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    return [notMeasured(name, error)];
  }
}

const names = chosenRows(process.argv.slice(2));
const started = Date.now();
const rows = [];
const busy = [loadavg()[0]];
for (const [number, name] of names.entries()) {
  console.error(`[${number + 1}/${names.length}] measuring ${name} ... (${Math.round((Date.now() - started) / 1000)} s)`);
  rows.push(...(await rowsOf(name)));
  busy.push(loadavg()[0]);
}
console.log(`\n${tableText(rows)}`);
const load = Math.max(...busy);
const cores = availableParallelism();
console.log(`${cores} cores, load up to ${load.toFixed(1)}, ${Math.round((Date.now() - started) / 1000)} s; ratios hold from machine to machine, times do not.`);
if (busy[0] > cores * 0.5) console.log("The machine was busy before the bench began: times are too long and ratios uncertain.");
