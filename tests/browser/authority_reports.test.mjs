// Citizens' reports as a clerk meets them in the inbox, without scripts: found, read, released and answered, and what the public sees of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { repository } from "./support/city.mjs";
import * as checks from "./support/page_checks.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const REPORTS = "/behoerde/meldungen";

/** As any app for reports would send it. @returns {Promise<string>} its number */
async function reportsRubbish() {
  const form = new FormData();
  form.set("service_code", "wilder-muell");
  form.set("lat", "51.430812");
  form.set("long", "9.871234");
  form.set("address_string", "Münzgasse 3");
  form.set("attribute[art][]", "sperrmuell");
  form.set("description", "Ein Sofa vor dem Tor von Frau Meier");
  form.set("email", "anna@example.org");
  form.set("media", new Blob([readFileSync(join(repository, "assets/musterstadt/bilder/symbol-192.png"))], { type: "image/png" }), "foto.png");
  const answer = await fetch(`${chromium.origin}/open311/v2/requests.json`, { method: "POST", body: form });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text)[0].service_request_id;
}

/** What everybody sees of it. @param {string} number */
async function published(number) {
  const answer = await fetch(`${chromium.origin}/open311/v2/requests/${number}.json?extensions=true`);
  return (await answer.json())[0];
}

/** @param {PortalPage} portal */
async function logsIn(portal) {
  await portal.visit("/behoerde/");
  await portal.page.getByLabel("Benutzername").fill("sachbearbeitung");
  await portal.page.getByLabel("Passwort").fill("Stadttor-Demo-2026");
  await portal.page.keyboard.press("Enter");
  await portal.shows("Eingegangene Anträge");
  await portal.link("Meldungen").press("Enter");
  await portal.shows("Meldungen");
}

/** @param {PortalPage} portal @param {string} number */
async function opens(portal, number) {
  await portal.link("Zu prüfen").press("Enter");
  await portal.link(`Wilder Müll · Nummer ${number}`).press("Enter");
  await portal.shows(`Wilder Müll · Nummer ${number}`);
}

test("a report is found among those to be looked at, its words and photo are released one by one, and it is answered", async () => {
  const number = await reportsRubbish();
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await logsIn(portal);
  await opens(portal, number);
  await portal.main.getByText("Ein Sofa vor dem Tor von Frau Meier").waitFor();
  await portal.link("anna@example.org").waitFor();
  const hidden = await published(number);
  assert.deepEqual([hidden.status, hidden.description, hidden.media_url, hidden.lat], ["open", null, null, 51.430812]);

  await portal.button("Foto veröffentlichen").press("Enter");
  await portal.main.getByText("Das ist jetzt öffentlich zu sehen.").waitFor();
  const shown = await published(number);
  assert.equal(shown.description, null);
  const photo = await fetch(shown.media_url);
  assert.deepEqual([photo.status, photo.headers.get("content-type")], [200, "image/png"]);

  await portal.page.getByLabel("Neuer Stand").selectOption("Erledigt");
  await portal.page.getByLabel("Hinweis für alle").fill("Das Sofa ist abgeholt.");
  await portal.button("Stand ändern").press("Enter");
  await portal.main.getByText("Der Stand ist geändert und öffentlich zu sehen.").waitFor();
  const done = await published(number);
  assert.deepEqual([done.status, done.status_notes, done.extended_attributes.detailed_status], ["closed", "Das Sofa ist abgeholt.", "PROCESSED"]);
  for (const act of ["Stand geändert", "veröffentlicht", "geöffnet"]) {
    await portal.main.getByText(`sachbearbeitung: ${act}`).first().waitFor();
  }
});

for (const width of [1280, 390]) {
  test(`at ${width} px axe finds nothing on the list and on a report, and nothing is cut off or needs a script`, async () => {
    const number = await reportsRubbish();
    const portal = await chromium.newPage({ viewport: { width, height: 800 } });
    const check = async (/** @type {string} */ name) => {
      const found = await violations(portal, name);
      for (const measure of [checks.sidewaysOverflow, checks.cutOffText, checks.overlappingText, checks.smallTargets]) {
        found.push(...(await portal.page.evaluate(measure)).map((finding) => `${name}: ${measure.name}: ${finding}`));
      }
      assert.deepEqual(found, []);
      assert.equal(await portal.page.locator("script").count(), 0);
    };
    await logsIn(portal);
    await portal.page.getByText("Art: alle").click();
    await check("list");
    await opens(portal, number);
    await check("report");
    await portal.page.getByLabel("Neuer Stand").selectOption("Abgelehnt");
    await portal.button("Stand ändern").click();
    await portal.main.getByText("Bitte schreiben Sie, warum daraus nichts wird.").waitFor();
    assert.match(chromium.takeErrors().join(), /422/);
    await check("report with a mistake");
  });
}
