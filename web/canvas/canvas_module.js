// Loads the compiled canvas module, once for the page, and makes an instance of it for each scene.

/** @typedef {{ script: string, factory: string, module: string, integrity: string }} CanvasAddresses */

/**
 * The functions C++ exports (src/programs/canvas_main.cpp). Keys of nodes come in two halves of 32 bits, places in CSS
 * pixels from the canvas's upper left corner.
 * @typedef {object} CanvasExports
 * @property {(size: number) => number} _stadttor_bytes
 * @property {(high: number, low: number, hasLessMotion: number) => number} _stadttor_scene_begin
 * @property {() => number} _stadttor_scene_make
 * @property {() => number} _stadttor_scene_changes
 * @property {() => number} _stadttor_scene_source
 * @property {() => number} _stadttor_scene_source_size
 * @property {(isRightToLeft: number) => void} _stadttor_scene_direction
 * @property {(high: number, low: number) => void} _stadttor_scene_focus
 * @property {(width: number, height: number, ratio: number, textSize: number) => void} _stadttor_scene_size
 * @property {(isDark: number) => void} _stadttor_scene_colours
 * @property {(pointer: number, x: number, y: number, seconds: number) => void} _stadttor_scene_press
 * @property {(pointer: number, x: number, y: number, seconds: number) => void} _stadttor_scene_move
 * @property {(pointer: number, seconds: number) => number} _stadttor_scene_release
 * @property {() => void} _stadttor_scene_cancel
 * @property {(hasLessMotion: number) => void} _stadttor_scene_motion
 * @property {(steps: number, x: number, y: number) => void} _stadttor_scene_wheel
 * @property {(key: number) => number} _stadttor_scene_key
 * @property {() => number} _stadttor_scene_readout
 * @property {() => number} _stadttor_scene_readout_size
 * @property {(x: number, y: number) => number} _stadttor_scene_find
 * @property {() => number} _stadttor_scene_found_high
 * @property {() => number} _stadttor_scene_found_low
 * @property {() => void} _stadttor_scene_hover
 * @property {(x: number, y: number) => number} _stadttor_scene_pick
 * @property {() => number} _stadttor_scene_picked
 * @property {(seconds: number) => number} _stadttor_scene_draw
 * @property {() => number} _stadttor_scene_has_fault
 * @property {() => number} _stadttor_scene_x
 * @property {() => number} _stadttor_scene_y
 * @property {() => number} _stadttor_scene_zoom
 * @property {(x: number, y: number, zoom: number) => void} _stadttor_scene_look_at
 */

/**
 * @callback MeasureRun
 * @param {number} at @param {number} length of the text in the module's memory
 * @param {number} size @param {boolean} isBold
 * @returns {number} CSS pixels
 */

/**
 * @callback WriteRun
 * @param {number} columns @param {number} rows @param {number} ratio
 * @param {number} at @param {number} length
 * @param {number} size @param {boolean} isBold @param {number} colour @param {number} halo
 * @returns {void}
 */

/** @typedef {import("./run_ink.js").RunInk} RunInk */
/** @typedef {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} ReceiveInstance */
/** @typedef {{ exports: CanvasExports, memory: () => Uint8Array }} CanvasInstance */
/** @typedef {(options: object) => Promise<CanvasExports>} CanvasFactory */

/** @type {Promise<{ factory: CanvasFactory, module: WebAssembly.Module }> | null} */
let loaded = null;

/** @param {CanvasAddresses} addresses */
async function load(addresses) {
  const response = await fetch(addresses.module, addresses.integrity === "" ? {} : { integrity: addresses.integrity });
  if (!response.ok) throw new Error(`canvas module: HTTP ${response.status}`);
  const [{ default: factory }, module] = await Promise.all([
    /** @type {Promise<{ default: CanvasFactory }>} */ (import(addresses.factory)),
    response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)),
  ]);
  return { factory, module };
}

/**
 * @param {CanvasAddresses} addresses
 * @param {WebGL2RenderingContext} context
 * @param {RunInk} ink
 * @param {(what: unknown) => void} onAbort
 * @returns {Promise<CanvasInstance>}
 */
export async function newCanvasInstance(addresses, context, ink, onAbort) {
  loaded ??= load(addresses);
  const { factory, module } = await loaded.catch((error) => {
    loaded = null;
    throw error;
  });
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const bytes = () => new Uint8Array(/** @type {WebAssembly.Memory} */ (memory).buffer);
  const host = {
    context,
    /** @type {MeasureRun} */
    measureRun: (at, length, size, isBold) => ink.measure(bytes().subarray(at, at + length), size, isBold),
    /** @type {WriteRun} */
    writeRun: (columns, rows, ratio, at, length, size, isBold, colour, halo) =>
      ink.write({ columns, rows, ratio }, bytes().subarray(at, at + length), size, isBold, colour, halo),
    runCanvas: () => ink.canvas,
  };
  return new Promise((resolve, reject) => {
    const instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {ReceiveInstance} */ receive) => {
      WebAssembly.instantiate(module, imports).then((instance) => {
        // By kind, for its name is shortened in optimised builds.
        memory = /** @type {WebAssembly.Memory | undefined} */ (
          Object.values(instance.exports).find((exported) => exported instanceof WebAssembly.Memory)
        );
        receive(instance, module);
      }, reject);
      return {};
    };
    factory({ host, instantiateWasm, onAbort }).then((exports) => resolve({ exports, memory: bytes }), reject);
  });
}

/**
 * Hands bytes over for the next call.
 * @param {CanvasInstance} instance
 * @param {Uint8Array} bytes
 */
export function putBytes(instance, bytes) {
  // In this order: making room may replace the memory's buffer.
  const pointer = instance.exports._stadttor_bytes(bytes.length);
  instance.memory().set(bytes, pointer);
}
