// Ten thousand published reports: how soon the list is there, and how soon it is seen after it was filtered or turned over, against a page written
// by hand that does the same with the same answer of the server.
import { alternate, launchBrowser, withFreshPage } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { median } from "./support/statistics.mjs";
import { atMost } from "./support/table.mjs";

const ROUNDS = 5;
const COUNT = 10_000;
const LINE = { name: "4x CPU", bits: null, roundTrip: 0, cpu: 4 };
const KINDS = ["strassenbeleuchtung", "strassenschaden", "wilder-muell", "graffiti"];

/** As the city's server answers. */
function reports() {
  return Array.from({ length: COUNT }, (_, number) => ({
    service_request_id: String(number + 1),
    status: number % 4 === 0 ? "closed" : "open",
    status_notes: null,
    service_code: KINDS[number % KINDS.length],
    service_name: "Etwas ist kaputt",
    description: null,
    requested_datetime: new Date(Date.UTC(2026, 10, 24) - number * 600_000).toISOString().replace(".000", ""),
    address: `Münzgasse ${(number % 90) + 1}`,
    lat: 51.41 + (number % 100) * 0.0004,
    long: 9.83 + (number % 97) * 0.0008,
  }));
}

/** The same by hand: a list of 25, a filter, and a button for the next ones. */
const PLAIN = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Meldungen</title><main>
<label>Stand <select><option value="">Alle</option><option value="open">In Arbeit</option><option value="closed">Abgeschlossen</option></select></label>
<p role="status"></p><ul></ul><button type="button">Ältere</button></main><script type="module">
let page = 0, status = "";
const answer = await fetch("/open311/v2/requests.json?page=1");
const all = await answer.json();
all.sort((a, b) => (a.requested_datetime < b.requested_datetime ? 1 : -1));
const moment = new Intl.DateTimeFormat("de", { dateStyle: "long", timeStyle: "short" });
function show() {
  const chosen = all.filter((one) => status === "" || one.status === status);
  document.querySelector("[role=status]").textContent = chosen.length.toLocaleString("de") + " Meldungen, Seite " + (page + 1);
  document.querySelector("ul").replaceChildren(...chosen.slice(page * 25, page * 25 + 25).map((one) => {
    const item = document.createElement("li");
    for (const text of [one.status + " · " + moment.format(new Date(one.requested_datetime)), one.service_name + " (" + one.service_request_id + ")", one.address]) {
      const line = document.createElement("p");
      line.textContent = text;
      item.append(line);
    }
    return item;
  }));
}
document.querySelector("select").onchange = (event) => { status = event.target.value; page = 0; show(); };
document.querySelector("button").onclick = () => { page += 1; show(); };
show();
</script></html>`;

/** In the page: milliseconds from an act to the paint after the text is there. */
function timeOf({ act, text }) {
  return new Promise((resolve) => {
    const started = performance.now();
    if (act === "older") [...document.querySelectorAll("main button")].find((button) => button.textContent.trim() === "Ältere").click();
    if (act === "closed") {
      const list = [...document.querySelectorAll("main select")].find((select) => [...select.options].some(({ value }) => value === "closed"));
      list.value = "closed";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const look = () => {
      if (!document.querySelector("main").innerText.includes(text)) return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started), 0));
    };
    look();
  });
}

/** @param {object} browser @param {string} url @param {{ list: string, second: string, closed: string }} texts */
function visit(browser, url, body, texts) {
  return withFreshPage(browser, LINE, async ({ page }) => {
    await page.route("**/open311/v2/requests.json*", (route) => {
      const isFirst = (new URL(route.request().url()).searchParams.get("page") ?? "1") === "1";
      return route.fulfill({ contentType: "application/json", body: isFirst ? body : "[]" });
    });
    await page.route("**/plain-reports", (route) => route.fulfill({ contentType: "text/html", body: PLAIN }));
    await page.goto(url);
    await page.waitForFunction((text) => document.querySelector("main")?.innerText.includes(text), texts.list, { polling: "raf" });
    const open = await page.evaluate(() => performance.now());
    const older = await page.evaluate(timeOf, { act: "older", text: texts.second });
    const filter = await page.evaluate(timeOf, { act: "closed", text: texts.closed });
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    return { open, older, filter, elements };
  });
}

export async function measure() {
  const city = await startCity();
  const browser = await launchBrowser();
  const body = JSON.stringify(reports());
  try {
    const subjects = [
      () => visit(browser, `${city.origin}/de/meldungen`, body, { list: "10.000 Meldungen", second: "Seite 2 von 400", closed: "2.500 Meldungen" }),
      () => visit(browser, `${city.origin}/plain-reports`, body, { list: "10.000 Meldungen", second: "Seite 2", closed: "2.500 Meldungen" }),
    ];
    const [ours, plain] = await alternate(ROUNDS, subjects, (subject) => subject());
    const of = (visits, part) => median(visits.map((one) => one[part]));
    const against = (part) => ` (${of(ours, part).toFixed(0)} ms; written by hand ${of(plain, part).toFixed(0)} ms)`;
    const most = Math.max(...ours.map(({ elements }) => elements));
    return [
      // The engine has to come first: what a page of the portal costs beside plain ones is first_paint's and engine_ready's matter.
      atMost(`${COUNT} reports: list there, 4x CPU`, of(ours, "open"), 5000, "ms", against("open")),
      atMost("  the next page seen, 4x CPU", of(ours, "older") / of(plain, "older"), 3, "x", against("older")),
      atMost("  filtered, 4x CPU", of(ours, "filter") / of(plain, "filter"), 3, "x", against("filter")),
      atMost("  elements on the page", most, 1000, ""),
    ];
  } finally {
    await browser.close();
    await city.stop();
  }
}
