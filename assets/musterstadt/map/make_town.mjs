// Makes the map of Musterstadt: the GeoJSON files beside this script, and the positions of the pack's offices.
//   node assets/musterstadt/map/make_town.mjs
// The same script gives the same town. What was drawn by hand and what is laid out by rule stands in town/.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Builder } from './town/buildings.mjs';
import { districts } from './town/districts.mjs';
import { builtUp, countryside, openGround, railway, water } from './town/drawn_areas.mjs';
import { streets as drawnStreets } from './town/drawn_streets.mjs';
import { degreesOf, partOfLine, randomFrom, seedOf, simplified } from './town/geometry.mjs';
import { Ground, Use } from './town/ground.mjs';
import { names, publicBuildings, stops, tramLines } from './town/places.mjs';
import { kHalfWidth, streetsOfDistrict } from './town/street_grid.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

const kSquaresWithHouses = new Set(['Marktplatz', 'Rathausplatz', 'Kirchplatz', 'Dorfplatz']);

const ground = new Ground();
for (const { polygon, line } of water) polygon ? ground.fill(polygon, Use.water) : ground.stroke(line, 4, Use.water);
for (const { line } of railway) ground.stroke(line, 9, Use.rail);
for (const { polygon } of openGround) ground.fill(polygon, Use.open);

const streets = [...drawnStreets];
for (const street of streets) ground.stroke(street.line, kHalfWidth[street.class], Use.street);

const builder = new Builder(streets, { districts, builtUp, ground });
for (const building of publicBuildings) builder.addPublic(building);
for (const district of districts) streets.push(...streetsOfDistrict(district, streets, ground, randomFrom(seedOf(district.names[0]))));
for (const { name, polygon } of openGround) if (kSquaresWithHouses.has(name)) builder.addRowAround(polygon);
builder.addRows();
for (const { kind, polygon } of openGround) if (kind === 'allotment') builder.addGardenSheds(polygon, 0.2);

const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
const coordinates = (line) => line.map((point) => degreesOf(point).map(round));
const polygonOf = (ring) => ({ type: 'Polygon', coordinates: [coordinates([...ring, ring[0]])] });
const lineOf = (line) => ({ type: 'LineString', coordinates: coordinates(line) });
const pointOf = (point) => ({ type: 'Point', coordinates: coordinates([point])[0] });
const feature = (properties, geometry) => ({ type: 'Feature', properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value)), geometry });

// One feature a line, so that a change can be read.
function write(layer, features) {
  const lines = features.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(`${here}${layer}.geojson`, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
  console.log(`${layer}: ${features.length}`);
}

const smooth = (ring) => simplified([...ring, ring[0]], 1).slice(0, -1);
write('area', [...countryside, ...builtUp, ...openGround].map(({ kind, name, polygon }) => feature({ kind, name }, polygonOf(smooth(polygon)))));
write('water', water.map(({ kind, name, polygon, line }) => feature({ kind, name }, polygon ? polygonOf(smooth(polygon)) : lineOf(simplified(line, 1)))));
write('street', streets.map(({ name, class: kind, line }) => feature({ class: kind, name }, lineOf(simplified(line, 0.5)))));

const onStreet = ([street, from, to]) => {
  const found = streets.find((one) => one.name === street);
  if (!found) throw new Error(`a tram line runs along ${street}, which is not there`);
  return partOfLine(found.line, from, to);
};
write('rail', [
  ...railway.map(({ name, line }) => feature({ kind: 'railway', name }, lineOf(simplified(line, 1)))),
  ...tramLines.map(({ line, legs }) => feature({ kind: 'tram', line }, lineOf(simplified(legs.flatMap(onStreet), 0.5)))),
]);
write('building', builder.buildings.map(({ kind, name, polygon }) => feature({ kind, name }, polygonOf(polygon))));

const kindsOfLandmarks = new Set(['station', 'town_hall', 'hospital', 'hall', 'theatre', 'museum', 'library']);
const named = builder.buildings.filter(({ name }) => name);
write('place', [
  ...names.map(({ name, kind, at, rank }) => feature({ kind, name, rank }, pointOf(at))),
  ...stops.map(({ name, kind, at, lines }) => feature({ kind, name, lines, rank: 3 }, pointOf(at))),
  ...named.map(({ name, kind, polygon }) => feature({ kind, name, rank: kindsOfLandmarks.has(kind) ? 2 : 4 }, pointOf(middleOf(polygon)))),
  ...openGround.filter(({ name }) => name).map(({ name, kind, polygon, label }) => feature({ kind, name, rank: kind === 'square' ? 3 : 4 }, pointOf(label ?? middleOf(polygon)))),
]);

function middleOf(polygon) {
  return polygon.reduce(([x, y], p) => [x + p[0] / polygon.length, y + p[1] / polygon.length], [0, 0]);
}

// Two offices in one house stand a few steps apart, so that both can be pointed at.
for (const { offices, polygon } of builder.buildings) {
  for (const [i, office] of (offices ?? []).entries()) {
    const [a, b] = polygon;
    const [x, y] = middleOf(polygon);
    const shift = offices.length > 1 ? i / (offices.length - 1) - 0.5 : 0;
    const [longitude, latitude] = degreesOf([x + shift * 0.6 * (b[0] - a[0]), y + shift * 0.6 * (b[1] - a[1])]);
    const file = `${here}../offices/${office}.json`;
    const text = readFileSync(file, 'utf8')
      .replace(/"latitude": [-\d.]+/, `"latitude": ${latitude.toFixed(5)}`)
      .replace(/"longitude": [-\d.]+/, `"longitude": ${longitude.toFixed(5)}`);
    writeFileSync(file, text);
  }
}
