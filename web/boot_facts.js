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

/**
 * Null where the site keeps nothing for citizens.
 * @returns {{ script: string, passphrase: import("./keys/passphrase.js").PassphraseAddresses } | null}
 */
export function keyAddresses() {
  const { keysScript = "", argon2 = "", argon2Integrity = "", argon2Worker = "" } = document.documentElement.dataset;
  if (keysScript === "" || argon2 === "" || argon2Worker === "") return null;
  const absolute = (/** @type {string} */ address) => new URL(address, location.href).href;
  return {
    script: absolute(keysScript),
    passphrase: { worker: absolute(argon2Worker), module: absolute(argon2), integrity: argon2Integrity },
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
