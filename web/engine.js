// Starts the engine and stands between it and the page: calls go in one at a time, change lists come out. Runs only
// when something has happened. Whatever fails, the prerendered page and its native links stay usable.
import { bootFacts, canvasAddresses, coreAddresses, portalBase } from "./boot_facts.js";
import { SceneWatcher } from "./canvas/scene_watcher.js";
import { loadCore } from "./core_loader.js";
import { fieldsAt, putText, textAt } from "./core_text.js";
import { ActionKind } from "./document/action_kinds.js";
import { ChangeApplier } from "./document/change_applier.js";
import { decodeChanges } from "./document/change_decoder.js";
import { EarlyInput } from "./document/early_input.js";
import { PageEventSource } from "./document/event_source.js";
import { PageParts } from "./document/page_parts.js";
import { EngineQuestions } from "./engine_questions.js";
import { Frames } from "./frames.js";
import { Presentation } from "./presentation.js";

/** @typedef {import("./core_loader.js").Core} Core */
/** @typedef {(core: Core) => void} Call */

/** What the browser shows by itself, before the engine has answered. @type {ReadonlySet<number>} */
const SHOWN_BY_THE_BROWSER = new Set([
  ActionKind.setValue,
  ActionKind.setChecked,
  ActionKind.choose,
  ActionKind.focus,
  ActionKind.blur,
]);

export class Engine {
  /** @type {"starting" | "ready" | "failed"} */
  state = "starting";
  #page;
  #applier;
  #events;
  #early;
  /** @type {Core | null} */
  #core = null;
  #isInside = false;
  /** @type {Call[]} */
  #waiting = [];
  #frames = new Frames(() => this.#beginFrame());
  #isShownAlready = false;
  #hasAskedForRebuild = false;
  #stopping = new AbortController();
  /** @type {SceneWatcher | null} */
  #scenes = null;
  /** @type {Presentation | null} */
  #presentation = null;
  #isTelling = false;
  #questions;
  #reason = "";

  /** @param {HTMLElement} portal the element #portal */
  constructor(portal) {
    this.#page = new PageParts(portal);
    this.#applier = new ChangeApplier(this.#page);
    this.#events = new PageEventSource(this.#page, (...action) => this.act(...action), portalBase());
    this.#early = new EarlyInput(this.#page.root);
    this.#questions = new EngineQuestions((call) => this.#enter(call), this.#page.chosenFiles);
    this.#page.speech.onEnd = () => this.speechEnded();
  }

  get page() {
    return this.#page;
  }

