// Appointments in a browser, over the city's real interface: booked by keyboard alone, found again, moved and cancelled; lost to somebody
// faster; proved unseen; looked for earlier; read without a network; in the drawn presentation.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allDays, APPOINTMENTS, asksTheOffice, books, comesToTheCheck, comesToTheTimes, fact, fillsIn, givesBack, newCitizen, nextTimes, othersTakeAll, OWN, tabsTo } from "./support/appointments.mjs";
import { violations } from "./support/axe_rules.mjs";
import { withChromium } from "./support/chromium.mjs";
import { repository, tool } from "./support/city.mjs";
import { drawsSlowly, isDrawn, wantsCanvas } from "./support/drawn_page.mjs";
import { keepsOnThisDevice, unlocks } from "./support/kept_data.mjs";

const chromium = withChromium();
const { test } = chromium;

/** @typedef {import("./support/portal_page.mjs").PortalPage} PortalPage */

/** What the browser asks of the office with a path of this ending. @param {PortalPage} portal @param {string} ending */
function asked(portal, ending) {
  /** @type {any[]} */
  const bodies = [];
  portal.page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(ending)) bodies.push(request.postDataJSON());
  });
  return bodies;
}

// -- booking

test("an appointment is booked by keyboard alone, and no page on the way has a fault that axe knows", async () => {
  const portal = await newCitizen(chromium, { reducedMotion: "reduce" });
  const found = async () => assert.deepEqual(await violations(portal, portal.path), []);
  await portal.open(APPOINTMENTS);
  await tabsTo(portal, portal.main.getByRole("checkbox", { name: "Personalausweis beantragen" }));
  await portal.page.keyboard.press("Space");
  await portal.main.getByRole("status").filter({ hasText: "Gewählt: Personalausweis beantragen. Das geht hier: Bürgerbüro." }).waitFor({ state: "attached" });
  await tabsTo(portal, portal.link("Zeit wählen"));
  await found();
  await portal.page.keyboard.press("Enter");
  await tabsTo(portal, nextTimes(portal).first());
  const day = allDays(portal).getByRole("table").getByRole("button").nth(2);
  await tabsTo(portal, day);
  assert.equal(await day.getAttribute("aria-expanded"), "false");
  await portal.page.keyboard.press("Enter");
  // To the day's times, past all other days.
  await portal.page.waitForFunction(() => /^\p{L}+, \d+\. \p{L}+ \d{4}/u.test(document.activeElement?.textContent ?? "") && document.activeElement?.tagName !== "BUTTON");
  assert.equal(await day.getAttribute("aria-expanded"), "true");
  await portal.page.keyboard.press("Tab");
  assert.match(await portal.focused(), /^button: \d\d:\d\d$/);
  await found();
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(await portal.focused(), "h1: Wer kommt?");

  await tabsTo(portal, portal.button("Weiter: prüfen"));
  await portal.page.keyboard.press("Enter");
  await portal.main.getByText("Bitte prüfen Sie Ihre Angaben").waitFor();
  await found();
  assert.match(await portal.focused(), /Bitte prüfen Sie Ihre Angaben/);
  await tabsTo(portal, portal.link("Bitte ausfüllen: Vor- und Familienname"));
  await portal.page.keyboard.press("Enter");
  await portal.page.waitForFunction(() => document.activeElement?.getAttribute("autocomplete") === "name");
  await portal.page.keyboard.type("Erika Mustermann");
  await tabsTo(portal, portal.main.getByLabel("E-Mail"));
  await portal.page.keyboard.type("erika@example.org");
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt("/de/termine/pruefen");
  await tabsTo(portal, portal.button("Termin verbindlich buchen"));
  await found();
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(OWN);
  await portal.main.getByText("Der Termin steht fest.").waitFor();
  assert.equal(await portal.focused(), "h1: Mein Termin");
  await found();
});

