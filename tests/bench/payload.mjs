// What a first visit must load before the portal works: the core, its scripts, its styles. Fonts, pictures and the
// page itself come on top and are not the engine's. The canvas module comes with the first scene that is seen.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { places } from "./support/places.mjs";
import { atMost, informative } from "./support/table.mjs";

const PARTS = [
  ["WebAssembly (core.wasm)", /^core\.[0-9a-f]+\.wasm$/],
  ["script (core.mjs)", /^core\.[0-9a-f]+\.mjs$/],
  ["script (portal.js)", /^portal\.[0-9a-f]+\.js$/],
  ["script (view_boot.js)", /^view_boot\.[0-9a-f]+\.js$/],
  ["style sheet (stadttor.css)", /^stadttor\.[0-9a-f]+\.css$/],
  ["icon sprite (zeichen.svg)", /^zeichen\.[0-9a-f]+\.svg$/],
];
// Instead of the core, on pages where citizens work with their own data.
const DESK_PARTS = [
  ["WebAssembly (desk.wasm)", /^desk\.[0-9a-f]+\.wasm$/],
  ["script (desk.mjs)", /^desk\.[0-9a-f]+\.mjs$/],
  ["script (keys.js)", /^keys\.[0-9a-f]+\.js$/],
  ...PARTS.slice(2),
];
const CANVAS_PARTS = [
  ["WebAssembly (canvas.wasm)", /^canvas\.[0-9a-f]+\.wasm$/],
  ["script (canvas.mjs)", /^canvas\.[0-9a-f]+\.mjs$/],
  ["script (canvas.js)", /^canvas\.[0-9a-f]+\.js$/],
];
const KB = 1024;

const compressed = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The sum of the parts against its budget, then each of them. */
function rowsOf(whole, wanted, budget) {
  const folder = join(places.site, "assets");
  const names = readdirSync(folder);
  const parts = wanted.map(([what, pattern]) => {
    const found = names.filter((name) => pattern.test(name));
    if (found.length !== 1) throw new Error(`${folder} has ${found.length} files for ${what}, expected one`);
    const bytes = readFileSync(join(folder, found[0]));
    return { what, raw: bytes.length / KB, small: compressed(bytes) / KB };
  });
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const remark = (raw) => ` (${raw.toFixed(1)} KB raw)`;
  return [
    atMost(whole, sum("small"), budget, "KB", remark(sum("raw"))),
    ...parts.map(({ what, raw, small }) => informative(`  ${what}`, small, "KB", remark(raw))),
  ];
}

export async function measure() {
  return [
    ...rowsOf("core payload, brotli 11", PARTS, 200),
    ...rowsOf("desk payload, brotli 11", DESK_PARTS, 320),
    ...rowsOf("canvas module, brotli 11", CANVAS_PARTS, 150),
  ];
}
