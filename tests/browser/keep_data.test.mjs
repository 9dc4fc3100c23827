// "Meine Daten" in a browser: kept, closed, opened again, killed, taken along and wiped. What is on the disk is encrypted, and after a wipe
// there is nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LAUNCH_OPTIONS, withChromium } from "./support/chromium.mjs";
import { repository } from "./support/city.mjs";
import { FORM } from "./support/dog_form.mjs";
import { DATA, keeps, keepsOnThisDevice, told, unlocks } from "./support/kept_data.mjs";
import { PortalPage } from "./support/portal_page.mjs";

const chromium = withChromium();
const { test } = chromium;
const require = createRequire(join(repository, ".build/node/package.json"));


/** @param {PortalPage} portal */
async function beginsAnApplication(portal) {
  await portal.open(FORM);
  await answersTheFirstStep(portal);
}

/** @param {PortalPage} portal */
async function answersTheFirstStep(portal) {
  await portal.page.getByRole("radiogroup", { name: "Lebt der Hund in einem Haushalt" }).getByRole("radio", { name: "Ja", exact: true }).check();
  await portal.page.getByRole("radiogroup", { name: "Gilt der Hund als gefährlich?" }).getByRole("radio", { name: "Nein", exact: true }).check();
  await portal.button("Weiter").click();
  await portal.arrivedAt(`${FORM}/halter`);
}

/** @param {PortalPage} portal */
const vornamen = (portal) => portal.main.getByLabel("Vornamen", { exact: true });

/** @param {PortalPage} portal */
async function goesOnWithTheDraft(portal) {
  await portal.page.getByRole("button", { name: /weiter ausfüllen$/ }).click();
  await portal.arrivedAt(`${FORM}/halter`);
}

/** Another tab of the same browser. @param {PortalPage} portal */
async function another(portal) {
  return new PortalPage(await portal.context.newPage(), portal.origin, portal.language);
}

test("an application goes on after its tab was closed, for whoever knows the passphrase", async () => {
  const portal = await chromium.newPage();
  await keepsOnThisDevice(portal);
  await beginsAnApplication(portal);
  // Locked again with each page that is loaded: the keys are in memory only.
  await told(portal, "Ihre gemerkten Daten sind gesperrt");
  await vornamen(portal).fill("Änne");
  await portal.main.getByRole("link", { name: "Meine Daten", exact: true }).click();
  await portal.arrivedAt(DATA);
  await unlocks(portal, "falsch geraten, ganz falsch");
  await told(portal, "Nicht geöffnet");
  await unlocks(portal);
  await goesOnWithTheDraft(portal);
  assert.equal(await vornamen(portal).inputValue(), "Änne");
  await told(portal, "Wird laufend gespeichert");
  await vornamen(portal).fill("Änne Marie");
  await portal.settled();
  await portal.switchesTo("en");
  await portal.page.waitForTimeout(300);
  await portal.page.close();

  const later = await another(portal);
  await later.open(DATA);
  await unlocks(later);
  await goesOnWithTheDraft(later);
  assert.equal(await vornamen(later).inputValue(), "Änne Marie");
  await later.main.getByRole("link", { name: "Meine Daten", exact: true }).click();
  await later.button("Jetzt sperren").click();
  await told(later, "Ihre Daten sind gesperrt");
  await later.page.goBack();
  await later.page.waitForURL(/hund-anmelden/);
  assert.notEqual(await later.main.getByText("Änne Marie").count(), 1, "what was locked is not shown any more");
});

