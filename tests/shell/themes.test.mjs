// Every theme states every colour that text and background pairs name, and keeps their contrast, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contrast, hex_from_oklch } from '../../shell/reduce/colours.mjs';
import { styles_from_theme } from '../../shell/reduce/theme_styles.mjs';

const kAssets = join(dirname(fileURLToPath(import.meta.url)), '../../assets');
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const pairs = read(join(kAssets, 'contrast_pairs.json'));
const files = ['musterstadt', 'hafenstadt', 'kern-beispiel'].map((city) => join(kAssets, city, 'theme.json'));

for (const file of files) {
  const theme = read(file);
  test(`${theme.name}: contrast of ${pairs.length} pairs, light and dark`, () => {
    for (const mode of ['light', 'dark']) {
      for (const { text, background, minimum, where } of pairs) {
        const ratio = contrast(theme[mode][text], theme[mode][background]);
        assert.ok(ratio >= minimum, `${mode}: ${where}: ${ratio.toFixed(2)} < ${minimum}`);
      }
    }
  });
  test(`${theme.name}: light and dark state the same colours`, () => {
    assert.deepEqual(Object.keys(theme.light).sort(), Object.keys(theme.dark).sort());
  });
}

test('contrast and colours agree with known values', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(hex_from_oklch('oklch(42.84% 0.1689 265.02)'), '#2044aa');
});

test('a theme cannot carry anything but values', () => {
  assert.throws(() => styles_from_theme({ light: { '--kern-color-x': 'red;}body{display:none' }, dark: {} }));
  assert.throws(() => styles_from_theme({ light: {}, dark: {}, metric: { '--kern-metric-x': 'url(https://example.org)' } }));
});
