// A citizen's visit in Chromium: search, pages, addresses, the way back, languages, and what is not there.
import assert from "node:assert/strict";
import { withChromium } from "./support/chromium.mjs";
import { SERVICE } from "./support/page_kinds.mjs";
import { wordsOf } from "./support/words.mjs";

const chromium = withChromium();
const { test } = chromium;

const SERVICE_PATH = `/de/leistungen/${SERVICE}`;
const TUESDAY_MORNING = Date.UTC(2026, 10, 24, 9, 30);
const SUNDAY = Date.UTC(2026, 10, 22, 9, 30);

test("the start page names the city and shows what people need most, with links to it", async () => {
  const portal = await chromium.newPage();
  const response = await portal.open("/de/");
  assert.equal(response?.status(), 200);
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
  assert.equal(await portal.title(), portal.words("start.title", { city: "Musterstadt" }));
  assert.equal(await portal.main.getByRole("link", { name: "Hund anmelden" }).getAttribute("href"), SERVICE_PATH);
  for (const key of ["start.popular", "page.situations", "start.whats_on", "help.title"]) {
    await portal.main.getByRole("heading", { level: 2, name: portal.words(key), exact: true }).waitFor();
  }
});

test("the root sends to the citizen's language", async () => {
  const portal = await chromium.newPage({ locale: "en-GB", language: "en" });
  await portal.open("/");
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
  assert.equal(portal.path, "/en/");
});

test("suggestions come while typing, despite typing errors, and are chosen with the keyboard", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  await portal.types("hunt anmeldn");
  // Lists for the beginning of the words may come first.
  await portal.suggestions.first().filter({ hasText: /^Hund anmelden$/ }).waitFor();
  assert.equal(await portal.search.getAttribute("aria-expanded"), "true");
  assert.equal(await portal.chosenSuggestion.count(), 0, "nothing is chosen before an arrow key");

  await portal.page.keyboard.press("ArrowDown");
  await portal.chosenSuggestion.waitFor();
  assert.equal(await portal.chosenSuggestion.textContent(), "Hund anmelden");
  const active = await portal.search.getAttribute("aria-activedescendant");
  assert.equal(active, await portal.chosenSuggestion.getAttribute("id"), "assistive technology is told");
  assert.equal(await portal.search.inputValue(), "hunt anmeldn", "the typed text stays");
  assert.match((await portal.page.locator("#announce-polite").textContent()) ?? "", /\d/, "the number is announced");

  await portal.page.keyboard.press("ArrowUp");
  await portal.chosenSuggestion.waitFor({ state: "detached" });
  await portal.page.keyboard.press("ArrowUp");
  await portal.chosenSuggestion.waitFor();
  assert.equal(
    await portal.chosenSuggestion.textContent(),
    await portal.suggestions.last().textContent(),
    "beyond the text itself follows the last suggestion",
  );

  await portal.page.keyboard.press("Escape");
  await portal.suggestions.first().waitFor({ state: "detached" });
  assert.equal(await portal.search.getAttribute("aria-expanded"), "false");
  assert.equal(await portal.search.inputValue(), "hunt anmeldn");
  assert.equal(await portal.search.evaluate((field) => field === document.activeElement), true);

  await portal.page.keyboard.press("ArrowDown");
  await portal.chosenSuggestion.waitFor();
  await portal.page.keyboard.press("Enter");
  await portal.arrivedAt(SERVICE_PATH);
  await portal.shows("Hund anmelden");
});

test("a suggestion is chosen with the pointer", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/leistungen");
  await portal.types("reisepas");
  await portal.suggestions.filter({ hasText: /^Reisepass beantragen$/ }).click();
  await portal.arrivedAt("/de/leistungen/reisepass-beantragen");
  await portal.shows("Reisepass beantragen");
  assert.equal(await portal.search.inputValue(), "", "the search is ready for the next question");
});

test("results name the kind, say why they were found, and begin with the one that is meant", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  await portal.searchesFor("hunt");
  await portal.shows(portal.words("search.heading", { query: "hunt" }));
  const first = portal.results.first();
  assert.match(await first.getByRole("link").first().innerText(), /Hund/);
  const text = await first.innerText();
  assert.match(text, new RegExp(portal.words("search.kind.service")));
  const reason = portal.words("search.reason.typo", { typed: "hunt", word: "Hund", field: portal.words("search.field.title") });
  assert.ok(text.includes(reason), `${text} does not say: ${reason}`);
  assert.match(await portal.main.getByRole("status").innerText(), /^\d+ Treffer$/);
  assert.equal(await portal.search.inputValue(), "hunt", "the words can be corrected");
});

