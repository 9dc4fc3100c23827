// Prerendered pages are taken over by key, not rebuilt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

const PRERENDERED =
  '<div id="portal" class="st-page" data-k="page"><main data-k="main"><h1 data-k="title">Titel</h1>' +
  '<div data-k="name"><label data-part="1" for="n">Name</label><input data-part="4" id="n" value="Eva"></div>' +
  '<details data-k="more"><summary data-part="1"><span data-part="3">Mehr</span></summary>' +
  '<div data-part="4"><p data-k="text">Text</p></div></details></main></div>';

/** @type {[number, number, string][]} */
const NODES = [[8, 1, "page"], [16, 1, "main"], [24, 1, "title"], [32, 19, "name"], [40, 27, "more"], [48, 1, "text"]];

/** @param {string} body @param {[number, number, string][]} nodes */
async function hydrated(body, nodes) {
  const page = await browser.open(body);
  const result = await page.evaluate((nodes) => {
    const t = globalThis.test();
    Object.assign(globalThis, { t });
    const portal = document.getElementById("portal");
    const watch = new MutationObserver(() => {});
    watch.observe(portal, { subtree: true, childList: true, attributes: true, characterData: true });
    t.apply(t.list().hydrate(nodes));
    const of = (/** @type {number} */ handle) => t.page.table.element(handle)?.textContent;
    return {
      needsRebuild: t.applier.needsRebuild,
      size: t.page.table.size,
      changes: watch.takeRecords().length,
      texts: [24, 33, 41, 43, 44, 48].map(of),
    };
  }, nodes);
  return { page, result };
}

test("each node and part is found and nothing in the page changes", async () => {
  const { result } = await hydrated(PRERENDERED, NODES);
  assert.deepEqual(result, {
    needsRebuild: false,
    size: 11,
    changes: 0,
    texts: ["Titel", "Name", "Mehr", "Mehr", "Text", "Text"],
  });
});

test("a portal that only holds the page works alike", async () => {
  const inner = PRERENDERED.replace('id="portal" ', "");
  const { result } = await hydrated(`<div id="portal">${inner}</div>`, NODES);
  assert.equal(result.needsRebuild, false);
  assert.equal(result.size, 11);
});

test("elements of extensions and translators are passed over", async () => {
  const foreign = PRERENDERED.replace("<h1", "<x-bar><p>!</p></x-bar><h1")
    .replace(">Titel<", "><font><font>Title</font></font><")
    .replace('<label data-part="1"', '<font><label data-part="1"')
    .replace("</label>", '</label></font><label data-part="1">Kopie</label>');
  const { result } = await hydrated(foreign, NODES);
  assert.equal(result.needsRebuild, false);
  assert.equal(result.texts[1], "Name");
});

test("a page that lacks a node or a part is not taken over, and a rebuild replaces it in its place", async () => {
  for (const broken of [PRERENDERED.replace(' data-k="text"', ""), PRERENDERED.replace(' data-part="3"', "")]) {
    const { page, result } = await hydrated(`<p id="before"></p>${broken}<p id="behind"></p>`, NODES);
    assert.equal(result.needsRebuild, true);
    assert.equal(result.size, 0);
    const after = await page.evaluate(() => {
      const { t } = globalThis;
      const list = t.list().rebuild().create("div", 56, 0).setAttribute(56, "id", "portal").setText(56, "neu");
      t.apply(list);
      return [...document.body.children].slice(0, 3).map((element) => `${element.id}:${element.textContent}`);
    });
    assert.deepEqual(after, ["before:", "portal:neu", "behind:"]);
  }
});

test("taken over elements are changed, not made anew", async () => {
  const { page } = await hydrated(PRERENDERED, NODES);
  const isSame = await page.evaluate(() => {
    const { t } = globalThis;
    const heading = document.querySelector("h1");
    t.apply(t.list().setText(24, "Anders").create("p", 56, 16, 24).setText(56, "Dazu").setValue(36, "Ada"));
    return heading === document.querySelector("h1") && document.querySelector("h1 + p").textContent === "Dazu";
  });
  assert.equal(isSame, true);
  assert.equal(await page.locator("#n").inputValue(), "Ada");
});

test("a thousand nodes are taken over", async () => {
  const body = Array.from({ length: 1000 }, (_, index) => `<p data-k="n${index}">x</p>`).join("");
  const page = await browser.open(`<div id="portal" data-k="page">${body}</div>`);
  const size = await page.evaluate(() => {
    const t = globalThis.test();
    /** @type {[number, number, string][]} */
    const nodes = [[8, 1, "page"]];
    for (let index = 0; index < 1000; index++) nodes.push([16 + index * 8, 1, `n${index}`]);
    t.apply(t.list().hydrate(nodes));
    return t.page.table.size;
  });
  assert.equal(size, 1001);
});
