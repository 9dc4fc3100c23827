// The place of the page within the host document. The prerendered #portal is either the outermost element of the page
// itself (it carries data-k) or an empty holder for it; a marker keeps the place while the page is rebuilt.

export class PortalRoot {
  #marker = document.createComment("stadttor");
  #isHolder;

  /** @param {HTMLElement} portal the element #portal */
  constructor(portal) {
    this.portal = portal;
    this.#isHolder = !portal.hasAttribute("data-k");
    /** Everything of the page stands in it, before and after a rebuild: the place for delegated listeners. */
    this.container = this.#isHolder ? portal : /** @type {HTMLElement} */ (portal.parentElement);
    if (this.#isHolder) portal.prepend(this.#marker);
    else portal.before(this.#marker);
  }

  /** What a first element goes behind. */
  get marker() {
    return this.#marker;
  }

  empty() {
    if (!this.#isHolder) {
      this.portal.remove();
      return;
    }
    while (this.#marker.nextSibling !== null) this.#marker.nextSibling.remove();
  }

  /** The outermost element was built anew. @param {Element} element */
  adopt(element) {
    if (!this.#isHolder && element instanceof HTMLElement) this.portal = element;
  }
}
