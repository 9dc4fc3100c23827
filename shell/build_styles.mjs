// Makes the portal's one style sheet: KERN-UX reduced to what our pages use, our own layer, a city's theme, and beside
// it the icons in use as one SVG file.
//
//   node shell/build_styles.mjs --kern .build/node/node_modules --classes classes.json --out DIR/stadttor.css
//     [--theme theme.json|theme.css] [--icons CITY/bilder/lebenslagen]... [--fonts DIR/fonts.css] [--report]
//
// Prints JSON: {"styles": "stadttor.css", "files": ["zeichen.<hash>.svg"]}; the files lie beside the style sheet.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { drop_themed_tokens, drop_unread_tokens, write_steps_in_place } from './reduce/custom_properties.mjs';
import { IconSprite, icons_of_kern, place_icons_of_kern, write_places } from './reduce/icon_sprite.mjs';
import { kKeptClasses, kKeptIcons } from './reduce/kept_classes.mjs';
import { adapt_kern, name_layers_plainly } from './reduce/kern_adaptations.mjs';
import { styles_from_theme } from './reduce/theme_styles.mjs';
import { keep_used_rules, remove_empty } from './reduce/used_rules.mjs';

const kShell = dirname(fileURLToPath(import.meta.url));

// Files of shell/styles in the order of the cascade; a file not named here is a mistake the build reports.
export const kStyleFiles = [
  'tokens', 'base', 'page_frame', 'header', 'hero', 'cards', 'lists', 'search', 'service_page', 'scene', 'forms', 'footer', 'drawn',
  'adaptations', 'print',
];

/** Everything from texts to texts, so that tests need no files. `tools`: { postcss, esbuild }. */
export async function build_styles({ kern, own, theme = '', fonts = '', own_icons = new Map(), classes = [] }, tools) {
  const { postcss, esbuild } = tools;
  const used = new Set([...classes, ...kKeptClasses, ...kKeptIcons.map((name) => `kern-icon--${name}`)]);
  const kern_root = postcss.parse(kern);
  const own_root = postcss.parse(own);
  const theme_root = postcss.parse(theme);
  const sprite = new IconSprite(new Map([...own_icons, ...icons_of_kern(kern_root)]));

  name_layers_plainly(kern_root);
  keep_used_rules(kern_root, used);
  place_icons_of_kern(kern_root, sprite);
  adapt_kern(kern_root, postcss);
  add_own_icons(own_root, own_icons, used, sprite, postcss);
  write_steps_in_place(kern_root);
  drop_themed_tokens(kern_root, theme_root);
  const tokens = drop_unread_tokens([kern_root, own_root, theme_root]);
  [kern_root, own_root, theme_root].forEach(remove_empty);

  own_root.walkDecls('--st-icon', ({ value }) => void sprite.take(/\(([\w-]+)\)/.exec(value)?.[1]));
  const picture = sprite.svg();
  const picture_name = `zeichen.${createHash('sha256').update(picture).digest('hex').slice(0, 12)}.svg`;
  own_root.append(write_places([kern_root, own_root], sprite, picture_name, new Set(), postcss));

  const joined = `${fonts}\n@layer kern,stadttor;\n@layer kern{${kern_root}}\n@layer stadttor{${own_root}}\n${theme_root}`;
  const { code } = await esbuild.transform(joined, { loader: 'css', minify: true, legalComments: 'none' });
  const missing_icons = [...used].filter((name) => name.startsWith('kern-icon--') && !/--(small|large|x-large|default)$/.test(name) && !sprite.names.includes(name.slice(11)));
  const unstyled = classes.filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(code));
  return { styles: code, picture, picture_name, icons: sprite.names, tokens: [...tokens].sort(), missing_icons, unstyled };
}

// Icons of the engine and of the city get the rule that KERN's own icons have.
function add_own_icons(root, icons, used, sprite, postcss) {
  for (const name of icons.keys()) {
    if (!used.has(`kern-icon--${name}`) || sprite.names.includes(name)) continue;
    sprite.take(name);
    root.append(postcss.rule({ selector: `.kern-icon--${name}` }).append({ prop: '--st-icon', value: `icon(${name})` }));
  }
}

export function read_icons(folder) {
  return readdirSync(folder).filter((file) => file.endsWith('.svg')).map((file) => [basename(file, '.svg'), readFileSync(join(folder, file), 'utf8')]);
}

export function read_own_styles() {
  const present = readdirSync(join(kShell, 'styles')).filter((file) => file.endsWith('.css')).map((file) => basename(file, '.css'));
  const unknown = present.filter((name) => !kStyleFiles.includes(name));
  if (unknown.length) throw new Error(`shell/styles: not in kStyleFiles: ${unknown.join(', ')}`);
  return kStyleFiles.map((name) => readFileSync(join(kShell, 'styles', `${name}.css`), 'utf8')).join('\n');
}

export function read_engine_icons() {
  return read_icons(join(kShell, 'icons'));
}

/** postcss and esbuild from a folder of npm packages, wherever it lies. */
export function load_tools(node_modules) {
  const load = createRequire(resolve(node_modules, 'noop.js'));
  return { postcss: load('postcss'), esbuild: load('esbuild') };
}

export const brotli_size = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

async function main() {
  const { values } = parseArgs({
    options: {
      kern: { type: 'string' }, classes: { type: 'string' }, out: { type: 'string' }, theme: { type: 'string' },
      fonts: { type: 'string' }, icons: { type: 'string', multiple: true, default: [] }, report: { type: 'boolean' },
    },
  });
  if (!values.kern || !values.out) throw new Error('usage: build_styles.mjs --kern NODE_MODULES --classes FILE --out FILE.css');
  const text_of = (file) => (file ? readFileSync(file, 'utf8') : '');
  const theme_text = text_of(values.theme);
  const kern = text_of(join(values.kern, '@kern-ux/native/dist/kern.css'));
  const result = await build_styles({
    kern,
    own: read_own_styles(),
    theme: values.theme?.endsWith('.json') ? styles_from_theme(JSON.parse(theme_text)) : theme_text,
    fonts: text_of(values.fonts),
    own_icons: new Map([...read_engine_icons(), ...values.icons.flatMap(read_icons)]),
    classes: values.classes ? JSON.parse(text_of(values.classes)) : [],
  }, load_tools(values.kern));
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, result.styles);
  writeFileSync(join(dirname(values.out), result.picture_name), result.picture);
  if (result.missing_icons.length) console.error(`no picture for: ${result.missing_icons.join(' ')}`);
  console.log(JSON.stringify({ styles: basename(values.out), files: [result.picture_name] }));
  if (values.report) {
    console.error(`kern.css ${kern.length} -> styles ${result.styles.length} bytes, brotli ${brotli_size(result.styles)}`);
    console.error(`${result.picture_name} ${result.picture.length} bytes, brotli ${brotli_size(result.picture)}: ${result.icons.length} icons`);
    console.error(`${result.tokens.length} design tokens are read`);
    if (result.unstyled.length) console.error(`classes without a rule: ${result.unstyled.join(' ')}`);
  }
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await main();
