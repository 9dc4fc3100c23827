// Loads the compiled engine: the Emscripten factory and its WebAssembly, checked against the hash the page names.

/** @typedef {import("./boot_facts.js").CoreAddresses} CoreAddresses */

/**
 * The functions C++ exports; strings go through core_text.js.
 * @typedef {object} CoreExports
 * @property {(size: number) => number} _stadttor_text place for that many bytes of UTF-8; valid until the next call
 * @property {(length: number) => void} _stadttor_start JSON boot facts
 * @property {(handle: number, kind: number, length: number) => void} _stadttor_act
 * @property {(length: number) => void} _stadttor_open address from the history
 * @property {() => void} _stadttor_frame
 * @property {(isOnline: number) => void} _stadttor_online
 * @property {(isVisible: number) => void} _stadttor_visible
 * @property {() => void} _stadttor_rebuild
 * @property {() => void} _stadttor_speech_ended
 * @property {(length: number) => void} _stadttor_gives_way
 * @property {() => void} _stadttor_tell_tree
 * @property {() => void} _stadttor_stop_telling
 * @property {(high: number, low: number) => number} _stadttor_handle_of_key 0: nothing stands for it
 * @property {(handle: number) => number} _stadttor_key_high
 * @property {(handle: number) => number} _stadttor_key_low
 * @property {(length: number) => number} _stadttor_word length of the word for the key
 * @property {() => number} _stadttor_word_text
 * @property {(latitude: number, longitude: number) => void} _stadttor_found_position degrees
 * @property {(size: number) => number} _stadttor_answer_field
 * @property {(ticket: number, kind: number) => void} _stadttor_answer
 */

/**
 * What C++ may call, as Module.host.
 * @typedef {object} Host
 * @property {(pointer: number, length: number) => void} applyChanges
 * @property {() => void} requestFrame
 * @property {() => number} now milliseconds since the page's start
 * @property {(pointer: number, length: number, isWhole: boolean) => void} tellTree changes of the tree, for scenes
 * @property {(call: number, ticket: number, list: number, count: number) => void} ask answered by _stadttor_answer
 * @property {(key: number) => void} forgetKey
 * @property {(pointer: number, length: number) => void} giveUp nothing will be shown; UTF-8 text says why
 */

/** @typedef {{ exports: CoreExports, memory: () => Uint8Array }} Core */
/** @typedef {{ instance: WebAssembly.Instance, module: WebAssembly.Module }} Instantiated */
/** @typedef {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} ReceiveInstance */
/** @typedef {(imports: WebAssembly.Imports, receive: ReceiveInstance) => object} InstantiateWasm */
/** @typedef {{ host: Host, instantiateWasm: InstantiateWasm, onAbort: (what: unknown) => void }} CoreOptions */
/** @typedef {(options: CoreOptions) => Promise<CoreExports & { HEAPU8?: Uint8Array }>} CoreFactory */

/**
 * @param {CoreAddresses} addresses
 * @param {Host} host
 * @param {(what: unknown) => void} onAbort
 * @returns {Promise<Core>}
 */
export async function loadCore(addresses, host, onAbort) {
  if (typeof WebAssembly === "undefined") throw new Error("no WebAssembly");
  // Both at once; who waits for the response comes later, so its failure is kept for then.
  const response = requestCore(addresses);
  response.catch(() => {});
  const { default: factory } = /** @type {{ default: CoreFactory }} */ (await import(addresses.script));
  return new Promise((resolve, reject) => {
    /** @type {WebAssembly.Memory | undefined} */
    let memory;
    /** @type {InstantiateWasm} */
    const instantiateWasm = (imports, receive) => {
      instantiate(response, imports).then(({ instance, module }) => {
        memory = exportedMemory(instance);
        receive(instance, module);
      }, reject);
      return {};
    };
    factory({ host, instantiateWasm, onAbort }).then((exports) => {
      // The memory's buffer is another one after each growth.
      const bytes = () => (memory ? new Uint8Array(memory.buffer) : /** @type {Uint8Array} */ (exports.HEAPU8));
      resolve({ exports, memory: bytes });
    }, reject);
  });
}

/**
 * @param {CoreAddresses} addresses
 * @returns {Promise<Response>}
 */
async function requestCore({ core, integrity }) {
  const options = integrity === "" ? {} : { integrity };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(core, options);
  } catch {
    // A broken copy in a cache fails its check for ever; asked like this, caches and the service worker get a new
    // one.
    response = await fetch(core, { ...options, cache: "reload" });
  }
  if (!response.ok) throw new Error(`engine: HTTP ${response.status}`);
  return response;
}

/**
 * @param {Promise<Response>} pending
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<Instantiated>}
 */
async function instantiate(pending, imports) {
  const response = await pending;
  const type = response.headers.get("content-type") ?? "";
  // Some servers do not know the type that streaming insists on.
  if (type.startsWith("application/wasm") && typeof WebAssembly.instantiateStreaming === "function") {
    return WebAssembly.instantiateStreaming(response, imports);
  }
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

/** By kind, for its name is shortened in optimised builds. @param {WebAssembly.Instance} instance */
function exportedMemory(instance) {
  for (const exported of Object.values(instance.exports)) {
    if (exported instanceof WebAssembly.Memory) return exported;
  }
  return undefined;
}
