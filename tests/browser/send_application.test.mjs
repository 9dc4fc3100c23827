// From a complete form to the authority, over the city's real gateway and delivery service: what goes where is shown first, it arrives
// once, also after a time without a network and from a window that was closed meanwhile, and what becomes of it is told.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { FORM, fillsInEverything } from "./support/dog_form.mjs";
import { keeps, unlocks } from "./support/kept_data.mjs";
import { PortalPage } from "./support/portal_page.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("playwright-core").Page} Page */

const CASE = /^\/de\/vorgaenge#v=[0-9a-f]{32}$/;

/** To the page that says what would go to whom. @param {PortalPage} portal */
async function comesToTheDisclosure(portal) {
  await fillsInEverything(portal);
  await portal.link("Weiter: absenden").click();
  await portal.shows("Antrag absenden");
}

/** @param {PortalPage} portal */
async function sends(portal) {
  await portal.button("Verschlüsselt absenden").click();
  await portal.arrivedAt(CASE);
}

/** @param {PortalPage} portal @param {string} progress */
const tells = (portal, progress) => portal.main.getByText(progress, { exact: true }).first().waitFor({ timeout: 60_000 });

/** The authority's inbox, with whoever works there logged in. */
async function opensTheInbox() {
  const clerk = await chromium.newPage();
  await clerk.page.goto(`${chromium.origin}/behoerde/`);
  await clerk.page.getByLabel("Name").fill("sachbearbeitung");
  await clerk.page.getByLabel("Passwort").fill("Stadttor-Demo-2026");
  await clerk.page.getByRole("button", { name: "Anmelden" }).click();
  await clerk.page.getByRole("navigation", { name: "Nach Stand filtern" }).waitFor();
  return clerk.page;
}

/** The applications in the inbox. @param {Page} inbox */
const applications = (inbox) => inbox.getByRole("main").getByRole("link", { name: "Hund anmelden" });

/** Another tab of the same browser. @param {PortalPage} portal */
const anotherTab = async (portal) => new PortalPage(await portal.context.newPage(), portal.origin, portal.language);

test("an application goes encrypted to the authority, which opens and accepts it, and the citizen is told", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const sent = [];
  portal.page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await comesToTheDisclosure(portal);
  for (const words of ["Steueramt", "Zweck", "Rechtsgrundlage", "Aufbewahrung", "Schlüssel des Amts", "Bello"]) {
    await portal.main.getByText(words, { exact: true }).first().waitFor();
  }
  await sends(portal);
  await tells(portal, "Angekommen");
  assert.deepEqual(sent.filter((request) => /Bello|Änne|%C3%84nne|Öz|Münzgasse/.test(request)), []);
  assert.equal(sent.filter((request) => /^PUT .*\/submissions\/[^/]+ /.test(request)).length, 1);

  const inbox = await opensTheInbox();
  assert.equal(await applications(inbox).count(), 1);
  await applications(inbox).click();
  await inbox.getByText("Bello", { exact: true }).waitFor();
  await inbox.getByRole("button", { name: "Annehmen" }).click();
  await portal.page.evaluate(() => globalThis.dispatchEvent(new Event("online")));
  await tells(portal, "Angenommen");
});

test("what is sent without a network waits on the device, and arrives once when there is one", async () => {
  const portal = await chromium.newPage();
  await comesToTheDisclosure(portal);
  await portal.button("Verschlüsselt absenden").waitFor();
  await portal.context.setOffline(true);
  await sends(portal);
  await portal.page.waitForTimeout(1000);
  assert.equal(await portal.main.getByText("Angekommen", { exact: true }).count(), 0);
  assert.ok(chromium.takeErrors().every((error) => error.includes("ERR_INTERNET_DISCONNECTED")));
  await portal.context.setOffline(false);
  await tells(portal, "Angekommen");
  assert.equal(await applications(await opensTheInbox()).count(), 2);
});

test("a window that is closed while it sends loses nothing: the next one goes on, and it arrives once", async () => {
  const portal = await chromium.newPage();
  await fillsInEverything(portal);
  await portal.link("Meine Daten").click();
  await portal.link("Auf diesem Gerät merken").click();
  await keeps(portal);
  await portal.page.evaluate(() => history.go(-2));
  await portal.link("Weiter: absenden").click();
  await portal.button("Verschlüsselt absenden").waitFor();
  await portal.context.setOffline(true);
  await sends(portal);
  // Kept, and as far as it goes without a network: sealed where the office's key had come already.
  await portal.main.getByText(/^Wird (?:vorbereitet|gesendet)$/).first().waitFor();
  const next = await anotherTab(portal);
  await portal.page.close();
  chromium.takeErrors();
  await portal.context.setOffline(false);
  await next.open("/de/meine-daten");
  await unlocks(next);
  await next.link("Meine Vorgänge").click();
  await next.link("Hund anmelden").click();
  await tells(next, "Angekommen");
  assert.equal(await applications(await opensTheInbox()).count(), 3);
});
