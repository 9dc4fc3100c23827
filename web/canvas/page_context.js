// The WebGL context of the drawn page, where it is worth having: a page drawn by the processor would be slower than the
// document, not better.

const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

// Browsers under test have no graphics card. Only a script that runs in the page before ours can say so, and who runs
// scripts here needs no such permission; an address could be handed on to others.
function mayBeSlow() {
  return Reflect.get(globalThis, "stadttorDrawsSlowly") === true;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {WebGL2RenderingContext | null} null: the page had better not be drawn here
 */
export function pageContext(canvas) {
  const context = canvas.getContext("webgl2", {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    failIfMajorPerformanceCaveat: !mayBeSlow(),
  });
  return context !== null && (mayBeSlow() || !isDrawnByProcessor(context)) ? context : null;
}

/** @param {WebGL2RenderingContext} context */
export function isDrawnByProcessor(context) {
  const facts = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = context.getParameter(facts === null ? context.RENDERER : facts.UNMASKED_RENDERER_WEBGL);
  return BY_PROCESSOR.test(String(renderer));
}
