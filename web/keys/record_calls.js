// The engine's records, in IndexedDB. A batch is one transaction, so its conditions are looked at and its writes are
// made without anybody in between, in this tab or another. Where the browser can have one, a copy follows before a
// batch counts as written (record_copy.js).
import { bytesOf, numberOf, textOf } from "./field_bytes.js";
import { RecordCopy, SEQUENCE } from "./record_copy.js";
import { answered, putRows, recordsOf, RecordDatabase, refusalFrom } from "./record_database.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */
/** @typedef {import("./record_database.js").Row} Row */

const LOCK = "stadttor/records";

/** @param {Bytes[]} fields four for each: store, key, "1" where there is a value, the value @returns {Row[]} */
function rowsIn(fields) {
  const rows = [];
  for (let at = 0; at + 4 <= fields.length; at += 4) {
    const [store, key, has, value] = /** @type {[Bytes, Bytes, Bytes, Bytes]} */ (fields.slice(at, at + 4));
    rows.push({ key: [textOf(store), key], value: textOf(has) === "1" ? value : undefined });
  }
  return rows;
}

/** @param {Bytes | undefined} a @param {unknown} b */
function isSame(a, b) {
  if (a === undefined || !(b instanceof Uint8Array)) return a === undefined && b === undefined;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/**
 * Writes the rows where the conditions hold.
 * @param {IDBTransaction} transaction
 * @param {Row[]} conditions
 * @param {Row[]} rows
 * @param {boolean} isCounted
 * @returns {Promise<number>} how many batches there are with this one, where they are counted
 */
function writeRows(transaction, conditions, rows, isCounted) {
  const records = recordsOf(transaction);
  return new Promise((resolve, reject) => {
    let sequence = 0;
    /** @type {unknown} */
    let refusal = null;
    transaction.oncomplete = () => resolve(sequence);
    transaction.onabort = () => reject(refusalFrom(refusal ?? transaction.error));
    const count = () => {
      const request = records.get(SEQUENCE);
      request.onsuccess = () => {
        sequence = (request.result ?? 0) + 1;
        records.put(sequence, SEQUENCE);
      };
    };
    const writeAll = () => {
      putRows(records, rows);
      if (isCounted) count();
    };
    let open = conditions.length;
    if (open === 0) writeAll();
    for (const { key, value } of conditions) {
      const request = records.get(key);
      request.onsuccess = () => {
        open -= 1;
        if (refusal !== null) return;
        if (isSame(request.result, value)) {
          if (open === 0) writeAll();
        } else {
          refusal = new Refusal(Kind.ChangedElsewhere, "a record is not as it was read");
          transaction.abort();
        }
      };
    }
  });
}

export class RecordCalls {
  #copy = new RecordCopy();
  // Made anew where the browser has thrown it away, it has what the copy has.
  #database = new RecordDatabase(() => indexedDB, () => this.#copy.allRows());

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async write([durability, count, ...fields]) {
    const rows = rowsIn(fields);
    const conditions = rows.splice(0, numberOf(count));
    const isStrict = textOf(durability) === "strict";
    const write = async (/** @type {boolean} */ hasCopy) => {
      const transaction = await this.#database.begin("readwrite", isStrict ? "strict" : "relaxed");
      const sequence = await writeRows(transaction, conditions, rows, hasCopy);
      if (hasCopy) await this.#copy.follow(sequence, rows, () => this.#database.allRows());
    };
    await (RecordCopy.isPossible() ? navigator.locks.request(LOCK, () => write(true)) : write(false));
    return [];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async read([store, key = new Uint8Array()]) {
    const transaction = await this.#database.begin("readonly");
    const value = await answered(recordsOf(transaction).get([textOf(store), key]));
    return value === undefined ? [] : [value];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} key and value by turns, in the order of keys */
  async readAll([store]) {
    if (!(await this.#database.isThere()) && !(await this.#copy.isThere())) return [];
    const name = textOf(store);
    const records = recordsOf(await this.#database.begin("readonly"));
    // Lists come after bytes in the order of keys.
    const range = IDBKeyRange.bound([name], [name, []]);
    const [keys, values] = await Promise.all([answered(records.getAllKeys(range)), answered(records.getAll(range))]);
    return keys.flatMap((key, at) => [new Uint8Array(/** @type {any} */ (key)[1]), values[at]]);
  }

  /** @returns {Promise<Bytes[]>} */
  async erase() {
    const erase = async () => {
      // The copy first: if the end comes between the two, nothing that was to go comes back from it.
      await this.#copy.erase();
      await this.#database.erase();
    };
    await (RecordCopy.isPossible() ? navigator.locks.request(LOCK, erase) : erase());
    return [];
  }

  /** Asks the browser not to clear the records away by itself. @returns {Promise<Bytes[]>} "1": it promised */
  async persist() {
    const isPromised = await navigator.storage?.persist?.().catch(() => false);
    return [bytesOf(isPromised === true ? "1" : "")];
  }
}
