// Colour arithmetic of the style build: oklch() to #rrggbb (CSS Color 4, section 10) and WCAG 2.2 contrast.

const gamma_encoded = (x) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);

function linear_rgb_from_oklch(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** "oklch(42.84% 0.1689 265.02)" as "#rrggbb"; channels outside sRGB are clipped. */
export function hex_from_oklch(text) {
  const match = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+|none)(?:deg)?\s*\)$/.exec(text.trim());
  if (!match) return undefined;
  const lightness = Number(match[1]) / (match[2] ? 100 : 1);
  const hue = match[4] === 'none' ? 0 : Number(match[4]);
  const channels = linear_rgb_from_oklch(lightness, Number(match[3]), hue);
  return '#' + channels.map((x) => Math.round(255 * gamma_encoded(Math.min(1, Math.max(0, x)))).toString(16).padStart(2, '0')).join('');
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const x = parseInt(hex.slice(at, at + 2), 16) / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours, 1 to 21. */
export function contrast(first, second) {
  const [dark, light] = [luminance(first), luminance(second)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
