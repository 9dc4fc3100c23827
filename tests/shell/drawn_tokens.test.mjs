// The token values that Dear ImGui draws with are those that KERN publishes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hex_from_oklch } from '../../shell/reduce/colours.mjs';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const kModules = process.env.STADTTOR_NODE_MODULES ?? join(kRoot, '.build/node/node_modules');
const postcss = createRequire(join(kModules, 'any.js'))('postcss');
const sheet = postcss.parse(readFileSync(join(kModules, '@kern-ux/native/dist/kern.css'), 'utf8'));
const table = readFileSync(join(kRoot, 'src/presentation/imgui/design_tokens.cpp'), 'utf8');

// Declarations of the rules whose selector (with its media query) the pattern describes.
function tokens_where(pattern) {
  const tokens = new Map();
  sheet.walkDecls(/^--kern-/, (declaration) => {
    const rule = declaration.parent;
    const media = rule.parent.type === 'atrule' ? `@${rule.parent.params} ` : '';
    if (pattern.test(media + rule.selector)) tokens.set(declaration.prop, declaration.value.trim());
  });
  return tokens;
}

const everywhere = tokens_where(/^:root$/);
const light = tokens_where(/data-kern-theme=light\],/);
const dark = tokens_where(/data-kern-theme=dark\],/);
const wide = tokens_where(/^@\(min-width: 768px\) :root$/);

function value_of(name, ...tables) {
  const value = [...tables, everywhere].map((tokens) => tokens.get(name)).find((found) => found !== undefined);
  const reference = /^var\((--[\w-]+)/.exec(value ?? '');
  return reference ? value_of(reference[1], ...tables) : value;
}

const hex = (value) => `0x${(value.startsWith('oklch') ? hex_from_oklch(value) : value).replace('#', '')}`;
const rem = (value) => (value.endsWith('rem') ? Number.parseFloat(value) : Number.parseFloat(value) / 16);

test('colours are KERN\'s, light and dark', () => {
  const rows = [...table.matchAll(/"(--kern-color-[\w-]+)", (0x[0-9a-f]{6}), (0x[0-9a-f]{6})/g)];
  assert.ok(rows.length > 20, `${rows.length} rows`);
  for (const [, name, in_light, in_dark] of rows) {
    assert.equal(hex(value_of(name, light)), in_light, name);
    assert.equal(hex(value_of(name, dark)), in_dark, `${name}, dark`);
  }
});

test('lengths are KERN\'s, narrow and wide', () => {
  const rows = [...table.matchAll(/"(--kern-(?:metric|typography)-[\w-]+)", ([\d.]+)F?, ([\d.]+)F?\}/g)];
  assert.ok(rows.length >= 10, `${rows.length} rows`);
  for (const [, name, narrow, on_wide] of rows) {
    assert.equal(rem(value_of(name)), Number(narrow), name);
    assert.equal(rem(value_of(name, wide)), Number(on_wide), `${name}, wide`);
  }
});
