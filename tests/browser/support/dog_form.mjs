// The application of somebody who has a dog, as far as tests fill it in.

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */

export const FORM = "/de/antraege/hund-anmelden";
export const DATE = { Tag: "14", Monat: "3", Jahr: "2026" };

/** @param {PortalPage} portal @param {string} group @param {string} answer */
export async function chooses(portal, group, answer) {
  await portal.page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: answer, exact: true }).check();
  await portal.settled();
}

/** @param {PortalPage} portal @param {string} label @param {string} text */
export async function fills(portal, label, text) {
  await portal.main.getByLabel(label, { exact: true }).fill(text);
}

/** @param {PortalPage} portal @param {string} group @param {Record<string, string>} date */
export async function fillsDate(portal, group, date) {
  for (const [part, text] of Object.entries(date)) await portal.page.getByRole("group", { name: group }).getByLabel(part).fill(text);
}

/** @param {PortalPage} portal */
export async function passesTheFirstQuestions(portal) {
  await portal.open(FORM);
  await chooses(portal, "Lebt der Hund in einem Haushalt", "Ja");
  await chooses(portal, "Gilt der Hund als gefährlich?", "Nein");
  await portal.button("Weiter").click();
  await portal.arrivedAt(`${FORM}/halter`);
}

/** @param {PortalPage} portal */
export async function fillsInEverything(portal) {
  await passesTheFirstQuestions(portal);
  for (const [label, text] of Object.entries({ Vornamen: "Änne", Familienname: "Öz", Straße: "Münzgasse", Hausnummer: "1", Postleitzahl: "12344", Ort: "Musterstadt" })) {
    await fills(portal, label, text);
  }
  await fillsDate(portal, "Geburtsdatum", { Tag: "3", Monat: "4", Jahr: "1975" });
  await portal.button("Weiter").click();
  await portal.arrivedAt(`${FORM}/hunde`);
  await fills(portal, "Name des Hundes", "Bello");
  await portal.page.getByRole("combobox", { name: "Rasse" }).fill("dack");
  await portal.page.getByRole("option", { name: "Dackel" }).click();
  await fillsDate(portal, "Wurftag", DATE);
  await fillsDate(portal, "Seit wann lebt der Hund bei Ihnen?", DATE);
  await chooses(portal, "Geschlecht", "Rüde");
  await portal.button("Weiter").click();
  await portal.arrivedAt(`${FORM}/ermaessigung`);
  await portal.button("Weiter").click();
  await portal.arrivedAt(`${FORM}/zahlung`);
  await chooses(portal, "Wie möchten Sie zahlen?", "Selbst überweisen");
  await portal.page.getByLabel("Wie oft möchten Sie zahlen?").selectOption("In vier Raten");
  await portal.button("Weiter zur Übersicht").click();
  await portal.arrivedAt(`${FORM}/angaben-pruefen`);
}
