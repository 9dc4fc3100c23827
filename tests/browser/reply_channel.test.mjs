// The authority asks back, and the citizen answers, with files where they are asked for: over the real gateway, with the application's own key in
// the citizen's vault; question and answer opened by another implementation of JOSE (npm jose), so that both sides cannot be wrong in the same way.
import assert from "node:assert/strict";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./support/axe_rules.mjs";
import { repository } from "./support/city.mjs";
import { withChromium } from "./support/chromium.mjs";
import { fillsInEverything } from "./support/dog_form.mjs";
import { INBOX, opensTheInbox } from "./support/inbox.mjs";
import { keeps, unlocks } from "./support/kept_data.mjs";
import { DESTINATION, METADATA_SCHEMA, SERVICE, gatewayOf, hashOf, jose, json, recipientOf } from "./support/other_portal.mjs";

const chromium = withChromium();
const { test } = chromium;
const gateway = gatewayOf(chromium);

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const EVENT = "https://schema.fitko.de/fit-connect/events/submit-reply";
const QUESTION = "Welche Chipnummer hat Bello?";
const ANSWER = "276 0981 – „geprüft“";
const PROOF = Buffer.from("%PDF-1.7\nMeldebescheinigung\n%%EOF");
const FIELD = "Dateien zu Ihrer Antwort (freiwillig)";
const CASE = /^\/de\/vorgaenge#v=[0-9a-f]{32}$/;

/** An application of somebody with another portal. @param {Record<string, unknown>} replyKey @returns {Promise<string>} its case */
async function sendsWithKey(replyKey) {
  const { offered, seal, submissionSchema } = await recipientOf(gateway);
  assert.deepEqual(offered.replyChannels.fitConnect, { processStandards: ["urn:stadttor:rueckfrage:1"] });
  const data = JSON.stringify({ keeper: { F60000228: "Änne", F60000227: "Öz" } });
  const metadata = JSON.stringify({
    $schema: METADATA_SCHEMA,
    contentStructure: { data: { hash: hashOf(data), submissionSchema: submissionSchema }, attachments: [] },
    replyChannel: { fitConnect: { processStandards: ["urn:stadttor:rueckfrage:1"], encryptionPublicKey: replyKey } },
  });
  const { submissionId, caseId } = await gateway("v1/submissions", json("POST", { destinationId: DESTINATION, announcedAttachments: [], serviceType: SERVICE }));
  await gateway(`v1/submissions/${submissionId}`, json("PUT", { encryptedMetadata: await seal(metadata), encryptedData: await seal(data) }));
  return caseId;
}

/** What has come is fetched every few seconds. @param {Page} inbox @param {string} text in a line of the list */
async function opensLineWith(inbox, text) {
  const line = inbox.getByRole("main").getByRole("listitem").filter({ hasText: text }).last();
  for (let looks = 0; looks < 20 && (await line.count()) === 0; looks++) {
    await inbox.waitForTimeout(1500);
    await inbox.goto(`${chromium.origin}${INBOX}`);
  }
  await line.getByRole("link").click();
}

/** @param {Page} inbox */
async function asks(inbox) {
  await inbox.getByLabel("Ihre Rückfrage").fill(QUESTION);
  await inbox.getByRole("button", { name: "Rückfrage stellen" }).click();
  await inbox.getByText("Die Rückfrage ist verschlüsselt gesendet.").waitFor();
}

/** A photo that says where it was taken. @param {PortalPage} portal */
async function photoFrom(portal) {
  const picture = await portal.page.evaluate(() => document.createElement("canvas").toDataURL("image/jpeg").split(",")[1] ?? "");
  const plain = Buffer.from(picture, "base64");
  const exif = Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 51.4320 N", "latin1");
  return { plain, marked: Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, plain.subarray(2)]) };
}

/** With the demo city's own key. @param {string} jwe @returns {Promise<Buffer>} */
async function openedByTheOffice(jwe) {
  const key = JSON.parse(readFileSync(join(repository, ".build/city/keys/authority_encryption.private.json"), "utf8"));
  const { plaintext } = await jose.compactDecrypt(jwe, await jose.importJWK(key, "RSA-OAEP-256"));
  return Buffer.from(plaintext);
}

