// The authority's inbox as a clerk meets it: without scripts, by keyboard alone, and with a screen reader's eyes. Applications are
// sealed and decisions are checked by another implementation of JOSE (npm jose), so that both sides cannot be wrong in the same way.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { CLERK, INBOX } from "./support/inbox.mjs";
import { DESTINATION, METADATA_SCHEMA, SERVICE, gatewayOf, hashOf, jose, json, recipientOf } from "./support/other_portal.mjs";
import * as checks from "./support/page_checks.mjs";

const chromium = withChromium();
const { test } = chromium;
const gateway = gatewayOf(chromium);

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */
/** @typedef {{ submissionId: string, caseId: string, tags: { metadata: string, data: string, attachments: Record<string, string> } }} Sent */

const EVENTS = "https://schema.fitko.de/fit-connect/events/";

const APPLICATION = {
  keeper: { F60000228: "Änne", F60000227: "Öz", G60000083: "1975-04-03" },
  address: { F60000243: "Münzgasse", F60000244: "1", F60000246: "12344", F60000247: "Musterstadt" },
  dogs: [{ dog_name: "Bello", breed: "dackel", birth_date: "2026-03-14", arrival_date: "2026-06-01", sex: "ruede" }],
  payment: "ueberweisung",
  rhythm: "vierteljaehrlich",
};

// -- the citizen's side

/** An application with one attachment, on its way through the gateway. @returns {Promise<Sent>} */
async function sendsAnApplication() {
  const { seal, submissionSchema } = await recipientOf(gateway);
  const attachmentId = randomUUID();
  const data = JSON.stringify(APPLICATION);
  const contract = "Vertrag mit dem Tierheim";
  const metadata = JSON.stringify({
    $schema: METADATA_SCHEMA,
    contentStructure: {
      data: { hash: hashOf(data), submissionSchema: submissionSchema },
      attachments: [{ hash: hashOf(contract), purpose: "attachment", mimeType: "application/pdf", attachmentId, filename: "Tierheimvertrag.pdf" }],
    },
  });
  const sealed = {
    data: await seal(data),
    metadata: await seal(metadata),
    attachment: await seal(contract, "application/pdf"),
  };
  const announcement = { destinationId: DESTINATION, announcedAttachments: [attachmentId], serviceType: SERVICE };
  const { submissionId, caseId } = await gateway("v1/submissions", json("POST", announcement));
  const upload = { method: "PUT", headers: { "Content-Type": "application/jose" }, body: sealed.attachment };
  await gateway(`v1/submissions/${submissionId}/attachments/${attachmentId}`, upload);
  await gateway(`v1/submissions/${submissionId}`, json("PUT", { encryptedMetadata: sealed.metadata, encryptedData: sealed.data }));
  const tagOf = (/** @type {string} */ jwe) => jwe.split(".")[4] ?? "";
  const tags = { metadata: tagOf(sealed.metadata), data: tagOf(sealed.data), attachments: { [attachmentId]: tagOf(sealed.attachment) } };
  return { submissionId, caseId, tags };
}

/** The last event of the case, which the authority has signed with a key it publishes. @param {Sent} sent @param {string} name */
async function signedDecision({ submissionId, caseId }, name) {
  const { eventLog } = await gateway(`v1/cases/${caseId}/events`);
  assert.equal(eventLog.length, 3);
  const token = eventLog[2];
  const { kid } = jose.decodeProtectedHeader(token);
  const published = await gateway(`v1/destinations/${DESTINATION}/keys/${kid}`);
  assert.equal(published.key_ops.join(), "verify");
  const { payload } = await jose.jwtVerify(token, await jose.importJWK(published, "PS512"), {
    algorithms: ["PS512"],
    typ: "secevent+jwt",
    issuer: DESTINATION,
    subject: `submission:${submissionId}`,
  });
  assert.equal(payload.txn, `case:${caseId}`);
  assert.deepEqual(Object.keys(payload.events), [EVENTS + name]);
  return payload.events[EVENTS + name];
}

// -- the clerk's side

/** Presses Tab until this has the focus: a link or button by its text, a field by its label. @param {PortalPage} portal @param {string} name */
async function tabsTo(portal, name) {
  for (let presses = 0; presses < 60; presses++) {
    await portal.page.keyboard.press("Tab");
    const here = await portal.page.evaluate(() => {
      const active = document.activeElement;
      const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement;
      if (isField) return active.labels?.[0]?.textContent ?? "";
      return active?.textContent ?? "";
    });
    if (here === name) return;
  }
  assert.fail(`Tab does not lead to ${name}`);
}

/** @param {PortalPage} portal @param {string} name */
async function follows(portal, name) {
  await tabsTo(portal, name);
  await portal.page.keyboard.press("Enter");
}

/** @param {PortalPage} portal @param {string} label @param {string} text */
async function enters(portal, label, text) {
  await tabsTo(portal, label);
  await portal.page.keyboard.type(text);
}

/** As in every closed list of a browser: the first letters choose. @param {PortalPage} portal @param {string} label @param {string} option */
async function selects(portal, label, option) {
  await enters(portal, label, option);
  const chosen = portal.page.getByLabel(label).first().locator("option:checked");
  assert.equal(await chosen.textContent(), option);
}

/** @param {PortalPage} portal */
async function logsIn(portal) {
  await portal.visit(INBOX);
  await portal.shows("Anmelden");
  await enters(portal, "Benutzername", CLERK.name);
  await enters(portal, "Passwort", CLERK.password);
  await portal.page.keyboard.press("Enter");
  await portal.shows("Eingegangene Anträge");
}

