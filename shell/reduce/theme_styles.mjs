// A city's theme (theme.json) as CSS: light by default, dark by the system's wish or by the citizen's choice.

const kColour = /^#[0-9a-f]{6}$/i;
const kName = /^--(kern|st)-[a-z0-9-]+$/;
const kPlain = /^[A-Za-z0-9 .,%#()"'-]+$/;

function declarations(values, allowed) {
  return Object.entries(values ?? {}).map(([name, value]) => {
    if (!kName.test(name) || !allowed.test(value)) throw new Error(`theme: ${name}: ${value} is not allowed here`);
    return `${name}:${value}`;
  }).join(';');
}

export function styles_from_theme(theme) {
  const light = declarations(theme.light, kColour);
  const dark = declarations(theme.dark, kColour);
  const fixed = [declarations(theme.metric, kPlain), declarations(theme.typography, kPlain)].filter(Boolean).join(';');
  return [
    `:root{${[light, fixed].filter(Boolean).join(';')}}`,
    `@media (prefers-color-scheme:dark){:root{${dark}}}`,
    `[data-kern-theme=light]{${light}}`,
    `[data-kern-theme=dark]{${dark}}`,
  ].join('\n');
}
