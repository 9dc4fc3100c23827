// Buildings in rows along the streets, after the public ones have their places. Each keeps clear of streets, water,
// railway, open ground and its neighbours.
import { distance, isInside, nearestOnLine, randomFrom, rectangle, seedOf } from './geometry.mjs';
import { Use } from './ground.mjs';
import { kHalfWidth } from './street_grid.mjs';

// Metres, as [least, most]: `front` along the street, `depth`, `gap` to the neighbour, `setback` from the street's edge.
// `rear`: how often something stands behind; `missing`: how often a place stays empty.
const kRows = {
  old_town: { front: [11, 20], depth: [11, 15], gap: [0, 0.4], setback: [-1.5, -0.5], rear: 0.2, missing: 0.03 },
  perimeter: { front: [24, 44], depth: [12, 14], gap: [0, 0], setback: [2, 2.2], rear: 0.35, missing: 0.08 },
  blocks: { front: [26, 56], depth: [11, 13], gap: [9, 18], setback: [5, 7], rear: 0.15, missing: 0.06 },
  terraces: { front: [32, 60], depth: [10, 11], gap: [8, 13], setback: [5, 6], rear: 0.1, missing: 0.05 },
  houses: { front: [11, 16], depth: [10, 13], gap: [8, 15], setback: [5, 8], rear: 0.06, missing: 0.07 },
  village: { front: [12, 20], depth: [9, 12], gap: [7, 14], setback: [2, 7], rear: 0.5, missing: 0.1 },
  warehouses: { front: [26, 48], depth: [16, 24], gap: [8, 16], setback: [4, 6], rear: 0.2, missing: 0.12 },
  works: { front: [40, 86], depth: [30, 56], gap: [14, 26], setback: [9, 14], rear: 0.25, missing: 0.12 },
};

const kSquareEdge = 3;
const kOldTown = { rows: 'old_town', isHere: ([x, y]) => ((x + 15) / 436) ** 2 + ((y + 5) / 360) ** 2 < 1 };

class Builder {
  constructor(streets, { districts, builtUp, ground }) {
    Object.assign(this, { streets, ground, random: randomFrom(1), buildings: [] });
    const zone = (rows, polygon) => ({ rows, isHere: (p) => isInside(p, polygon) });
    this.zones = [kOldTown, ...districts.map(({ rows, polygon }) => zone(rows, polygon)),
      ...builtUp.map(({ kind, polygon }) => zone(kind === 'industry' ? 'warehouses' : 'blocks', polygon))];
  }

  /** Buildings that belong to a street stand beside it, parallel; their middle is noted for the pack's offices. */
  addPublic({ name, kind, street, at, width, depth, angle, offices }) {
    let middle = at;
    let turned = angle ?? 0;
    const line = this.streets.find((one) => one.name === street);
    if (angle === undefined && line) {
      const { place, segment } = nearestOnLine(at, line.line);
      const [a, b] = [line.line[segment], line.line[segment + 1]];
      const long = distance(a, b);
      const [u, v] = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
      const side = u * (at[1] - place[1]) - v * (at[0] - place[0]) > 0 ? 1 : -1;
      turned = Math.atan2(v, u);
      const off = kHalfWidth[line.class] + depth / 2 + 1.5;
      middle = [place[0] - side * v * off, place[1] + side * u * off];
    }
    const polygon = rectangle(middle, width, depth, turned);
    this.#keep({ kind, name, polygon, middle, offices });
  }

  addRows() {
    for (const street of this.streets) {
      if (street.class === 'path') continue;
      for (const side of [1, -1]) this.#addRow(street, side);
    }
  }

