// A defect reported in a browser, over the city's real GeoReport server: by keyboard alone, beside what others have reported, and with
// questions that change meanwhile; and what the city publishes of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { repository, tool } from "./support/city.mjs";
import { isDrawn, newDrawnPage } from "./support/drawn_page.mjs";
import { opensTheInbox } from "./support/inbox.mjs";
import { told } from "./support/kept_data.mjs";
import {
  describesTheLamp, field, fillsInTheLamp, goesOnTo, heard, NEW, numberOf, OWN, published, radio, REPORTS, tabsOnTo, tabsTo,
} from "./support/reporting.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

test("a defect is reported by keyboard alone, no page on the way has a fault that axe knows, and a clerk makes its words public", async () => {
  const portal = await chromium.newPage();
  const sound = async () => assert.deepEqual(await violations(portal, portal.path), []);
  await portal.open(REPORTS);
  await portal.main.getByRole("region", { name: "Was gemeldet ist" }).getByRole("listitem").first().waitFor();
  await sound();
  await tabsTo(portal, portal.main.getByRole("link", { name: "Mangel melden", exact: true }));
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(NEW);
  await sound();
  await tabsTo(portal, field(portal, "Straße oder Platz"));
  await portal.page.keyboard.type("münzg");
  await portal.main.getByRole("option", { name: "Münzgasse", exact: true }).waitFor();
  await portal.page.keyboard.press("ArrowDown");
  await portal.main.getByRole("option", { selected: true }).waitFor();
  await portal.page.keyboard.press("Enter");
  await portal.main.getByRole("option").first().waitFor({ state: "detached" });
  assert.equal(await field(portal, "Straße oder Platz").inputValue(), "Münzgasse");
  await tabsTo(portal, field(portal, "Hausnummer"));
  await portal.page.keyboard.type("15");
  await tabsOnTo(portal, "art");
  await tabsTo(portal, field(portal, "In Ihren Worten"));
  await portal.page.keyboard.type("Laterne kaputt");
  const kind = radio(portal, "Passt vielleicht: Straßenbeleuchtung");
  await kind.waitFor();
  await sound();
  await portal.page.keyboard.press("Tab");
  await portal.page.keyboard.press("Space");
  assert.equal(await kind.isChecked(), true);
  await tabsOnTo(portal, "angaben");
  const question = portal.main.getByRole("radiogroup", { name: "Was ist mit der Laterne?" }).getByRole("radio").first();
  await tabsTo(portal, question);
  await portal.page.keyboard.press("Space");
  await tabsTo(portal, portal.main.getByLabel(/^Beschreibung/));
  await portal.page.keyboard.type("Seit Montag, frißt sich fest");
  await sound();
  await tabsOnTo(portal, "kontakt");
  await sound();
  await tabsOnTo(portal, "pruefen");
  await portal.main.getByText("Sie melden ohne Namen.").waitFor();
  await sound();
  await tabsTo(portal, portal.button("Meldung senden"));
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(OWN);
  const number = await numberOf(portal);
  await sound();
  const hidden = await published(chromium.origin, number);
  assert.deepEqual([hidden.service_code, hidden.status, hidden.address], ["strassenbeleuchtung", "open", "Münzgasse 15"]);
  assert.equal(hidden.description ?? "", "", "nobody has looked at it yet");

  const clerk = await opensTheInbox(chromium);
  await clerk.visit("/behoerde/meldungen");
  await clerk.link("Zu prüfen").click();
  await clerk.link(`Straßenbeleuchtung · Nummer ${number}`).click();
  await clerk.button("Beschreibung veröffentlichen").click();
  await clerk.main.getByText("Das ist jetzt öffentlich zu sehen.").waitFor();
  assert.equal((await published(chromium.origin, number)).description, "Seit Montag, frißt sich fest");
  const other = await chromium.newPage();
  await other.open(REPORTS);
  await other.main.getByText("Seit Montag, frißt sich fest").waitFor();
});

test("who chooses what it is about and goes on in the same moment goes on", async () => {
  const portal = await chromium.newPage();
  await portal.open(NEW);
  await field(portal, "Straße oder Platz").fill("Münzgasse");
  await goesOnTo(portal, "art");
  const kind = radio(portal, "Straßenbeleuchtung");
  const way = await portal.main.getByRole("button", { name: "Weiter", exact: true }).elementHandle();
  await kind.evaluate((choice, way) => {
    choice.click();
    way?.click();
  }, /** @type {import("playwright-core").ElementHandle<HTMLElement> | null} */ (way));
  await portal.arrivedAt(`${NEW}/angaben`);
});

