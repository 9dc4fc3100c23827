// Answers what the engine asks of the browser: keys, records, locks, time, turns, pictures
// (src/platform/web/browser_calls.h). Loaded with the first question, so that pages without a vault do not carry it.
import { bytesOf, numberOf } from "./field_bytes.js";
import { KeyCalls } from "./key_calls.js";
import { LockCalls } from "./lock_calls.js";
import * as passkeys from "./passkey_calls.js";
import * as pictures from "./picture_calls.js";
import { findPosition } from "./position_call.js";
import { RecordCalls } from "./record_calls.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */

/**
 * The part of a compiled program that takes answers.
 * @typedef {object} AnswerExports
 * @property {(size: number) => number} _stadttor_answer_field place for the next one
 * @property {(ticket: number, kind: number) => void} _stadttor_answer
 */
/** @typedef {{ exports: AnswerExports, memory: () => Uint8Array }} Program */
/** @typedef {import("./passphrase.js").PassphraseAddresses} PassphraseAddresses */
/** @typedef {import("./picture_calls.js").ShownPictures} ShownPictures */
/** @typedef {{ worker: PassphraseAddresses, shown: ShownPictures }} Studio where pictures are made and shown */

const ANSWERED = -1;

/**
 * In the order of BrowserCall in C++.
 * @typedef {Bytes[] | Promise<Bytes[]>} Fields
 * @typedef {(keys: KeyCalls, records: RecordCalls, fields: Bytes[], locks: LockCalls, studio: Studio) => Fields} Answer
 * @type {readonly Answer[]}
 */
const CALLS = [
  () => [],
  (keys, _, fields) => keys.makeKey(fields),
  (keys, _, fields) => keys.importKey(fields),
  (keys, _, fields) => keys.importRsaPublic(fields),
  (keys, _, fields) => keys.importRsaPrivate(fields),
  (keys, _, fields) => keys.importEcPublic(fields),
  (keys, _, fields) => keys.deriveKey(fields),
  (keys, _, fields) => keys.derivePassphraseKey(fields),
  (keys, _, fields) => keys.encrypt(fields),
  (keys, _, fields) => keys.decrypt(fields),
  (keys, _, fields) => keys.seal(fields),
  (keys, _, fields) => keys.open(fields),
  (keys, _, fields) => keys.wrapKey(fields),
  (keys, _, fields) => keys.unwrapKey(fields),
  (keys, _, fields) => keys.hash(fields),
  (keys, _, fields) => keys.authenticate(fields),
  (keys, _, fields) => keys.verify(fields),
  (_, records, fields) => records.write(fields),
  (_, records, fields) => records.read(fields),
  (_, records, fields) => records.readAll(fields),
  (_, records) => records.erase(),
  (_, records) => records.persist(),
  (_, __, [milliseconds = new Uint8Array()]) => new Promise((due) => setTimeout(due, numberOf(milliseconds), [])),
  (_, __, fields, locks) => locks.hold(fields),
  (_, __, fields, locks) => locks.tryToHold(fields),
  (_, __, fields, locks) => locks.release(fields),
  (keys) => keys.makeRsaPair(),
  () => passkeys.look(),
  (_, __, fields) => passkeys.make(fields),
  (_, __, fields) => passkeys.ask(fields),
  (_, __, fields) => passkeys.forget(fields),
  (keys, _, fields) => keys.solvePuzzle(fields),
  (_, __, fields, ___, { worker }) => pictures.prepare(worker, fields),
  (_, __, fields, ___, { shown }) => pictures.show(shown, fields),
  (_, __, fields, ___, { shown }) => pictures.forget(shown, fields),
  () => findPosition(),
];

export class BrowserCalls {
  #keys;
  #records = new RecordCalls();
  #locks = new LockCalls();
  #studio;
  #enter;

  /**
   * @param {PassphraseAddresses} passphrase
   * @param {(call: (program: Program) => void) => void} enter the program, one call at a time
   * @param {ShownPictures} [shown] where the page shows pictures from
   */
  constructor(passphrase, enter, shown = pictures.NO_PICTURES) {
    this.#keys = new KeyCalls(passphrase);
    this.#studio = { worker: passphrase, shown };
    this.#enter = enter;
  }

  /** @param {number} call @param {number} ticket @param {Bytes[]} fields */
  ask(call, ticket, fields) {
    // In a microtask of its own, whatever the call is: an answer never comes inside the question.
    Promise.resolve()
      .then(() => {
        const answer = CALLS[call];
        if (answer === undefined) throw new Refusal(Kind.NotSupported, `no call ${call}`);
        return answer(this.#keys, this.#records, fields, this.#locks, this.#studio);
      })
      .then(
        (answer) => this.#answer(ticket, ANSWERED, answer),
        (error) => {
          const kind = error instanceof Refusal ? error.kind : Kind.NotSupported;
          this.#answer(ticket, kind, [bytesOf(String(error?.message ?? error))]);
        },
      );
  }

  /** @param {number} key */
  forgetKey(key) {
    this.#keys.forget(key);
  }

  /** @param {number} ticket @param {number} kind @param {Bytes[]} fields */
  #answer(ticket, kind, fields) {
    this.#enter(({ exports, memory }) => {
      for (const field of fields) {
        // In this order: making room may replace the memory's buffer.
        const place = exports._stadttor_answer_field(field.length);
        memory().set(field, place);
      }
      exports._stadttor_answer(ticket, kind);
      for (const field of fields) field.fill(0);
    });
  }
}
