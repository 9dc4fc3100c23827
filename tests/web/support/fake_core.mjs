// Stands where the compiled engine would: an Emscripten-like factory around a WebAssembly module that has memory and nothing
// else. Tests script what it shows.
import { ChangeList } from "./change_list.mjs";

/** @param {any} options what the page gives to Emscripten */
export default function factory(options) {
  const TEXT = 1024;
  const LIST = 32768;
  /** @type {any} */
  const core = {
    calls: [],
    host: options.host,
    onAbort: options.onAbort,
    list: () => new ChangeList(),
    /** @param {{ bytes(): Uint8Array }} list */
    show(list) {
      const bytes = list.bytes();
      new Uint8Array(core.memory.buffer).set(bytes, LIST);
      options.host.applyChanges(LIST, bytes.length);
    },
    text: (/** @type {number} */ length) => new TextDecoder().decode(new Uint8Array(core.memory.buffer, TEXT, length)),
  };
  const script = /** @type {any} */ (globalThis).coreScript ?? {};
  const record = (/** @type {string} */ name, /** @type {any[]} */ values) => {
    core.calls.push([name, ...values]);
    script[name]?.(core, ...values);
  };
  Object.assign(globalThis, { core });
  return new Promise((resolve) => {
    options.instantiateWasm({}, (/** @type {WebAssembly.Instance} */ instance) => {
      core.memory = instance.exports.m;
      resolve({
        // Grows at every text, so that a view kept by the page would be a dead one.
        _stadttor_text: () => (core.memory.grow(1), TEXT),
        _stadttor_start: (/** @type {number} */ length) => record("start", [JSON.parse(core.text(length))]),
        _stadttor_act: (/** @type {number} */ handle, /** @type {number} */ kind, /** @type {number} */ length) =>
          record("act", [handle, kind, core.text(length)]),
        _stadttor_open: (/** @type {number} */ length) => record("open", [core.text(length)]),
        _stadttor_frame: () => record("frame", []),
        _stadttor_visible: (/** @type {number} */ isVisible) => record("visible", [isVisible]),
        _stadttor_online: (/** @type {number} */ isOnline) => record("online", [isOnline]),
        _stadttor_rebuild: () => record("rebuild", []),
        _stadttor_speech_ended: () => record("speech_ended", []),
      });
    });
  });
}
