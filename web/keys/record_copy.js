// A second copy of the records, in a storage bucket of its own (WICG Storage Buckets). Chromium throws a whole database
// away that it cannot read any more ("checksum mismatch"), and when its processes are killed while they write, that
// happens: once in some hundred kills of a busy device. Buckets have their files apart, and one of the two is not
// written while the other is. Other browsers have neither the fault nor buckets.
import { answered, putRows, recordsOf, RecordDatabase, refusalFrom } from "./record_database.js";

/** @typedef {import("./record_database.js").Row} Row */
/** @typedef {{ indexedDB: IDBFactory }} Bucket */
/**
 * @typedef {object} Buckets
 * @property {(name: string, options: { durability: IDBTransactionDurability }) => Promise<Bucket>} open
 * @property {() => Promise<string[]>} keys
 * @property {(name: string) => Promise<void>} delete
 */

const BUCKET = "stadttor-copy";
const PATIENCE_MILLISECONDS = 10_000;

/** Where both databases say how many batches they have taken. */
export const SEQUENCE = ["sequence"];

const buckets = () => /** @type {{ storageBuckets?: Buckets }} */ (/** @type {unknown} */ (navigator)).storageBuckets;

/** No citizen waits for a copy for ever. @template T @param {Promise<T>} answer @returns {Promise<T>} */
function inTime(answer) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the copy does not answer")), PATIENCE_MILLISECONDS);
    answer.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

export class RecordCopy {
  // Held, because Chromium lets the bucket's database fall silent when the bucket itself is collected as garbage.
  /** @type {Bucket | null} */
  #bucket = null;
  #isGivenUp = false;
  #database = new RecordDatabase(
    async () => {
      this.#bucket = await /** @type {Buckets} */ (buckets()).open(BUCKET, { durability: "strict" });
      return this.#bucket.indexedDB;
    },
  );

  /** Whether this browser can have one; with locks, because tabs that write at once would have another order in it. */
  static isPossible = () => buckets() !== undefined && navigator.locks !== undefined;

  /** @returns {Promise<boolean>} */
  async isThere() {
    return RecordCopy.isPossible() && ((await buckets()?.keys().catch(() => [])) ?? []).includes(BUCKET);
  }

  /** @returns {Promise<Row[]>} what it has; none where there is no copy, or none that can be read */
  async allRows() {
    return (await this.isThere()) ? inTime(this.#database.allRows()).catch(() => []) : [];
  }

  /**
   * Takes over what the records' batch of this number has changed, or everything where it has not seen those before it.
   * @param {number} sequence
   * @param {Row[]} changes
   * @param {() => Promise<Row[]>} everything
   */
  async follow(sequence, changes, everything) {
    if (!this.#isGivenUp) {
      try {
        return await inTime(this.#take(sequence, changes, everything));
      } catch {
        // The next visit makes a new one.
        this.#isGivenUp = true;
      }
    }
    // An old copy is worse than none, be it another tab's: what has been sent would stand there as still to be sent.
    await this.erase().catch(() => {});
  }

  async erase() {
    if (await this.isThere()) await inTime(buckets()?.delete(BUCKET) ?? Promise.resolve());
    await inTime(this.#database.close());
  }

  /** @param {number} sequence @param {Row[]} changes @param {() => Promise<Row[]>} everything */
  async #take(sequence, changes, everything) {
    const has = await answered(recordsOf(await this.#database.begin("readonly")).get(SEQUENCE));
    if (has === sequence - 1) await this.#write([...changes, { key: SEQUENCE, value: sequence }], false);
    else await this.#write(await everything(), true);
  }

  /** @param {Row[]} rows @param {boolean} isEverything @returns {Promise<void>} */
  async #write(rows, isEverything) {
    const transaction = await this.#database.begin("readwrite", "strict");
    const records = recordsOf(transaction);
    if (isEverything) records.clear();
    putRows(records, rows);
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(refusalFrom(transaction.error));
    });
  }
}
