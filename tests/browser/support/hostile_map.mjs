// A map archive (PMTiles 3) in which every tile is the same one, made to hurt: a single street with very many corners.

const HEADER = 127;
const ZOOM = 12;

/** @param {number} value @returns {number[]} */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/** A field of a protocol buffer that holds bytes. @param {number} tag @param {Uint8Array} bytes */
const field = (tag, bytes) => Buffer.concat([Buffer.from([...varint(tag * 8 + 2), ...varint(bytes.length)]), bytes]);

/** A vector tile with one line. @param {number} corners */
function tileWithCorners(corners) {
  const MOVE_TO = 1;
  const LINE_TO = 2;
  // There and back: each corner is one step of 1 or -1, in zigzag 2 or 1.
  const steps = Buffer.alloc(corners * 2);
  for (let at = 0; at < corners; ++at) steps.fill(at % 2 === 0 ? 2 : 1, at * 2, at * 2 + 2);
  const geometry = Buffer.concat([Buffer.from([MOVE_TO + 8, 0, 0, ...varint(LINE_TO + corners * 8)]), steps]);
  const LINE = 2;
  const feature = Buffer.concat([field(2, Buffer.from([0, 0])), Buffer.from([3 * 8, LINE]), field(4, geometry)]);
  const layer = Buffer.concat([
    field(1, Buffer.from("street")),
    field(2, feature),
    field(3, Buffer.from("class")),
    field(4, field(1, Buffer.from("main"))),
  ]);
  return field(3, layer);
}

/** @param {Buffer} original whose bounds are kept @param {number} corners of each tile */
export function hostileArchive(original, corners) {
  const tile = tileWithCorners(corners);
  const firstTile = (4 ** ZOOM - 1) / 3;
  // One entry: id, how many tiles in a row, length, offset plus one.
  const directory = Buffer.from([...varint(1), ...varint(firstTile), ...varint(4 ** ZOOM), ...varint(tile.length), ...varint(1)]);
  const header = Buffer.from(original.subarray(0, HEADER));
  const put = (/** @type {number} */ at, /** @type {number} */ value) => header.writeBigUInt64LE(BigInt(value), at);
  put(8, HEADER);
  put(16, directory.length);
  put(24, HEADER + directory.length);
  put(32, 0);
  put(40, HEADER + directory.length);
  put(48, 0);
  put(56, HEADER + directory.length);
  put(64, tile.length);
  header[100] = ZOOM;
  header[101] = ZOOM;
  return Buffer.concat([header, directory, tile]);
}
