// In the browser: the parts of one page, wired as the engine wires them, with the actions recorded instead of sent to C++.
import { ChangeApplier } from "../../../web/document/change_applier.js";
import { decodeChanges } from "../../../web/document/change_decoder.js";
import { PageEventSource } from "../../../web/document/event_source.js";
import { PageParts } from "../../../web/document/page_parts.js";
import { ChangeList } from "./change_list.mjs";

export function pageUnderTest() {
  const page = new PageParts(/** @type {HTMLElement} */ (document.getElementById("portal")));
  const applier = new ChangeApplier(page);
  /** @type {[handle: number, kind: number, text: string | Uint8Array][]} */
  const actions = [];
  const events = new PageEventSource(page, (...action) => void actions.push(action), "/");
  return {
    page,
    applier,
    events,
    actions,
    list: () => new ChangeList(),
    /** @param {ChangeList} list */
    apply(list) {
      applier.begin();
      decodeChanges(list.bytes(), applier);
      applier.end();
    },
    /** Without those about focus, in which most tests have no interest. */
    deeds: () => actions.filter(([, kind]) => kind !== 7 && kind !== 8),
  };
}

Object.assign(globalThis, { test: pageUnderTest });
