// Quantiles of measured times.

/** The value below which `part` (0 to 1) of the measurements lie. */
export function quantile(values, part) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (values) => quantile(values, 0.5);

/** Of the half in the middle: as steady as the median, and finer where the values come in steps. */
export function middleMean(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.slice(Math.floor(sorted.length / 4), Math.max(1, Math.ceil((sorted.length * 3) / 4)));
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
