// The floor every page is measured against: the same text, links, fields and pictures as a prerendered page, as
// somebody would write them by hand. Made from the prerendered page, so that both always say the same.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { places } from "../support/places.mjs";

const STYLES = readFileSync(fileURLToPath(new URL("plain.css", import.meta.url)));
const WRAPPERS = new Set(["div", "span"]);
const KEPT = /^(href|src|alt|lang|dir|for|type|name|action|method|role|autocomplete|datetime|aria-label|colspan|scope|open)$/;
const ATTRIBUTE = /\s([a-z-]+)(?:="([^"]*)")?/g;

/** Ids stay where a label, a link or a name refers to them. */
function referredIds(html) {
  return new Set([...html.matchAll(/\s(?:for|aria-labelledby)="([^"]*)"|\shref="#([^"]*)"/g)].map((match) => match[1] ?? match[2]));
}

function plainTag(name, attributes, ids) {
  let text = `<${name}`;
  for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) {
    const isKept = key === "id" || key === "aria-labelledby" ? ids.has(value) : KEPT.test(key);
    // role="list" and the combo box are for styled lists and suggestions, which a plain page has not.
    if (isKept && !(key === "role" && value !== "search")) text += value === undefined ? ` ${key}` : ` ${key}="${value}"`;
  }
  return `${text}>`;
}

/** @param {string} html a page as `stadttor site` writes it: every element closed, attributes in double quotes */
export function plainPageFrom(html) {
  const language = /<html lang="([^"]*)"/.exec(html)?.[1] ?? "de";
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const body = html.slice(html.indexOf("<body>") + "<body>".length, html.indexOf("</body>"));
  const ids = referredIds(body);
  const plain = body.replace(/<(\/?)([a-z0-9]+)((?:\s[^>]*)?)>/g, (_, slash, name, attributes) => {
    if (WRAPPERS.has(name)) return " ";
    const line = slash === "" || name === "a" || name === "strong" ? "" : "\n";
    return slash === "" ? plainTag(name, attributes, ids) : `</${name}>${line}`;
  });
  const text = plain.replace(/[ \t]+/g, " ").replace(/\s*\n\s*/g, "\n").trim();
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/plain.css">
</head>
<body>
${text}
</body>
</html>
`;
}

function writeCompressed(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}

/** Writes a site of plain pages at the same addresses as in the portal. @returns {string} its folder */
export function writePlainSite(paths) {
  const folder = join(places.bench, "plain_site");
  rmSync(folder, { recursive: true, force: true });
  writeCompressed(join(folder, "assets/plain.css"), STYLES);
  for (const path of paths) {
    const page = readFileSync(join(places.site, path, "index.html"), "utf8");
    writeCompressed(join(folder, path, "index.html"), plainPageFrom(page));
  }
  const pictures = readdirSync(join(places.site, "assets")).filter((name) => /^(wappen|stadtansicht)\./.test(name));
  for (const name of pictures) cpSync(join(places.site, "assets", name), join(folder, "assets", name));
  return folder;
}