test("what the visit holds is kept, and what is kept is offered in forms", async () => {
  const portal = await chromium.newPage();
  await beginsAnApplication(portal);
  await told(portal, "Nur für diesen Besuch");
  await portal.main.getByRole("link", { name: "Auf diesem Gerät merken", exact: true }).click();
  await portal.arrivedAt(`${DATA}/merken`);
  await keeps(portal);
  await portal.main.getByRole("link", { name: "Meine Daten", exact: true }).first().click();
  await portal.main.getByRole("link", { name: "Meine Angaben", exact: true }).click();
  await portal.button("Mich eintragen").click();
  await vornamen(portal).fill("Erika");
  await portal.button("Angaben speichern").click();
  await portal.main.getByRole("link", { name: "Meine Daten", exact: true }).first().click();
  await goesOnWithTheDraft(portal);
  assert.equal(await vornamen(portal).inputValue(), "", "nothing is filled in silently");
  await portal.button("Aus Ihren Daten übernehmen: Erika").click();
  await portal.settled();
  assert.equal(await vornamen(portal).inputValue(), "Erika");
  assert.equal(await vornamen(portal).evaluate((field) => field === document.activeElement), true, "the field has the focus");
});

test("on a shared computer the browser is asked not to remember entries either", async () => {
  const portal = await chromium.newPage();
  await portal.open(DATA);
  await portal.button("Nur dieser Besuch (gemeinsam genutzter Computer)").click();
  await told(portal, "Nur für diesen Besuch");
  await portal.page.getByRole("link", { name: "Leistungen A bis Z" }).first().click();
  await portal.main.getByRole("link", { name: "Hund anmelden", exact: true }).click();
  await portal.main.getByRole("link", { name: "Online ausfüllen", exact: true }).click();
  await answersTheFirstStep(portal);
  assert.equal(await vornamen(portal).getAttribute("autocomplete"), "off");
});

test("one value of one's own is erased by keyboard, put back, and erased for good", async () => {
  const portal = await chromium.newPage();
  await keepsOnThisDevice(portal);
  await portal.open(`${DATA}/angaben`);
  await unlocks(portal);
  await portal.button("Mich eintragen").click();
  await vornamen(portal).fill("Erika");
  await portal.main.getByLabel("IBAN", { exact: true }).fill("DE02120300000000202051");
  await portal.button("Angaben speichern").click();
  await portal.button("IBAN löschen").focus();
  await portal.page.keyboard.press("Enter");
  await portal.button("IBAN wiederherstellen").waitFor();
  assert.equal(await portal.focused(), "button: IBAN wiederherstellen");
  assert.equal(await portal.main.getByLabel("IBAN", { exact: true }).inputValue(), "");
  await portal.page.keyboard.press("Enter");
  await portal.button("IBAN löschen").waitFor();
  assert.equal(await portal.main.getByLabel("IBAN", { exact: true }).inputValue(), "DE02120300000000202051");
  assert.equal(await portal.focused(), "input: ", "the field has the focus");
  await portal.button("IBAN löschen").click();
  await portal.button("IBAN wiederherstellen").waitFor();
  await portal.open(`${DATA}/angaben`);
  await unlocks(portal);
  await portal.button("Vornamen löschen").waitFor();
  assert.equal(await portal.main.getByLabel("IBAN", { exact: true }).inputValue(), "");
});

test("a visit leaves nothing in the browser, and wiping nothing of what was kept", async () => {
  const portal = await chromium.newPage();
  await portal.open(DATA);
  await told(portal, "Auf diesem Gerät merken?");
  const kept = () =>
    portal.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      copies: (await /** @type {any} */ (navigator).storageBuckets.keys()).length,
      mark: localStorage.getItem("stadttor-kept"),
    }));
  assert.deepEqual(await kept(), { databases: 0, copies: 0, mark: null });
  await keepsOnThisDevice(portal);
  assert.deepEqual(await kept(), { databases: 1, copies: 1, mark: "1" });
  await portal.open(`${DATA}/loeschen`);
  await portal.button("Ja, alles löschen").click();
  await told(portal, "Auf diesem Gerät merken?");
  assert.deepEqual(await kept(), { databases: 0, copies: 0, mark: null });
});

test("a browser that clears the records away does not pass for one that never had any", async () => {
  const portal = await chromium.newPage();
  await keepsOnThisDevice(portal);
  await portal.visit("/de/");
  await portal.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(/** @type {string} */ (name)).onsuccess = resolve;
      });
    }
    const { storageBuckets } = /** @type {any} */ (navigator);
    for (const name of await storageBuckets.keys()) await storageBuckets.delete(name);
  });
  await portal.open(DATA);
  await told(portal, "Der Browser hat Ihre gemerkten Daten gelöscht");
});

