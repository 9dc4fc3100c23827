// A report's photo in a browser: its place is offered, what is covered is gone from its pixels, nothing is sent besides them, and all of it works
// by keyboard as by pointer.
import assert from "node:assert/strict";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import * as checks from "./support/page_checks.mjs";
import { looksAt, placedPhoto } from "./support/placed_photo.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const CANARY = "KANARIE-4711";
const IN_TOWN = { latitude: 51.43097, longitude: 9.87146, words: CANARY };

/** @param {PortalPage} portal @param {string} step */
async function goesOn(portal, step) {
  const next = portal.button("Weiter").or(portal.button("Ohne Foto weiter"));
  await next.click();
  await portal.arrivedAt(`/de/meldungen/neu/${step}`);
}

/** To the step with the photo, of a dark lamp. @param {PortalPage} portal */
async function comesToThePhoto(portal) {
  await portal.open("/de/meldungen/neu");
  await portal.page.getByLabel("Straße oder Platz").fill("Münzgasse");
  await goesOn(portal, "art");
  await portal.page.getByLabel("In Ihren Worten").fill("Laterne dunkel");
  await portal.page.getByLabel("Passt vielleicht: Straßenbeleuchtung").check();
  await goesOn(portal, "angaben");
  await portal.page.getByLabel("Sie ist dunkel").check();
  await goesOn(portal, "foto");
  await portal.shows("Haben Sie ein Foto?");
}

/** @param {PortalPage} portal @param {Buffer} bytes @param {string} [type] */
const chooses = (portal, bytes, type = "image/jpeg") =>
  portal.page.getByLabel(/Foto aufnehmen/).setInputFiles({ name: `${CANARY}.jpg`, mimeType: type, buffer: bytes });

/** @param {PortalPage} portal */
const preview = (portal) => portal.page.getByRole("img", { name: "Ihr Foto, wie es gesendet wird" });

/** Until the preview is another one than before. @param {PortalPage} portal @param {string | null} before */
async function showsAnother(portal, before) {
  await portal.page.waitForFunction((before) => {
    const picture = /** @type {HTMLImageElement | null} */ (document.querySelector("img.st-photo"));
    return picture !== null && picture.complete && picture.naturalWidth > 0 && picture.getAttribute("src") !== before;
  }, before);
}

/** What the preview shows at parts of its sides. @param {PortalPage} portal @param {[number, number][]} places */
async function shownColours(portal, places) {
  const bytes = await portal.page.evaluate(async () => {
    const picture = /** @type {HTMLImageElement} */ (document.querySelector("img.st-photo"));
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return (await looksAt(portal.page, Buffer.from(bytes), places)).colours;
}

/** The photo of a posted form. @param {Buffer} body @returns {Buffer} */
function mediaOf(body) {
  const head = body.indexOf('name="media"');
  assert.ok(head > 0, "a photo was posted");
  const begin = body.indexOf("\r\n\r\n", head) + 4;
  return body.subarray(begin, body.lastIndexOf("\r\n--"));
}

test("a photo's place is offered, faces are covered by pointer and by numbers, and only the pixels arrive", async () => {
  const portal = await chromium.newPage();
  /** @type {Buffer[]} */
  const posted = [];
  portal.page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/open311/")) posted.push(request.postDataBuffer() ?? Buffer.alloc(0));
  });
  await comesToThePhoto(portal);
  await chooses(portal, await placedPhoto(portal.page, IN_TOWN));
  await showsAnother(portal, null);
  await portal.main.getByText("Vor dem Senden entfernt: Ort, Zeit und Kamera der Aufnahme").waitFor();
  await portal.main.getByText("Das Foto sagt, dass es hier aufgenommen wurde").waitFor();
  await portal.button("Als Ort übernehmen").click();
  await portal.main.getByText("Als Ort der Meldung übernommen.").waitFor();

  const before = await preview(portal).getAttribute("src");
  await preview(portal).scrollIntoViewIfNeeded();
  const box = await preview(portal).boundingBox();
  assert.ok(box !== null);
  await portal.page.mouse.move(box.x + 0.1 * box.width, box.y + 0.1 * box.height);
  await portal.page.mouse.down();
  await portal.page.mouse.move(box.x + 0.4 * box.width, box.y + 0.3 * box.height, { steps: 5 });
  await portal.page.mouse.up();
  await showsAnother(portal, before);
  const marked = await preview(portal).getAttribute("src");
  await portal.button("Stelle verdecken").click();
  await showsAnother(portal, marked);
  assert.deepEqual(await violations(portal, "photo"), []);

  await goesOn(portal, "kontakt");
  await goesOn(portal, "pruefen");
  await portal.main.getByText("Dieses Foto geht an die Stadt").waitFor();
  await portal.button("Meldung senden").click();
  await portal.main.getByText("Die Meldung ist bei der Stadt.").waitFor();
  assert.equal(posted.length, 1);
  const body = posted[0] ?? Buffer.alloc(0);
  const photo = mediaOf(body);
  assert.equal(body.includes(CANARY), false, "neither its name nor its words");
  assert.equal(photo.includes("Exif"), false);
  const seen = await looksAt(portal.page, photo, [[0.2, 0.2], [0.7, 0.2], [0.2, 0.4], [0.5, 0.5], [0.9, 0.9]]);
  assert.deepEqual([seen.width, seen.height], [1365, 2048]);
  assert.deepEqual(seen.colours, ["black", "red", "red", "black", "blue"]);

  const number = (await portal.main.innerText()).match(/Nummer der Meldung\s+(\d+)/)?.[1];
  const clerk = await chromium.newPage();
  await clerk.page.goto(`${chromium.origin}/behoerde/`);
  await clerk.page.getByLabel("Benutzername").fill("sachbearbeitung");
  await clerk.page.getByLabel("Passwort").fill("Stadttor-Demo-2026");
  await clerk.page.getByRole("button", { name: "Anmelden" }).click();
  await clerk.page.getByRole("link", { name: "Meldungen" }).first().waitFor();
  const kept = await clerk.page.request.get(`${chromium.origin}/behoerde/meldung/${number}/foto`);
  assert.equal(kept.status(), 200);
  assert.equal(Buffer.compare(await kept.body(), photo), 0, "the city keeps what was sent");
});