test("what somebody has reported nearby already is offered, and can be followed without sending anything", async () => {
  const form = new URLSearchParams({ service_code: "strassenbeleuchtung", address_string: "Brückenstraße 4", "attribute[stoerung]": "dunkel" });
  const attributes = await (await fetch(`${chromium.origin}/open311/v2/services/strassenbeleuchtung.json`)).json();
  for (const { code, required, values } of attributes.attributes) if (required) form.set(`attribute[${code}]`, values?.[0]?.key ?? "x");
  const answer = await fetch(`${chromium.origin}/open311/v2/requests.json`, { method: "POST", body: form });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  const number = JSON.parse(text)[0].service_request_id;

  const portal = await chromium.newPage();
  const asked = heard(portal);
  await portal.open(NEW);
  await field(portal, "Straße oder Platz").fill("Brückenstraße");
  await goesOnTo(portal, "art");
  await radio(portal, "Straßenbeleuchtung").check();
  await goesOnTo(portal, "angaben");
  await told(portal, "Vielleicht ist es schon gemeldet");
  await portal.button(`Meldung ${number} verfolgen`).click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Diese Meldung hat jemand anderes gesendet.").waitFor();
  assert.deepEqual(asked.filter((request) => request.startsWith("POST")), []);
});

test("questions that the city has changed between reading and sending are told, and the answers stay", async () => {
  const portal = await chromium.newPage();
  let isChanged = false;
  await portal.page.route("**/open311/v2/services/strassenbeleuchtung.json*", async (route) => {
    const response = await route.fetch();
    const definition = await response.json();
    const height = { variable: true, code: "hoehe", datatype: "string", required: true, order: 99, description: "Wie hoch ist der Mast?" };
    if (isChanged) definition.attributes.push(height);
    await route.fulfill({ response, json: definition });
  });
  await fillsInTheLamp(portal, { street: "Münzgasse", words: "bleibt stehen" });
  isChanged = true;
  await portal.button("Meldung senden").click();
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Die Stadt fragt inzwischen etwas anderes zu dieser Art von Meldung.").waitFor();
  await portal.button("Meldung ändern").click();
  await portal.arrivedAt(`${NEW}/angaben`);
  await told(portal, "Bitte sehen Sie die Fragen noch einmal durch");
  assert.equal(await portal.main.getByLabel(/^Beschreibung/).inputValue(), "bleibt stehen");
  await portal.main.getByLabel("Wie hoch ist der Mast?").fill("6 m");
});

test("drawn, the way of a report has no fault that axe knows, and is the same way", async () => {
  const portal = await newDrawnPage(chromium, { reducedMotion: "reduce" });
  await portal.open(NEW);
  await isDrawn(portal);
  const found = await violations(portal, NEW);
  await field(portal, "Straße oder Platz").fill("Münzgasse");
  await goesOnTo(portal, "art");
  found.push(...(await violations(portal, "art")));
  await describesTheLamp(portal, "gezeichnet");
  await goesOnTo(portal, "pruefen");
  found.push(...(await violations(portal, "pruefen")));
  assert.deepEqual(found, []);
  await portal.button("Meldung senden").click();
  await portal.arrivedAt(OWN);
  await numberOf(portal);
});

test("everyday words lead to it: from the search, a service and the start page", async () => {
  const portal = await chromium.newPage();
  for (const query of ["mangel melden", "schlagloch", "laterne kaputt"]) {
    await portal.open();
    await portal.searchesFor(query);
    await portal.main.getByRole("link", { name: "Mangel melden", exact: true }).first().waitFor();
  }
  await portal.open("/de/leistungen/maengel-melden");
  await portal.main.getByRole("link", { name: "Mangel melden", exact: true }).click();
  await portal.page.waitForURL(`**${NEW}`);
  await portal.open();
  await portal.main.getByRole("link", { name: "Mangel melden", exact: true }).click();
  await portal.page.waitForURL(`**${REPORTS}`);
});

test("the whole journey goes without a browser, too, as its script says", () => {
  const script = join(repository, "tests/scenarios/running_city/report_a_defect.visit");
  const toldByTool = execFileSync(tool, ["visit", "--city", chromium.origin, script], { encoding: "utf8", timeout: 120_000 });
  assert.match(toldByTool, /all as expected/);
});