test("several services, each as often as wanted, are offered where they go together, in a calendar and in a list that say the same", async () => {
  const portal = await newCitizen(chromium);
  const calendars = /** @type {URL[]} */ ([]);
  portal.page.on("request", (request) => {
    if (request.url().includes("/available-calendar/")) calendars.push(new URL(request.url()));
  });
  await portal.open("/de/leistungen/bewohnerparkausweis");
  await portal.link("Termin buchen").click();
  await portal.arrivedAt(`${APPOINTMENTS}#l=bewohnerparkausweis`);
  const chosen = portal.main.getByRole("region", { name: "Ihr Termin" });
  await chosen.getByRole("listitem").nth(1).waitFor();
  assert.deepEqual(await chosen.getByRole("listitem").allTextContents(), ["Bürgerbüro", "Ordnungsamt"]);
  await portal.main.getByRole("checkbox", { name: "Meldebescheinigung beantragen" }).check();
  await chosen.getByText("Bewohnerparkausweis beantragen, Meldebescheinigung beantragen").waitFor();
  assert.deepEqual(await chosen.getByRole("listitem").allTextContents(), ["Bürgerbüro"]);
  await portal.main.getByLabel("Wie oft: Meldebescheinigung beantragen").selectOption("3");
  await chosen.getByText("Meldebescheinigung beantragen (3)").waitFor();
  await portal.main.getByRole("checkbox", { name: "Ehe anmelden" }).check();
  await portal.main.getByText("Das geht nicht in einem Termin").first().waitFor();
  assert.equal(await portal.link("Zeit wählen").count(), 0);
  await portal.main.getByRole("checkbox", { name: "Ehe anmelden" }).uncheck();
  await portal.link("Zeit wählen").click();
  await allDays(portal).getByRole("table").waitFor();
  const query = calendars.at(-1)?.searchParams;
  assert.deepEqual([query?.get("serviceIds"), query?.get("serviceCounts"), query?.get("officeIds")], ["2110,2107", "1,3", "1101"]);

  const days = allDays(portal).getByRole("button");
  const inCalendar = await days.count();
  assert.ok(inCalendar > 10);
  assert.equal(await portal.main.getByRole("columnheader", { name: "Sonntag" }).count(), 0, "no column of days that cannot be booked");
  await days.nth(1).click();
  const times = portal.main.getByRole("button", { name: /^\d\d:\d\d$/ });
  await times.first().waitFor();
  const ofDay = await times.allTextContents();
  await portal.main.getByRole("radio", { name: "Liste" }).check();
  await allDays(portal).getByRole("list", { name: "Tage mit freien Terminen" }).waitFor();
  assert.deepEqual(await times.allTextContents(), ofDay);
  const inList = await allDays(portal).getByRole("button", { name: /^\p{L}+, \d+\. \p{L}+ \d{4}$/u }).count();
  assert.equal(inList, inCalendar);
  // A day so late that its times are asked for now.
  await allDays(portal).getByRole("button", { name: /^\p{L}+, \d+\. \p{L}+ \d{4}$/u }).last().click();
  await portal.main.getByRole("group", { name: /^Bürgerbüro/ }).first().waitFor();
  // The day's place is there before its times are.
  await times.first().waitFor();
});

