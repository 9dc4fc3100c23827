// Menus made of <details>: closed by Escape, by a click or a focus elsewhere, and when the address changes. The focus
// never stays inside a closed one.

const MENU = "details.st-dropdown";

export class DropdownMenus {
  #container;

  /** @param {Element} container */
  constructor(container) {
    this.#container = container;
    document.addEventListener("click", (event) => this.#closeOthers(event.target));
    document.addEventListener("focusin", (event) => this.#closeOthers(event.target));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  close() {
    for (const menu of this.#openMenus()) {
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary")?.focus({ preventScroll: true });
    }
  }

  /** @param {EventTarget | null} target */
  #closeOthers(target) {
    for (const menu of this.#openMenus()) {
      if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    }
  }

  /** @returns {HTMLDetailsElement[]} */
  #openMenus() {
    const open = [];
    for (const menu of this.#container.querySelectorAll(MENU)) {
      if (menu instanceof HTMLDetailsElement && menu.open) open.push(menu);
    }
    return open;
  }
}
