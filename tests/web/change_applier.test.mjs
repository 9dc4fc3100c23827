// Changes of the document: what is built, what is never touched, and what others may have done to the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/** A page with an empty portal, and `t` in it. */
async function emptyPage() {
  const page = await browser.open('<div id="portal"></div>');
  await page.evaluate(() => {
    const t = globalThis.test();
    Object.assign(globalThis, { t });
    // A heading and three fields with labels.
    const list = t.list().rebuild().create("main", 8, 0).create("h1", 16, 8).setText(16, "Titel");
    for (const [index, name] of ["a", "b", "c"].entries()) {
      const root = 24 + index * 8;
      list.create("div", root, 8, root - 8).create("label", root + 1, root).setText(root + 1, name);
      list.create("input", root + 4, root, root + 1).setAttribute(root + 4, "id", name);
    }
    t.apply(list);
  });
  return page;
}

test("elements, text and attributes are built in their places", async () => {
  const page = await emptyPage();
  assert.equal(
    await page.locator("#portal").innerHTML(),
    '<!--stadttor--><main><h1>Titel</h1><div><label>a</label><input id="a"></div>' +
      '<div><label>b</label><input id="b"></div><div><label>c</label><input id="c"></div></main>',
  );
});

test("text is never markup and hostile addresses are never set", async () => {
  const page = await emptyPage();
  const result = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().setText(16, "<img src=x onerror=alert(1)>").create("a", 80, 8, 16));
    const link = t.page.table.element(80);
    const set = (/** @type {string} */ address) => {
      link.setAttribute("href", "/old");
      t.apply(t.list().setAttribute(80, "href", address));
      return link.getAttribute("href");
    };
    const hostile = [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "\u0001javascript:alert(1)",
      "data:text/html,x", "vbscript:x", "blob:x", "file:///etc", "http://evil.example/", "//evil.example/", "/\\evil.example/",
      "javascript\n:alert(1)", "https://evil.example/a b", "x", "", "https://", "view-source:https://a.example/",
    ].map(set);
    const fine = ["https://a.example/x?y#z", "/de/leistungen", "/", "#inhalt", "?q=1", "mailto:a@b.example", "tel:115",
      `${location.origin}/de`];
    return { hostile, fine: fine.map(set), expected: fine, images: document.images.length };
  });
  assert.deepEqual(result.hostile, result.hostile.map(() => null));
  assert.deepEqual(result.fine, result.expected);
  assert.equal(result.images, 0);
});

test("a picture's address may be neither mail nor telephone", async () => {
  const page = await emptyPage();
  const source = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().create("img", 80, 8, 16).setAttribute(80, "src", "tel:115"));
    return t.page.table.element(80).getAttribute("src");
  });
  assert.equal(source, null);
});

test("a move brings siblings around the field that has the focus", async () => {
  const page = await emptyPage();
  await page.locator("#b").focus();
  for (const [element, after] of [[32, 16], [32, 40], [32, 24]]) {
    const result = await page.evaluate(([element, after]) => {
      const { t } = globalThis;
      /** @type {string[]} */
      const removed = [];
      const watch = new MutationObserver(() => {});
      watch.observe(document.querySelector("main"), { childList: true });
      t.apply(t.list().move(element, 8, after));
      for (const record of watch.takeRecords()) for (const node of record.removedNodes) removed.push(node.textContent);
      return { order: [...document.querySelectorAll("input")].map((field) => field.id).join(""), removed, active: document.activeElement.id };
    }, [element ?? 0, after ?? 0]);
    assert.equal(result.active, "b");
    assert.ok(!result.removed.includes("b"), "the focused field was taken out");
    assert.equal(result.order, { 16: "bac", 40: "acb", 24: "abc" }[after ?? 0]);
  }
});

test("under another parent a focused field keeps focus and caret, with and without moveBefore", async () => {
  for (const isModern of [true, false]) {
    const page = await emptyPage();
    if (!isModern) await page.evaluate(() => void delete Element.prototype.moveBefore);
    await page.locator("#b").fill("hallo");
    const result = await page.evaluate(() => {
      const { t } = globalThis;
      t.page.table.element(36).setSelectionRange(2, 3);
      // Or it would be found again by its id.
      t.page.table.element(36).removeAttribute("id");
      t.apply(t.list().create("section", 80, 8, 16).move(32, 80));
      const field = document.activeElement;
      return { value: field.value, parent: field.closest("section") !== null, start: field.selectionStart, end: field.selectionEnd };
    });
    assert.deepEqual(result, { value: "hallo", parent: true, start: 2, end: 3 }, `modern: ${isModern}`);
  }
});

test("a value is written once, with the caret kept, and not while text is composed", async () => {
  const page = await emptyPage();
  await page.evaluate(() => globalThis.t.events.start());
  await page.locator("#a").fill("hallo");
  const result = await page.evaluate(() => {
    const { t } = globalThis;
    const field = t.page.table.element(28);
    t.page.edits.noteDelivered();
    field.setSelectionRange(1, 1);
    t.apply(t.list().setValue(28, "HALLO"));
    const written = [field.value, field.selectionStart];
    field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    t.apply(t.list().setValue(28, "stört"));
    const composing = field.value;
    field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    t.page.edits.writeHeld();
    const undelivered = field.value;
    t.page.edits.noteDelivered();
    t.page.edits.writeHeld();
    return { written, composing, undelivered, settled: field.value };
  });
  assert.deepEqual(result, { written: ["HALLO", 1], composing: "HALLO", undelivered: "HALLO", settled: "stört" });
});

test("what was typed since the last build is not overwritten", async () => {
  const page = await emptyPage();
  await page.evaluate(() => globalThis.t.events.start());
  await page.locator("#a").pressSequentially("neu");
  const value = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().setValue(28, "alt"));
    return t.page.table.element(28).value;
  });
  assert.equal(value, "neu");
});

