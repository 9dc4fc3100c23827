// Which disclosures and dialogs the engine believes open, so that the browser's "toggle" and "close" events that echo
// the engine's own changes are told from the citizen's.

export class OpenState {
  /** @type {WeakMap<Element, boolean>} */
  #known = new WeakMap();

  /**
   * @param {Element} element
   * @param {boolean} isOpen
   */
  note(element, isOpen) {
    this.#known.set(element, isOpen);
  }

  /**
   * @param {Element} element
   * @param {boolean} isOpen as it stands now
   * @returns {boolean} whether the engine does not know yet; it counts as told afterwards
   */
  isNews(element, isOpen) {
    if (this.#known.get(element) === isOpen) return false;
    this.#known.set(element, isOpen);
    return true;
  }
}