test("only what the office asks for is asked, offered from one's own data, and nothing is filled in silently", async () => {
  const portal = await newCitizen(chromium);
  await portal.open("/de/meine-daten/angaben");
  await portal.button("Mich eintragen").click();
  await portal.main.getByLabel("Vornamen").fill("Änne");
  await portal.main.getByLabel("Familienname", { exact: true }).fill("Özdemir");
  await portal.main.getByLabel("Telefon").first().fill("0170 1234567");
  await portal.button("Angaben speichern").click();
  await portal.page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.querySelector('footer a[href$="/termine"]')).click());
  await portal.arrivedAt(APPOINTMENTS);
  await portal.main.getByRole("checkbox", { name: "Parkausweis bei Schwerbehinderung" }).check();
  await portal.link("Zeit wählen").click();
  await portal.main.getByRole("radio", { name: "Sozialamt" }).check();
  await nextTimes(portal).filter({ hasText: "Sozialamt" }).first().click();
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(await portal.main.getByLabel("E-Mail").count(), 0);
  assert.equal(await portal.main.getByLabel("Vor- und Familienname").inputValue(), "");
  await portal.button("Aus Ihren Daten übernehmen: Änne Özdemir").click();
  await portal.button("Aus Ihren Daten übernehmen: 0170 1234567").click();
  await portal.button("Aus Ihren Daten übernehmen: 0170 1234567").waitFor({ state: "detached" });
  assert.equal(await portal.main.getByLabel("Vor- und Familienname").inputValue(), "Änne Özdemir");
  assert.equal(await portal.main.getByLabel("Telefon").inputValue(), "0170 1234567");
  await portal.main.getByLabel(/Dolmetscher/).fill("Türkisch");
  await portal.button("Weiter: prüfen").click();
  assert.equal(await fact(portal, "Telefon"), "0170 1234567");
});

// -- afterwards

