// Lays the streets of a district: two families of nearly parallel lines, cut off at water, railway, parks and where a
// street already runs beside them, each end led on to the next street.
import { distance, isInside, lengthOf, simplified } from './geometry.mjs';
import { Use } from './ground.mjs';

const kStep = 6;
const kShortest = 60;
export const kHalfWidth = { main: 11, secondary: 8.5, residential: 6.5, path: 2.5 };

class Grid {
  constructor(district, streets, ground, random) {
    Object.assign(this, { district, ground, random, added: [] });
    this.before = streets.filter((street) => street.class !== 'path');
    this.free = [...district.names];
  }

  lay() {
    for (const [family, gap, other] of [[0, this.district.long, this.district.cross], [1, this.district.cross, this.district.long]]) {
      const angle = this.district.angle + (family * Math.PI) / 2;
      const laid = [];
      for (const offset of this.#offsets(gap)) {
        let name;
        for (const run of this.#runs(angle, offset, gap, family)) {
          const line = this.#ledOn(run, 0.55 * other + 30);
          if (lengthOf(line) < kShortest) continue;
          name ??= this.free.shift();
          laid.push({ name, class: 'residential', line: simplified(line, 0.6) });
        }
      }
      for (const street of laid) this.ground.stroke(street.line, kHalfWidth.residential, Use.street);
      this.added.push(...laid);
    }
    return this.added;
  }

  #middle() {
    const sum = this.district.polygon.reduce((all, p) => [all[0] + p[0], all[1] + p[1]], [0, 0]);
    return sum.map((value) => value / this.district.polygon.length);
  }

  // From the middle outwards, so that names are not used up on one side.
  #offsets(gap) {
    const reach = Math.max(...this.district.polygon.map((p) => distance(p, this.#middle())));
    const offsets = [];
    for (let k = 0; k * gap < reach; ++k) {
      for (const sign of k === 0 ? [1] : [1, -1]) offsets.push(sign * k * gap + (this.random() - 0.5) * gap * 0.22);
    }
    return offsets;
  }

  #runs(angle, offset, gap, family) {
    const [u, v] = [Math.cos(angle), Math.sin(angle)];
    const [mx, my] = this.#middle();
    const wave = 180 + 200 * this.random();
    const phase = this.random() * 6.28;
    const runs = [];
    let run = [];
    let crossed = false;
    let skipping = false;
    for (let t = -2400; t <= 2400; t += kStep) {
      const off = offset + this.district.bend * Math.sin(t / wave + phase);
      const p = [mx + t * u - off * v, my + t * v + off * u];
      const onStreet = (this.ground.at(p) & Use.street) !== 0;
      // A cross street now and then leaves out a block, or everything would look ruled.
      if (family === 1 && onStreet && !crossed) skipping = this.random() < 0.22;
      crossed = onStreet;
      if (!skipping && this.#isFree(p, [u, v], gap)) {
        run.push(p);
      } else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
    return runs.filter((points) => points.length * kStep >= kShortest);
  }

  #isFree(p, [u, v], gap) {
    if (!isInside(p, this.district.polygon)) return false;
    if (this.ground.near(p, 16) & (Use.water | Use.rail | Use.open | Use.building)) return false;
    for (const { line } of this.before) {
      for (let i = 0; i + 1 < line.length; ++i) {
        const [a, b] = [line[i], line[i + 1]];
        if (Math.abs(a[0] - p[0]) > gap + 60 || Math.abs(a[1] - p[1]) > gap + 60) continue;
        const long = distance(a, b) || 1;
        const cos = Math.abs(((b[0] - a[0]) * u + (b[1] - a[1]) * v) / long);
        if (cos > 0.75 && Math.min(distance(a, p), distance(b, p)) < 0.5 * gap) return false;
      }
    }
    return true;
  }

  // Both ends go on straight until they meet a street; where none is near they stay blind ends.
  #ledOn(run, most) {
    const after = (from, to) => {
      const long = distance(from, to);
      const [u, v] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
      for (let t = 2; t < most; t += 2) {
        const p = [to[0] + u * t, to[1] + v * t];
        const use = this.ground.at(p);
        if (use & (Use.water | Use.rail | Use.open | Use.building)) return [];
        if (use & Use.street) return [[p[0] + u * 7, p[1] + v * 7]];
      }
      return [];
    };
    const back = Math.min(4, run.length - 1);
    return [...after(run[back], run[0]), ...run, ...after(run.at(-1 - back), run.at(-1))];
  }
}

export const streetsOfDistrict = (district, streets, ground, random) => new Grid(district, streets, ground, random).lay();
