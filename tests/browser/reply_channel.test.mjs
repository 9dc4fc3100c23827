// The authority asks back, and the citizen answers: over the real gateway, with the application's own key in the citizen's vault; and the same
// question opened by another implementation of JOSE (npm jose), so that both sides cannot be wrong in the same way.
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { repository } from "./support/city.mjs";
import { fillsInEverything } from "./support/dog_form.mjs";
import { keeps, unlocks } from "./support/kept_data.mjs";

const chromium = withChromium();
const { test } = chromium;
const packageNamed = createRequire(join(repository, ".build/node/package.json"));

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

const DESTINATION = "8f07b74c-e144-445f-b9ea-93ee1d5f0e78";
const SERVICE = { name: "Hund anmelden", identifier: "urn:stadttor:leistung:hund-anmelden" };
const EVENT = "https://schema.fitko.de/fit-connect/events/submit-reply";
const QUESTION = "Welche Chipnummer hat Bello?";
const ANSWER = "276 0981 – „geprüft“";
const CASE = /^\/de\/vorgaenge#v=[0-9a-f]{32}$/;

/** @param {string} path below the gateway @param {RequestInit} [request] */
async function gateway(path, request) {
  const answer = await fetch(`${chromium.origin}/fit-connect/${path}`, request);
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** @param {string} method @param {unknown} content */
const json = (method, content) => ({ method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });

/** @param {string} text */
const hashOf = (text) => ({ type: "sha512", content: createHash("sha512").update(text).digest("hex") });

/** An application of somebody with another portal. @param {Record<string, unknown>} replyKey @returns {Promise<string>} its case */
async function sendsWithKey(replyKey) {
  const jose = packageNamed("jose");
  const offered = await gateway(`v1/destinations/${DESTINATION}`);
  assert.deepEqual(offered.replyChannels.fitConnect, { processStandards: ["urn:stadttor:rueckfrage:1"] });
  const { kty, n, e, alg, kid } = await gateway(`v1/destinations/${DESTINATION}/keys/${offered.encryptionKid}`);
  const key = await jose.importJWK({ kty, n, e, alg });
  const seal = (/** @type {string} */ content) =>
    new jose.CompactEncrypt(Buffer.from(content)).setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", kid, cty: "application/json" }).encrypt(key);
  const service = offered.services.find((/** @type {{ identifier: string }} */ { identifier }) => identifier === SERVICE.identifier);
  const data = JSON.stringify({ keeper: { F60000228: "Änne", F60000227: "Öz" } });
  const metadata = JSON.stringify({
    $schema: "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json",
    contentStructure: { data: { hash: hashOf(data), submissionSchema: service.submissionSchemas[0] }, attachments: [] },
    replyChannel: { fitConnect: { processStandards: ["urn:stadttor:rueckfrage:1"], encryptionPublicKey: replyKey } },
  });
  const { submissionId, caseId } = await gateway("v1/submissions", json("POST", { destinationId: DESTINATION, announcedAttachments: [], serviceType: SERVICE }));
  await gateway(`v1/submissions/${submissionId}`, json("PUT", { encryptedMetadata: await seal(metadata), encryptedData: await seal(data) }));
  return caseId;
}

/** The authority's inbox, with whoever works there logged in. */
async function opensTheInbox() {
  const clerk = await chromium.newPage();
  await clerk.page.goto(`${chromium.origin}/behoerde/`);
  await clerk.page.getByLabel("Name").fill("sachbearbeitung");
  await clerk.page.getByLabel("Passwort").fill("Stadttor-Demo-2026");
  await clerk.page.getByRole("button", { name: "Anmelden" }).click();
  await clerk.page.getByRole("navigation", { name: "Nach Stand filtern" }).waitFor();
  return clerk;
}

/** What has come is fetched every few seconds. @param {Page} inbox @param {string} text in a line of the list */
async function opensLineWith(inbox, text) {
  const line = inbox.getByRole("main").getByRole("listitem").filter({ hasText: text }).last();
  for (let looks = 0; looks < 20 && (await line.count()) === 0; looks++) {
    await inbox.waitForTimeout(1500);
    await inbox.goto(`${chromium.origin}/behoerde/`);
  }
  await line.getByRole("link").click();
}

/** @param {Page} inbox */
async function asks(inbox) {
  await inbox.getByLabel("Ihre Rückfrage").fill(QUESTION);
  await inbox.getByRole("button", { name: "Rückfrage stellen" }).click();
  await inbox.getByText("Die Rückfrage ist verschlüsselt gesendet.").waitFor();
}

test("a question is for the key in the application's metadata, and the authority signs for it", async () => {
  const jose = packageNamed("jose");
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 4096 });
  const kid = randomUUID();
  const caseId = await sendsWithKey({ ...publicKey.export({ format: "jwk" }), alg: "RSA-OAEP-256", key_ops: ["wrapKey"], kid });
  const clerk = await opensTheInbox();
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

  const { page: inbox } = await opensTheInbox();
  await opensLineWith(inbox, caseId);
  await asks(inbox);

  const looks = () => portal.page.evaluate(() => globalThis.dispatchEvent(new Event("online")));
  await looks();
  await portal.main.getByText(QUESTION).waitFor({ timeout: 60_000 });
  assert.deepEqual(await violations(portal, "Rückfrage"), []);
  await portal.page.getByLabel("Ihre Antwort").fill("276");
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
  const field = portal.page.getByLabel("Ihre Antwort");
  await field.waitFor();
  assert.equal(await field.inputValue(), "276");
  await field.fill(ANSWER);
  await portal.button("Antwort verschlüsselt senden").click();
  await portal.main.getByText("Ihre Antwort ist angekommen").waitFor({ timeout: 60_000 });
  assert.deepEqual(sent.filter((request) => request.includes("0981") || request.includes("Chipnummer")), []);

  await inbox.goto(`${chromium.origin}/behoerde/`);
  await opensLineWith(inbox, "Neue Antwort");
  await inbox.getByText(ANSWER).waitFor();
  await looks();
  await portal.main.getByText("Angenommen", { exact: true }).first().waitFor({ timeout: 60_000 });
});
