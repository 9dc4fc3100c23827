// One database with the engine's records, in IndexedDB: one object store with [store, key] as key. How it is opened,
// and opened again when another tab or the browser has closed it; what is written and read is record_calls.js.
import { Kind, Refusal } from "./refusal.js";

/** @typedef {{ key: IDBValidKey, value: unknown }} Row a value that is undefined: there is no record */

const DATABASE = "stadttor";
const VERSION = 1;
const RECORDS = "records";

/** @param {unknown} error */
export function refusalFrom(error) {
  if (error instanceof Refusal) return error;
  const { name = "", message = "" } = /** @type {DOMException} */ (error ?? {});
  if (name === "QuotaExceededError") return new Refusal(Kind.StorageFull, "the browser gives no more room");
  return new Refusal(Kind.StorageUnreadable, `${name}: ${message}`);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(refusalFrom(request.error));
  });
}

/** @param {IDBTransaction} transaction */
export const recordsOf = (transaction) => transaction.objectStore(RECORDS);

/** @param {IDBObjectStore} records @param {Row[]} rows */
export function putRows(records, rows) {
  for (const { key, value } of rows) {
    if (value === undefined) records.delete(key);
    else records.put(value, key);
  }
}

/**
 * Opens the database, or makes it with these rows in it; without rows it is not made.
 * @param {IDBFactory} factory @param {Row[] | null} rows @returns {Promise<IDBDatabase | null>} null: it was not there
 */
function openDatabase(factory, rows) {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = rows === null;
      if (rows === null) return request.transaction?.abort();
      // In the transaction that makes it: nobody sees it without them.
      putRows(request.result.createObjectStore(RECORDS), rows);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isMissing ? resolve(null) : reject(refusalFrom(request.error)));
  });
}

export class RecordDatabase {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;
  #findFactory;
  #firstRows;

  /**
   * @param {() => IDBFactory | Promise<IDBFactory>} findFactory
   * @param {() => Promise<Row[]>} [firstRows] what a database has that is made anew
   */
  constructor(findFactory, firstRows = async () => []) {
    this.#findFactory = findFactory;
    this.#firstRows = firstRows;
  }

  /** Looks without making one: a visit that keeps nothing leaves nothing. */
  async isThere() {
    if (this.#opening !== null) return true;
    try {
      return (await (await this.#findFactory()).databases()).some(({ name }) => name === DATABASE);
    } catch {
      return true;
    }
  }

  /** @param {IDBTransactionMode} mode @param {IDBTransactionDurability} [durability] */
  async begin(mode, durability = "default") {
    try {
      return (await this.#database()).transaction(RECORDS, mode, { durability });
    } catch (error) {
      // Closed under our hands: opened anew, once.
      if (/** @type {DOMException} */ (error).name !== "InvalidStateError") throw refusalFrom(error);
      this.#opening = null;
      return (await this.#database()).transaction(RECORDS, mode, { durability });
    }
  }

  /** @returns {Promise<Row[]>} everything that is in it */
  async allRows() {
    const records = recordsOf(await this.begin("readonly"));
    const [keys, values] = await Promise.all([answered(records.getAllKeys()), answered(records.getAll())]);
    return keys.map((key, at) => ({ key, value: values[at] }));
  }

  async close() {
    (await this.#opening?.catch(() => null))?.close();
    this.#opening = null;
  }

  async erase() {
    await this.close();
    await answered((await this.#findFactory()).deleteDatabase(DATABASE));
  }

  /** @returns {Promise<IDBDatabase>} */
  #database() {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #open() {
    const factory = await this.#findFactory();
    const database = (await openDatabase(factory, null)) ?? (await openDatabase(factory, await this.#firstRows()));
    if (database === null) throw new Refusal(Kind.StorageUnreadable, "the browser makes no database");
    const forget = () => (this.#opening = null);
    // Another tab erases everything, or the browser takes the database away.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    return database;
  }
}
