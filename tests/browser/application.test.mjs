// Filling in an application: by keyboard alone, with mistakes, in two languages, back and forth; and nothing of it leaves the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { repository } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { DATE, FORM, chooses, fills, fillsDate, fillsInEverything, passesTheFirstQuestions } from "./support/dog_form.mjs";
import * as checks from "./support/page_checks.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

/** @param {PortalPage} portal */
async function violations(portal) {
  const require = createRequire(join(repository, ".build/node/package.json"));
  await portal.page.evaluate(`typeof axe === "undefined" && (() => { ${readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")} })()`);
  return portal.page.evaluate(async () => {
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, options);
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { html, failureSummary }) => `${id}: ${html.slice(0, 140)}: ${failureSummary.slice(0, 200)}`),
    );
  });
}

test("a whole application is filled in, checked, saved and printed, and nothing of it is sent", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const sent = [];
  portal.page.on("request", (request) => {
    if (!request.url().startsWith("blob:")) sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`);
  });
  await fillsInEverything(portal);
  assert.deepEqual(await violations(portal), []);
  await portal.link("Lieber auf Papier abgeben").click();
  await portal.shows("Antrag abgeben");
  assert.deepEqual(await violations(portal), []);
  const download = portal.page.waitForEvent("download");
  await portal.button("Kopie als Datei speichern").click();
  const copy = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  assert.equal(copy.form, "hund-anmelden");
  assert.match(JSON.stringify(copy.answers), /"Bello"/);
  assert.deepEqual(sent.filter((request) => /Bello|%C3%84nne|Änne|Öz/.test(request) || !request.startsWith("GET ")), []);
});

test("with the keyboard alone: choosing, finding in a list, mistakes, and the focus is always where one goes on", async () => {
  const portal = await chromium.newPage();
  const { keyboard } = portal.page;
  const tabTo = async (/** @type {string} */ name) => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press("Tab");
      const here = await portal.page.evaluate(() => {
        const active = document.activeElement;
        if (active instanceof HTMLInputElement) return active.labels?.[0]?.textContent ?? "";
        return active?.textContent ?? "";
      });
      if (here === name) return;
    }
    assert.fail(`Tab does not lead to ${name}`);
  };
  await portal.open(FORM);
  await tabTo("Weiter");
  await keyboard.press("Enter");
  await portal.page.waitForFunction(() => document.activeElement?.classList.contains("kern-alert"));
  assert.match(await portal.title(), /^Bitte prüfen: /);
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await portal.page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === "radio");
  assert.equal(portal.path, FORM, "a jump to a field is no new address");
  await keyboard.press("Space");
  await portal.page.getByRole("radiogroup", { name: "Gilt der Hund als gefährlich?" }).waitFor();
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  await portal.settled();
  await tabTo("Weiter");
  await keyboard.press("Enter");
  await portal.arrivedAt(`${FORM}/halter`);
  assert.match(await portal.focused(), /^h1: Halterin oder Halter/);
  await tabTo("Vornamen");
  await keyboard.type("Änne");
  await tabTo("Postleitzahl");
  await keyboard.type("12");
  await tabTo("Ort");
  await portal.page.getByText("Geben Sie die Postleitzahl mit fünf Ziffern an.").waitFor();
  assert.equal(await portal.page.getByLabel("Postleitzahl").getAttribute("aria-invalid"), "true");
  assert.deepEqual(await violations(portal), []);
});

test("what was entered survives the way back, another page, and another language; a reload asks first and begins anew", async () => {
  const portal = await chromium.newPage();
  await passesTheFirstQuestions(portal);
  await fills(portal, "Vornamen", "Änne");
  await portal.page.goBack();
  await portal.arrivedAt(FORM);
  assert.equal(await portal.page.getByRole("radiogroup", { name: "Lebt der Hund" }).getByRole("radio", { name: "Ja" }).isChecked(), true);
  await portal.page.goForward();
  await portal.arrivedAt(`${FORM}/halter`);
  assert.equal(await portal.page.getByLabel("Vornamen").inputValue(), "Änne");

  const english = await portal.switchesTo("en");
  assert.equal(english.path, "/en/antraege/hund-anmelden/halter");
  assert.equal(await english.page.getByLabel("Given names").inputValue(), "Änne");

  /** @type {string[]} */
  const asked = [];
  portal.page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await portal.page.reload();
  await portal.engineReady();
  assert.deepEqual(asked, ["beforeunload"]);
  await english.arrivedAt("/en/antraege/hund-anmelden");
  await english.shows("Before you start");
});

test("what is chosen before the engine has come is kept", async () => {
  const portal = await chromium.newPage();
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await portal.page.route("**/assets/core.*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await portal.visit(FORM);
  await portal.page.getByRole("radio", { name: "Ja", exact: true }).first().check();
  release();
  await portal.engineReady();
  await portal.page.getByRole("radiogroup", { name: "Gilt der Hund als gefährlich?" }).waitFor();
  assert.equal(await portal.page.getByRole("radio", { name: "Ja", exact: true }).first().isChecked(), true);
});

test("without scripts the page says where to get the paper, and no answer goes into an address", async () => {
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await portal.visit(`${FORM}/halter`);
  assert.equal(await portal.page.getByText("Hier geht es nur mit JavaScript weiter").isVisible(), true);
  await portal.page.getByRole("radio", { name: "Ja", exact: true }).first().check();
  await portal.button("Weiter").click();
  assert.equal(portal.path.replace(/\/$/, ""), `${FORM}/halter`);
});

test("at 390 and at 320 px a step with mistakes need not be scrolled sideways", async () => {
  const portal = await chromium.newPage({ viewport: { width: 390, height: 800 } });
  await portal.open(FORM);
  await portal.button("Weiter").click();
  await portal.page.getByText("Bitte prüfen Sie eine Angabe").waitFor();
  const found = await portal.page.evaluate(checks.sidewaysOverflow);
  await passesTheFirstQuestions(portal);
  await portal.button("Weiter").click();
  await portal.page.getByText("Bitte prüfen Sie 7 Angaben").waitFor();
  found.push(...(await portal.page.evaluate(checks.sidewaysOverflow)));
  await portal.page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await portal.page.evaluate(checks.sidewaysOverflow)), ...(await portal.page.evaluate(checks.cutOffText)));
  assert.deepEqual(found, []);
});

test("a street is offered by the device itself, and a photo is shown and says what was taken out of it", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const asked = [];
  portal.page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await portal.open("/de/antraege/wohnsitz-ummelden");
  for (const question of ["Sind Sie schon eingezogen?", "Sind Sie schon in Musterstadt gemeldet?", "Haben Sie die Wohnungsgeberbestätigung?"]) {
    await chooses(portal, question, "Ja");
  }
  await portal.button("Weiter").click();
  await portal.arrivedAt("/de/antraege/wohnsitz-ummelden/wohnung");
  await portal.page.getByRole("combobox", { name: "Straße" }).fill("muenzg");
  await portal.page.getByRole("option", { name: "Münzgasse, 12344 Musterstadt" }).click();
  await portal.settled();
  assert.equal(await portal.page.getByLabel("Straße").inputValue(), "Münzgasse");
  assert.equal(await portal.page.getByLabel("Postleitzahl").inputValue(), "12344");

  const picture = await portal.page.evaluate(() => document.createElement("canvas").toDataURL("image/jpeg").split(",")[1] ?? "");
  const plain = Buffer.from(picture, "base64");
  const exif = Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 51.4320 N", "latin1");
  const photo = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, plain.subarray(2)]);
  const field = portal.page.locator('input[type="file"]');
  await field.setInputFiles({ name: "Zettel.jpg", mimeType: "image/jpeg", buffer: photo });
  await portal.page.getByText("Vor dem Senden entfernt: Ort, Zeit und Kamera der Aufnahme.").waitFor();
  const preview = portal.page.getByRole("img", { name: "Vorschau von Zettel.jpg" });
  await portal.until(async () => document.querySelector("img.st-preview")?.naturalWidth > 0);
  assert.match((await preview.getAttribute("src")) ?? "", /^blob:/);
  assert.deepEqual(await violations(portal), []);
  await portal.button("Zettel.jpg entfernen").click();
  await preview.waitFor({ state: "detached" });
  await field.setInputFiles({ name: "Foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1") });
  await portal.page.getByText("Fotos im Format HEIC kann die Behörde nicht öffnen.").first().waitFor();
  assert.deepEqual(asked.filter((request) => /muenzg|Zettel|m%C3%BCnz/i.test(request)), []);
});