test("a search without results says so and offers other ways", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/suche");
  await portal.types("xyzzyqwv");
  await portal.button(portal.words("search.submit")).click();
  const nothing = portal.words("search.nothing", { query: "xyzzyqwv" });
  await portal.main.getByText(nothing, { exact: true }).waitFor();
  const ways = portal.page.getByRole("region", { name: portal.words("search.other_ways") });
  await ways.getByRole("link", { name: portal.words("page.services") }).click();
  await portal.arrivedAt("/de/leistungen");
  await portal.shows(portal.words("page.services"));
});

test("a page opens with its own address and title and with the focus on its heading", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  const marked = await portal.page.evaluate(() => Reflect.set(globalThis, "sameDocument", true));
  assert.equal(marked, true);
  await portal.main.getByRole("link", { name: "Hund anmelden" }).click();
  await portal.arrivedAt(SERVICE_PATH);
  await portal.shows("Hund anmelden");
  await portal.settled();
  assert.equal(await portal.focused(), "h1: Hund anmelden");
  assert.equal(await portal.title(), "Hund anmelden – Musterstadt");
  assert.equal(await portal.scrollTop(), 0);
  assert.equal(await portal.page.evaluate(() => Reflect.get(globalThis, "sameDocument")), true, "without loading anew");
  for (const key of ["service.documents", "service.steps", "service.costs_and_times"]) {
    await portal.main.getByRole("heading", { name: portal.words(key), exact: true }).waitFor();
  }
});

test("what the engine shows is what the server delivers for the same address", async () => {
  const engine = await chromium.newPage();
  await engine.open("/de/");
  await engine.main.getByRole("link", { name: "Hund anmelden" }).click();
  await engine.shows("Hund anmelden");
  await engine.settled();
  const server = await chromium.newPage();
  await server.open(SERVICE_PATH);
  assert.equal(await engine.page.locator("#portal").ariaSnapshot(), await server.page.locator("#portal").ariaSnapshot());
});

test("the way back restores page and scroll position, the way forward too", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/leistungen");
  const link = portal.main.getByRole("link", { name: "Wohngeld beantragen", exact: true });
  await link.scrollIntoViewIfNeeded();
  const before = await portal.scrollTop();
  assert.ok(before > 1000, `the list is long: ${before}`);
  await link.click();
  await portal.shows("Wohngeld beantragen");
  await portal.settled();
  assert.equal(await portal.scrollTop(), 0);
  await portal.scrollsTo(300);
  await portal.page.goBack();
  await portal.shows(portal.words("page.services"));
  await portal.settled();
  assert.equal(portal.path, "/de/leistungen");
  assert.ok(Math.abs((await portal.scrollTop()) - before) <= 2, `${await portal.scrollTop()} instead of ${before}`);
  await portal.page.goForward();
  await portal.shows("Wohngeld beantragen");
  await portal.settled();
  assert.ok(Math.abs((await portal.scrollTop()) - 300) <= 2, `${await portal.scrollTop()} instead of 300`);
  assert.equal(await portal.title(), "Wohngeld beantragen – Musterstadt");
});

test("the way back from a result leads to the results, and from a second search to the first", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  await portal.searchesFor("hund");
  const hits = await portal.results.allInnerTexts();
  await portal.search.fill("");
  await portal.searchesFor("reisepass");
  assert.notDeepEqual(await portal.results.allInnerTexts(), hits);
  await portal.results.first().getByRole("link").first().click();
  await portal.arrivedAt(/^\/de\/leistungen\//);
  await portal.page.goBack();
  await portal.shows(portal.words("search.heading", { query: "reisepass" }));
  assert.equal(await portal.search.inputValue(), "reisepass");
  await portal.page.goBack();
  await portal.arrivedAt("/de/suche#q=hund");
  await portal.shows(portal.words("search.heading", { query: "hund" }));
  assert.equal(await portal.search.inputValue(), "hund");
  assert.deepEqual(await portal.results.allInnerTexts(), hits);
});

test("a link opens in a new tab the browser's own way and leaves the page where it is", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/");
  const [opened] = await Promise.all([
    portal.context.waitForEvent("page"),
    portal.main.getByRole("link", { name: "Hund anmelden" }).click({ modifiers: ["Control"] }),
  ]);
  await opened.waitForURL(`${portal.origin}${SERVICE_PATH}`);
  await opened.getByRole("heading", { level: 1, name: "Hund anmelden" }).waitFor();
  assert.equal(portal.path, "/de/");
  await portal.shows(portal.words("start.heading", { city: "Musterstadt" }));
});

