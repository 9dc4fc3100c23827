// Reads the few CSS value forms the style build must understand: var() with nested fallbacks, lists split at top level.

/** Splits at `separator` outside brackets and quotes. A space separates on any run of white space. */
export function split_top_level(value, separator) {
  const parts = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const character of value) {
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '(') {
      ++depth;
    } else if (character === ')') {
      --depth;
    }
    const separates = separator === ' ' ? /\s/.test(character) : character === separator;
    if (separates && depth === 0 && !quote) {
      if (part.trim() || separator !== ' ') parts.push(part.trim());
      part = '';
    } else {
      part += character;
    }
  }
  if (part.trim()) parts.push(part.trim());
  return parts;
}

/** Replaces each var(): `replace(name, fallback)` answers the text that takes its place; fallbacks are replaced first. */
export function replace_variables(value, replace) {
  const start = value.indexOf('var(');
  if (start < 0) return value;
  let depth = 0;
  let end = start + 3;
  for (; end < value.length; ++end) {
    if (value[end] === '(') ++depth;
    if (value[end] === ')' && --depth === 0) break;
  }
  const inner = value.slice(start + 4, end);
  const comma = inner.indexOf(',');
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim();
  const fallback = comma < 0 ? undefined : replace_variables(inner.slice(comma + 1).trim(), replace);
  return value.slice(0, start) + replace(name, fallback) + replace_variables(value.slice(end + 1), replace);
}

/** Names of the custom properties a value reads, those in fallbacks too. */
export function variables_in(value) {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
}
