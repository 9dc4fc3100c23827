// What the engine asks of the browser (keys, records, pictures): fetches the script that answers with the first
// question, and passes questions and answers on. Where the script cannot be had, every question is refused.
import { keyAddresses } from "./boot_facts.js";

/** @typedef {import("./keys/browser_calls.js").BrowserCalls} BrowserCalls */
/** @typedef {import("./keys/browser_calls.js").Program} Program */
/** @typedef {import("./keys/picture_calls.js").ShownPictures} ShownPictures */

/** ErrorKind::NotSupported of src/foundation/error.h. */
const NOT_SUPPORTED = 9;

export class EngineQuestions {
  #enter;
  #shown;
  /** @type {Promise<BrowserCalls> | null} */
  #loading = null;

  /**
   * @param {(call: (program: Program) => void) => void} enter the engine, one call at a time
   * @param {ShownPictures} [shown] where the page shows pictures from
   */
  constructor(enter, shown) {
    this.#enter = enter;
    this.#shown = shown;
  }

  /** @param {number} call @param {number} ticket @param {Uint8Array<ArrayBuffer>[]} fields */
  ask(call, ticket, fields) {
    this.#calls().then(
      (calls) => calls.ask(call, ticket, fields),
      () => {
        this.#loading = null;
        this.#enter(({ exports }) => exports._stadttor_answer(ticket, NOT_SUPPORTED));
      },
    );
  }

  /** @param {number} key */
  forgetKey(key) {
    this.#loading?.then((calls) => calls.forgetKey(key), () => {});
  }

  #calls() {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load() {
    const addresses = keyAddresses();
    if (addresses === null) throw new Error("this site keeps nothing");
    const script = /** @type {typeof import("./keys.js")} */ (await import(addresses.script));
    return new script.BrowserCalls(addresses.passphrase, this.#enter, this.#shown);
  }
}