/** What a browser has put for one submission, as it went over the network. */
class Witnessed {
  /** @type {Record<string, string>} by id */
  attachments = {};
  /** @type {{ encryptedMetadata: string, encryptedData: string }[]} */
  submissions = [];

  /** @param {Page} page */
  constructor(page) {
    page.on("request", (request) => {
      if (request.method() !== "PUT") return;
      const body = request.postData() ?? "";
      const attachment = /\/attachments\/([0-9a-f-]+)$/.exec(request.url())?.[1];
      if (attachment === undefined) this.submissions.push(JSON.parse(body));
      else this.attachments[attachment] = body;
    });
  }
}

/** @param {Page} inbox @param {string} name @returns {Promise<Buffer>} */
async function saves(inbox, name) {
  const [download] = await Promise.all([inbox.waitForEvent("download"), inbox.getByRole("link", { name: `${name} speichern` }).click()]);
  assert.equal(download.suggestedFilename(), name);
  return readFileSync(await download.path());
}

test("a question is for the key in the application's metadata, and the authority signs for it", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 4096 });
  const kid = randomUUID();
  const caseId = await sendsWithKey({ ...publicKey.export({ format: "jwk" }), alg: "RSA-OAEP-256", key_ops: ["wrapKey"], kid });
  const clerk = await opensTheInbox(chromium);
  await opensLineWith(clerk.page, caseId);
  await asks(clerk.page);
  assert.deepEqual(await violations(clerk, "Rückfrage"), []);

  const { replies } = await gateway(`v1/cases/${caseId}/replies`);
  assert.equal(replies.length, 1);
  const [{ replyId, encryptedMetadata, encryptedData }] = replies;
  assert.ok(!JSON.stringify(replies).includes("Chipnummer"));
  const opened = async (/** @type {string} */ jwe) => {
    const { plaintext, protectedHeader } = await jose.compactDecrypt(jwe, privateKey);
    assert.equal(protectedHeader.kid, kid);
    return new TextDecoder().decode(plaintext);
  };
  const data = await opened(encryptedData);
  assert.deepEqual(JSON.parse(data), { question: QUESTION });
  assert.deepEqual(JSON.parse(await opened(encryptedMetadata)).contentStructure.data.hash, hashOf(data));

  const { eventLog } = await gateway(`v1/cases/${caseId}/events`);
  const token = eventLog.at(-1);
  const published = await gateway(`v1/destinations/${DESTINATION}/keys/${jose.decodeProtectedHeader(token).kid}`);
  const { payload } = await jose.jwtVerify(token, await jose.importJWK(published, "PS512"), { algorithms: ["PS512"], issuer: DESTINATION, subject: `reply:${replyId}` });
  assert.equal(payload.txn, `case:${caseId}`);
  assert.deepEqual(payload.events[EVENT].authenticationTags, { metadata: encryptedMetadata.split(".")[4], data: encryptedData.split(".")[4] });
});

