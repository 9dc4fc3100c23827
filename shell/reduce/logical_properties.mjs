// Turns KERN's left and right into start and end, so that right-to-left pages come out right without a second sheet.
import { split_top_level } from './css_values.mjs';

const kNames = new Map([
  ['left', 'inset-inline-start'],
  ['right', 'inset-inline-end'],
  ['border-top-left-radius', 'border-start-start-radius'],
  ['border-top-right-radius', 'border-start-end-radius'],
]);
for (const side of ['margin', 'padding', 'border']) {
  kNames.set(`${side}-left`, `${side}-inline-start`);
  kNames.set(`${side}-right`, `${side}-inline-end`);
}
const kSides = { left: 'start', right: 'end' };
const kFloats = { left: 'inline-start', right: 'inline-end' };

/** Changes the declarations of one rule in place. */
export function make_logical(rule) {
  rule.walkDecls((declaration) => {
    if (declaration.prop.startsWith('--')) return;
    const name = kNames.get(declaration.prop);
    if (name) declaration.prop = name;
    if (declaration.prop === 'text-align') declaration.value = kSides[declaration.value] ?? declaration.value;
    if (declaration.prop === 'float' || declaration.prop === 'clear') declaration.value = kFloats[declaration.value] ?? declaration.value;
    if (declaration.prop === 'padding' || declaration.prop === 'margin') split_sides(declaration);
  });
}

// Only a shorthand whose left and right differ has a direction.
function split_sides(declaration) {
  const [top, right, bottom, left] = split_top_level(declaration.value, ' ');
  if (left === undefined || left === right) return;
  const { prop, important } = declaration;
  declaration.replaceWith(
    { prop: `${prop}-block`, value: `${top} ${bottom}`, important },
    { prop: `${prop}-inline`, value: `${left} ${right}`, important },
  );
}
