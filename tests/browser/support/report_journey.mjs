// A report of a defect in any browser that can open an address and evaluate an expression: written with given words, sent, and followed to its
// number.
import { until } from "./journey.mjs";

/** @typedef {import("./journey.mjs").Visit} Visit */

export const NEW_REPORT = "/de/meldungen/neu";

/** As a keyboard does it: the browser itself puts the text into the focused field. @param {string} label @param {string} text */
function typeInto(label, text) {
  const fields = [...document.querySelectorAll("main input, main textarea")].map((field) => /** @type {HTMLInputElement} */ (field));
  const field = fields.find((field) => field.labels?.[0]?.textContent?.trim().startsWith(label));
  if (field === undefined) return false;
  field.focus();
  field.select();
  return document.execCommand("insertText", false, text);
}

/** @param {string} label */
function choose(label) {
  const radios = [...document.querySelectorAll("main input[type=radio]")].map((radio) => /** @type {HTMLInputElement} */ (radio));
  const radio = radios.find((radio) => radio.labels?.[0]?.textContent?.trim().startsWith(label));
  radio?.click();
  return radio?.checked === true;
}

export class ReportJourney {
  /** @param {Visit} visit @param {string} origin @param {(seen: string) => void} [look] told title and address after every step */
  constructor(visit, origin, look = () => {}) {
    this.visit = visit;
    this.origin = origin;
    this.look = look;
  }

  async #looks() {
    await this.visit.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))");
    this.look(await this.visit.evaluate("document.title + ' ' + location.href"));
  }

  /** @param {string} label @param {string} text */
  async types(label, text) {
    await until(this.visit, `(${typeInto})(${JSON.stringify(label)}, ${JSON.stringify(text)})`);
    await this.#looks();
  }

  /** @param {string} label how it begins */
  async chooses(label) {
    await until(this.visit, `(${choose})(${JSON.stringify(label)})`);
    await this.#looks();
  }

  /** @param {string} words of the button */
  async presses(words) {
    const button = `[...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === ${JSON.stringify(words)})`;
    await until(this.visit, button);
    await this.visit.evaluate(`void ${button}.click()`);
    await this.#looks();
  }

  /** Past steps that need no answer. @param {string} step */
  async goesOnTo(step) {
    for (let pages = 0; pages < 3; pages += 1) {
      const before = await this.visit.evaluate("location.pathname");
      await this.presses(before.endsWith("/foto") ? "Ohne Foto weiter" : "Weiter");
      await until(this.visit, `location.pathname !== ${JSON.stringify(before)}`);
      if (await this.visit.evaluate(`location.pathname.endsWith("/${step}")`)) return;
    }
  }

  async begins() {
    await this.visit.goto(this.origin + NEW_REPORT);
    await until(this.visit, 'document.documentElement.dataset.engine === "ready"');
  }

  /**
   * To the page that shows everything.
   * @param {{ street: string, note: string, words: string, description: string, email?: string, phone?: string, first?: string, last?: string }} said
   */
  async fillsIn({ street, note, words, description, email = "", phone = "", first = "", last = "" }) {
    await this.types("Straße oder Platz", street);
    await this.types("Was hilft beim Finden?", note);
    await this.goesOnTo("art");
    await this.types("In Ihren Worten", words);
    await this.chooses("Passt vielleicht: Straßenbeleuchtung");
    await this.goesOnTo("angaben");
    await this.chooses("Sie ist dunkel");
    await this.types("Beschreibung", description);
    await this.goesOnTo("kontakt");
    if (email !== "") {
      await this.chooses("Ich möchte eine Antwort");
      await this.types("E-Mail-Adresse", email);
      await this.types("Telefonnummer", phone);
      await this.types("Vorname", first);
      await this.types("Nachname", last);
    }
    await this.goesOnTo("pruefen");
  }

  async sends() {
    await this.presses("Meldung senden");
    await until(this.visit, 'location.hash.startsWith("#m=")');
    await until(this.visit, 'document.querySelector("main").innerText.includes("Die Meldung ist bei der Stadt.")');
    await this.#looks();
  }
}