test("by keyboard alone a place of the photo is covered, moved, made larger and shown again", async () => {
  const portal = await chromium.newPage();
  await comesToThePhoto(portal);
  await chooses(portal, await placedPhoto(portal.page, IN_TOWN));
  await showsAnother(portal, null);
  const sources = [await preview(portal).getAttribute("src")];
  const changes = async () => {
    await showsAnother(portal, sources.at(-1) ?? null);
    sources.push(await preview(portal).getAttribute("src"));
  };
  await portal.button("Stelle verdecken").press("Enter");
  await changes();
  const area = portal.page.getByRole("group", { name: "Verdeckte Stelle 1" });
  await area.getByLabel("Von links (%)").press("ArrowUp");
  await changes();
  assert.equal(await area.getByLabel("Von links (%)").inputValue(), "36");
  await area.getByLabel("Breite (%)").focus();
  await portal.page.keyboard.press("Control+A");
  await portal.page.keyboard.type("60");
  await changes();
  assert.deepEqual(await shownColours(portal, [[0.9, 0.4], [0.98, 0.4]]), ["black", "red"]);
  await portal.button("Verdeckte Stelle 1 wieder aufdecken").press("Enter");
  await changes();
  assert.match(await portal.focused(), /Stelle verdecken/);
});

test("what is no photo is told with the way out, and nothing entered is lost", async () => {
  const portal = await chromium.newPage();
  await comesToThePhoto(portal);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(16)]);
  /** @type {[Buffer, string][]} */
  const files = [
    [Buffer.from("kein Foto"), "Das ist kein Foto, das die Stadt öffnen kann."],
    [heic, "Fotos im Format HEIC kann die Stadt nicht öffnen."],
    [Buffer.alloc(0), "Diese Datei ist leer."],
    [Buffer.alloc(31 * 1024 * 1024, 1), "Dieses Foto ist zu groß."],
  ];
  for (const [file, words] of files) {
    await chooses(portal, file);
    await portal.main.getByText(words).waitFor();
    await portal.button("Ohne Foto weiter").waitFor();
  }
  await goesOn(portal, "kontakt");
  await goesOn(portal, "pruefen");
  await portal.main.getByText("Münzgasse").waitFor();
});

test("the step with a photo fits a telephone, dark and from right to left", async () => {
  for (const language of ["de", "ar"]) {
    const portal = await chromium.newPage({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
    await comesToThePhoto(portal);
    await chooses(portal, await placedPhoto(portal.page, { ...IN_TOWN, latitude: 52.5 }));
    await showsAnother(portal, null);
    await portal.main.getByText("Das Foto wurde nicht in Musterstadt aufgenommen").waitFor();
    if (language === "ar") await portal.switchesTo("ar");
    await portal.button(language === "ar" ? "تغطية موضع" : "Stelle verdecken").click();
    await portal.settled();
    assert.deepEqual(await portal.page.evaluate(checks.sidewaysOverflow), []);
    assert.deepEqual(await violations(portal, language), []);
    const pictures = process.env.STADTTOR_PICTURES;
    if (pictures !== undefined) await portal.page.screenshot({ path: `${pictures}/photo-${language}.png`, fullPage: true });
  }
});
