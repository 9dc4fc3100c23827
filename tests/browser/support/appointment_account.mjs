// Accounts for what is said to the offices about appointments: questions that say nothing about who asks, a time that is held for whoever has
// its key, and who comes, which the ledger has field by field. For ledger_account.mjs.

/** @typedef {import("./recording_proxy.mjs").Exchange} Exchange */

const API = "/api/citizen";
const DAY = "\\d{4}-\\d\\d-\\d\\d";
const NUMBERS = "\\d{1,8}(?:(?:,|%2C)\\d{1,8}){0,30}";
// A token says that somebody has proved to be no program; the server has made it (JSON Web Token).
const TOKEN = "[\\w-]{10,200}\\.[\\w-]{10,300}\\.[\\w-]{10,200}";
const QUESTIONS = [
  /^\/(?:offices-and-services|captcha-challenge|captcha-details)\/$/,
  new RegExp(`^/available-calendar/\\?startDate=${DAY}&endDate=${DAY}&slotsStartDate=${DAY}&slotsEndDate=${DAY}&officeIds=${NUMBERS}&serviceIds=${NUMBERS}&serviceCounts=${NUMBERS}(?:&captchaToken=${TOKEN})?$`),
];
// What the interface calls the ledger's fields.
const FIELDS = /** @type {Record<string, string>} */ ({ name: "familyName", email: "email", telephone: "telephone", custom: "customTextfield", "custom-2": "customTextfield2" });

export class AppointmentAccount {
  /** By number, what only whoever reserved it knows. @type {Map<number, { key: string, office: number }>} */
  #held = new Map();

  /** @param {any[]} entries of the ledger */
  constructor(entries) {
    this.entries = entries;
  }

  /** @param {string} path */
  static isAbout(path) {
    return path.startsWith(`${API}/`);
  }

  /** @param {Record<string, any>} said */
  #knows({ processId, authKey }) {
    return this.#held.get(Number(processId))?.key === authKey;
  }

  /** @param {Exchange} exchange @param {any} said */
  #reserves({ answer }, said) {
    const { timestamp, officeId, serviceId, serviceCount, captchaToken = "", ...more } = said;
    if (Object.keys(more).length > 0 || !/^\d{10}$/.test(timestamp) || !Number.isInteger(officeId)) return false;
    if (![...serviceId, ...serviceCount].every((one) => /^\d{1,8}$/.test(String(one))) || !new RegExp(`^(?:${TOKEN})?$`).test(captchaToken)) return false;
    const given = JSON.parse(Buffer.concat(answer).toString());
    if (given.processId !== undefined) this.#held.set(given.processId, { key: given.authKey, office: officeId });
    return true;
  }

  /** Who comes: an entry of that office names each field that is not empty, and no other. @param {Exchange} exchange @param {any} said */
  #tells({ when }, said) {
    if (!this.#knows(said)) return false;
    const { processId, authKey: _, ...person } = said;
    const names = Object.entries(person).filter(([, value]) => value !== "").map(([name]) => name);
    const destination = `zms:${this.#held.get(processId)?.office}`;
    return this.entries.some((entry) => {
      const noted = entry.fields.map((/** @type {any} */ field) => FIELDS[field.name]);
      return entry.when <= when && entry.destination === destination && noted.sort().join() === names.sort().join();
    });
  }

  /** @param {Exchange} exchange @returns {boolean} */
  explains(exchange) {
    const rest = exchange.path.slice(API.length);
    if (exchange.method === "GET") {
      const asked = /^\/appointment\/\?processId=(\d+)&authKey=([\w-]+)$/.exec(rest);
      return QUESTIONS.some((question) => question.test(rest)) || (asked !== null && this.#knows({ processId: asked[1], authKey: asked[2] }));
    }
    if (exchange.method !== "POST") return false;
    const said = JSON.parse(exchange.content.toString());
    switch (rest) {
      case "/captcha-verify/": return Object.keys(said).join() === "payload";
      case "/reserve-appointment/": return this.#reserves(exchange, said);
      case "/update-appointment/": return this.#tells(exchange, said);
      case "/preconfirm-appointment/":
      case "/confirm-appointment/":
      case "/cancel-appointment/": return Object.keys(said).length === 2 && this.#knows(said);
      default: return false;
    }
  }
}
