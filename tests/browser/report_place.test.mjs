// Where a defect is: by the device's position, which is asked for by a button only, by a point of the map, and beyond the city's limits. Nothing of
// it is known to anybody before the report is sent.
import assert from "node:assert/strict";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { mapIs, region, scrollsToMap } from "./support/map_page.mjs";
import { describesTheLamp, field, fillsInTheLamp, goesOnTo, heard, NEW, numberOf, OWN, published, radio } from "./support/reporting.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const INSIDE = { latitude: 51.4308, longitude: 9.8712 };
const OUTSIDE = { latitude: 51.6, longitude: 9.8712 };

test("where the device is is asked only on the button, and a refusal leads to the other ways", async () => {
  const portal = await chromium.newPage();
  await portal.open(NEW);
  await radio(portal, /^Hier, wo ich bin/).check();
  await portal.button("Standort des Geräts verwenden").click();
  await portal.main.getByText("Ihr Gerät gibt ihn für diese Seite nicht heraus.").waitFor();
  assert.deepEqual(await violations(portal, "refused"), []);
  await portal.button("Weiter").click();
  await portal.main.getByText("Drücken Sie auf „Standort des Geräts verwenden“").or(portal.main.getByText("Hier fehlt noch etwas")).first().waitFor();

  await portal.context.grantPermissions(["geolocation"], { origin: portal.origin });
  await portal.context.setGeolocation(INSIDE);
  await portal.button("Standort des Geräts verwenden").click();
  await portal.main.getByText("Gefunden: 51.43080,9.87120.").waitFor();
  assert.match(await portal.main.innerText(), /In der Nähe: .+ \((?:etwa )?\d+\u00a0m\)/);
  await goesOnTo(portal, "art");
});

test("beyond the city's limits it is said on the device, before anything is sent, and where to turn", async () => {
  const portal = await chromium.newPage({ permissions: ["geolocation"], geolocation: OUTSIDE });
  const asked = heard(portal);
  await portal.open(NEW);
  await radio(portal, /^Hier, wo ich bin/).check();
  await portal.button("Standort des Geräts verwenden").click();
  await portal.main.getByText("Diese Stelle liegt nicht in Musterstadt.").waitFor();
  await portal.main.getByText("Zuständig ist die Gemeinde, in der die Stelle liegt").waitFor();
  assert.deepEqual(await violations(portal, "beyond"), []);
  await portal.button("Weiter").click();
  await portal.settled();
  assert.equal(portal.path, NEW);
  assert.deepEqual(asked.filter((request) => /^POST|51\.6/.test(request)), []);
});

test("a free point of the map is chosen by pointer and by keys, and told by what stands nearby", async () => {
  const portal = await chromium.newPage();
  await portal.open(NEW);
  await radio(portal, /^Auf der Karte zeigen/).check();
  await scrollsToMap(portal);
  await mapIs(portal, "drawn");
  const point = field(portal, "Stelle auf der Karte");
  const box = (await region(portal).locator("canvas").boundingBox()) ?? assert.fail("no map");
  await portal.page.mouse.click(box.x + box.width * 0.3, box.y + box.height * 0.4);
  await portal.page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector(".st-scene--map input")).value !== "");
  const clicked = await point.inputValue();
  assert.match(clicked, /^51\.\d{5},9\.\d{5}$/);
  await region(portal).focus();
  for (let step = 0; step < 3; step += 1) await portal.page.keyboard.press("ArrowRight");
  await portal.page.waitForTimeout(500);
  await portal.page.keyboard.press("Enter");
  await portal.page.waitForFunction((before) => /** @type {HTMLInputElement} */ (document.querySelector(".st-scene--map input")).value !== before, clicked);
  const middle = await point.inputValue();
  await portal.button("Mitte der Karte übernehmen").click();
  assert.equal(await point.inputValue(), middle);
  assert.deepEqual(await violations(portal, "point"), []);
  await point.fill("hinten links");
  await portal.button("Weiter").click();
  await portal.main.getByRole("link", { name: "Das ist noch keine Stelle." }).waitFor();
  await point.fill("51.4308, 9.8712");
  await portal.main.getByText(/In der Nähe: .+ \((?:etwa )?\d+\u00a0m\)/).waitFor();
  await goesOnTo(portal, "art");
  await describesTheLamp(portal, "am Weg");
  await goesOnTo(portal, "pruefen");
  await portal.button("Meldung senden").click();
  await portal.arrivedAt(OWN);
  const sent = await published(chromium.origin, await numberOf(portal));
  assert.deepEqual([sent.lat, sent.long], [51.4308, 9.8712]);
});

test("before it is sent, no request says what is typed, chosen or where it is", async () => {
  const portal = await chromium.newPage();
  const asked = heard(portal);
  await fillsInTheLamp(portal, { street: "Münzgasse", words: "geheimnisvoll" });
  const kinds = asked.filter((request) => request.startsWith("GET /open311/v2/services/"));
  assert.ok(kinds.length > 5, "all kinds are asked for, not the one that was chosen");
  const others = asked.filter((request) => !request.startsWith("GET /open311/v2/services"));
  const ofASpan = /^GET \/open311\/v2\/requests\.json\?(?:(?:start_date|end_date|page|page_size|jurisdiction_id|extensions)=[\w:%.+-]*&?)+$/;
  for (const request of others) assert.match(request, ofASpan);
});

