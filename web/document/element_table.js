// Which element stands for which handle of the engine, both ways. Elements that others put into the page have none.

export class ElementTable {
  /** @type {Map<number, Element>} */
  #elements = new Map();
  /** @type {WeakMap<Element, number>} */
  #handles = new WeakMap();

  get size() {
    return this.#elements.size;
  }

  /**
   * @param {number} handle
   * @param {Element} element
   */
  add(handle, element) {
    this.#elements.set(handle, element);
    this.#handles.set(element, handle);
  }

  /**
   * @param {number} handle
   * @returns {Element | undefined}
   */
  element(handle) {
    return this.#elements.get(handle);
  }

  /**
   * @param {Element} element
   * @returns {number} 0 for an element that is not the engine's
   */
  handle(element) {
    return this.#handles.get(element) ?? 0;
  }

  /**
   * @param {Element | null} element
   * @returns {Element | null} itself or the nearest ancestor that is the engine's
   */
  closestOwned(element) {
    let at = element;
    while (at !== null && this.handle(at) === 0) at = at.parentElement;
    return at;
  }

  /** Of an element about to be removed and of everything in it. @param {Element} root */
  forget(root) {
    this.#forgetOne(root);
    for (const element of root.querySelectorAll("*")) this.#forgetOne(element);
  }

  clear() {
    for (const element of this.#elements.values()) this.#handles.delete(element);
    this.#elements.clear();
  }

  /** @param {Element} element */
  #forgetOne(element) {
    const handle = this.#handles.get(element);
    if (handle === undefined) return;
    this.#handles.delete(element);
    // A clone or a reused number must not take away the element that stands there now.
    if (this.#elements.get(handle) === element) this.#elements.delete(handle);
  }
}
