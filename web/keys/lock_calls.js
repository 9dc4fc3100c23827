// What only one tab may do at a time (Web Locks API). A closed or crashed tab holds nothing any more.
import { bytesOf, numberOf, textOf } from "./field_bytes.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */

const PREFIX = "stadttor/";

export class LockCalls {
  /** @type {Map<number, () => void>} lets go of a lock, by its number */
  #held = new Map();
  #last = 0;

  /** Waits for the lock. @param {Bytes[]} fields name @returns {Promise<Bytes[]>} its number */
  hold(fields) {
    return this.#request(fields, {});
  }

  /** @param {Bytes[]} fields name @returns {Promise<Bytes[]>} its number */
  tryToHold(fields) {
    return this.#request(fields, { ifAvailable: true });
  }

  /** @param {Bytes[]} fields number @returns {Bytes[]} */
  release([number = new Uint8Array()]) {
    const held = numberOf(number);
    this.#held.get(held)?.();
    this.#held.delete(held);
    return [];
  }

  /** @param {Bytes[]} fields @param {LockOptions} options @returns {Promise<Bytes[]>} */
  #request([name = new Uint8Array()], options) {
    return new Promise((resolve, reject) => {
      const keep = (/** @type {() => void} */ letGo) => {
        this.#last += 1;
        this.#held.set(this.#last, letGo);
        resolve([bytesOf(String(this.#last))]);
      };
      // Browsers without locks are older than what else the engine needs.
      if (navigator.locks === undefined) return keep(() => {});
      navigator.locks
        .request(PREFIX + textOf(name), options, (lock) => {
          if (lock === null) throw new Refusal(Kind.ChangedElsewhere, "held by another tab");
          return new Promise((letGo) => keep(() => letGo(undefined)));
        })
        .catch(reject);
    });
  }
}
