// The style build keeps what pages use, drops what they do not, and stays small.
//   node --test tests/shell/     (npm packages: STADTTOR_NODE_MODULES, else .build/node/node_modules)
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotli_size, build_styles, load_tools, read_engine_icons, read_icons, read_own_styles } from '../../shell/build_styles.mjs';
import { kKeptClasses } from '../../shell/reduce/kept_classes.mjs';
import { styles_from_theme } from '../../shell/reduce/theme_styles.mjs';
import { kPages, page_body } from './gallery_pages.mjs';
import { classes_in } from './make_gallery.mjs';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kModules = process.env.STADTTOR_NODE_MODULES ?? join(kRoot, '.build/node/node_modules');
const tools = load_tools(kModules);
const kern = readFileSync(join(kModules, '@kern-ux/native/dist/kern.css'), 'utf8');
const city = join(kRoot, 'assets/musterstadt');
const theme = styles_from_theme(JSON.parse(readFileSync(join(city, 'theme.json'), 'utf8')));
const classes = [...new Set(Object.keys(kPages).flatMap((name) => classes_in(page_body(name, 'de'))))];
const own_icons = new Map([...read_engine_icons(), ...read_icons(join(city, 'bilder/lebenslagen'))]);
const whole = await build_styles({ kern, own: read_own_styles(), theme, own_icons, classes }, tools);

const build = (sheet, options = {}) => build_styles({ kern: sheet, own: '', ...options }, tools);

test('the portal\'s styles with a city\'s theme stay within 22 KB brotli, icons included', () => {
  const size = brotli_size(whole.styles) + brotli_size(whole.picture);
  assert.ok(size <= 22 * 1024, `${size} bytes`);
});

test('every class of the pages that KERN styles is there, and KERN\'s grid and utilities are not', () => {
  for (const name of ['kern-btn--primary', 'kern-alert--danger', 'kern-accordion__header', 'st-steps', 'st-hero']) assert.ok(whole.styles.includes(`.${name}`), name);
  for (const name of ['kern-col-', 'kern-task-list', 'kern-loader', 'kern-mt-', 'kern-kopfzeile']) assert.ok(!whole.styles.includes(name), name);
});

test('each class the document presentation can write from KERN is kept', () => {
  const folder = join(kRoot, 'src/presentation/document');
  const sources = readdirSync(folder).filter((file) => file.endsWith('.cpp')).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const written = [...sources.matchAll(/"([^"\n]*\bkern-[^"\n]*)"/g)].flatMap((match) => match[1].split(' '));
  const missing = [...new Set(written)].filter((name) => /^kern-[\w-]*[a-z]$/.test(name) && !kKeptClasses.includes(name));
  assert.deepEqual(missing, []);
});

test('a rule whose class no page has goes, and with it a selector in a list', async () => {
  const { styles } = await build('.kern-link{color:red}.kern-loader{color:blue}.kern-btn,.kern-loader b{margin:0}');
  assert.match(styles, /\.kern-link\{color:red\}/);
  assert.match(styles, /\.kern-btn\{margin:0\}/);
  assert.ok(!styles.includes('kern-loader'));
});

test('palette steps are written in place as #rrggbb, unread tokens go, a theme\'s tokens are not said twice', async () => {
  const sheet = ':root{--kern-color-darkblue-700:oklch(42.84% 0.1689 265.02);--kern-color-action-default:var(--kern-color-darkblue-700);--kern-color-feedback-loader:var(--kern-color-darkblue-700)}.kern-link{color:var(--kern-color-action-default,#000)}';
  const plain = (await build(sheet)).styles;
  assert.match(plain, /--kern-color-action-default: ?#2044aa/);
  assert.ok(!plain.includes('feedback-loader') && !plain.includes('darkblue') && plain.includes('color:var(--kern-color-action-default)'));
  const themed = (await build(sheet, { theme: ':root{--kern-color-action-default:#123456}' })).styles;
  assert.equal(themed.match(/--kern-color-action-default:/g).length, 1);
});

test('a fallback stays where a token is set only on some elements', async () => {
  const { styles } = await build('', { own: '.st-a{--st-column:10rem}.st-b{width:var(--st-column,20rem)}' });
  assert.match(styles, /var\(--st-column,20rem\)/);
});

test('left and right become start and end', async () => {
  const { styles } = await build('.kern-list{padding-left:2px;text-align:left;margin:1px 2px 3px 4px;float:left}');
  for (const part of ['padding-inline-start:2px', 'text-align:start', 'margin-inline:4px 2px', 'float:inline-start']) assert.ok(styles.includes(part), part);
  assert.ok(!/[^-](left|right)/.test(whole.styles.replace(/to (left|right)/g, '')), 'the whole sheet');
});

test('icons come from one file of this origin, never as data: addresses', () => {
  assert.ok(!whole.styles.includes('data:'));
  assert.ok(whole.styles.includes(whole.picture_name));
  assert.deepEqual(whole.missing_icons, []);
  for (const name of ['umzug', 'search', 'arrow-forward']) assert.ok(whole.icons.includes(name), name);
});

test('an icon that is not there is an error with its name', async () => {
  await assert.rejects(build('', { own: '.st-a::before{--st-icon:icon(unicorn)}' }), /unicorn/);
});

test('every class of the gallery\'s pages has a rule', () => {
  const not_styled = new Set(['kern-table__body', 'kern-table__row', 'st-dropdown', 'st-tool__text']);
  assert.deepEqual(whole.unstyled.filter((name) => !not_styled.has(name)), []);
});

test('the families for Arabic are looked for on Arabic text only: each missing one delays the first paint', () => {
  const lists = [...whole.styles.matchAll(/([^{}]*)\{[^{}]*--kern-typography-font-family-default:([^;}]*)/g)];
  const arabic = lists.filter(([, , families]) => families.includes('Arabic')).map(([, selector]) => selector);
  assert.deepEqual(arabic, ['[lang|=ar]']);
});

test('our styles use no ids, no physical sides and no colours of their own', () => {
  const root = tools.postcss.parse(read_own_styles());
  root.walkRules((rule) => assert.ok(!/#[a-z]/i.test(rule.selector), rule.selector));
  root.walkDecls((declaration) => {
    assert.ok(!/^(margin|padding|border)-(left|right|top|bottom)$|^(left|right|top|bottom|width|min-width|max-width)$/.test(declaration.prop) || declaration.prop === 'width', `${declaration.prop}`);
    let at_print = declaration.parent;
    while (at_print && !(at_print.name === 'media' && at_print.params === 'print')) at_print = at_print.parent;
    if (!at_print) assert.ok(!/#[0-9a-f]{3,8}\b/i.test(declaration.value), `${declaration.prop}: ${declaration.value}`);
  });
});