test("jumps within a page are the browser's and the way back leaves them again", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/leistungen");
  await portal.page.getByRole("navigation", { name: portal.words("services.letters") }).getByRole("link", { name: "W" }).click();
  await portal.arrivedAt("/de/leistungen#buchstabe-W");
  await portal.settled();
  const letter = portal.main.getByRole("heading", { level: 2, name: "W", exact: true });
  const box = await letter.boundingBox();
  assert.ok(box !== null && box.y >= 0 && box.y < 800, `the letter is in view: ${JSON.stringify(box)}`);
  await portal.page.goBack();
  await portal.arrivedAt("/de/leistungen");
  await portal.settled();
  assert.equal(await portal.scrollTop(), 0);
});

test("another language shows the same page, and says where the text is not there yet", async () => {
  const german = await chromium.newPage();
  await german.open(SERVICE_PATH);
  await german.scrollsTo(0);
  const english = await german.switchesTo("en");
  await english.arrivedAt(`/en/leistungen/${SERVICE}`);
  assert.notEqual(await english.heading.innerText(), "Hund anmelden");
  assert.equal(await english.page.locator("html").getAttribute("dir"), "ltr");
  assert.ok(!(await english.focused()).startsWith("body"), "the focus is not lost");
  assert.equal(await english.languagesAreOpen(), false, "the menu does not cover the page");
  const arabic = await english.switchesTo("ar");
  await arabic.arrivedAt(`/ar/leistungen/${SERVICE}`);
  assert.equal(await arabic.page.locator("html").getAttribute("dir"), "rtl");
  assert.equal(await arabic.heading.getAttribute("lang"), "de", "marked with its language");
  assert.equal(await arabic.heading.getAttribute("dir"), "ltr");
  await arabic.main.getByText(arabic.words("fallback.title")).first().waitFor();
  await arabic.page.goBack();
  await english.arrivedAt(`/en/leistungen/${SERVICE}`);
  await english.page.waitForFunction(() => document.documentElement.lang === "en");
});

test("what is searched for goes along into another language", async () => {
  const german = await chromium.newPage();
  await german.open("/de/suche#q=hund");
  await german.results.first().waitFor();
  const english = await german.switchesTo("en");
  await english.arrivedAt("/en/suche#q=hund");
  await english.shows(english.words("search.heading", { query: "hund" }));
  await english.results.first().waitFor();
});

test("an address that is none answers 404 with a page that helps on, in its language", async () => {
  const portal = await chromium.newPage();
  const nowhere = { "/de/gibt-es-nicht": "de", "/en/leistungen/nothing-like-this": "en", "/nirgends": "de" };
  for (const [path, language] of Object.entries(nowhere)) {
    const words = wordsOf(language);
    const response = await portal.open(path);
    assert.equal(response?.status(), 404, path);
    chromium.takeErrors(); // The browser reports the status itself.
    await portal.shows(words("not_found.heading"));
    for (const key of ["page.start", "page.services", "page.situations", "page.search"]) {
      await portal.main.getByRole("link", { name: words(key), exact: true }).waitFor();
    }
  }
  await portal.main.getByRole("link", { name: portal.words("page.services"), exact: true }).click();
  await portal.arrivedAt("/de/leistungen");
  await portal.shows(portal.words("page.services"));
});

test("a link to results or into the middle of a page leads right there", async () => {
  const portal = await chromium.newPage();
  await portal.open("/de/suche#q=sperrm%C3%BCll");
  await portal.shows(portal.words("search.heading", { query: "sperrmüll" }));
  assert.match(await portal.results.first().innerText(), /Sperrmüll/);
  await portal.open(`${SERVICE_PATH}#kosten`);
  await portal.settled();
  const box = await portal.main.getByRole("heading", { name: portal.words("service.costs_and_times"), exact: true }).boundingBox();
  assert.ok(box !== null && box.y >= 0 && box.y < 800, `the costs are in view: ${JSON.stringify(box)}`);
});

test("an office tells whether it is open now", async () => {
  const open = await chromium.newPage();
  await open.setTime(TUESDAY_MORNING);
  await open.open("/de/aemter/buergerbuero");
  await open.main.getByText(/^Jetzt geöffnet, bis \d{1,2}:\d\d Uhr$/).first().waitFor();
  const closed = await chromium.newPage();
  await closed.setTime(SUNDAY);
  await closed.open("/de/aemter/buergerbuero");
  await closed.main.getByText(/^Geschlossen, öffnet morgen um \d{1,2}:\d\d Uhr$/).first().waitFor();
});
