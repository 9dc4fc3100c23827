// Keeps of the design tokens what is read: fixed steps (palette, sizes) are written where they are used, fallbacks of
// tokens that exist go, tokens nobody reads go.
import { hex_from_oklch } from './colours.mjs';
import { replace_variables, variables_in } from './css_values.mjs';

// KERN calls these primitives; themes set the tokens made of them, never the steps themselves.
const kStep = /^--kern-(\d+|font-size-\d+|color-(black|white|[a-z]+-\d{3}))$/;

export function write_steps_in_place(root) {
  const steps = new Map();
  root.walkDecls(kStep, (declaration) => {
    steps.set(declaration.prop, hex_from_oklch(declaration.value) ?? declaration.value);
    declaration.remove();
  });
  // KERN's dark and light layers mix colours in oklch; the steps in them stay exact enough as sRGB.
  root.walkDecls((declaration) => {
    declaration.value = replace_variables(declaration.value, (name, fallback) => steps.get(name) ?? written(name, fallback));
  });
}

const written = (name, fallback) => (fallback === undefined ? `var(${name})` : `var(${name},${fallback})`);

/** Drops fallbacks of tokens that every element has, then every token that no declaration reads, directly or through others. */
export function drop_unread_tokens(roots) {
  const definitions = new Map();
  const everywhere = new Set();
  for (const root of roots) {
    root.walkDecls(/^--/, ({ prop, value, parent }) => {
      definitions.set(prop, [...(definitions.get(prop) ?? []), value]);
      if (parent.selectors.some((selector) => selector === ':root' || selector === 'body')) everywhere.add(prop);
    });
  }
  for (const root of roots) {
    root.walkDecls((declaration) => {
      declaration.value = replace_variables(declaration.value, (name, fallback) => written(name, everywhere.has(name) ? undefined : fallback));
    });
  }
  const read = new Set(['--st-icon']);  // read by the one rule that icon_sprite.mjs writes last
  const follow = (value) => {
    for (const name of variables_in(value)) {
      if (read.has(name)) continue;
      read.add(name);
      (definitions.get(name) ?? []).forEach(follow);
    }
  };
  for (const root of roots) root.walkDecls((declaration) => void (declaration.prop.startsWith('--') || follow(declaration.value)));
  for (const root of roots) root.walkDecls(/^--/, (declaration) => void (read.has(declaration.prop) || declaration.remove()));
  return read;
}

/** Drops the values that a theme states itself, so that no colour is in the file twice. */
export function drop_themed_tokens(root, theme) {
  const themed = new Set();
  theme.walkDecls(/^--/, (declaration) => themed.add(declaration.prop));
  root.walkDecls(/^--/, (declaration) => {
    const is_default = declaration.parent.selectors?.every((selector) => selector === ':root' || selector.startsWith('[data-kern-theme'));
    if (is_default && themed.has(declaration.prop)) declaration.remove();
  });
}
