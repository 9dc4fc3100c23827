// Puts elements into their place among siblings. Never touches an element in which the citizen is at work: its
// siblings move around it instead. Tolerates what translators and extensions put in between.
//
// Children are found by firstElementChild and nextSibling, never by names such as `children`: in a <form> a field
// with that name would answer instead.

/** @typedef {import("./element_table.js").ElementTable} ElementTable */

/**
 * @param {ElementTable} table
 * @param {Element} parent
 * @param {Node | null} after null: as first of the engine's children, behind the parent's own text
 * @returns {Node | null} what the new child goes before; null: at the end
 */
export function referenceFor(table, parent, after) {
  if (after === null) {
    let child = parent.firstElementChild;
    while (child !== null && table.handle(child) === 0) child = child.nextElementSibling;
    return child;
  }
  // Someone may have wrapped it.
  /** @type {Node | null} */
  let sibling = after;
  while (sibling !== null && sibling.parentNode !== parent) sibling = sibling.parentNode;
  return sibling === null ? null : sibling.nextSibling;
}

/**
 * Brings the siblings of `element` into order around it, as if it had been moved before `reference`.
 * @param {Element} element
 * @param {Node | null} reference a sibling; null: the end
 */
export function moveSiblingsAround(element, reference) {
  const parent = /** @type {Node} */ (element.parentNode);
  const isAhead =
    reference === null || (element.compareDocumentPosition(reference) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (isAhead) {
    while (element.nextSibling !== reference) parent.insertBefore(/** @type {Node} */ (element.nextSibling), element);
    return;
  }
  const next = element.nextSibling;
  /** @type {Node | null} */
  let at = reference;
  while (at !== element && at !== null) {
    /** @type {Node | null} */
    const following = at.nextSibling;
    parent.insertBefore(at, next);
    at = following;
  }
}

/**
 * Moves an element in which the citizen is at work under another parent, keeping focus, caret and selection.
 * @param {Element} element
 * @param {Element} parent
 * @param {Node | null} reference
 */
export function moveKeepingFocus(element, parent, reference) {
  if ("moveBefore" in parent && element.isConnected && parent.isConnected) {
    const move = /** @type {(node: Node, child: Node | null) => void} */ (parent.moveBefore);
    move.call(parent, element, reference);
    return;
  }
  const active = document.activeElement;
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  parent.insertBefore(element, reference);
  if (active instanceof HTMLElement && element.contains(active)) active.focus({ preventScroll: true });
  else if (anchorNode && focusNode && element.contains(anchorNode)) {
    selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
  }
}
