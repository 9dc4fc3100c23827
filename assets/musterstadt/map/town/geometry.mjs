// Points, lines and polygons in metres: x to the east, y to the north of the market square's middle.

/** @typedef {[number, number]} Point */

const kOrigin = { latitude: 51.4321, longitude: 9.8714 };
const kMetresPerDegree = 111_240;

/** @param {Point} point @returns {Point} longitude and latitude (WGS 84) */
export function degreesOf([x, y]) {
  const shrink = Math.cos((kOrigin.latitude * Math.PI) / 180);
  return [kOrigin.longitude + x / (kMetresPerDegree * shrink), kOrigin.latitude + y / kMetresPerDegree];
}

/** What was drawn up to the edge of the sheet goes on into the country, so that the map does not end at the last house. */
export const toTheCountry = ([x, y]) => [
  x <= -4150 ? -9000 : x >= 4150 ? 9000 : x,
  y <= -2990 ? -7000 : y >= 2450 ? 7000 : y,
];

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed from words: what is drawn from it changes with them alone, not with what was drawn before. */
export const seedOf = (text) => [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0, 2166136261);

/** A curve through the points (Catmull-Rom), one point about every `step` metres. */
export function curveThrough(points, step = 18) {
  if (points.length < 3) return points;
  const at = (i) => points[Math.min(Math.max(i, 0), points.length - 1)];
  const curve = [];
  for (let i = 0; i + 1 < points.length; ++i) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const parts = Math.max(1, Math.round(distance(b, c) / step));
    for (let part = 0; part < parts; ++part) {
      const t = part / parts;
      curve.push([0, 1].map((axis) => 0.5 * (2 * b[axis] + (c[axis] - a[axis]) * t +
        (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3)));
    }
  }
  curve.push(points.at(-1));
  return curve;
}

/** Fewer points on the same line: none is further from it than `tolerance` (Douglas and Peucker). */
export function simplified(points, tolerance) {
  if (points.length < 3) return points;
  let furthest = 0;
  let most = 0;
  for (let i = 1; i + 1 < points.length; ++i) {
    const off = distanceToSegment(points[i], points[0], points.at(-1));
    if (off > most) [most, furthest] = [off, i];
  }
  if (most <= tolerance) return [points[0], points.at(-1)];
  return [...simplified(points.slice(0, furthest + 1), tolerance).slice(0, -1), ...simplified(points.slice(furthest), tolerance)];
}

export function nearestOnSegment(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return [a[0] + t * dx, a[1] + t * dy];
}

export const distanceToSegment = (p, a, b) => distance(p, nearestOnSegment(p, a, b));

/** Where on the line the point is nearest: the place, its segment, how far away. */
export function nearestOnLine(p, line) {
  let best = { place: line[0], segment: 0, away: Infinity };
  for (let i = 0; i + 1 < line.length; ++i) {
    const place = nearestOnSegment(p, line[i], line[i + 1]);
    const away = distance(p, place);
    if (away < best.away) best = { place, segment: i, away };
  }
  return best;
}

/** The part of a line between the places nearest to two points, in that direction. */
export function partOfLine(line, from, to) {
  const a = nearestOnLine(from, line);
  const b = nearestOnLine(to, line);
  const isForward = a.segment < b.segment || (a.segment === b.segment && distance(line[a.segment], a.place) <= distance(line[a.segment], b.place));
  const [first, last] = isForward ? [a, b] : [b, a];
  const part = [first.place, ...line.slice(first.segment + 1, last.segment + 1), last.place];
  return isForward ? part : part.reverse();
}

export function isInside(p, polygon) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i], polygon[j]];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

export const lengthOf = (line) => line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);

/** The line as a ribbon of this width. */
export function ribbon(line, width) {
  const side = (sign) => line.map((point, i) => {
    const [a, b] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
    const long = distance(a, b) || 1;
    const half = (typeof width === 'function' ? width(i) : width) / 2;
    return [point[0] - (sign * half * (b[1] - a[1])) / long, point[1] + (sign * half * (b[0] - a[0])) / long];
  });
  return [...side(1), ...side(-1).reverse()];
}

/** A rectangle around a middle, turned by `angle` (radians, anticlockwise from the east). */
export function rectangle([x, y], width, depth, angle = 0) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([i, j]) => {
    const [u, v] = [(i * width) / 2, (j * depth) / 2];
    return [x + u * c - v * s, y + u * s + v * c];
  });
}

export function ellipse([x, y], width, height, points = 48) {
  return Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}
