// Sets and removes attributes from the allow-list, with the few whose meaning in a living page is not the attribute:
// addresses, what is selected, and what stands open.
import { ATTRIBUTE_NAMES, URL_ATTRIBUTES } from "./element_names.js";
import { MalformedChangeList } from "./change_reader.js";
import { isChosenFile } from "./chosen_files.js";
import { addressOfSquares, isSquarePicture } from "./square_pictures.js";
import { isAllowedUrl } from "./url_allow_list.js";

/** @typedef {import("./chosen_files.js").ChosenFiles} ChosenFiles */
/** @typedef {import("./edit_state.js").EditState} EditState */
/** @typedef {import("./open_state.js").OpenState} OpenState */

export class AttributeWriter {
  #edits;
  #openState;
  #chosenFiles;

  /**
   * @param {EditState} edits
   * @param {OpenState} openState
   * @param {ChosenFiles} chosenFiles
   */
  constructor(edits, openState, chosenFiles) {
    this.#edits = edits;
    this.#openState = openState;
    this.#chosenFiles = chosenFiles;
  }

  /**
   * @param {Element} element
   * @param {number} index place in ATTRIBUTE_NAMES
   * @param {string} value
   */
  set(element, index, value) {
    const name = nameOf(index);
    if (name === "src" && isChosenFile(value)) return showPicture(element, this.#chosenFiles.addressOf(value));
    if (name === "src" && isSquarePicture(value)) return showPicture(element, addressOfSquares(value));
    if (URL_ATTRIBUTES.has(name) && !isAllowedUrl(value, name)) {
      // The old address would be a lie as much as the refused one is a danger.
      element.removeAttribute(name);
      return;
    }
    if (name === "open") this.#openState.note(element, true);
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    if (name !== "selected" || !(element instanceof HTMLOptionElement)) return;
    const select = element.closest("select");
    // Once the citizen has chosen, browsers no longer look at the attribute.
    if (select !== null) this.#edits.write(select, element.value);
    else element.selected = true;
  }

  /**
   * @param {Element} element
   * @param {number} index
   */
  remove(element, index) {
    const name = nameOf(index);
    if (name === "open") {
      this.#openState.note(element, false);
      // A modal dialog whose attribute is taken away keeps the page blocked.
      if (element instanceof HTMLDialogElement && element.open) element.close();
    }
    element.removeAttribute(name);
    if (name !== "selected" || !(element instanceof HTMLOptionElement)) return;
    const select = element.closest("select");
    if (element.selected && select !== null && !this.#edits.isAhead(select)) element.selected = false;
  }
}

/** @param {number} index */
function nameOf(index) {
  const name = ATTRIBUTE_NAMES[index];
  if (name === undefined) throw new MalformedChangeList(`unknown attribute ${index}`);
  return name;
}

/**
 * What is not there any more, like a file of another visit, is stood for by its words.
 * @param {Element} element @param {string | null} address
 */
function showPicture(element, address) {
  if (address === null) element.removeAttribute("src");
  else element.setAttribute("src", address);
}