/** RFC 5545, as far as these files go: names and values, unfolded. @param {string} file */
function propertiesOf(file) {
  assert.ok(file.endsWith("\r\n"));
  const lines = file.slice(0, -2).replace(/\r\n /g, "").split("\r\n");
  return lines.map((line) => /** @type {[string, string]} */ ([line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}

test("what was booked says all one needs, goes into the calendar, and is read, moved and cancelled after the portal was closed", async () => {
  const portal = await newCitizen(chromium);
  await keepsOnThisDevice(portal);
  await portal.link("Meine Daten").first().click();
  await portal.main.getByRole("link", { name: "Meine Termine", exact: true }).click();
  await portal.arrivedAt(APPOINTMENTS);
  await comesToTheCheck(portal, 2);
  await books(portal);
  const [number, when] = [await fact(portal, "Terminnummer"), await fact(portal, "Wann")];
  assert.match(number, /^B-\d+$/);
  assert.equal(await fact(portal, "Wo"), "Bürgerbüro");
  for (const name of ["Das brauchen Sie", "Anfahrt", "Erinnern lassen", "Früher dran sein", "Verschieben oder absagen"]) await portal.main.getByRole("region", { name }).waitFor();
  await portal.main.getByText("Code für das digitale Passfoto").waitFor();
  await portal.main.getByText("Stufenloser Eingang").waitFor();

  const [download] = await Promise.all([portal.page.waitForEvent("download"), portal.button("In den Kalender (.ics)").click()]);
  assert.equal(download.suggestedFilename(), "termin.ics");
  const properties = propertiesOf(readFileSync(await download.path(), "utf8"));
  // What comes later belongs to the alarms.
  const values = Object.fromEntries([...properties].reverse());
  const start = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/.exec(values.DTSTART ?? "") ?? [];
  const [, year, month, day, hour, minute] = start.map(Number);
  const berlin = new Intl.DateTimeFormat("de", { timeZone: "Europe/Berlin", weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const expected = Object.fromEntries(berlin.formatToParts(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute)).map(({ type, value }) => [type, value]));
  assert.equal(when, `${expected.weekday}, ${expected.day}. ${expected.month} ${expected.year}, ${expected.hour}:${expected.minute}`);
  assert.equal(values.SUMMARY, "Termin: Personalausweis beantragen");
  assert.match(values.DESCRIPTION ?? "", new RegExp(number));
  assert.deepEqual(properties.filter(([name]) => name === "TRIGGER").map(([, value]) => value), ["-P1D", "-PT1H"]);
  assert.deepEqual(properties.filter(([name]) => name === "BEGIN").map(([, value]) => value), ["VCALENDAR", "VEVENT", "VALARM", "VALARM"]);

  await portal.open(APPOINTMENTS);
  await portal.main.getByText("Öffnen Sie erst „Meine Daten“").waitFor();
  await portal.link("Zu „Meine Daten“").click();
  await unlocks(portal);
  await portal.main.getByRole("link", { name: "Meine Termine", exact: true }).click();
  await portal.main.getByRole("listitem").filter({ hasText: "Gebucht" }).getByRole("link").click();
  assert.equal(await fact(portal, "Terminnummer"), number);

  await portal.button("Termin verschieben").click();
  await portal.main.getByText("Sie verschieben einen Termin").waitFor();
  await nextTimes(portal).nth(3).click();
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(await portal.main.getByLabel("Vor- und Familienname").inputValue(), "Änne Özdemir");
  await portal.button("Weiter: prüfen").click();
  await books(portal);
  assert.notEqual(await fact(portal, "Wann"), when);
  await portal.link("Alle Termine").click();
  await portal.main.getByText("Abgesagt", { exact: true }).waitFor();
  assert.equal(await portal.main.getByText("Gebucht", { exact: true }).count(), 1);
  await portal.main.getByRole("listitem").filter({ hasText: "Gebucht" }).getByRole("link").click();
  await portal.button("Termin absagen").click();
  await portal.button("Ja, absagen").click();
  await portal.main.getByText("Dieser Termin besteht nicht mehr.").waitFor();
});

test("an earlier appointment is looked for while the portal is open, told, and taken only when the citizen says so", async () => {
  const portal = await newCitizen(chromium);
  // Others hold all places of one time tomorrow or later.
  const day = (/** @type {number} */ days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { json } = await asksTheOffice(chromium.origin, `/available-calendar/?startDate=${day(2)}&endDate=${day(9)}&officeIds=1101&serviceIds=2101&serviceCounts=1`);
  const [time] = json.availableDays[0].offices[0].appointments;
  const taken = await othersTakeAll(chromium.origin, { timestamp: String(time), officeId: 1101, serviceId: ["2101"], serviceCount: [1] });

  await portal.page.clock.install();
  await comesToTheTimes(portal);
  await allDays(portal).getByRole("table").getByRole("button").last().click();
  await portal.main.getByRole("group").getByRole("button").last().click();
  await fillsIn(portal);
  await books(portal);
  const when = await fact(portal, "Wann");
  const cancelled = asked(portal, "/cancel-appointment/");
  await portal.main.getByRole("checkbox", { name: "Nach einem früheren Termin sehen" }).check();
  await portal.settled();
  const told = portal.main.getByText("Ein früherer Termin ist frei");
  await portal.page.clock.runFor(150_000);
  await told.waitFor();
  assert.equal(await fact(portal, "Wann"), when, "nothing has changed by itself");
  await portal.button("Bei meinem Termin bleiben").click();
  await told.waitFor({ state: "detached" });
  // What was free then is not told again, what comes free is.
  const looked = portal.page.waitForResponse("**/available-calendar/**");
  await portal.page.clock.runFor(220_000);
  await looked;
  await portal.settled();
  assert.equal(await told.count(), 0);
  await givesBack(chromium.origin, taken);
  await portal.page.clock.runFor(330_000);
  await told.waitFor();
  assert.deepEqual(cancelled, []);
  await portal.button("Früheren Termin nehmen").click();
  await portal.arrivedAt("/de/termine/angaben");
  await portal.button("Weiter: prüfen").click();
  await books(portal);
  const earlier = await fact(portal, "Wann");
  const clock = new Intl.DateTimeFormat("de", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit" });
  assert.ok(earlier !== when && earlier.endsWith(clock.format(time * 1000)), earlier);
  await portal.link("Alle Termine").click();
  await portal.main.getByText("Abgesagt", { exact: true }).waitFor();
  assert.equal(cancelled.length, 1);
});

// -- what can happen on the way

test("a time that somebody else has taken meanwhile leads to the others, with everything kept", async () => {
  const portal = await newCitizen(chromium);
  const wanted = asked(portal, "/reserve-appointment/");
  await comesToTheTimes(portal);
  const time = await nextTimes(portal).nth(3).innerText();
  // The browser's own wish is held back until the others have all there is.
  await portal.page.route("**/reserve-appointment/", async (route) => {
    await othersTakeAll(chromium.origin, route.request().postDataJSON());
    await route.continue();
  });
  await portal.button(time).click();
  await portal.main.getByText("Dieser Termin ist gerade vergeben worden").waitFor();
  assert.match(await portal.focused(), /Dieser Termin ist gerade vergeben worden/);
  await portal.main.getByRole("heading", { name: "Das ist in der Nähe noch frei" }).waitFor();
  const others = await nextTimes(portal).allInnerTexts();
  assert.ok(others.length === 6 && !others.includes(time));
  assert.equal(wanted.length, 1);
  await portal.page.unroute("**/reserve-appointment/");
  await nextTimes(portal).first().click();
  await portal.arrivedAt("/de/termine/angaben");
  chromium.takeErrors();
});

test("a reservation says how long it holds, tells when it gets short, and when it has run out everything entered is still there", async () => {
  const portal = await newCitizen(chromium);
  await portal.page.clock.install();
  await comesToTheCheck(portal, 4);
  await portal.main.getByText("Noch 15 Minuten für Sie reserviert.").waitFor();
  const mail = await fact(portal, "E-Mail");
  await portal.page.clock.runFor(10 * 60_000 + 1000);
  await portal.main.getByRole("status").filter({ hasText: "Noch 5 Minuten für Sie reserviert. Danach wird die Zeit wieder für andere frei." }).waitFor({ state: "attached" });
  await portal.page.clock.runFor(6 * 60_000);
  await portal.main.getByText("Die Reservierung ist abgelaufen").waitFor();
  await nextTimes(portal).nth(4).click();
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(await portal.main.getByLabel("E-Mail").inputValue(), mail);
});

test("the proof of work is made unseen, and anew when it has run out in the middle of a booking", async () => {
  const portal = await newCitizen(chromium);
  const proofs = asked(portal, "/captcha-verify/");
  const reserved = asked(portal, "/reserve-appointment/");
  await comesToTheTimes(portal, ["Aufenthaltstitel verlängern"]);
  assert.equal(proofs.length, 1);
  await portal.page.route("**/reserve-appointment/", (route) =>
    route.fulfill({ status: 400, json: { errors: [{ errorCode: "captchaExpired", errorMessage: "", statusCode: 400, errorType: "warning" }] } }), { times: 1 });
  await nextTimes(portal).first().click();
  await portal.arrivedAt("/de/termine/angaben");
  assert.equal(proofs.length, 2);
  assert.equal(reserved.length, 2);
  assert.notEqual(proofs[0].payload, proofs[1].payload);
  chromium.takeErrors();
});

test("without a network one's own appointments can be read, and booking says why it waits", async () => {
  const portal = await newCitizen(chromium);
  await comesToTheCheck(portal, 5);
  await books(portal);
  const when = await fact(portal, "Wann");
  await portal.link("Alle Termine").click();
  await portal.context.setOffline(true);
  const own = portal.main.getByRole("region", { name: "Meine Termine" });
  await own.getByText("Gebucht", { exact: true }).waitFor();
  await own.getByRole("link", { name: when }).click();
  assert.equal(await fact(portal, "Wann"), when);
  await portal.link("Alle Termine").click();
  await portal.main.getByRole("checkbox", { name: "Personalausweis beantragen" }).check();
  await portal.link("Zeit wählen").click();
  await portal.main.getByText("Sie sind gerade ohne Internet").waitFor();
  chromium.takeErrors();
  await portal.context.setOffline(false);
  await nextTimes(portal).first().waitFor();
});

/** @param {PortalPage} portal @param {{ date: string, times: number[] }[]} days */
async function officeHas(portal, days) {
  const availableDays = days.map(({ date, times }) => ({ date, providerIDs: "1101", offices: [{ officeId: "1101", appointments: times }] }));
  await portal.page.route("**/available-calendar/**", (route) => route.fulfill({ json: { startDate: days[0]?.date, endDate: days.at(-1)?.date, availableDays } }));
}

test("29 February is a day like others, and the hours of both clock changes are told as the clock on the wall shows them", async () => {
  const seconds = (/** @type {string} */ text) => Date.parse(text) / 1000;
  const leap = await newCitizen(chromium);
  await leap.setTime(Date.parse("2028-02-20T09:00:00Z"));
  await officeHas(leap, [
    { date: "2028-02-28", times: [seconds("2028-02-28T09:00:00Z")] },
    { date: "2028-02-29", times: [seconds("2028-02-29T09:00:00Z")] },
    { date: "2028-03-01", times: [seconds("2028-03-01T09:00:00Z")] },
  ]);
  await comesToTheTimes(leap);
  assert.deepEqual(await allDays(leap).getByRole("table").getByRole("button").allInnerTexts(), ["28. Feb.", "29. Feb.", "1. März"]);
  assert.deepEqual(await allDays(leap).getByRole("columnheader").allInnerTexts(), ["Montag", "Dienstag", "Mittwoch"]);
  await leap.button("29. Feb.").click();
  await leap.main.getByRole("region", { name: "Dienstag, 29. Februar 2028" }).getByRole("button", { name: "10:00" }).waitFor();

  for (const [now, date, times, shown] of /** @type {[string, string, string[], string[]][]} */ ([
    ["2027-03-20", "2027-03-28", ["2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"], ["01:30", "03:30"]],
    ["2027-10-20", "2027-10-31", ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"], ["02:30 (vor der Zeitumstellung)", "02:30 (nach der Zeitumstellung)"]],
  ])) {
    // Whatever clock the device has: it is the city's that counts.
    const portal = await newCitizen(chromium, { timezoneId: "America/New_York" });
    await portal.setTime(Date.parse(`${now}T09:00:00Z`));
    await officeHas(portal, [{ date, times: times.map(seconds) }]);
    await comesToTheTimes(portal);
    await allDays(portal).getByRole("table").getByRole("button").click();
    await portal.main.getByRole("group", { name: "Bürgerbüro" }).waitFor();
    assert.deepEqual(await portal.main.getByRole("group", { name: "Bürgerbüro" }).getByRole("button").allInnerTexts(), shown);
  }
});

// -- in the other presentation, and without a browser

test("drawn pages of an appointment have no fault that axe knows, and can be booked on", async () => {
  const portal = await newCitizen(chromium, { reducedMotion: "reduce", scripts: [drawsSlowly, wantsCanvas] });
  const found = async () => {
    await isDrawn(portal);
    assert.deepEqual(await violations(portal, portal.path), []);
  };
  await portal.open(APPOINTMENTS);
  await found();
  await portal.main.getByRole("checkbox", { name: "Reisepass beantragen" }).check();
  await portal.link("Zeit wählen").click();
  await nextTimes(portal).first().waitFor();
  await allDays(portal).getByRole("table").getByRole("button").nth(3).click();
  await found();
  await nextTimes(portal).nth(2).click();
  await portal.arrivedAt("/de/termine/angaben");
  await found();
  await fillsIn(portal);
  await found();
  await books(portal);
  await found();
});

test("the whole journey goes without a browser, too, as its script says", () => {
  const script = join(repository, "tests/scenarios/running_city/book_an_appointment.visit");
  const told = execFileSync(tool, ["visit", "--city", chromium.origin, script], { encoding: "utf8", timeout: 120_000 });
  assert.match(told, /all as expected/);
});