test("a citizen reads the question in the case, answers, and the clerk reads the answer below it", async () => {
  const portal = await chromium.newPage();
  /** @type {string[]} */
  const sent = [];
  portal.page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await fillsInEverything(portal);
  await portal.link("Meine Daten").click();
  await portal.link("Auf diesem Gerät merken").click();
  await keeps(portal);
  await portal.page.evaluate(() => history.go(-2));
  await portal.link("Weiter: absenden").click();
  await portal.main.getByText("„Meine Vorgänge“ auf diesem Gerät, nur für Sie verschlüsselt").waitFor();
  await portal.button("Verschlüsselt absenden").click();
  await portal.arrivedAt(CASE);
  await portal.main.getByText("Angekommen", { exact: true }).first().waitFor({ timeout: 120_000 });
  const caseId = (await portal.main.getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-4/).first().textContent()) ?? "";

  const { page: inbox } = await opensTheInbox(chromium);
  await opensLineWith(inbox, caseId);
  await asks(inbox);

  const looks = () => portal.page.evaluate(() => globalThis.dispatchEvent(new Event("online")));
  await looks();
  await portal.main.getByText(QUESTION).waitFor({ timeout: 60_000 });
  assert.deepEqual(await violations(portal, "Rückfrage"), []);
  await portal.page.getByLabel("Ihre Antwort", { exact: true }).fill("276");
  const files = portal.page.getByLabel(FIELD);
  const photo = await photoFrom(portal);
  await files.setInputFiles({ name: "Änne mit Bello.jpg", mimeType: "image/jpeg", buffer: photo.marked });
  await portal.main.getByText("Vor dem Senden entfernt: Ort, Zeit und Kamera der Aufnahme.").waitFor();
  await portal.until(async () => (document.querySelector("img.st-preview")?.naturalWidth ?? 0) > 0);
  await files.setInputFiles({ name: "Foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1") });
  await portal.main.getByText("Fotos im Format HEIC kann die Behörde nicht öffnen.").first().waitFor();
  await files.setInputFiles({ name: "Meldung Änne Öz.pdf", mimeType: "application/pdf", buffer: PROOF });
  await portal.main.getByText("Meldung Änne Öz.pdf (1 KB) – geht als „anlage-2.pdf“").waitFor();
  assert.deepEqual(await violations(portal, "Dateien zur Antwort"), []);
  await portal.settled();
  // The window is loaded anew: what has been written is still there.
  const here = portal.page.url();
  await portal.open("/de/meine-daten");
  await unlocks(portal);
  await portal.link("Meine Vorgänge").click();
  await portal.main.getByText("Rückfrage offen").waitFor();
  await portal.link("Hund anmelden").click();
  await portal.main.getByText(QUESTION).waitFor();
  assert.equal(portal.page.url(), here);
  const field = portal.page.getByLabel("Ihre Antwort", { exact: true });
  await field.waitFor();
  assert.equal(await field.inputValue(), "276");
  await portal.main.getByText("Änne mit Bello.jpg (1 KB) – geht als „anlage-1.jpg“").waitFor();
  await field.fill(ANSWER);
  const witnessed = new Witnessed(portal.page);
  await portal.button("Antwort verschlüsselt senden").click();
  await portal.main.getByText("Ihre Antwort ist angekommen").waitFor({ timeout: 60_000 });
  await portal.page.getByRole("region", { name: "Verlauf" }).getByText("Meldung Änne Öz.pdf (1 KB)").waitFor();
  assert.deepEqual(sent.filter((request) => /0981|Chipnummer|%PDF|Meldung|Bello/.test(request)), []);

  assert.equal(witnessed.submissions.length, 1);
  const [{ encryptedMetadata = "", encryptedData = "" } = {}] = witnessed.submissions;
  assert.equal(JSON.parse(String(await openedByTheOffice(encryptedData))).answer, ANSWER);
  const { attachments } = JSON.parse(String(await openedByTheOffice(encryptedMetadata))).contentStructure;
  assert.deepEqual(attachments.map((/** @type {any} */ { filename }) => filename), ["anlage-1.jpg", "anlage-2.pdf"]);
  const opened = await Promise.all(attachments.map((/** @type {any} */ { attachmentId }) => openedByTheOffice(witnessed.attachments[attachmentId] ?? "")));
  assert.deepEqual(opened, [photo.plain, PROOF]);
  for (const [at, { hash }] of attachments.entries()) assert.deepEqual(hash, hashOf(opened[at]));

  await inbox.goto(`${chromium.origin}${INBOX}`);
  await opensLineWith(inbox, "Neue Antwort");
  await inbox.getByText(ANSWER).waitFor();
  assert.deepEqual(await saves(inbox, "anlage-1.jpg"), photo.plain);
  assert.deepEqual(await saves(inbox, "anlage-2.pdf"), PROOF);
  await looks();
  await portal.main.getByText("Angenommen", { exact: true }).first().waitFor({ timeout: 60_000 });
  await portal.link("Meine Vorgänge").first().click();
  await portal.link("Was ich weitergegeben habe").click();
  await portal.main.getByText("Was weitergegeben wurde").first().click();
  await portal.main.getByText("Meldung Änne Öz.pdf (1 KB)").waitFor();
});
