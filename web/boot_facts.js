// What the engine is told at its start, and where its parts lie: read from the host page and the browser.

import { usualPresentation } from "./presentation.js";

/**
 * @typedef {object} CoreAddresses
 * @property {string} script ES module with the Emscripten factory
 * @property {string} core WebAssembly
 * @property {string} integrity of the core, "" for none
 */

/** @returns {CoreAddresses} */
export function coreAddresses() {
  const { script = "", core = "", coreIntegrity = "" } = document.documentElement.dataset;
  if (script === "" || core === "") throw new Error("the page names no engine");
  return {
    script: new URL(script, location.href).href,
    core: new URL(core, location.href).href,
    integrity: coreIntegrity,
  };
}

/** @returns {import("./canvas/canvas_module.js").CanvasAddresses | null} null where the site cannot draw scenes */
export function canvasAddresses() {
  const { canvas = "", canvasIntegrity = "", canvasFactory = "", canvasScript = "" } = document.documentElement.dataset;
  if (canvas === "" || canvasFactory === "" || canvasScript === "") return null;
  const absolute = (/** @type {string} */ address) => new URL(address, location.href).href;
  return {
    script: absolute(canvasScript),
    factory: absolute(canvasFactory),
    module: absolute(canvas),
    integrity: canvasIntegrity,
  };
}

// A module of one function, with two instructions on 128 bits at once: browsers that take it have them all.
const WITH_SIMD = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** Argon2id in the version that this browser runs fastest. @returns {{ module: string, integrity: string }} */
function argon2Module() {
  const { argon2, argon2Integrity, argon2Simd, argon2SimdIntegrity } = document.documentElement.dataset;
  if (argon2Simd !== undefined && WebAssembly.validate(WITH_SIMD)) {
    return { module: argon2Simd, integrity: argon2SimdIntegrity ?? "" };
  }
  return { module: argon2 ?? "", integrity: argon2Integrity ?? "" };
}

/**
 * Null where the site keeps nothing for citizens.
 * @returns {{ script: string, passphrase: import("./keys/passphrase.js").PassphraseAddresses } | null}
 */
export function keyAddresses() {
  const { keysScript = "", argon2Worker = "" } = document.documentElement.dataset;
  const { module, integrity } = argon2Module();
  if (keysScript === "" || module === "" || argon2Worker === "") return null;
  const absolute = (/** @type {string} */ address) => new URL(address, location.href).href;
  return {
    script: absolute(keysScript),
    passphrase: { worker: absolute(argon2Worker), module: absolute(module), integrity },
  };
}

/** @returns {string} path below which everything is the portal's, with a slash at its end */
export function portalBase() {
  const base = document.documentElement.dataset.base ?? "/";
  return base.endsWith("/") ? base : `${base}/`;
}

/**
 * @param {import("./document/page_parts.js").PageParts} page
 * @returns {string} JSON for _stadttor_start
 */
export function bootFacts(page) {
  const { portal } = page.root;
  return JSON.stringify({
    url: location.href,
    origin: location.origin,
    base: portalBase(),
    hydrate: portal.hasAttribute("data-k") || portal.querySelector("[data-k]") !== null,
    tree: portal.dataset.tree ?? "",
    data: document.documentElement.dataset.daten ?? "",
    language: document.documentElement.lang,
    languages: [...navigator.languages],
    online: navigator.onLine,
    speech: page.speech.isAvailable,
    view: page.view.kept(),
    presentation: usualPresentation(),
  });
}
