// The engine's records, in IndexedDB: one object store with [store, key] as key. A batch is one transaction, so its
// conditions are looked at and its writes are made without anybody in between, in this tab or another.
import { bytesOf, numberOf, textOf } from "./field_bytes.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */
/** @typedef {{ at: [string, Bytes], value: Bytes | null }} Entry */

const DATABASE = "stadttor";
const VERSION = 1;
const RECORDS = "records";

/** @param {Bytes[]} fields four for each: store, key, "1" where there is a value, the value @returns {Entry[]} */
function entriesIn(fields) {
  const entries = [];
  for (let at = 0; at + 4 <= fields.length; at += 4) {
    const [store, key, has, value] = /** @type {[Bytes, Bytes, Bytes, Bytes]} */ (fields.slice(at, at + 4));
    entries.push(/** @type {Entry} */ ({ at: [textOf(store), key], value: textOf(has) === "1" ? value : null }));
  }
  return entries;
}

/** @param {Bytes | undefined} a @param {Bytes | null} b */
function isSame(a, b) {
  if (a === undefined || b === null) return a === undefined && b === null;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** @param {unknown} error */
function refusalFrom(error) {
  if (error instanceof Refusal) return error;
  const { name = "", message = "" } = /** @type {DOMException} */ (error ?? {});
  if (name === "QuotaExceededError") return new Refusal(Kind.StorageFull, "the browser gives no more room");
  return new Refusal(Kind.StorageUnreadable, `${name}: ${message}`);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(refusalFrom(request.error));
  });
}

export class RecordCalls {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;

  /** @returns {Promise<IDBDatabase>} */
  #database() {
    this.#opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, VERSION);
      request.onupgradeneeded = () => void request.result.createObjectStore(RECORDS);
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => (this.#opening = null);
        // Another tab erases everything, or the browser takes the database away.
        database.onversionchange = () => {
          database.close();
          forget();
        };
        database.onclose = forget;
        resolve(database);
      };
      request.onerror = () => {
        this.#opening = null;
        reject(refusalFrom(request.error));
      };
    });
    return this.#opening;
  }

  // Looking for records makes no database: a visit that keeps nothing leaves nothing.
  async #isThere() {
    if (this.#opening !== null) return true;
    try {
      return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
    } catch {
      return true;
    }
  }

  /** @param {IDBTransactionMode} mode @param {IDBTransactionDurability} [durability] */
  async #begin(mode, durability = "default") {
    try {
      return (await this.#database()).transaction(RECORDS, mode, { durability });
    } catch (error) {
      // Closed under our hands: opened anew, once.
      if (/** @type {DOMException} */ (error).name !== "InvalidStateError") throw refusalFrom(error);
      this.#opening = null;
      return (await this.#database()).transaction(RECORDS, mode, { durability });
    }
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async write([durability, count, ...fields]) {
    const entries = entriesIn(fields);
    const conditions = entries.splice(0, numberOf(count));
    const transaction = await this.#begin("readwrite", textOf(durability) === "strict" ? "strict" : "relaxed");
    const records = transaction.objectStore(RECORDS);
    return new Promise((resolve, reject) => {
      /** @type {unknown} */
      let refusal = null;
      transaction.oncomplete = () => resolve([]);
      transaction.onabort = () => reject(refusalFrom(refusal ?? transaction.error));
      const fail = (/** @type {unknown} */ why) => {
        refusal ??= why;
        transaction.abort();
      };
      const writeAll = () => {
        for (const { at, value } of entries) {
          if (value === null) records.delete(at);
          else records.put(value, at);
        }
      };
      let open = conditions.length;
      if (open === 0) writeAll();
      for (const { at, value } of conditions) {
        const request = records.get(at);
        request.onsuccess = () => {
          open -= 1;
          if (refusal !== null) return;
          if (isSame(request.result, value)) {
            if (open === 0) writeAll();
          } else {
            fail(new Refusal(Kind.ChangedElsewhere, "a record is not as it was read"));
          }
        };
      }
    });
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async read([store, key = new Uint8Array()]) {
    const transaction = await this.#begin("readonly");
    const value = await answered(transaction.objectStore(RECORDS).get([textOf(store), key]));
    return value === undefined ? [] : [value];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} key and value by turns, in the order of keys */
  async readAll([store]) {
    if (!(await this.#isThere())) return [];
    const name = textOf(store);
    const transaction = await this.#begin("readonly");
    const records = transaction.objectStore(RECORDS);
    // Lists come after bytes in the order of keys.
    const range = IDBKeyRange.bound([name], [name, []]);
    const [keys, values] = await Promise.all([answered(records.getAllKeys(range)), answered(records.getAll(range))]);
    return keys.flatMap((key, at) => [new Uint8Array(/** @type {any} */ (key)[1]), values[at]]);
  }

  /** @returns {Promise<Bytes[]>} */
  async erase() {
    (await this.#opening?.catch(() => null))?.close();
    this.#opening = null;
    await answered(indexedDB.deleteDatabase(DATABASE));
    return [];
  }

  /** Asks the browser not to clear the records away by itself. @returns {Promise<Bytes[]>} "1": it promised */
  async persist() {
    const isPromised = await navigator.storage?.persist?.().catch(() => false);
    return [bytesOf(isPromised === true ? "1" : "")];
  }
}
