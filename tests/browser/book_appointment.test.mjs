// Appointments in a browser, over the city's real interface: booked by keyboard alone, found again, moved and cancelled; lost to somebody faster;
// proved unseen; read without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { repository, tool } from "./support/city.mjs";
import { PortalPage } from "./support/portal_page.mjs";

const chromium = withChromium();
const { test } = chromium;

const SERVICE = "/de/leistungen/personalausweis-beantragen";
const OWN = /^\/de\/termine\/meiner#t=[0-9a-f]{32}$/;

/** @typedef {import("playwright-core").Locator} Locator */

/** Reached with the Tab key alone. @param {PortalPage} portal @param {Locator} control */
async function tabsTo(portal, control) {
  await control.waitFor();
  for (let steps = 0; steps < 200; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await portal.page.keyboard.press("Tab");
  }
  assert.fail(`${control} cannot be reached by keyboard`);
}

/** @param {PortalPage} portal */
const firstTime = (portal) => portal.main.getByRole("region", { name: /Nächste freie Termine|Das ist in der Nähe noch frei/ }).getByRole("button").first();

/** Up to the page on which it is booked. @param {PortalPage} portal */
async function comesToTheCheck(portal) {
  await portal.open(SERVICE);
  await portal.link("Termin buchen").click();
  await portal.arrivedAt(/^\/de\/termine#l=personalausweis-beantragen$/);
  await portal.link("Zeit wählen").click();
  await firstTime(portal).click();
  await portal.arrivedAt("/de/termine/angaben");
  await portal.main.getByLabel("Vor- und Familienname").fill("Änne Özdemir");
  const mail = portal.main.getByLabel("E-Mail");
  if ((await mail.count()) > 0) await mail.fill("aenne@example.org");
  await portal.button("Weiter: prüfen").click();
  await portal.shows("Termin prüfen und buchen");
}

/** @param {PortalPage} portal */
async function books(portal) {
  await portal.button("Termin verbindlich buchen").click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Der Termin steht fest.").waitFor({ timeout: 30_000 });
}

test("an appointment is booked by keyboard alone, and no page on the way has a fault that axe knows", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/termine");
  const box = portal.main.getByRole("checkbox", { name: "Personalausweis beantragen" });
  await tabsTo(portal, box);
  await portal.page.keyboard.press("Space");
  await tabsTo(portal, portal.link("Zeit wählen"));
  assert.deepEqual(await violations(portal, "appointments"), []);
  await portal.page.keyboard.press("Enter");
  await tabsTo(portal, firstTime(portal));
  assert.deepEqual(await violations(portal, "appointments"), []);
  const day = portal.main.getByRole("table").getByRole("button").first();
  await tabsTo(portal, day);
  await portal.page.keyboard.press("Enter");
  const time = portal.main.getByRole("group").getByRole("button", { name: /^\d{1,2}:\d\d$/ }).first();
  await tabsTo(portal, time);
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt("/de/termine/angaben");
  await tabsTo(portal, portal.main.getByLabel("Vor- und Familienname"));
  await portal.page.keyboard.type("Erika Mustermann");
  const mail = portal.main.getByLabel("E-Mail");
  if ((await mail.count()) > 0) {
    await tabsTo(portal, mail);
    await portal.page.keyboard.type("erika@example.org");
  }
  assert.deepEqual(await violations(portal, "appointments"), []);
  await portal.page.keyboard.press("Enter");
  await tabsTo(portal, portal.button("Termin verbindlich buchen"));
  assert.deepEqual(await violations(portal, "appointments"), []);
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Der Termin steht fest.").waitFor({ timeout: 30_000 });
  assert.deepEqual(await violations(portal, "appointments"), []);
});

test("what was booked is found again, goes into the calendar, is moved and cancelled", async () => {
  const portal = await chromium.newPage();
  await comesToTheCheck(portal);
  await books(portal);
  const download = portal.page.waitForEvent("download");
  await portal.button("In den Kalender (.ics)").click();
  const file = readFileSync(await (await download).path(), "utf8");
  assert.match(file, /DTSTART:\d{8}T\d{6}Z\r\n/);
  assert.match(file, /TRIGGER:-PT1H/);

  await portal.button("Termin verschieben").click();
  await portal.main.getByText("Sie verschieben einen Termin").waitFor();
  await portal.main.getByRole("region", { name: "Nächste freie Termine" }).getByRole("button").nth(2).click();
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(await portal.main.getByLabel("Vor- und Familienname").inputValue(), "Änne Özdemir");
  await portal.button("Weiter: prüfen").click();
  await books(portal);
  await portal.link("Alle Termine").click();
  await portal.main.getByText("Abgesagt", { exact: true }).waitFor({ timeout: 30_000 });
  assert.equal(await portal.main.getByText("Gebucht", { exact: true }).count(), 1);
  await portal.main.getByRole("listitem").filter({ hasText: "Gebucht" }).getByRole("link").click();
  await portal.button("Termin absagen").click();
  await portal.button("Ja, absagen").click();
  await portal.main.getByText("Dieser Termin besteht nicht mehr.").waitFor({ timeout: 30_000 });
});

test("a time that somebody else has taken meanwhile leads to the others, with everything kept", async () => {
  const [one, other] = [await chromium.newPage(), await chromium.newPage()];
  for (const portal of [one, other]) {
    await portal.open("/de/termine#l=personalausweis-beantragen");
    await portal.link("Zeit wählen").click();
    await firstTime(portal).waitFor();
  }
  const wanted = (await firstTime(one).textContent()) ?? "";
  // All counters of that time are taken by one citizen after another, until it is gone.
  for (let counter = 0; counter < 12; counter += 1) {
    const portal = await chromium.newPage();
    await portal.open("/de/termine#l=personalausweis-beantragen");
    await portal.link("Zeit wählen").click();
    await firstTime(portal).waitFor();
    const button = portal.button(wanted);
    if ((await button.count()) === 0) break;
    await button.click();
    await portal.arrivedAt("/de/termine/angaben");
    await portal.page.close();
  }
  await other.button(wanted).click();
  await other.main.getByText("Dieser Termin ist gerade vergeben worden").waitFor();
  await firstTime(other).waitFor();
  chromium.takeErrors();
});

test("without a network one's own appointments can be read, and booking says why it waits", async () => {
  const portal = await chromium.newPage();
  await comesToTheCheck(portal);
  await books(portal);
  await portal.context.setOffline(true);
  await portal.link("Alle Termine").click();
  await portal.main.getByRole("region", { name: "Meine Termine" }).getByText("Gebucht", { exact: true }).waitFor();
  await portal.main.getByRole("checkbox", { name: "Personalausweis beantragen" }).check();
  await portal.link("Zeit wählen").click();
  await portal.main.getByText("Sie sind gerade ohne Internet").waitFor();
  chromium.takeErrors();
  await portal.context.setOffline(false);
  await firstTime(portal).waitFor({ timeout: 30_000 });
});

test("the whole journey goes without a browser, too, as its script says", () => {
  const script = join(repository, "tests/scenarios/running_city/book_an_appointment.visit");
  const told = execFileSync(tool, ["visit", "--city", chromium.origin, script], { encoding: "utf8", timeout: 120_000 });
  assert.match(told, /all as expected/);
});