test("a choice is shown although the citizen has chosen before", async () => {
  const page = await emptyPage();
  await page.evaluate(() => {
    const { t } = globalThis;
    const list = t.list().create("select", 80, 8, 16);
    list.create("option", 88, 80).setAttribute(88, "value", "x").create("option", 96, 80, 88).setAttribute(96, "value", "y");
    t.apply(list);
    t.page.table.element(80).setAttribute("id", "s");
  });
  await page.locator("#s").selectOption("x");
  await page.locator("#s").selectOption("y");
  const value = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().setAttribute(88, "selected", ""));
    return t.page.table.element(80).value;
  });
  assert.equal(value, "x");
});

test("when the focused element goes, the next control has the focus, at the end the heading, never the body", async () => {
  const page = await emptyPage();
  await page.locator("#b").focus();
  const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  await page.evaluate(() => globalThis.t.apply(globalThis.t.list().remove(32)));
  assert.equal(await active(), "c");
  await page.evaluate(() => globalThis.t.apply(globalThis.t.list().remove(40)));
  assert.equal(await active(), "H1");
  await page.locator("#a").focus();
  await page.evaluate(() => globalThis.t.apply(globalThis.t.list().setAttribute(28, "disabled", "")));
  assert.equal(await active(), "H1");
});

test("when something around the focused element is hidden, the heading has the focus", async () => {
  const page = await emptyPage();
  const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  await page.locator("#b").focus();
  await page.evaluate(() => globalThis.t.apply(globalThis.t.list().setAttribute(32, "hidden", "")));
  assert.equal(await active(), "H1");
});

test("what is written beside the focused element has nothing laid out, and leaves the focus", async () => {
  const page = await emptyPage();
  await page.locator("#b").focus();
  const asked = await page.evaluate(() => {
    let asked = 0;
    for (const name of ["getClientRects", "getBoundingClientRect"]) {
      const original = Element.prototype[name];
      Element.prototype[name] = function () {
        asked += 1;
        return original.call(this);
      };
    }
    for (const name of ["scrollX", "scrollY"]) Object.defineProperty(globalThis, name, { get: () => (asked += 1) });
    const { t } = globalThis;
    t.apply(t.list().setText(16, "Neu").setAttribute(16, "class", "neu").create("p", 80, 8));
    return asked;
  });
  assert.equal(asked, 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "b");
});

test("removed elements are forgotten with everything in them", async () => {
  const page = await emptyPage();
  const sizes = await page.evaluate(() => {
    const { t } = globalThis;
    const before = t.page.table.size;
    t.apply(t.list().remove(24));
    return [before, t.page.table.size, t.applier.needsRebuild];
  });
  assert.deepEqual(sizes, [11, 8, false]);
});

test("a browser's translation and an extension's elements are tolerated", async () => {
  const page = await emptyPage();
  const result = await page.evaluate(() => {
    const { t } = globalThis;
    const heading = t.page.table.element(16);
    const font = document.createElement("font");
    font.append(...heading.childNodes);
    heading.append(font);
    t.apply(t.list().setText(16, "Neu"));
    const main = document.querySelector("main");
    main.prepend(document.createElement("x-extension"));
    const wrapper = document.createElement("font");
    const first = t.page.table.element(24);
    first.replaceWith(wrapper);
    wrapper.append(first);
    t.page.table.element(40).remove();
    t.apply(t.list().create("p", 80, 8).create("p", 88, 8, 24).remove(40));
    return { heading: heading.textContent, inner: heading.firstElementChild, order: [...main.children].map((e) => e.tagName).join() };
  });
  assert.deepEqual(result, { heading: "Neu", inner: null, order: "X-EXTENSION,P,H1,FONT,P,DIV" });
});

test("an element that is not there asks for a rebuild, and a rebuild makes all well", async () => {
  const page = await emptyPage();
  const result = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().setText(4000, "?").setText(16, "nicht"));
    const asked = t.applier.needsRebuild;
    const heading = document.querySelector("h1").textContent;
    t.apply(t.list().rebuild().create("main", 8, 0).setText(8, "wieder da"));
    return { asked, heading, after: t.applier.needsRebuild, text: document.getElementById("portal").textContent };
  });
  assert.deepEqual(result, { asked: true, heading: "Titel", after: false, text: "wieder da" });
});

test("a form with fields named like DOM properties is treated like any other", async () => {
  const page = await emptyPage();
  const order = await page.evaluate(() => {
    const { t } = globalThis;
    const list = t.list().create("form", 80, 8, 16);
    for (const [index, name] of ["children", "action", "name", "id"].entries()) {
      const handle = 88 + index * 8;
      list.create("input", handle, 80, index === 0 ? 0 : handle - 8).setAttribute(handle, "name", name);
    }
    t.apply(list.move(112, 80).remove(96));
    return [...document.querySelectorAll("form input")].map((field) => field.getAttribute("name"));
  });
  assert.deepEqual(order, ["id", "children", "name"]);
});

test("a modal dialog opens, and its removal gives the focus back", async () => {
  const page = await emptyPage();
  await page.locator("#c").focus();
  const opened = await page.evaluate(() => {
    const { t } = globalThis;
    t.apply(t.list().create("dialog", 80, 8, 16).create("button", 88, 80).put(18, 80));
    return [t.page.table.element(80).matches(":modal"), document.activeElement.tagName];
  });
  assert.deepEqual(opened, [true, "BUTTON"]);
  await page.evaluate(() => globalThis.t.apply(globalThis.t.list().remove(80)));
  assert.equal(await page.evaluate(() => document.activeElement.id), "c");
});