test("killing the browser loses nothing that was entered, and its files show nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stadttor-kept-"));
  const launch = () => require("playwright-core").chromium.launchPersistentContext(folder, { ...LAUNCH_OPTIONS, locale: "de-DE", serviceWorkers: "block" });
  try {
    let context = await launch();
    let portal = new PortalPage(context.pages()[0], chromium.origin, "de");
    await keepsOnThisDevice(portal);
    await beginsAnApplication(portal);
    await portal.main.getByRole("link", { name: "Meine Daten", exact: true }).click();
    await unlocks(portal);
    await goesOnWithTheDraft(portal);
    await vornamen(portal).fill("Kanarienvogel Änne");
    // Written as it is typed; the disk has it a moment later.
    await portal.page.waitForTimeout(1500);
    const closed = context.waitForEvent("close");
    process.kill(browserOf(folder), "SIGKILL");
    await closed;
    for (const { name, bytes } of filesBelow(folder)) {
      assert.ok(!bytes.includes("Kanarienvogel") && !bytes.includes(Buffer.from("Kanarienvogel", "utf16le")), `${name} shows what was entered`);
    }
    context = await launch();
    portal = new PortalPage(context.pages()[0], chromium.origin, "de");
    await portal.open(DATA);
    await unlocks(portal);
    await goesOnWithTheDraft(portal);
    assert.equal(await vornamen(portal).inputValue(), "Kanarienvogel Änne");
    await context.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

/** The browser's own process, not those of its pages. @param {string} folder */
function browserOf(folder) {
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  const line = lines.find((one) => one.includes(`--user-data-dir=${folder}`) && !one.includes("--type="));
  assert.ok(line !== undefined, "the browser runs");
  return Number.parseInt(line, 10);
}

/** The killed browser's other processes may still tidy up: what goes meanwhile is left out. @param {string} folder @returns {{ name: string, bytes: Buffer }[]} */
function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    try {
      const facts = statSync(path);
      return facts.isDirectory() ? filesBelow(path) : facts.isFile() ? [{ name: path, bytes: readFileSync(path) }] : [];
    } catch {
      return [];
    }
  });
}

for (const setting of [
  { name: "wide", viewport: { width: 1280, height: 800 } },
  { name: "narrow and dark", viewport: { width: 390, height: 800 }, colorScheme: /** @type {const} */ ("dark") },
]) {
  test(`the pages keep the rules of accessibility, ${setting.name}`, async () => {
    const portal = await chromium.newPage(setting);
    const look = async (/** @type {string} */ place) => {
      assert.deepEqual(await violations(portal), [], place);
      const { width } = setting.viewport;
      assert.ok((await portal.page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${place} is too wide`);
    };
    await portal.open(DATA);
    await told(portal, "Auf diesem Gerät merken?");
    await look("the question");
    await keepsOnThisDevice(portal);
    await look("just kept");
    await portal.open(DATA);
    await told(portal, "Ihre Daten sind gesperrt");
    await look("locked");
    await unlocks(portal);
    await portal.button("Jetzt sperren").waitFor();
    await portal.main.getByRole("link", { name: "Meine Angaben", exact: true }).click();
    await portal.button("Mich eintragen").click();
    await look("profile");
    await portal.page.goBack();
    await portal.main.getByRole("link", { name: "Passwort und Wiederherstellungsblatt", exact: true }).click();
    await portal.button("Code erzeugen").click();
    await look("ways in");
  });
}

/** @param {PortalPage} portal */
async function violations(portal) {
  await portal.settled();
  await portal.page.evaluate(`typeof axe === "undefined" && (() => { ${readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")} })()`);
  return portal.page.evaluate(async () => {
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, options);
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { html, failureSummary }) => `${id}: ${html.slice(0, 140)}: ${failureSummary.slice(0, 200)}`),
    );
  });
}
