// A report of a dark lamp as a citizen writes it: the steps of its pages, by role and name.
import assert from "node:assert/strict";

/** @typedef {import("./portal_page.mjs").PortalPage} PortalPage */
/** @typedef {import("playwright-core").Locator} Locator */

export const REPORTS = "/de/meldungen";
export const NEW = "/de/meldungen/neu";
export const OWN = /^\/de\/meldungen\/meine#m=[0-9a-f]{32}$/;

/** @param {PortalPage} portal @param {string} name */
export const field = (portal, name) => portal.main.getByLabel(name, { exact: true });
/** @param {PortalPage} portal @param {string | RegExp} name */
export const radio = (portal, name) => portal.main.getByRole("radio", typeof name === "string" ? { name, exact: true } : { name });

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
const wayOn = (portal) => portal.main.getByRole("button", { name: /^(?:Weiter|Ohne Foto weiter)$/ });

/** To that step, past those that need no answer. @param {PortalPage} portal @param {string} step */
export async function goesOnTo(portal, step) {
  do {
    const before = portal.path;
    await wayOn(portal).click();
    await portal.page.waitForURL((url) => url.pathname !== before);
  } while (portal.path === `${NEW}/foto` && step !== "foto");
  assert.equal(portal.path, `${NEW}/${step}`);
}

/** The same by keyboard alone. @param {PortalPage} portal @param {string} step */
export async function tabsOnTo(portal, step) {
  do {
    const before = portal.path;
    await tabsTo(portal, wayOn(portal));
    await portal.page.keyboard.press("Enter");
    await portal.page.waitForURL((url) => url.pathname !== before);
  } while (portal.path === `${NEW}/foto`);
  assert.equal(portal.path, `${NEW}/${step}`);
}

/** A dark lamp, up to the step after its questions. @param {PortalPage} portal @param {string} words */
export async function describesTheLamp(portal, words) {
  await field(portal, "In Ihren Worten").fill("Laterne dunkel");
  await radio(portal, "Passt vielleicht: Straßenbeleuchtung").check();
  await goesOnTo(portal, "angaben");
  await portal.main.getByRole("radiogroup", { name: "Was ist mit der Laterne?" }).getByRole("radio").first().check();
  await portal.main.getByLabel(/^Beschreibung/).fill(words);
  await goesOnTo(portal, "kontakt");
}

/** From nothing to the page that shows everything. @param {PortalPage} portal @param {{ street: string, words: string }} lamp */
export async function fillsInTheLamp(portal, { street, words }) {
  await portal.open(NEW);
  await field(portal, "Straße oder Platz").fill(street);
  await goesOnTo(portal, "art");
  await describesTheLamp(portal, words);
  await goesOnTo(portal, "pruefen");
}

/** @param {PortalPage} portal @returns {Promise<string>} */
export async function numberOf(portal) {
  await portal.main.getByText("Die Meldung ist bei der Stadt.").waitFor();
  const facts = await portal.main.getByRole("region", { name: "Quittung" }).innerText();
  return /Nummer der Meldung\s+(\S+)/.exec(facts)?.[1] ?? assert.fail(facts);
}

/** What everybody can read of a report. @param {string} origin @param {string} number */
export async function published(origin, number) {
  const answer = await fetch(`${origin}/open311/v2/requests/${number}.json`);
  return (await answer.json())[0];
}

/** Every request for reports that a page makes from now on. @param {PortalPage} portal */
export function heard(portal) {
  /** @type {string[]} */
  const asked = [];
  portal.page.on("request", (request) => {
    if (request.url().includes("/open311/")) asked.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`);
  });
  return asked;
}
