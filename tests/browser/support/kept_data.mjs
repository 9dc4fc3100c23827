// The citizen's vault, as far as tests keep and open it.

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */

export const DATA = "/de/meine-daten";
export const PASSPHRASE = "Lampe Kirsche Wolke Hammer Birne";

/** @param {PortalPage} portal @param {string} title */
export const told = (portal, title) => portal.page.getByText(title, { exact: true }).waitFor();

/** On the page that asks for it. @param {PortalPage} portal */
export async function keeps(portal) {
  await portal.page.getByLabel("Neues Passwort", { exact: true }).fill(PASSPHRASE);
  await told(portal, "Sehr gutes Passwort.");
  await portal.button("Code erzeugen").click();
  await portal.main.getByText(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).waitFor();
  await portal.page.getByLabel("Ich habe den Code gedruckt oder aufgeschrieben").check();
  await portal.button("Auf diesem Gerät merken").click();
  await told(portal, "Ab jetzt gemerkt");
}

/** @param {PortalPage} portal */
export async function keepsOnThisDevice(portal) {
  await portal.open(`${DATA}/merken`);
  await keeps(portal);
}

/** @param {PortalPage} portal @param {string} [passphrase] */
export async function unlocks(portal, passphrase = PASSPHRASE) {
  await portal.page.getByLabel("Passwort", { exact: true }).fill(passphrase);
  await portal.button("Öffnen").click();
}
