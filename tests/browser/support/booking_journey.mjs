// An appointment in any browser that can open an address and evaluate an expression: chosen, booked with given words, cancelled.
import { Journey, until } from "./journey.mjs";

const CHECKED = (/** @type {string} */ service) =>
  `[...document.querySelectorAll("main input[type=checkbox]")].find((box) => box.labels[0].textContent.trim() === ${JSON.stringify(service)})`;

export class BookingJourney extends Journey {
  /** From any page with a link to the appointments, or the page itself. @param {string} service @param {Record<string, string>} known what goes where, by label */
  async books(service, known) {
    await until(this.visit, CHECKED(service));
    await this.visit.evaluate(`void ${CHECKED(service)}.click()`);
    await this.looks();
    await this.follows("/termine/zeit");
    const time = 'document.querySelector("main .st-card-grid button")';
    await until(this.visit, time);
    await this.looks();
    await this.visit.evaluate(`void ${time}.click()`);
    await until(this.visit, 'location.pathname.endsWith("/termine/angaben")');
    await this.types(known);
    await this.presses("main button", "Weiter: prüfen");
    await until(this.visit, 'location.pathname.endsWith("/termine/pruefen")');
    await this.presses("main button", "Termin verbindlich buchen");
    await this.says("Der Termin steht fest.");
  }

  /** On the page of the own appointment. */
  async cancels() {
    await this.presses("main button", "Termin absagen");
    await this.presses("main button", "Ja, absagen");
    await this.says("Dieser Termin besteht nicht mehr.");
  }

  /** @param {string} words */
  async says(words) {
    await until(this.visit, `document.querySelector("main").innerText.includes(${JSON.stringify(words)})`);
    await this.looks();
  }
}
