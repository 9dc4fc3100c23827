// Ways into the vault in a browser: words by chance, the recovery sheet for a camera and on paper, passkeys of a device that keeps secrets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withChromium } from "./support/chromium.mjs";
import { repository } from "./support/city.mjs";
import { DATA, PASSPHRASE, keepsOnThisDevice, told } from "./support/kept_data.mjs";

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const chromium = withChromium();
const { test } = chromium;
const jsqr = createRequire(join(repository, ".build/node/package.json"))("jsqr");

const CODE = /^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/;

/** What a camera would read. @param {import("playwright-core").Locator} picture @returns {Promise<string | undefined>} */
async function scanned(picture) {
  const { width, pixels } = await picture.evaluate(async (element) => {
    const image = /** @type {HTMLImageElement} */ (element);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 300;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(image, 0, 0, 300, 300);
    return { width: 300, pixels: [...context.getImageData(0, 0, 300, 300).data] };
  });
  return jsqr(new Uint8ClampedArray(pixels), width, width)?.data;
}

/** A device with a fingerprint reader. @param {PortalPage} portal @param {{ hasPrf?: boolean }} [options] */
async function withFinger(portal, { hasPrf = true } = {}) {
  const device = await portal.context.newCDPSession(portal.page);
  await device.send("WebAuthn.enable");
  const options = { protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf };
  const { authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", /** @type {any} */ ({ options }));
  return {
    count: async () => (await device.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    /** @param {boolean} isUserVerified */
    recognises: (isUserVerified) => device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    loses: () => device.send("WebAuthn.clearCredentials", { authenticatorId }),
  };
}

/** @param {PortalPage} portal @param {string} [button] */
async function asksForPasskey(portal, button = "Passkey einrichten") {
  await portal.open(`${DATA}/zugang`);
  await portal.page.getByLabel("Passwort", { exact: true }).fill(PASSPHRASE);
  await portal.button("Öffnen").click();
  await portal.button(button).click();
  await portal.page.getByLabel("Passwort", { exact: true }).fill(PASSPHRASE);
}

test("five German words are suggested, and come into the field only by the citizen's press", async () => {
  const portal = await chromium.newPage();
  await portal.open(`${DATA}/merken`);
  const words = readFileSync(join(repository, "assets/passphrase/words.txt"), "utf8").split("\n");
  await portal.button("Vorschlag machen").click();
  const shown = portal.main.getByText(/^[a-z]{4,8}(?: [a-z]{4,8}){4}$/);
  const first = /** @type {string} */ (await shown.textContent());
  for (const word of first.split(" ")) assert.ok(words.includes(word), word);
  const field = portal.page.getByLabel("Neues Passwort", { exact: true });
  assert.equal(await field.inputValue(), "");
  await portal.button("Andere Wörter").click();
  await portal.settled();
  const second = await shown.textContent();
  assert.notEqual(second, first);
  await portal.button("In das Feld übernehmen").click();
  await told(portal, "Sehr gutes Passwort.");
  assert.equal(await field.inputValue(), second);
});

test("a camera reads from the recovery sheet what stands on it, also from its print and in the dark", async () => {
  const portal = await chromium.newPage({ colorScheme: "dark" });
  await portal.open(`${DATA}/merken`);
  await portal.button("Code erzeugen").click();
  const code = await portal.main.getByText(CODE).textContent();
  const picture = portal.page.getByRole("img", { name: /^QR-Code/ });
  assert.equal(await scanned(picture), code);
  await portal.page.emulateMedia({ media: "print" });
  const box = /** @type {{ width: number, height: number }} */ (await picture.boundingBox());
  // 37 squares of a millimetre each are what cameras of phones like.
  assert.ok(box.width > 130 && Math.abs(box.width - box.height) < 2, `printed ${box.width} x ${box.height}`);
  const sheet = jsqr(...(await pixelsOf(portal, picture)));
  assert.equal(sheet?.data, code, "as it is painted for paper");
});

/** As painted. @param {PortalPage} portal @param {import("playwright-core").Locator} picture */
async function pixelsOf(portal, picture) {
  const shot = (await picture.screenshot()).toString("base64");
  const { width, height, pixels } = await portal.page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, pixels: [...context.getImageData(0, 0, image.width, image.height).data] };
  }, shot);
  return /** @type {[Uint8ClampedArray, number, number]} */ ([new Uint8ClampedArray(pixels), width, height]);
}

test("a passkey is made, opens what is kept, and is removed", async () => {
  const portal = await chromium.newPage();
  const finger = await withFinger(portal);
  await keepsOnThisDevice(portal);
  await asksForPasskey(portal);
  await portal.button("Passkey anlegen").click();
  await portal.main.getByRole("listitem").filter({ hasText: /^Passkey$/ }).waitFor();
  assert.equal(await finger.count(), 1);

  await portal.open(DATA);
  await portal.button("Mit Passkey öffnen").click();
  await portal.button("Jetzt sperren").waitFor();

  await finger.recognises(false);
  await portal.open(DATA);
  await portal.button("Mit Passkey öffnen").click();
  await portal.page.getByText(/^Abgebrochen, oder dieses Gerät hat den Passkey nicht/).waitFor();
  await finger.recognises(true);

  await asksForPasskey(portal, "Passkeys ändern");
  await portal.button("Passkey 1 entfernen").click();
  await portal.main.getByRole("listitem").filter({ hasText: /^Passkey$/ }).waitFor({ state: "detached" });
  await portal.open(DATA);
  await told(portal, "Ihre Daten sind gesperrt");
  assert.equal(await portal.button("Mit Passkey öffnen").count(), 0);
});

test("a device whose passkeys keep no secret is told, and the passphrase stays", async () => {
  const portal = await chromium.newPage();
  await withFinger(portal, { hasPrf: false });
  await keepsOnThisDevice(portal);
  await asksForPasskey(portal);
  await portal.button("Passkey anlegen").click();
  await portal.page.getByText(/^Dieser Passkey kann keine Daten öffnen/).waitFor();
  assert.equal(await portal.main.getByRole("listitem").filter({ hasText: /^Passkey$/ }).count(), 0);
});
