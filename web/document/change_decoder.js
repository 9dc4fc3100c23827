// Decodes one binary change list (layout: src/presentation/document/change_encoder.h) into calls on an applier.
// Knows the format; what an operation does to the document is change_applier.js's business.
import { ChangeReader, MalformedChangeList } from "./change_reader.js";

/** @typedef {import("./change_applier.js").Applier} Applier */
/** @typedef {{ root: number, mask: number, key: string }} HydratedNode */
/** @typedef {(reader: ChangeReader, applier: Applier) => void} Operation */

// A handle is node number * 8 + part.
export const PART_LIMIT = 8;

/** @type {readonly (Operation | null)[]} by operation code */
const OPERATIONS = Object.freeze([
  null,
  (r, to) => to.create(r.byte(), r.number(), r.number(), r.number()),
  (r, to) => to.setText(r.number(), r.string()),
  (r, to) => to.setAttribute(r.number(), r.byte(), r.string()),
  (r, to) => to.removeAttribute(r.number(), r.byte()),
  (r, to) => to.remove(r.number()),
  (r, to) => to.move(r.number(), r.number(), r.number()),
  (r, to) => to.setValue(r.number(), r.string()),
  (r, to) => to.setChecked(r.number(), r.byte() !== 0),
  (r, to) => to.hydrate(readHydratedNodes(r)),
  (r, to) => to.focus(r.number()),
  (r, to) => to.announce(r.byte() !== 0, r.string()),
  (r, to) => to.setDocument(r.string(), r.string(), r.string()),
  (r, to) => to.pushUrl(r.string()),
  (r, to) => to.replaceUrl(r.string()),
  (_, to) => to.scrollToTop(),
  (_, to) => to.restoreScroll(),
  (r, to) => to.scrollTo(r.string()),
  (r, to) => to.showModal(r.number()),
  (r, to) => to.closeModal(r.number()),
  (_, to) => to.rebuild(),
  (r, to) => to.openUrl(r.string()),
  (r, to) => to.setView(r.string(), r.string()),
  (_, to) => to.forgetView(),
  (r, to) => to.speak(r.string(), r.string()),
  (_, to) => to.print(),
  (r, to) => to.saveFile(r.string(), r.string()),
  (r, to) => to.askBeforeLeaving(r.byte() !== 0),
]);

/**
 * @param {ChangeReader} reader
 * @returns {HydratedNode[]}
 */
function readHydratedNodes(reader) {
  /** @type {HydratedNode[]} */
  const nodes = [];
  for (let left = reader.number(); left > 0; left--) {
    nodes.push({ root: reader.number(), mask: reader.byte(), key: reader.string() });
  }
  return nodes;
}

/**
 * Throws MalformedChangeList (or TypeError for broken UTF-8); operations before the fault have been applied by then.
 * @param {Uint8Array} bytes
 * @param {Applier} applier
 */
export function decodeChanges(bytes, applier) {
  const reader = new ChangeReader(bytes);
  while (!reader.isAtEnd) {
    const code = reader.byte();
    const operation = OPERATIONS[code];
    if (!operation) throw new MalformedChangeList(`unknown operation ${code}`);
    operation(reader, applier);
  }
  reader.finish();
}
