// Quantiles of measured times.

/** The value below which `part` (0 to 1) of the measurements lie. */
export function quantile(values, part) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (values) => quantile(values, 0.5);
