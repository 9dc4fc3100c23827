// A report that is begun and not yet sent: without a network, after its tab was closed, in another language.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { DATA, keepsOnThisDevice, told, unlocks } from "./support/kept_data.mjs";
import { PortalPage } from "./support/portal_page.mjs";
import { describesTheLamp, field, fillsInTheLamp, goesOnTo, NEW, numberOf, OWN, published } from "./support/reporting.mjs";

const chromium = withChromium();
const { test } = chromium;

/** Without loading a page, which would lock the vault. @param {PortalPage} portal */
async function beginsFromOnesOwn(portal) {
  await portal.main.getByRole("link", { name: "Meine Daten", exact: true }).first().click();
  await portal.arrivedAt(DATA);
  await portal.main.getByRole("link", { name: "Meine Meldungen", exact: true }).click();
  await portal.main.getByRole("link", { name: "Mangel melden", exact: true }).click();
  await portal.arrivedAt(NEW);
}

// The first of its kind: after another lamp the city could not tell which of the two has arrived, and the citizen would be asked.
test("a report that waits is sent by the next visit, when its tab was closed", async () => {
  const portal = await chromium.newPage();
  await keepsOnThisDevice(portal);
  await portal.page.route("**/open311/v2/requests.json", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await beginsFromOnesOwn(portal);
  await told(portal, "Wird laufend gespeichert");
  await field(portal, "Straße oder Platz").fill("Münzgasse");
  await goesOnTo(portal, "art");
  await describesTheLamp(portal, "der Tab geht zu");
  await goesOnTo(portal, "pruefen");
  await portal.button("Meldung senden").click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Die Meldung wartet und geht dann von allein.").waitFor();
  await portal.page.close();
  chromium.takeErrors();

  const later = new PortalPage(await portal.context.newPage(), portal.origin, portal.language);
  await later.open(DATA);
  await unlocks(later);
  await told(later, "Geöffnet");
  assert.equal(await later.button("Mangel melden weiter ausfüllen").count(), 0, "it is no draft any more");
  await later.main.getByRole("link", { name: "Meine Meldungen", exact: true }).click();
  await later.main.getByRole("link", { name: "Straßenbeleuchtung", exact: true }).click();
  assert.match(await numberOf(later), /^\d/);
});

test("without a network a report is written wholly, waits, and goes by itself when the network is there again", async () => {
  const portal = await chromium.newPage({ serviceWorkers: "allow" });
  await portal.open(NEW);
  await portal.until(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
  });
  await portal.open(NEW);
  await portal.until(async () => (await caches.match("/open311/v2/services/strassenbeleuchtung.json", { ignoreSearch: true, ignoreVary: true })) !== undefined);
  await portal.context.setOffline(true);
  await fillsInTheLamp(portal, { street: "Münzgasse", words: "ohne Netz geschrieben" });
  await portal.main.getByText("Ohne Netz wird später gesendet").waitFor();
  await portal.main.getByText("Arten und Fragen sind von Ihrem letzten Besuch.").waitFor();
  await portal.button("Meldung senden").click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Die Meldung wartet und geht dann von allein.").waitFor();
  chromium.takeErrors();
  await portal.context.setOffline(false);
  const number = await numberOf(portal);
  assert.equal((await published(chromium.origin, number)).service_code, "strassenbeleuchtung");
  chromium.takeErrors();
});

test("a begun report survives its tab and a change of the language, for whoever knows the passphrase", async () => {
  const portal = await chromium.newPage();
  await keepsOnThisDevice(portal);
  await beginsFromOnesOwn(portal);
  await field(portal, "Straße oder Platz").fill("Münzgasse");
  await field(portal, "Hausnummer").fill("15");
  await goesOnTo(portal, "art");
  await field(portal, "In Ihren Worten").fill("Laterne dunkel");
  const english = await portal.switchesTo("en");
  assert.equal(await english.main.getByLabel(english.words("report.words"), { exact: true }).inputValue(), "Laterne dunkel");
  await portal.page.waitForTimeout(300);
  await portal.page.close();

  const later = new PortalPage(await portal.context.newPage(), portal.origin, portal.language);
  await later.open(DATA);
  await unlocks(later);
  await later.button("Mangel melden weiter ausfüllen").click();
  await later.arrivedAt(`${NEW}/art`);
  assert.equal(await field(later, "In Ihren Worten").inputValue(), "Laterne dunkel");
  await later.link("Zurück").click();
  assert.equal(await field(later, "Straße oder Platz").inputValue(), "Münzgasse");
});

