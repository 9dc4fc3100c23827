// Builds a gallery of the design from gallery_pages.mjs, to look at in a browser:
//   node tests/shell/make_gallery.mjs NODE_MODULES OUT_FOLDER [theme.json]
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build_fonts } from '../../shell/build_fonts.mjs';
import { build_styles, load_tools, read_engine_icons, read_icons, read_own_styles } from '../../shell/build_styles.mjs';
import { styles_from_theme } from '../../shell/reduce/theme_styles.mjs';
import { kPages, page_body } from './gallery_pages.mjs';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kCity = join(kRoot, 'assets/musterstadt');

export const classes_in = (html) => [...new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1].split(/\s+/)))].filter(Boolean).sort();

export async function make_gallery(node_modules, folder, theme_file = join(kCity, 'theme.json')) {
  mkdirSync(folder, { recursive: true });
  const template = readFileSync(join(kRoot, 'shell/page.html'), 'utf8');
  const bodies = Object.keys(kPages).flatMap((name) => ['de', 'ar'].map((language) => [name, language, page_body(name, language)]));
  const fonts = await build_fonts(node_modules, folder);
  const result = await build_styles({
    kern: readFileSync(join(node_modules, '@kern-ux/native/dist/kern.css'), 'utf8'),
    own: read_own_styles(),
    theme: styles_from_theme(JSON.parse(readFileSync(theme_file, 'utf8'))),
    fonts: fonts.styles,
    own_icons: new Map([...read_engine_icons(), ...read_icons(join(kCity, 'bilder/lebenslagen'))]),
    classes: [...new Set(bodies.flatMap(([, , html]) => classes_in(html)))],
  }, load_tools(node_modules));
  writeFileSync(join(folder, 'stadttor.css'), result.styles);
  writeFileSync(join(folder, result.picture_name), result.picture);
  for (const picture of ['wappen.svg', 'stadtansicht.svg', 'favicon.svg']) copyFileSync(join(kCity, 'bilder', picture), join(folder, picture));
  for (const [name, language, body] of bodies) {
    const values = { LANGUAGE: language, DIRECTION: language === 'ar' ? 'rtl' : 'ltr', TITLE: `${name}, Musterstadt`, STYLES: '<link rel="stylesheet" href="stadttor.css">', ICON_SVG: 'favicon.svg', BODY: body };
    writeFileSync(join(folder, `${name}.${language}.html`), template.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? ''));
  }
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await make_gallery(...process.argv.slice(2));
