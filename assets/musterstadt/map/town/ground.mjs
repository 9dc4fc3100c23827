// What stands on each two metres of ground, so that streets and buildings keep clear of what is there already.

export const Use = { water: 1, rail: 2, street: 4, building: 8, open: 16 };

const kCell = 2;
const kWest = -4200, kSouth = -3300, kWidth = 8400 / kCell, kHeight = 6000 / kCell;

export class Ground {
  #cells = new Uint8Array(kWidth * kHeight);

  #column(x) { return Math.floor((x - kWest) / kCell); }
  #row(y) { return Math.floor((y - kSouth) / kCell); }

  /** What is used at this place; beyond the map everything is water, so that nothing is built there. */
  at([x, y]) {
    const [column, row] = [this.#column(x), this.#row(y)];
    if (column < 0 || row < 0 || column >= kWidth || row >= kHeight) return Use.water;
    return this.#cells[row * kWidth + column];
  }

  /** Everything used within `reach` metres, looked at in a few places. */
  near([x, y], reach) {
    let found = 0;
    for (let i = 0; i < 8; ++i) {
      const angle = (i * Math.PI) / 4;
      found |= this.at([x + reach * Math.cos(angle), y + reach * Math.sin(angle)]);
      found |= this.at([x + (reach / 2) * Math.cos(angle), y + (reach / 2) * Math.sin(angle)]);
    }
    return found | this.at([x, y]);
  }

  fill(polygon, use) { this.#visit(polygon, (cell) => { this.#cells[cell] |= use; }); }

  /** Everything used below a polygon. */
  below(polygon) {
    let found = 0;
    this.#visit(polygon, (cell) => { found |= this.#cells[cell]; });
    for (const corner of polygon) found |= this.at(corner) & Use.water;
    return found;
  }

  stroke(line, halfWidth, use) {
    for (let i = 0; i + 1 < line.length; ++i) {
      const [a, b] = [line[i], line[i + 1]];
      const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (long === 0) continue;
      const [u, v] = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
      const [s, e] = [[a[0] - u * halfWidth * 0.7, a[1] - v * halfWidth * 0.7], [b[0] + u * halfWidth * 0.7, b[1] + v * halfWidth * 0.7]];
      this.fill([[s[0] - v * halfWidth, s[1] + u * halfWidth], [e[0] - v * halfWidth, e[1] + u * halfWidth],
        [e[0] + v * halfWidth, e[1] - u * halfWidth], [s[0] + v * halfWidth, s[1] - u * halfWidth]], use);
    }
  }

  // Cells whose middle lies in the polygon, row by row.
  #visit(polygon, visit) {
    const rows = polygon.map((p) => p[1]);
    const first = Math.max(0, this.#row(Math.min(...rows)));
    const last = Math.min(kHeight - 1, this.#row(Math.max(...rows)));
    for (let row = first; row <= last; ++row) {
      const y = kSouth + (row + 0.5) * kCell;
      const crossings = [];
      for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
        const [a, b] = [polygon[i], polygon[j]];
        if (a[1] > y !== b[1] > y) crossings.push(((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]);
      }
      crossings.sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.ceil((crossings[i] - kWest) / kCell - 0.5));
        const to = Math.min(kWidth - 1, Math.floor((crossings[i + 1] - kWest) / kCell - 0.5));
        for (let column = from; column <= to; ++column) visit(row * kWidth + column);
      }
    }
  }
}
