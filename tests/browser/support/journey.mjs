// An application in any browser that can open an address and evaluate an expression: filled in with given words, kept, sent, and followed.
import assert from "node:assert/strict";
import { FORM } from "./dog_form.mjs";

const PATIENCE_MILLISECONDS = 60_000;

/**
 * @typedef {object} Visit
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(script: string) => Promise<any>} evaluate the value of an expression
 * @property {() => Promise<unknown>} close ends the browser, so that it writes what it wants to keep
 */

/** @param {Visit} visit @param {string} condition an expression */
export async function until(visit, condition) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  // A page on its way to the next one answers nothing.
  while (!(await visit.evaluate(`Boolean(${condition})`).catch(() => false))) {
    assert.ok(Date.now() < end, `it did not come to ${condition}; the page says: ${await visit.evaluate("document.querySelector('main')?.innerText.slice(0, 900)")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// In the page. Types as a keyboard does: the browser itself puts the text into the focused field. `known`: what goes into fields of that
// label; into other fields for text that are empty, one word each. Says how many.
function typeInto(/** @type {string[]} */ words, /** @type {Record<string, string>} */ known) {
  /** @type {HTMLInputElement[]} */
  const fields = [...document.querySelectorAll("main input, main textarea")].map((field) => /** @type {HTMLInputElement} */ (field));
  let used = 0;
  for (const field of fields) {
    if (["radio", "checkbox", "file", "search", "hidden"].includes(field.type) || field.getClientRects().length === 0) continue;
    const label = Object.keys(known).find((label) => field.labels?.[0]?.textContent?.trim().startsWith(label));
    const isForWords = !/numeric|decimal/.test(field.inputMode) && field.value === "";
    const word = label !== undefined ? known[label] : isForWords ? words[used] : undefined;
    if (word === undefined || field.value === word) continue;
    if (label === undefined) used += 1;
    field.focus();
    field.select();
    if (word === "") document.execCommand("delete");
    else document.execCommand("insertText", false, field.type === "email" && label === undefined ? `${word}@beispiel.example` : word);
  }
  return used;
}

// In the page. A small picture, as if it were chosen from the device.
function chooseFile(/** @type {string} */ name) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 16;
  canvas.getContext("2d")?.fillRect(0, 0, 8, 8);
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const chosen = new DataTransfer();
  chosen.items.add(new File([bytes], name, { type: "image/png" }));
  const field = /** @type {HTMLInputElement} */ (document.querySelector("main input[type=file]"));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export class Journey {
  /** Words that were typed. */
  used = 0;

  /**
   * @param {Visit} visit
   * @param {string} origin
   * @param {string[]} words
   * @param {(seen: string) => void} [look] told title and address after every step
   */
  constructor(visit, origin, words, look = () => {}) {
    this.visit = visit;
    this.origin = origin;
    this.words = words;
    this.look = look;
  }

  /** Into what is empty, a word each. @param {Record<string, string>} [known] what goes where, by label @param {number} [most] */
  async types(known = {}, most = this.words.length) {
    const words = this.words.slice(this.used, this.used + most);
    this.used += await this.visit.evaluate(`(${typeInto})(${JSON.stringify(words)}, ${JSON.stringify(known)})`);
    await this.looks();
  }

  /** What a passer-by could read: title and address. */
  async looks() {
    await this.visit.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))");
    this.look(await this.visit.evaluate("document.title + ' ' + location.href"));
  }

  /** @param {string} selector @param {string} words of the control */
  async presses(selector, words) {
    const control = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.textContent.trim() === ${JSON.stringify(words)})`;
    await until(this.visit, control);
    await this.visit.evaluate(`void ${control}.click()`);
    await this.looks();
  }

  /** @param {string} ending of the link's address */
  async follows(ending) {
    const link = `document.querySelector('main a[href$="${ending}"]')`;
    await until(this.visit, link);
    await this.visit.evaluate(`void ${link}.click()`);
    await until(this.visit, `location.pathname.endsWith("${ending}")`);
    await this.looks();
  }

  /** @param {number} group @param {number} answer */
  async chooses(group, answer) {
    const radio = `document.querySelectorAll("main [role=radiogroup]")[${group}]?.querySelectorAll("input")[${answer}]`;
    await until(this.visit, radio);
    await this.visit.evaluate(`void ${radio}.click()`);
    await this.looks();
  }

  async begins() {
    await this.visit.goto(this.origin + FORM);
    await until(this.visit, 'document.documentElement.dataset.engine === "ready"');
    await this.chooses(0, 0);
    await this.chooses(1, 1);
  }

  /** From a page with a link to it. @param {string} [passphrase] else one of the words */
  async isKept(passphrase) {
    await this.follows("meine-daten/merken");
    await until(this.visit, 'document.querySelector("main input[autocomplete=new-password]")');
    await this.types(passphrase === undefined ? {} : { "Neues Passwort": passphrase });
    await this.presses("main button", "Code erzeugen");
    await until(this.visit, 'document.querySelectorAll("main input[type=checkbox]").length > 1');
    await this.visit.evaluate('void [...document.querySelectorAll("main input[type=checkbox]")].at(-1).click()');
    await this.looks();
    await this.presses("main button", "Auf diesem Gerät merken");
    await until(this.visit, 'document.querySelector(\'main a[href$="/meine-daten"]\') && document.querySelector("main").innerText.includes("Geöffnet")');
  }

  /** @param {string} step */
  async goesOnTo(step) {
    await this.presses("main button", step === "angaben-pruefen" ? "Weiter zur Übersicht" : "Weiter");
    await until(this.visit, `location.pathname.endsWith("/${step}")`);
    await this.looks();
  }

  /** On the page of the keeper, whatever is in it already. */
  async fillsInTheKeeper() {
    await this.types({ Postleitzahl: "12344", Tag: "3", Monat: "4", Jahr: "1975", Telefonnummer: "" });
  }

  /** From the page of the dogs to the one that shows everything. @param {string} remark @param {string} picture name of a file */
  async fillsInTheRest(remark, picture) {
    await this.types({ Tag: "14", Monat: "3", Jahr: "2026", Chip: "", Nummer: "" }, 1);
    await this.visit.evaluate('void document.querySelector("main [role=combobox]").focus()');
    await this.visit.evaluate('void document.execCommand("insertText", false, "Dackel")');
    await until(this.visit, 'document.querySelector("main [role=option]")');
    await this.visit.evaluate('void document.querySelector("main [role=option]").click()');
    await this.chooses(0, 0);
    await this.goesOnTo("ermaessigung");
    await this.visit.evaluate('void document.querySelector("main input[type=checkbox]").click()');
    await until(this.visit, 'document.querySelector("main input[type=file]")');
    await this.visit.evaluate(`(${chooseFile})(${JSON.stringify(picture)})`);
    await until(this.visit, `document.querySelector("main").innerText.includes(${JSON.stringify(picture)})`);
    await this.visit.evaluate('void document.querySelector("main textarea").focus()');
    await this.visit.evaluate(`void document.execCommand("insertText", false, ${JSON.stringify(remark)})`);
    await this.looks();
    await this.goesOnTo("zahlung");
    await this.chooses(0, 1);
    await this.visit.evaluate('(() => { const list = document.querySelector("main select"); list.value = list.options[1].value; list.dispatchEvent(new Event("change", { bubbles: true })); })()');
    await this.goesOnTo("angaben-pruefen");
  }

  /** From there to the case, once it has arrived. */
  async sends() {
    await this.follows("/absenden");
    await this.presses("main button", "Verschlüsselt absenden");
    await until(this.visit, 'location.hash.startsWith("#v=")');
    await until(this.visit, 'document.querySelector("main").innerText.includes("Angekommen")');
    await this.looks();
  }

  /** From any page of the form: what was given to whom, as the citizen can take it along. @returns {Promise<{ entry: any, cameBack: any[] }[]>} */
  async takesTheLedger() {
    await this.visit.evaluate('(() => { const make = URL.createObjectURL; globalThis.saved = []; URL.createObjectURL = (blob) => { blob.text().then((text) => globalThis.saved.push(text)); return make.call(URL, blob); }; })()');
    await this.follows("/vorgaenge");
    await this.follows("/weitergaben");
    await this.presses("main button", "Kopie als Datei speichern");
    await until(this.visit, "globalThis.saved.length > 0");
    return JSON.parse(await this.visit.evaluate("globalThis.saved[0]"));
  }
}
