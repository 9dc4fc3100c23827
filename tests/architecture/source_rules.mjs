// Reads the sources and refuses what DESIGN sections 2, 3 and 10 forbid: include arrows that point up, the JSON library or
// the platform's macro outside its folder, files that grew too long, names that say nothing.
//   node tests/architecture/source_rules.mjs [ROOT]     prints each breach and ends with 1
// The reasons for which personal values are opened are printed as an audit page.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Most specific first. Each place may include itself and what its row names; "*" is everything.
const LAYERS = [
  ['programs/', ['*']],
  ['portal/authoring/', ['*', '!programs/', '!platform/web/', '!platform/native/']],
  ['portal/', ['portal/', 'services/', 'city/', 'forms/', 'attachments/', 'kept_data/', 'vault/', 'protocols/', 'semantics/', 'platform/', 'foundation/']],
  ['services/', ['city/', 'forms/', 'attachments/', 'kept_data/', 'vault/', 'protocols/', 'semantics/', 'platform/', 'foundation/']],
  ['protocols/', ['platform/', 'foundation/']],
  ['vault/', ['platform/', 'foundation/']],
  ['city/', ['platform/', 'foundation/']],
  ['forms/', ['platform/', 'foundation/']],
  ['attachments/', ['foundation/']],
  ['kept_data/', ['foundation/']],
  ['presentation/', ['semantics/', 'foundation/']],
  ['semantics/', ['foundation/']],
  ['platform/web/', ['platform/', 'foundation/']],
  ['platform/native/', ['platform/', 'foundation/']],
  ['platform/', ['foundation/']],
  ['foundation/', []],
];
// Adapters and the authoring side are seen by programs only, whatever row would allow their parent folder.
const HIDDEN = ['platform/web/', 'platform/native/', 'portal/authoring/'];
const JSON_LIBRARY_ALLOWED = ['foundation/json_reader.cpp', 'portal/authoring/', 'programs/'];
const PLATFORM_MACRO_ALLOWED = ['platform/web/', 'programs/'];
const BANNED_NAMES = /(^|_)(util|utils|helper|helpers|common|misc|manager|handler|impl)(_|\.)/;
const LINE_LIMIT = 400;

export function breachesIn(root) {
  const breaches = [];
  const say = (file, line, text) => breaches.push(`${file}:${line}: ${text}`);
  const seen = new Map();
  for (const file of sourceFiles(join(root, 'src'))) {
    const path = relative(join(root, 'src'), file);
    const lines = readFileSync(file, 'utf8').split('\n');
    checkName(path, seen, say);
    checkLength(`src/${path}`, lines, say);
    if (path.endsWith('.h') && !lines[0].startsWith('//')) say(`src/${path}`, 1, 'a header opens by saying what it is for');
    lines.forEach((line, index) => checkLine(path, line, index + 1, say));
  }
  for (const folder of ['web', 'shell']) {
    for (const file of sourceFiles(join(root, folder))) {
      // It names the forbidden sinks in order to forbid them.
      if (basename(file) === 'eslint.config.mjs') continue;
      const lines = readFileSync(file, 'utf8').split('\n');
      checkLength(relative(root, file), lines, say);
      lines.forEach((line, index) => {
        if (/innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/.test(line)) {
          say(relative(root, file), index + 1, 'this writes HTML or runs text as code; use textContent and attributes');
        }
      });
    }
  }
  return breaches;
}

function checkLine(path, line, number, say) {
  const file = `src/${path}`;
  const included = /^\s*#include\s+"([^"]+)"/.exec(line)?.[1];
  if (included !== undefined) checkArrow(path, included, number, say);
  if (/^\s*#include\s+[<"]nlohmann\//.test(line) && !startsWithAny(path, JSON_LIBRARY_ALLOWED)) {
    say(file, number, 'read JSON through foundation/json_reader.h');
  }
  if (/__EMSCRIPTEN__|<emscripten/.test(line) && !startsWithAny(path, PLATFORM_MACRO_ALLOWED)) {
    say(file, number, 'the platform belongs into platform/web');
  }
}

function checkArrow(path, included, number, say) {
  const [place, allowed] = LAYERS.find(([layer]) => path.startsWith(layer)) ?? ['', []];
  if (place === '') return say(`src/${path}`, number, 'this folder is not in the picture (src/ARCHITECTURE.md)');
  if (included.startsWith(place) && !hiddenFrom(place, included)) return;
  const forbidden = allowed.some((rule) => rule.startsWith('!') && included.startsWith(rule.slice(1)));
  const permitted = allowed.includes('*') || allowed.some((rule) => included.startsWith(rule));
  if (!permitted || forbidden || hiddenFrom(place, included)) {
    say(`src/${path}`, number, `${place} may not include ${included}: the arrow points up`);
  }
}

function hiddenFrom(place, included) {
  const hidden = HIDDEN.find((folder) => included.startsWith(folder));
  return hidden !== undefined && place !== hidden && place !== 'programs/';
}

function checkName(path, seen, say) {
  const name = basename(path);
  if (BANNED_NAMES.test(name)) say(`src/${path}`, 1, 'the name says nothing; call it after what it is for');
  if (!/^[a-z0-9_]+\.(h|cpp)$/.test(name)) say(`src/${path}`, 1, 'file names are snake_case');
  if (seen.has(name)) say(`src/${path}`, 1, `is called like ${seen.get(name)}; names are unique in the tree`);
  seen.set(name, `src/${path}`);
}

function checkLength(file, lines, say) {
  if (lines.length > LINE_LIMIT + 1) say(file, lines.length, `longer than ${LINE_LIMIT} lines; split it by what a reader looks for`);
}

function startsWithAny(path, places) {
  return places.some((place) => path.startsWith(place));
}

function* sourceFiles(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder).sort();
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) yield* sourceFiles(path);
    else if (/\.(h|cpp|js|mjs)$/.test(entry)) yield path;
  }
}

export function revealReasonsIn(root) {
  const reasons = [];
  for (const file of sourceFiles(join(root, 'src'))) {
    readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
      if (line.trimStart().startsWith('//')) return;
      for (const found of line.matchAll(/reveal<"([^"]+)">/g)) reasons.push(`${relative(root, file)}:${index + 1}: ${found[1]}`);
    });
  }
  return reasons;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '../..');
  const breaches = breachesIn(root);
  for (const breach of breaches) console.log(breach);
  const reasons = revealReasonsIn(root);
  console.log(`personal values are opened in ${reasons.length} places`);
  for (const reason of reasons) console.log(`  ${reason}`);
  process.exit(breaches.length > 0 ? 1 : 0);
}
