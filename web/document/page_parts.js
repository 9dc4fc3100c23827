// Everything that together shows one page, made once and handed around: no module-wide state, so that tests can have
// several.
import { PortalRoot } from "../portal_root.js";
import { Speech } from "../speech.js";
import { ViewSettings } from "../view_settings.js";
import { AttributeWriter } from "./attribute_writer.js";
import { ChosenFiles } from "./chosen_files.js";
import { EditState } from "./edit_state.js";
import { ElementTable } from "./element_table.js";
import { FocusKeeper } from "./focus_keeper.js";
import { PageHistory } from "./history.js";
import { Leaving } from "./leaving.js";
import { LiveRegion } from "./live_region.js";
import { OpenState } from "./open_state.js";

export class PageParts {
  table = new ElementTable();
  edits = new EditState();
  openState = new OpenState();
  chosenFiles = new ChosenFiles();
  attributes = new AttributeWriter(this.edits, this.openState, this.chosenFiles);
  liveRegion = new LiveRegion();
  history = new PageHistory();
  leaving = new Leaving();
  view = new ViewSettings();
  speech = new Speech();
  /** As the engine has set it; a translator may have set another one. */
  language = document.documentElement.lang;

  /** @param {HTMLElement} portal the element #portal */
  constructor(portal) {
    this.root = new PortalRoot(portal);
    this.focus = new FocusKeeper(this.root.container);
  }
}