  /** Houses look onto a square from all sides. */
  addRowAround(square) {
    square.forEach((corner, i) => this.#addRow({ class: 'square', line: [corner, square[(i + 1) % square.length]] }, -1));
  }

  addGardenSheds(polygon, angle) {
    const xs = polygon.map((p) => p[0]);
    const ys = polygon.map((p) => p[1]);
    for (let x = Math.min(...xs); x < Math.max(...xs); x += 24) {
      for (let y = Math.min(...ys); y < Math.max(...ys); y += 19) {
        const p = [x + 6 * this.random(), y + 5 * this.random()];
        if (isInside(p, polygon)) this.#keep({ kind: 'shed', polygon: rectangle(p, 5, 4, angle) });
      }
    }
  }

  #between([least, most]) { return least + (most - least) * this.random(); }

  #addRow(street, side) {
    const [x, y] = street.line[0].map(Math.round);
    this.random = randomFrom(seedOf(`${street.name} ${side} ${x} ${y}`));
    const total = street.line.slice(1).reduce((sum, p, i) => sum + distance(street.line[i], p), 0);
    let along = 2;
    while (along < total - 4) {
      const zone = this.zones.find((one) => one.isHere(placeAlong(street.line, along).place));
      if (!zone) {
        along += 10;
        continue;
      }
      const row = kRows[zone.rows];
      const front = this.#between(row.front);
      const { place, direction: [u, v] } = placeAlong(street.line, along + front / 2);
      const depth = this.#between(row.depth);
      const off = side * ((kHalfWidth[street.class] ?? kSquareEdge) + this.#between(row.setback) + depth / 2);
      const middle = [place[0] - v * off, place[1] + u * off];
      const polygon = this.#shape(zone.rows, middle, front, depth, Math.atan2(v, u), side);
      const stands = this.random() > row.missing && zone.isHere(middle) && this.#keepIfFree({ kind: zone.rows === 'works' || zone.rows === 'warehouses' ? 'works' : 'building', polygon });
      if (stands && this.random() < row.rear) this.#addRear(zone.rows, middle, [u, v], side, depth);
      along += stands ? front + this.#between(row.gap) : Math.min(front, 5);
    }
  }

  // Most houses are rectangles; some have a wing at the back.
  #shape(rows, middle, front, depth, angle, side) {
    const wing = rows !== 'terraces' && rows !== 'works' ? 0.24 : 0.05;
    if (this.random() > wing) return rectangle(middle, front, depth, angle);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [half, deep, out, cut] = [front / 2, depth / 2, depth * 0.55, front * (0.35 + 0.2 * this.random())];
    const corners = [[-half, -deep], [half, -deep], [half, deep + out], [half - cut, deep + out], [half - cut, deep], [-half, deep]];
    return corners.map(([x, y]) => [middle[0] + x * c - side * y * s, middle[1] + x * s + side * y * c]);
  }

  #addRear(rows, middle, [u, v], side, depth) {
    const isBig = rows === 'perimeter' || rows === 'blocks' || rows === 'works';
    const width = isBig ? 12 + 12 * this.random() : 5 + 3 * this.random();
    const deep = isBig ? 9 + 4 * this.random() : 4 + 2.5 * this.random();
    const off = side * (depth / 2 + (isBig ? 11 : 7) + deep / 2 + 5 * this.random());
    const aside = (this.random() - 0.5) * 6;
    const place = [middle[0] - v * off + u * aside, middle[1] + u * off + v * aside];
    this.#keepIfFree({ kind: isBig ? 'building' : 'shed', polygon: rectangle(place, width, deep, Math.atan2(v, u)) });
  }

  #keepIfFree(building) {
    // A metre less on each side: walls of neighbours may touch.
    const middle = building.polygon.reduce(([x, y], p) => [x + p[0] / building.polygon.length, y + p[1] / building.polygon.length], [0, 0]);
    const shrunk = building.polygon.map(([x, y]) => {
      const long = Math.hypot(x - middle[0], y - middle[1]);
      const factor = Math.max(0.3, (long - 1.4) / long);
      return [middle[0] + (x - middle[0]) * factor, middle[1] + (y - middle[1]) * factor];
    });
    if (this.ground.below(shrunk) !== 0) return false;
    this.#keep(building);
    return true;
  }

  #keep(building) {
    this.ground.fill(building.polygon, Use.building);
    this.buildings.push(building);
  }
}

function placeAlong(line, along) {
  let left = along;
  for (let i = 0; i + 1 < line.length; ++i) {
    const [a, b] = [line[i], line[i + 1]];
    const long = distance(a, b);
    if (left <= long || i + 2 === line.length) {
      const direction = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
      return { place: [a[0] + direction[0] * left, a[1] + direction[1] * left], direction };
    }
    left -= long;
  }
  return { place: line[0], direction: [1, 0] };
}

export { Builder };
