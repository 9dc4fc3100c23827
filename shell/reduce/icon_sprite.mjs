// Puts every icon in use into one SVG file, one below the other, and points the styles at its place in it. One file,
// because our content security policy allows no data: pictures and a request per icon would cost more than it is worth.

const kPitch = 32;  // an icon's 24 units and a gap, so that no neighbour shows at odd sizes
const kSize = 24;

/** Icons of KERN by name, from its own `.kern-icon--NAME` rules. */
export function icons_of_kern(root) {
  const icons = new Map();
  root.walkRules(/^\.kern-icon--[\w-]+$/, (rule) => {
    rule.walkDecls('mask', (declaration) => {
      const picture = svg_from_data_url(declaration.value);
      if (picture) icons.set(rule.selector.slice('.kern-icon--'.length), picture);
    });
  });
  return icons;
}

function svg_from_data_url(value) {
  const match = /url\("data:image\/svg\+xml,([^"]*)"\)/.exec(value);
  return match ? decodeURIComponent(match[1]) : undefined;
}

/** Content and view box of an SVG text. */
function parts_of_svg(svg) {
  const open = /<svg\b[^>]*>/.exec(svg);
  const view_box = /viewBox=["']([^"']+)["']/.exec(open[0])?.[1] ?? '0 0 24 24';
  const attributes = [...open[0].matchAll(/\b(fill|stroke|stroke-width|stroke-linecap|stroke-linejoin)=["']([^"']*)["']/g)];
  const inner = svg.slice(open.index + open[0].length, svg.lastIndexOf('</svg>'));
  return { view_box, attributes: attributes.map((match) => ` ${match[1]}="${match[2]}"`).join(''), inner: inner.replace(/>\s+</g, '><').trim() };
}

export class IconSprite {
  constructor(icons) {
    this.icons = icons;
    this.names = [];
  }

  /** Takes the icon into the sprite; answers whether there is one of that name. */
  take(name) {
    if (!this.icons.has(name)) return false;
    if (!this.names.includes(name)) this.names.push(name);
    return true;
  }

  /** Percentage for mask-position (CSS Masking 1: of the room left beside one icon's box). */
  place_of(name) {
    const room = this.names.length * kPitch - kSize;
    return `${Number(((this.names.indexOf(name) * kPitch * 100) / room).toFixed(4))}%`;
  }

  svg() {
    const symbols = this.names.map((name, at) => {
      const { view_box, attributes, inner } = parts_of_svg(this.icons.get(name));
      return `<svg y="${at * kPitch}" width="${kSize}" height="${kSize}" viewBox="${view_box}"${attributes}>${inner}</svg>`;
    });
    const height = this.names.length * kPitch;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${kSize}" height="${height}" viewBox="0 0 ${kSize} ${height}">${symbols.join('')}</svg>\n`;
  }
}

/** In KERN's sheet: each mask picture becomes a place in the sprite. */
export function place_icons_of_kern(root, sprite) {
  const by_picture = new Map([...sprite.icons].map(([name, svg]) => [svg, name]));
  root.walkDecls(/^(-webkit-)?mask$/, (declaration) => {
    const picture = svg_from_data_url(declaration.value);
    if (!picture) return;
    const name = by_picture.get(picture);
    if (declaration.prop === 'mask' && sprite.take(name)) declaration.before({ prop: '--st-icon', value: `icon(${name})` });
    declaration.remove();
  });
  root.walkDecls(/^mask-(size|repeat)$/, (declaration) => declaration.remove());
}

/** Writes the places last, when all icons are in: icon(NAME) becomes a percentage, and one rule holds the picture. */
export function write_places(roots, sprite, picture_url, selectors, postcss) {
  for (const root of roots) {
    root.walkDecls('--st-icon', (declaration) => {
      const name = /^icon\(([\w-]+)\)$/.exec(declaration.value)?.[1];
      if (!name || !sprite.icons.has(name)) throw declaration.error(`no icon named ${declaration.value}`);
      declaration.value = sprite.place_of(name);
      for (const selector of declaration.parent.selectors) selectors.add(selector);
    });
  }
  const mask = `url("${picture_url}") 0 var(--st-icon)/100% auto no-repeat`;
  return postcss.rule({ selectors: [...selectors] }).append({ prop: '-webkit-mask', value: mask }, { prop: 'mask', value: mask });
}
