// The one table of the bench. A row: {what, measured, budget, isKept}; budget and isKept are left out where a figure
// stands for comparison only.

/** Three digits are what a measurement is good for. */
export function figure(value, unit) {
  if (!Number.isFinite(value)) return `nothing measured (${unit})`;
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}

/** Kept when `value` is at most `limit`. `remark` says what lies behind the figure. */
export function atMost(what, value, limit, unit, remark = "") {
  return { what, measured: figure(value, unit) + remark, budget: `at most ${figure(limit, unit)}`, isKept: value <= limit };
}

export function atLeast(what, value, limit, unit, remark = "") {
  return { what, measured: figure(value, unit) + remark, budget: `at least ${figure(limit, unit)}`, isKept: value >= limit };
}

export function informative(what, value, unit, remark = "") {
  return { what, measured: figure(value, unit) + remark };
}

/** What could not be measured has not kept its budget. */
export function notMeasured(what, reason) {
  return { what, measured: `not measured: ${String(reason).split("\n")[0].slice(0, 60)}`, budget: "-", isKept: false };
}

const verdict = ({ isKept }) => (isKept === undefined ? "" : isKept ? "ok" : "MISSED");

/** @returns {string} the whole table as lines */
export function tableText(rows) {
  const cells = [["what", "measured", "budget", "ok?"]];
  for (const row of rows) cells.push([row.what, row.measured, row.budget ?? "", verdict(row)]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  lines.splice(1, 0, "-".repeat(widths.reduce((sum, width) => sum + width + 2, 6)));
  const missed = rows.filter((row) => row.isKept === false).length;
  const budgets = rows.filter((row) => row.isKept !== undefined).length;
  lines.push("", missed === 0 ? `all ${budgets} budgets kept` : `${missed} of ${budgets} budgets MISSED`);
  return lines.join("\n");
}
