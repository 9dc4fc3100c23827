// Bundles and minifies the browser side: node build_site_scripts.mjs OUT_DIR [SITE_VERSION]. Prints what it wrote as
// JSON. Names with hashes are given by the site build. esbuild comes from .build/node (or STADTTOR_NODE_DIR).
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const nodeDirectory = resolve(process.env.STADTTOR_NODE_DIR ?? join(web, "../.build/node"));
/** @type {typeof import("esbuild")} */
const esbuild = createRequire(join(nodeDirectory, "package.json"))("esbuild");

/** @type {readonly { name: string, format: "esm" | "iife" }[]} */
const SCRIPTS = [
  { name: "portal.js", format: "esm" },
  { name: "canvas.js", format: "esm" },
  { name: "keys.js", format: "esm" },
  { name: "stadttor_portal.js", format: "esm" },
  // Classic: the one blocks rendering, the others are workers for all browsers.
  { name: "view_boot.js", format: "iife" },
  { name: "service_worker.js", format: "iife" },
  { name: "keys/passphrase_worker.js", format: "iife" },
];

const [output, version] = process.argv.slice(2);
if (output === undefined) {
  console.error("usage: node build_site_scripts.mjs OUT_DIR [SITE_VERSION]");
  process.exit(2);
}
mkdirSync(output, { recursive: true });

const written = [];
for (const { name, format } of SCRIPTS) {
  const file = join(output, basename(name));
  await esbuild.build({
    entryPoints: [join(web, name)],
    outfile: file,
    bundle: true,
    minify: true,
    format,
    // Top-level await sets the floor; all of these have had it for years.
    target: ["chrome91", "firefox91", "safari15"],
    legalComments: "none",
    logLevel: "warning",
  });
  if (name === "service_worker.js" && version !== undefined) {
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("__STADTTOR_VERSION__", version));
  }
  const brotli = brotliCompressSync(readFileSync(file)).length;
  written.push({ name, file, format, bytes: statSync(file).size, brotli });
}
console.log(JSON.stringify(written, null, 2));
