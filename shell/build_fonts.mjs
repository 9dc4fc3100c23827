// Makes the portal's fonts: Fira Sans from KERN's package, cut down to the letters of our languages, in files a browser
// loads only when a page has their letters. Writes fonts.css beside them for build_styles.mjs.
//
//   node shell/build_fonts.mjs --kern .build/node/node_modules --out DIR
//
// Prints JSON: {"styles": "fonts.css", "files": [...], "preload": ["fira-sans-400-latin.<hash>.woff2"]}.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// 500 is KERN's weight for its two largest headings, 600 for all others, labels and buttons.
const kWeights = new Map([[400, 'FiraSans-Regular'], [600, 'FiraSans-SemiBold']]);

// Code point ranges by script, as unicode-range writes them. Latin: German, English and what prose needs.
export const kScripts = new Map([
  ['latin', 'U+20-7E,U+A0-FF,U+2010-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2192,U+2212'],
  ['latin-ext', 'U+100-17F,U+18F,U+192,U+218-21B,U+1E80-1E85,U+1E9E'],
  ['cyrillic', 'U+400-45F,U+490-491,U+4B0-4B1,U+2116'],
]);

export function code_points(ranges) {
  return ranges.split(',').flatMap((range) => {
    const [first, last = first] = range.replace('U+', '').split('-').map((part) => parseInt(part, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

// font-display: optional never changes a text that is already shown. The stand-in has Fira Sans' widths, so that lines
// break at nearly the same places where the font did not arrive in time.
const kStandIn = '@font-face{font-family:"Fira Sans Ersatz";src:local("Arial"),local("Liberation Sans"),local("Roboto");size-adjust:105%;ascent-override:89%;descent-override:25.2%;line-gap-override:0%;unicode-range:U+0-52F,U+1E00-20CF}';

export async function build_fonts(node_modules, folder) {
  const subset = createRequire(resolve(node_modules, 'noop.js'))('subset-font');
  const faces = [kStandIn];
  const files = [];
  for (const [weight, name] of kWeights) {
    const font = readFileSync(join(node_modules, '@kern-ux/native/dist/fonts/fira-sans', `${name}.woff2`));
    for (const [script, ranges] of kScripts) {
      const cut = await subset(font, String.fromCodePoint(...code_points(ranges)), { targetFormat: 'woff2', noLayoutClosure: true });
      const file = `fira-sans-${weight}-${script}.${createHash('sha256').update(cut).digest('hex').slice(0, 12)}.woff2`;
      writeFileSync(join(folder, file), cut);
      files.push({ file, bytes: cut.length });
      const weights = weight === 400 ? '400' : '500 700';
      faces.push(`@font-face{font-family:"Fira Sans";font-weight:${weights};font-style:normal;font-display:optional;src:url("${file}") format("woff2");unicode-range:${ranges}}`);
    }
  }
  return { styles: faces.join('\n') + '\n', files };
}

async function main() {
  const { values } = parseArgs({ options: { kern: { type: 'string' }, out: { type: 'string' }, report: { type: 'boolean' } } });
  if (!values.kern || !values.out) throw new Error('usage: build_fonts.mjs --kern NODE_MODULES --out DIR');
  mkdirSync(values.out, { recursive: true });
  const { styles, files } = await build_fonts(values.kern, values.out);
  writeFileSync(join(values.out, 'fonts.css'), styles);
  if (values.report) for (const { file, bytes } of files) console.error(`${file} ${bytes} bytes`);
  const names = files.map(({ file }) => file);
  console.log(JSON.stringify({ styles: 'fonts.css', files: names, preload: names.filter((name) => /-latin\./.test(name)) }));
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await main();