/** @param {PortalPage} portal @param {Sent} sent */
const listed = (portal, { caseId }) => portal.main.getByRole("listitem").filter({ hasText: caseId });

/** From the list, the newest first. @param {PortalPage} portal @param {Sent} sent */
async function opens(portal, sent) {
  // The inbox fetches every few seconds at most, whoever looks.
  for (let looks = 0; looks < 20 && (await listed(portal, sent).count()) === 0; looks++) {
    await portal.page.waitForTimeout(500);
    await portal.page.reload();
  }
  assert.equal(await listed(portal, sent).getByText("Neu", { exact: true }).count(), 1);
  await follows(portal, "Hund anmelden");
  await portal.arrivedAt(`/behoerde/antrag/${sent.submissionId}`);
  await portal.shows("Hund anmelden");
}

/** @param {PortalPage} portal @returns {Promise<string[]>} every "question: answer" and fact of the page */
const answers = (portal) =>
  portal.main.locator("dt").evaluateAll((terms) => terms.map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`));

test("without scripts and by keyboard alone an application is found, read in the form's words and accepted with a notice", async () => {
  const sent = await sendsAnApplication();
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await logsIn(portal);
  await opens(portal, sent);
  await portal.main.getByText("Unversehrt und vollständig").waitFor();
  const shown = await answers(portal);
  for (const expected of [
    "Vornamen: Änne",
    "Familienname: Öz",
    "Geburtsdatum: 3.4.1975",
    "Straße: Münzgasse",
    "Postleitzahl: 12344",
    "Name des Hundes: Bello",
    "Rasse: Dackel",
    "Wurftag: 14.3.2026",
    "Geschlecht: Rüde",
    "Wie möchten Sie zahlen?: Selbst überweisen",
    "Wie oft möchten Sie zahlen?: In vier Raten",
  ]) {
    assert.ok(shown.includes(expected), `${expected} in\n${shown.join("\n")}`);
  }
  await portal.link("Tierheimvertrag.pdf speichern").waitFor();

  await enters(portal, "Hinweis an die antragstellende Person (freiwillig)", "Die Marke für Bello kommt mit der Post.");
  await follows(portal, "Annehmen");
  await portal.main.getByText("Der Antrag ist angenommen, und der Zustelldienst weiß es.").waitFor();
  assert.equal(await portal.button("Annehmen").count(), 0);
  const decision = await signedDecision(sent, "accept-submission");
  assert.deepEqual(decision.authenticationTags, sent.tags);
  assert.deepEqual(decision.problems.map((/** @type {{ detail: string }} */ { detail }) => detail), ["Die Marke für Bello kommt mit der Post."]);
  await follows(portal, "Eingegangene Anträge");
  await listed(portal, sent).getByText("Angenommen", { exact: true }).waitFor();
});

test("an application is rejected with a reason that says which answer it is about, and not before the reason is whole", async () => {
  const sent = await sendsAnApplication();
  const portal = await chromium.newPage({ javaScriptEnabled: false });
  await logsIn(portal);
  await opens(portal, sent);
  await selects(portal, "Grund", "Angaben fehlen oder sind unklar");
  await selects(portal, "Betroffene Angabe", "Hund 1: Wurftag");
  await follows(portal, "Zurückweisen");
  await portal.main.getByText("Schreiben Sie dazu, was die antragstellende Person wissen oder tun soll.").waitFor();
  assert.equal(await portal.page.getByLabel("Grund", { exact: true }).first().inputValue(), "missing-data");
  assert.match(chromium.takeErrors().join(), /422/);

  await enters(portal, "Was soll die antragstellende Person wissen oder tun?", "Im Impfpass steht ein anderer Tag.");
  await follows(portal, "Zurückweisen");
  await portal.main.getByText("Der Antrag ist zurückgewiesen, und der Zustelldienst weiß es.").waitFor();
  const decision = await signedDecision(sent, "reject-submission");
  assert.deepEqual(decision.problems, [
    {
      type: `${EVENTS}problems/missing-data`,
      title: "Angaben fehlen oder sind unklar",
      detail: "Hund 1: Wurftag: Im Impfpass steht ein anderer Tag.",
      instance: "data",
      pointer: "#/dogs/0/birth_date",
    },
  ]);
});

for (const width of [1280, 390]) {
  test(`at ${width} px axe finds nothing on login, list, application and log, and nothing is cut off or needs a script`, async () => {
    const sent = await sendsAnApplication();
    const portal = await chromium.newPage({ viewport: { width, height: 800 } });
    const check = async (/** @type {string} */ name) => {
      const found = await violations(portal, name);
      for (const measure of [checks.sidewaysOverflow, checks.cutOffText, checks.overlappingText, checks.smallTargets]) {
        found.push(...(await portal.page.evaluate(measure)).map((finding) => `${name}: ${measure.name}: ${finding}`));
      }
      assert.deepEqual(found, []);
      assert.equal(await portal.page.locator("script").count(), 0);
    };
    await portal.visit(INBOX);
    await check("login");
    await logsIn(portal);
    await check("list");
    await opens(portal, sent);
    await check("application");
    await portal.button("Zurückweisen").click();
    await portal.main.getByText("Wählen Sie einen Grund.").waitFor();
    assert.match(chromium.takeErrors().join(), /422/);
    await check("application with a mistake");
    await portal.link("Protokoll").click();
    await portal.shows("Protokoll");
    await check("log");
  });
}
