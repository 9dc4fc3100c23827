// How a scene has to look on this page: the theme's colours, text size and motion, read once after each change of them.

// What scenes draw with (src/presentation/imgui/design_tokens.cpp); the background also tells light from dark.
const BACKGROUND = "--kern-color-layout-background-default";
const COLOURS = [
  BACKGROUND,
  "--kern-color-layout-text-default",
  "--kern-color-layout-text-muted",
  "--kern-color-layout-background-hued",
  "--kern-color-layout-border",
  "--kern-color-decorative-border-default",
  "--kern-color-action-default",
  "--kern-color-action-on-default",
  "--kern-color-action-visited",
  "--kern-color-action-focus-default",
  "--kern-color-feedback-danger",
  "--kern-color-feedback-info",
  "--kern-color-feedback-success",
  "--kern-color-feedback-warning",
];
const VIEW_ATTRIBUTES = ["data-kern-theme", "data-contrast", "data-text-size", "data-motion"];

const scratch = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** @param {string} value any CSS colour @returns {string} "#rrggbb", or "" where it is none */
function plainColour(value) {
  scratch.fillStyle = "#000";
  scratch.fillStyle = value;
  return /^#[0-9a-f]{6}$/.test(scratch.fillStyle) ? scratch.fillStyle : "";
}

/** @param {Element} element @returns {{ lines: string, isDark: boolean }} */
export function coloursAt(element) {
  const style = getComputedStyle(element);
  const colours = new Map(COLOURS.map((name) => [name, plainColour(style.getPropertyValue(name).trim())]));
  const background = Number.parseInt((colours.get(BACKGROUND) ?? "").slice(1) || "ffffff", 16);
  const brightness = 0.3 * (background >> 16) + 0.6 * ((background >> 8) & 255) + 0.1 * (background & 255);
  return { lines: [...colours].map((pair) => pair.join(" ")).join("\n"), isDark: brightness < 128 };
}

/**
 * Whatever of these custom properties is a colour or a length.
 * @param {Element} element
 * @param {string[]} names
 * @returns {{ lines: string, isDark: boolean }}
 */
export function lookOf(element, names) {
  const style = getComputedStyle(element);
  const values = names.map((name) => {
    const value = style.getPropertyValue(name).trim();
    return `${name} ${plainColour(value) || value}`;
  });
  return { lines: values.join("\n"), isDark: coloursAt(element).isDark };
}

/** CSS pixels of body text, as large as the citizen has it. */
export function textSize() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export function wantsLessMotion() {
  return document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * @param {() => void} changed after the page has its new look
 * @param {AbortSignal} signal
 */
export function watchSurroundings(changed, signal) {
  const attributes = new MutationObserver(changed);
  attributes.observe(document.documentElement, { attributeFilter: VIEW_ATTRIBUTES });
  signal.addEventListener("abort", () => attributes.disconnect());
  for (const query of ["prefers-color-scheme: dark", "prefers-contrast: more", "prefers-reduced-motion: reduce"]) {
    matchMedia(`(${query})`).addEventListener("change", changed, { signal });
  }
  watchPixelRatio(changed, signal);
}

/** @param {() => void} changed @param {AbortSignal} signal */
function watchPixelRatio(changed, signal) {
  const again = () => {
    changed();
    if (!signal.aborted) watchPixelRatio(changed, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", again, { signal, once: true });
}
