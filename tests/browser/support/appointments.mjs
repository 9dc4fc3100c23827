// Booking appointments in a browser, as tests of it share it, and the offices' interface itself for what others do meanwhile.
import assert from "node:assert/strict";

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */
/** @typedef {import("playwright-core").Locator} Locator */
/** @typedef {ReturnType<typeof import("./chromium.mjs").withChromium>} Chromium */

export const APPOINTMENTS = "/de/termine";
export const OWN = /^\/de\/termine\/meiner#t=[0-9a-f]{32}$/;
const API = "/api/citizen";

let clients = 0;
let citizens = 0;

/** Everybody comes from somewhere else, as the interface counts calls by address. */
const anotherClient = () => ({ "X-Forwarded-For": `198.51.100.${(clients += 1)}` });

/** @param {Chromium} chromium @param {Parameters<Chromium["newPage"]>[0]} [options] */
export const newCitizen = (chromium, options = {}) => chromium.newPage({ extraHTTPHeaders: anotherClient(), ...options });

/** Reached with the Tab key alone. @param {PortalPage} portal @param {Locator} control */
export async function tabsTo(portal, control) {
  await control.waitFor();
  for (let steps = 0; steps < 200; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await portal.page.keyboard.press("Tab");
  }
  assert.fail(`${control} cannot be reached by keyboard`);
}

/** @param {PortalPage} portal */
export const nextTimes = (portal) => portal.main.getByRole("region", { name: /^(?:Nächste freie Termine|Das ist in der Nähe noch frei)$/ }).getByRole("button");

/** @param {PortalPage} portal */
export const allDays = (portal) => portal.main.getByRole("region", { name: "Alle freien Tage" });

/** From wherever the citizen is. @param {PortalPage} portal @param {string[]} services */
export async function comesToTheTimes(portal, services = ["Personalausweis beantragen"]) {
  if (portal.path !== APPOINTMENTS) await portal.open(APPOINTMENTS);
  for (const service of services) await portal.main.getByRole("checkbox", { name: service }).check();
  await portal.link("Zeit wählen").click();
  await nextTimes(portal).first().waitFor();
}

/** Up to the page on which it is booked, with the first time that is free, or the one of that number. @param {PortalPage} portal @param {number} [number] */
export async function comesToTheCheck(portal, number = 0) {
  await comesToTheTimes(portal);
  await nextTimes(portal).nth(number).click();
  await fillsIn(portal);
}

/** Who comes, up to the page on which it is booked. @param {PortalPage} portal */
export async function fillsIn(portal) {
  await portal.arrivedAt("/de/termine/angaben");
  await portal.main.getByLabel("Vor- und Familienname").fill("Änne Özdemir");
  // Nobody may have more than a few at one office.
  await portal.main.getByLabel("E-Mail").fill(`aenne-${(citizens += 1)}@example.org`);
  await portal.button("Weiter: prüfen").click();
  await portal.shows("Termin prüfen und buchen");
}

/** @param {PortalPage} portal */
export async function books(portal) {
  await portal.button("Termin verbindlich buchen").click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Der Termin steht fest.").waitFor();
}

/** What the page says of an appointment. @param {PortalPage} portal @param {string} term */
export const fact = (portal, term) => portal.main.locator("dt", { hasText: term }).first().locator("+ dd").innerText();

/** @param {string} origin @param {string} path @param {unknown} [body] @returns {Promise<{ status: number, json: any }>} */
export async function asksTheOffice(origin, path, body) {
  const answer = await fetch(`${origin}${API}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...anotherClient(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}

/** Others take every place there is at that time. @param {string} origin @param {{ timestamp: string, officeId: number, serviceId: string[], serviceCount: number[] }} wanted as a browser asked for it */
export async function othersTakeAll(origin, wanted) {
  const given = [];
  for (;;) {
    const { status, json } = await asksTheOffice(origin, "/reserve-appointment/", wanted);
    if (status !== 200) return given;
    given.push({ processId: json.processId, authKey: json.authKey });
    assert.ok(given.length < 100, "there is an end of it");
  }
}

/** @param {{ processId: number, authKey: string }[]} given */
export async function givesBack(/** @type {string} */ origin, given) {
  for (const access of given) await asksTheOffice(origin, "/cancel-appointment/", access);
}
