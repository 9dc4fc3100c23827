// Finds the elements of a prerendered page for the nodes the engine has: roots of nodes by data-k in document order,
// parts of a node by data-part. Elements of others (translators, extensions) are passed over. Changes nothing.
import { PART_LIMIT } from "./change_decoder.js";

/** @typedef {import("./change_decoder.js").HydratedNode} HydratedNode */

/**
 * @param {Element} top the outermost prerendered element, or what holds it
 * @param {HydratedNode[]} nodes in document order
 * @returns {Map<number, Element> | null} elements by handle; null where one is missing and the page must be built anew
 */
export function findPrerendered(top, nodes) {
  /** @type {Map<number, Element>} */
  const found = new Map();
  let next = 0;

  /**
   * @param {Element} element
   * @param {HydratedNode | undefined} owner the node whose parts may stand here
   */
  const visit = (element, owner) => {
    const key = element.getAttribute("data-k");
    const expected = nodes[next];
    let inner = owner;
    if (key !== null && expected !== undefined && key === expected.key) {
      next += 1;
      found.set(expected.root, element);
      inner = expected;
    } else if (owner !== undefined) {
      const part = Number(element.getAttribute("data-part"));
      const handle = owner.root + part;
      if (part > 0 && part < PART_LIMIT && (owner.mask & (1 << part)) !== 0 && !found.has(handle)) {
        found.set(handle, element);
      }
    }
    for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) visit(child, inner);
  };
  visit(top, undefined);

  return next === nodes.length && nodes.every((node) => hasAllParts(node, found)) ? found : null;
}

/**
 * @param {HydratedNode} node
 * @param {Map<number, Element>} found
 */
function hasAllParts(node, found) {
  for (let part = 1; part < PART_LIMIT; part++) {
    if ((node.mask & (1 << part)) !== 0 && !found.has(node.root + part)) return false;
  }
  return true;
}
