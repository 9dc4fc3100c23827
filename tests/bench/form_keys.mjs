// How soon a key is seen in a form of 60 fields with more than 60 rules, and how long it takes to fill in all of them at once, against the
// same form written by hand; and what a key costs in a form of 500 fields and 1,000 rules.
import { writePlainForm, writeSiteWithForm } from "./form/large_form.mjs";
import { fillAll, typeKeys, withForm } from "./form/typing.mjs";
import { alternate, launchBrowser } from "./support/browser.mjs";
import { startCity } from "./support/city.mjs";
import { median, middleMean, quantile } from "./support/statistics.mjs";
import { atMost, informative } from "./support/table.mjs";

const ROUNDS = 5;
const KEYS = 40;
const SLOW = 4; // times slower
const FRAME = 1000 / 60; // milliseconds

async function againstPlain(browser, subjects, fields) {
  const visits = await alternate(ROUNDS, subjects, (subject) =>
    withForm(browser, subject, SLOW, async (page, session) => ({ ...(await typeKeys(page, session, KEYS)), filled: await fillAll(page) })),
  );
  const [ours, plain] = visits.map((list) => ({
    shown: middleMean(list.flatMap(({ shown }) => shown)),
    free: median(list.flatMap(({ times }) => times)),
    answer: median(list.flatMap(({ answers }) => answers)),
    late: quantile(list.flatMap(({ shown }) => shown), 0.95),
    filled: median(list.map(({ filled }) => filled.painted)),
    followed: median(list.map(({ filled }) => filled.free)),
    lost: list.reduce((sum, { lost }) => sum + lost, 0),
    work: median(list.flatMap(({ work }) => work)),
  }));
  const remark = (unit, own, other) => ` (${own.toFixed(1)} ms; written by hand ${other.toFixed(1)} ms${unit})`;
  return [
    atMost(`key to paint, ${fields} fields and rules, 4x CPU`, ours.shown / plain.shown, 1.2, "x", remark(`; p95 ${ours.late.toFixed(0)} and ${plain.late.toFixed(0)} ms`, ours.shown, plain.shown)),
    informative(`  until the page is free again, 4x CPU (written by hand ${plain.free.toFixed(1)} ms)`, ours.free, "ms"),
    informative(`  what the rules make of it painted, 4x CPU (written by hand ${plain.answer.toFixed(1)} ms)`, ours.answer, "ms"),
    atMost("keys lost", ours.lost, 0, "", ` of ${ROUNDS * KEYS}`),
    informative("  scripts' work for a key, 4x CPU", ours.work, "ms"),
    atMost(`${fields} fields filled at once, 4x CPU`, ours.filled / plain.filled, 1.2, "x", remark("", ours.filled, plain.filled)),
    informative(`  until the page is free again, 4x CPU (written by hand ${plain.followed.toFixed(1)} ms)`, ours.followed, "ms"),
  ];
}

async function inALargeForm(browser, subject, fields) {
  const { work, shown, lost } = await withForm(browser, subject, 1, (page, session) => typeKeys(page, session, KEYS));
  return [
    atMost(`work for a key, ${fields} fields, 1,000 rules`, median(work), FRAME, "ms", ` (key to paint ${middleMean(shown).toFixed(1)} ms, p95 ${quantile(shown, 0.95).toFixed(0)} ms, ${lost} lost)`),
  ];
}

export async function measure() {
  const servers = [];
  let browser;
  try {
    for (const [name, folder] of [["form", writeSiteWithForm(60)], ["plain_form", writePlainForm(60)], ["large_form", writeSiteWithForm(500)]]) {
      servers.push(await startCity(folder, name));
    }
    browser = await launchBrowser();
    const [portal, plain, large] = servers.map(({ origin }) => ({ origin, isPortal: origin !== servers[1]?.origin }));
    return [...(await againstPlain(browser, [portal, plain], 60)), ...(await inALargeForm(browser, large, 500))];
  } finally {
    await browser?.close();
    for (const server of servers) await server.stop();
  }
}
