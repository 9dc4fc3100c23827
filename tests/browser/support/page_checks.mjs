// What can be measured on a page that is laid out: overflow, cut-off and overlapping text, small targets. Each function runs in the page
// and tells every finding in one line.

/** Why the page must be scrolled sideways. @returns {string[]} */
export function sidewaysOverflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const findings = [`${document.documentElement.scrollWidth} px wide in ${width} px`];
  for (const element of document.querySelectorAll("body *")) {
    const { left, right } = element.getBoundingClientRect();
    if (right > width + 1 || left < -1) findings.push(`${Math.round(left)} to ${Math.round(right)}: ${element.outerHTML.slice(0, 90)}`);
  }
  return findings.slice(0, 6);
}

/** Text that a box with hidden overflow cuts off. @returns {string[]} */
export function cutOffText() {
  const SLACK = 2;
  const findings = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if ((text.textContent ?? "").trim() === "" || text.parentElement === null) continue;
    // In a closed disclosure it has a place, too.
    if (!text.parentElement.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rectangles = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (rectangles.length === 0) continue;
    for (let box = /** @type {Element | null} */ (text.parentElement); box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const edge = box.getBoundingClientRect();
      // For screen readers only.
      if (edge.width <= 1 || edge.height <= 1 || style.clipPath !== "none") break;
      const out = rectangles.some(
        (part) =>
          (style.overflowX !== "visible" && (part.right > edge.right + SLACK || part.left < edge.left - SLACK)) ||
          (style.overflowY !== "visible" && (part.bottom > edge.bottom + SLACK || part.top < edge.top - SLACK)),
      );
      if (out) findings.push(`"${text.textContent?.trim().slice(0, 50)}" in ${box.outerHTML.slice(0, 80)}`);
    }
  }
  return findings;
}

/** Text over other text. @returns {string[]} */
export function overlappingText() {
  const parts = /** @type {{ text: string, box: DOMRect }[]} */ ([]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const parent = text.parentElement;
    if ((text.textContent ?? "").trim() === "" || parent === null) continue;
    const isShown = parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    if (!isShown || parent.closest(".st-skip") !== null) continue;
    const holder = parent.getBoundingClientRect();
    if (holder.width <= 1 || holder.height <= 1) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // The boxes of a font may be far higher than its letters.
    const half = 0.4 * Number.parseFloat(getComputedStyle(parent).fontSize);
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width <= 1 || height <= 1) continue;
      const box = new DOMRect(x, y + height / 2 - half, width, 2 * half);
      parts.push({ text: (text.textContent ?? "").trim().slice(0, 30), box });
    }
  }
  const findings = [];
  for (const [at, { text, box }] of parts.entries()) {
    for (const other of parts.slice(at + 1)) {
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      if (wide > 2 && high > 0.25 * Math.min(box.height, other.box.height)) findings.push(`"${text}" and "${other.text}"`);
    }
  }
  return findings.slice(0, 6);
}

/** Controls under 24 px in either direction; links within a sentence may be. @returns {string[]} */
export function smallTargets() {
  const findings = [];
  for (const control of document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=option]")) {
    const isInSentence = control.matches("a") && [...(control.parentElement?.childNodes ?? [])].some(
      (node) => node !== control && !(node instanceof Element && node.matches("br")) && (node.textContent ?? "").trim() !== "",
    ) && getComputedStyle(control).display === "inline";
    const box = control.getBoundingClientRect();
    if (box.width === 0 || isInSentence || control.matches(".st-skip")) continue;
    if (!control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    if (Math.round(box.width) < 24 || Math.round(box.height) < 24) {
      findings.push(`${box.width.toFixed(1)} x ${box.height.toFixed(1)}: ${control.outerHTML.slice(0, 110)}`);
    }
  }
  return findings;
}

/** Adds rules the way an extension of the citizen does; "" takes them away. @param {string} css */
export function useOwnStyles(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css === "" ? [] : [sheet];
}

/** WCAG 1.4.12. */
export const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;