  /** Settles when the page is the engine's, or when it is clear that it will not be. */
  async start() {
    try {
      const host = {
        applyChanges: (/** @type {number} */ pointer, /** @type {number} */ length) => this.#apply(pointer, length),
        requestFrame: () => this.#requestFrame(),
        now: () => performance.now(),
        tellTree: (/** @type {number} */ pointer, /** @type {number} */ length, /** @type {boolean} */ isWhole) =>
          this.#tellTree(pointer, length, isWhole),
        ask: (/** @type {[number, number, number, number]} */ ...question) => this.#ask(...question),
        forgetKey: (/** @type {number} */ key) => this.#questions.forgetKey(key),
        giveUp: (/** @type {number} */ pointer, /** @type {number} */ length) =>
          this.#fail(this.#core === null ? "" : textAt(this.#core, pointer, length)),
      };
      this.#core = await loadCore(coreAddresses(), host, (what) => this.#fail(what));
    } catch (error) {
      this.#fail(error);
      return;
    }
    const options = { signal: this.#stopping.signal };
    addEventListener("online", () => this.#enter(({ exports }) => exports._stadttor_online(1)), options);
    addEventListener("offline", () => this.#enter(({ exports }) => exports._stadttor_online(0)), options);
    const tellVisible = () => this.#enter(({ exports }) => exports._stadttor_visible(document.hidden ? 0 : 1));
    document.addEventListener("visibilitychange", tellVisible, options);
    addEventListener("pagehide", () => this.#page.speech.stop(), options);
    this.#page.history.start((url) => this.open(url));
    const facts = bootFacts(this.#page);
    this.#enter((core) => core.exports._stadttor_start(putText(core, facts)));
    if (document.hidden) tellVisible();
  }

  /** @param {number} handle @param {number} kind @param {string | Uint8Array} text */
  act(handle, kind, text) {
    this.#enter((core) => {
      this.#isShownAlready = SHOWN_BY_THE_BROWSER.has(kind);
      core.exports._stadttor_act(handle, kind, putText(core, text));
      this.#isShownAlready = false;
    });
  }

  /** The history is at another address. @param {string} url */
  open(url) {
    this.#enter((core) => core.exports._stadttor_open(putText(core, url)));
  }

  speechEnded() {
    this.#enter(({ exports }) => exports._stadttor_speech_ended());
  }

  // -- what scenes and the drawn presentation ask for

  /** Has the page told to them: now as a whole, then each change. */
  tellTree() {
    this.#isTelling = true;
    this.#enter(({ exports }) => exports._stadttor_tell_tree());
  }

  stopTelling() {
    if (!this.#isTelling || this.#presentation?.listens === true) return;
    this.#isTelling = false;
    this.#enter(({ exports }) => exports._stadttor_stop_telling());
  }

  /** @param {Element} element @returns {{ high: number, low: number }} of the node it shows; zeros for none */
  keyOf(element) {
    const owned = this.#page.table.closestOwned(element);
    if (owned === null || this.#core === null || this.state === "failed") return { high: 0, low: 0 };
    const handle = this.#page.table.handle(owned);
    const { exports } = this.#core;
    return { high: exports._stadttor_key_high(handle), low: exports._stadttor_key_low(handle) };
  }

  /** @param {number} high @param {number} low @param {number} [part] of the node's elements; 0: the outermost one */
  elementOfKey(high, low, part = 0) {
    if (this.#core === null || this.state === "failed") return undefined;
    const handle = this.#core.exports._stadttor_handle_of_key(high, low);
    return handle === 0 ? undefined : this.#page.table.element(handle + part);
  }

  /** The drawn presentation stands aside for the document. @param {string} reason "": it doesn't */
  givesWay(reason) {
    if (reason === this.#reason) return;
    this.#reason = reason;
    this.#enter((core) => core.exports._stadttor_gives_way(putText(core, reason)));
  }

  /** Where the citizen is, who asked for what is near. @param {number} latitude @param {number} longitude */
  foundPosition(latitude, longitude) {
    this.#enter(({ exports }) => exports._stadttor_found_position(latitude, longitude));
  }

  /** A word of the interface in the page's language. @param {string} key */
  word(key) {
    if (this.#core === null || this.state === "failed") return "";
    const length = this.#core.exports._stadttor_word(putText(this.#core, key));
    return textAt(this.#core, this.#core.exports._stadttor_word_text(), length);
  }

  /** The page is not what the engine thinks it is. */
  rebuildRequested() {
    if (this.#hasAskedForRebuild) {
      this.#fail(new Error("the page could not be rebuilt"));
      return;
    }
    this.#hasAskedForRebuild = true;
    this.#enter(({ exports }) => exports._stadttor_rebuild());
  }

  /**
   * Into the engine, one call at a time: what the engine's own changes set off (focus, scrolling) waits for the end of
   * the call that made them.
   * @param {Call} call
   */
  #enter(call) {
    if (this.#core === null || this.state === "failed") return;
    this.#waiting.push(call);
    if (this.#isInside) return;
    this.#isInside = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next(this.#core);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isInside = false;
    }
  }

  #requestFrame() {
    if (this.state !== "failed") this.#frames.request(this.#isShownAlready);
  }

  #beginFrame() {
    this.#page.edits.noteDelivered();
    this.#enter(({ exports }) => exports._stadttor_frame());
    this.#page.edits.writeHeld();
  }

  /** @param {number} pointer @param {number} length */
  #apply(pointer, length) {
    if (this.#core === null || this.state === "failed") return;
    const bytes = this.#core.memory().subarray(pointer, pointer + length);
    if (this.state === "starting") this.#early.collect();
    this.#applier.begin();
    try {
      decodeChanges(bytes, this.#applier);
    } catch (error) {
      // Not into the engine, which would be left half way through its own work.
      this.#applier.needsRebuild = true;
      console.error(`stadttor: ${String(error)}`);
    }
    this.#applier.end();
    if (this.#applier.needsRebuild) {
      this.rebuildRequested();
      return;
    }
    this.#hasAskedForRebuild = false;
    if (this.state === "starting") this.#becomeReady();
    this.#scenes?.look();
  }

  /** @param {number} pointer @param {number} length @param {boolean} isWhole */
  #tellTree(pointer, length, isWhole) {
    // A copy: making room for it in the other memory must not find this one changed.
    const bytes = this.#core?.memory().slice(pointer, pointer + length);
    if (bytes === undefined) return;
    this.#scenes?.tell(bytes, isWhole);
    this.#presentation?.tell(bytes, isWhole);
  }

  /** @param {number} call @param {number} ticket @param {number} list @param {number} count */
  #ask(call, ticket, list, count) {
    if (this.#core !== null) this.#questions.ask(call, ticket, fieldsAt(this.#core.memory(), list, count));
  }

  #becomeReady() {
    this.state = "ready";
    this.#events.start();
    const addresses = canvasAddresses();
    if (addresses !== null) {
      this.#scenes = new SceneWatcher(this, addresses);
      this.#presentation = new Presentation(this, addresses);
    }
    this.#early.replayEntries((field) => this.#events.report(field));
    const pressed = this.#page.table.handle(this.#early.takePressed() ?? document.documentElement);
    if (pressed !== 0) this.act(pressed, ActionKind.press, "");
    const submitted = this.#page.table.handle(this.#early.takeSubmitted() ?? document.documentElement);
    if (submitted !== 0) this.act(submitted, ActionKind.submit, "");
    document.documentElement.dataset.engine = "ready";
    performance.mark("stadttor-ready");
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.state === "failed") return;
    this.state = "failed";
    this.#waiting = [];
    this.#frames.cancel();
    this.#stopping.abort();
    this.#events.stop();
    this.#presentation?.close();
    this.#page.history.stop();
    this.#early.giveUp();
    document.documentElement.dataset.engine = "failed";
    console.error(`stadttor: ${String(error)}`);
  }
}
