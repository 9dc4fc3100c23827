// Why a question of the engine has no answer, as it names it (src/foundation/error.h).

/** The numbers of ErrorKind that are used here. */
export const Kind = {
  TimedOut: 1,
  Cancelled: 2,
  ServerRefused: 3,
  NotFound: 5,
  MalformedData: 6,
  StorageFull: 7,
  StorageUnreadable: 8,
  NotSupported: 9,
  Tampered: 11,
  OutOfMemory: 12,
  ChangedElsewhere: 13,
  AlreadyThere: 14,
};

export class Refusal extends Error {
  /** @param {number} kind @param {string} detail */
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}
