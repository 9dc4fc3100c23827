// What the citizen does becomes actions for the engine, and everything else stays the browser's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

const PAGE = `<div id="portal" data-k="page">
  <button data-k="button" type="button" id="button"><span data-part="6">Drück</span></button>
  <a data-k="inside" id="inside" href="/de/a"><strong>Innen</strong></a>
  <a data-k="jump" id="jump" href="#portal">Sprung</a>
  <a data-k="tab" id="newtab" href="/de/a" target="_blank">Neu</a>
  <a data-k="load" id="load" href="/de/a.pdf" download>Datei</a>
  <a id="foreign" href="#foreign">Fremd</a>
  <form data-k="form" id="form"><input data-k="field" id="field"><textarea data-k="area" id="area"></textarea>
    <input data-k="check" id="check" type="checkbox"><select data-k="select" id="select"><option>x<option>y</select>
    <fieldset data-k="group" role="radiogroup"><input data-k="one" id="one" type="radio" name="r" value="1">
    <input data-k="two" id="two" type="radio" name="r" value="2"></fieldset><button data-k="send" id="send">Ab</button></form>
  <details data-k="details" id="details"><summary data-part="1" id="summary">Mehr</summary>Text</details>
  <dialog data-k="dialog" id="dialog"><button data-k="inner" id="inner" type="button">Ja</button></dialog>
  <input data-k="combo" id="combo" type="search" role="combobox" aria-expanded="false" aria-controls="list">
  <ul data-k="list" id="list" role="listbox"><li data-k="option" id="option" role="option">Hund</li></ul>
  <div data-k="tabs" role="tablist" id="tabs"><button data-k="first" id="first" role="tab" type="button">1</button></div>
  <a data-k="problem" id="problem" href="#place">Hier fehlt etwas</a>
  <div class="kern-form-input" id="place"><input data-k="wrapped" id="wrapped"></div>
  <input data-k="file" id="file" type="file">
  <img data-k="photo" id="photo" class="st-photo st-photo--markable" alt="Foto">
</div>`;

const KEYS = [...PAGE.matchAll(/data-k="(\w+)"/g)].map((match) => match[1] ?? "");
/** @param {string} key */
const handleOf = (key) => (KEYS.indexOf(key) + 1) * 8;

/** @param {string} [attributes] */
async function openPage(attributes) {
  const page = await browser.open(PAGE, attributes);
  await page.evaluate((keys) => {
    const t = globalThis.test();
    t.apply(t.list().hydrate(keys.map((key, index) => [(index + 1) * 8, 1, key])));
    t.events.start();
    Object.assign(globalThis, { t, prevented: {} });
    for (const type of ["click", "submit", "keydown"]) {
      document.addEventListener(type, (event) => {
        globalThis.prevented[type] = event.defaultPrevented;
        if (type === "click" && event.target.closest("#newtab, #load")) event.preventDefault();
      });
    }
  }, KEYS);
  return {
    page,
    /** Actions since the last call, with keys for handles. @param {boolean} [withFocus] */
    async deeds(withFocus = false) {
      const deeds = await page.evaluate((withFocus) => {
        const { t } = globalThis;
        const deeds = withFocus ? [...t.actions] : t.deeds();
        t.actions.length = 0;
        return deeds;
      }, withFocus);
      return deeds.map((/** @type {[number, number, string]} */ [handle, kind, text]) => [KEYS[handle / 8 - 1], kind, text]);
    },
    /** @param {"click" | "submit" | "keydown"} type */
    isPrevented: (type) => page.evaluate((type) => globalThis.prevented[type], type),
  };
}

test("a click on a button or a link within the portal is a press", async () => {
  const { page, deeds, isPrevented } = await openPage();
  await page.locator("#button span").click();
  assert.deepEqual(await deeds(), [["button", 0, ""]]);
  await page.locator("#inside strong").click();
  assert.deepEqual(await deeds(), [["inside", 0, ""]]);
  assert.equal(await isPrevented("click"), true);
});

test("jumps, new tabs, downloads, modified clicks and foreign links stay the browser's", async () => {
  const { page, deeds, isPrevented } = await openPage();
  for (const id of ["jump", "newtab", "load", "foreign"]) {
    await page.locator(`#${id}`).click();
    assert.deepEqual(await deeds(), [], id);
    assert.equal(await isPrevented("click"), false, id);
  }
  await page.evaluate(() => {
    for (const change of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
      const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...change });
      globalThis.t.page.root.container.addEventListener("click", (seen) => seen.preventDefault(), { once: true });
      document.getElementById("inside").dispatchEvent(event);
    }
  });
  assert.deepEqual(await deeds(), []);
});

test("from a list of problems one comes into the field itself, without a new address", async () => {
  const { page, deeds, isPrevented } = await openPage();
  await page.locator("#problem").click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "wrapped");
  assert.equal(await isPrevented("click"), true);
  assert.equal(await page.evaluate(() => location.hash), "");
  assert.deepEqual(await deeds(), []);
});

test("a chosen file is told with its type, size, name and bytes, and the field is free for the next one", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#file").setInputFiles({ name: "Vertrag.pdf", mimeType: "application/pdf", buffer: Buffer.from("12\n45") });
  await page.waitForFunction(() => globalThis.t.deeds().length > 0);
  const [deed] = await deeds();
  assert.deepEqual(deed.slice(0, 2), ["file", 1]);
  const [id, ...told] = Buffer.from(Object.values(deed[2])).toString().split("\n");
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  assert.deepEqual(told, ["application/pdf", "5", "Vertrag.pdf", "12", "45"]);
  assert.equal(await page.locator("#file").inputValue(), "");
});

test("a file larger than any page takes is told without being read", async () => {
  const { page } = await openPage();
  const told = await page.evaluate(async () => {
    const file = new File(["x"], "Film.mp4", { type: "video/mp4" });
    Object.defineProperty(file, "size", { value: 4 * 1024 ** 3 });
    file.arrayBuffer = () => Promise.reject(new Error("read"));
    return new TextDecoder().decode(await globalThis.t.page.chosenFiles.take(file));
  });
  assert.deepEqual(told.split("\n").slice(1), ["video/mp4", "4294967296", "Film.mp4"]);
});

test("a chosen picture is shown from where it lies, and a file of another visit not at all", async () => {
  const { page } = await openPage();
  const shown = await page.evaluate(async () => {
    const { chosenFiles } = globalThis.t.page;
    const bytes = await chosenFiles.take(new File(["x"], "Haus.jpg", { type: "image/jpeg" }));
    const [id] = new TextDecoder().decode(bytes).split("\n");
    return [chosenFiles.addressOf(`chosen:${id}`), chosenFiles.addressOf("chosen:0f6a")];
  });
  assert.match(String(shown[0]), /^blob:/);
  assert.equal(shown[1], null);
});

test("links outside the portal's base stay the browser's", async () => {
  const { page, deeds } = await openPage();
  await page.evaluate(async () => {
    const { isEngineLink } = await import("/web/document/link_policy.js");
    const link = document.getElementById("inside");
    const event = new MouseEvent("click");
    if (isEngineLink(event, link, "/en/") || !isEngineLink(event, link, "/de/")) throw new Error("base not heeded");
    const leads = (address) => (link.setAttribute("href", address), isEngineLink(event, link, "/"));
    if (leads(`${location.pathname}${location.search}#place`)) throw new Error("a jump within the page is the browser's");
    if (!leads(`${location.pathname}${location.search}#v=00ff`)) throw new Error("another case is another page");
    link.setAttribute("href", "https://other.example/de/a");
    if (isEngineLink(event, link, "/")) throw new Error("origin not heeded");
  });
  assert.deepEqual(await deeds(), []);
});

test("fields tell their value, choices their option, boxes whether they are ticked", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#field").pressSequentially("ab");
  await page.locator("#area").fill("Zeile");
  await page.locator("#check").check();
  await page.locator("#check").uncheck();
  await page.locator("#select").selectOption("y");
  await page.locator("#two").check();
  assert.deepEqual(await deeds(), [
    ["field", 1, "a"],
    ["field", 1, "ab"],
    ["field", 1, "ab"],
    ["area", 1, "Zeile"],
    ["area", 1, "Zeile"],
    ["check", 2, "1"],
    ["check", 2, "0"],
    ["select", 3, "y"],
    ["group", 3, "2"],
  ]);
});

test("a form is submitted to the engine", async () => {
  const { page, deeds, isPrevented } = await openPage();
  await page.locator("#field").press("Enter");
  assert.deepEqual(await deeds(), [["send", 0, ""], ["form", 4, ""]]);
  assert.equal(await isPrevented("submit"), true);
});

test("disclosures and dialogs tell what the citizen does, not what the engine does", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#summary").click();
  await page.waitForFunction(() => globalThis.t.deeds().length > 0);
  assert.deepEqual(await deeds(), [["details", 5, ""]]);
  await page.evaluate(
    ([details, dialog]) => {
      const { t } = globalThis;
      t.apply(t.list().removeAttribute(details, "open").put(18, dialog));
    },
    [handleOf("details"), handleOf("dialog")],
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.deepEqual(await deeds(), []);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => globalThis.t.deeds().length > 0);
  assert.deepEqual(await deeds(), [["dialog", 6, ""]]);
  await page.evaluate((dialog) => globalThis.t.apply(globalThis.t.list().put(18, dialog).put(19, dialog)), handleOf("dialog"));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.deepEqual(await deeds(), []);
});

test("focus and blur are told of the engine's elements", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#field").focus();
  await page.locator("#area").focus();
  assert.deepEqual(await deeds(true), [["field", 7, ""], ["field", 8, ""], ["area", 7, ""]]);
});

test("arrow keys, Enter and Escape work a combo box; what it does not need stays the browser's", async () => {
  const { page, deeds, isPrevented } = await openPage();
  const combo = page.locator("#combo");
  /** @param {string} key */
  const press = async (key) => {
    await combo.press(key);
    return [await deeds(), await isPrevented("keydown")];
  };
  assert.deepEqual(await press("ArrowDown"), [[["combo", 9, ""]], true], "there is something to open");
  await page.evaluate(() => document.getElementById("combo").setAttribute("aria-controls", "nothing"));
  assert.deepEqual(await press("ArrowDown"), [[["combo", 9, ""]], false], "there is nothing to open");
  assert.deepEqual(await press("Escape"), [[], false]);
  assert.deepEqual(await press("Enter"), [[], false]);
  await page.evaluate(() => {
    document.getElementById("combo").setAttribute("aria-expanded", "true");
    document.getElementById("combo").setAttribute("aria-activedescendant", "option");
  });
  assert.deepEqual(await press("ArrowUp"), [[["combo", 10, ""]], true]);
  assert.deepEqual(await press("Enter"), [[["option", 0, ""]], true]);
  assert.deepEqual(await press("Escape"), [[["combo", 6, ""]], true]);
  for (const key of ["Tab", "ArrowLeft", "Home", "Control+a", "Alt+ArrowDown"]) {
    assert.deepEqual(await press(key), [[], false], key);
    await combo.focus();
  }
});

test("pressing an option does not take the focus out of the combo box", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#combo").focus();
  await deeds(true);
  await page.locator("#option").click();
  assert.deepEqual(await deeds(true), [["option", 0, ""]]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "combo");
});

test("arrow keys move between tabs, mirrored where text runs from the right", async () => {
  for (const [direction, next] of [["ltr", "ArrowRight"], ["rtl", "ArrowLeft"]]) {
    const { page, deeds } = await openPage(`dir="${direction}"`);
    await page.locator("#first").press(next ?? "");
    await page.locator("#first").press("ArrowDown");
    assert.deepEqual(await deeds(), [["tabs", 9, ""]], direction);
  }
});

test("text is told while it is composed, keys are not", async () => {
  const { page, deeds } = await openPage();
  await page.locator("#combo").focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  assert.equal(await page.evaluate(() => globalThis.t.page.edits.composing?.id), "combo");
  assert.deepEqual(await deeds(), [["combo", 1, "に"]]);
  await page.evaluate(() => {
    const event = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, isComposing: true });
    document.getElementById("combo").dispatchEvent(event);
  });
  assert.deepEqual(await deeds(), []);
  await session.send("Input.insertText", { text: "日" });
  assert.equal(await page.evaluate(() => globalThis.t.page.edits.composing), null);
  assert.deepEqual((await deeds()).at(-1), ["combo", 1, "日"]);
});

test("after the end nothing is told any more", async () => {
  const { page, deeds } = await openPage();
  await page.evaluate(() => globalThis.t.events.stop());
  await page.locator("#button").click();
  assert.deepEqual(await deeds(true), []);
});

test("an area of a picture that can be marked is marked by dragging over it, in whole per cent", async () => {
  const { page, deeds } = await openPage();
  await page.evaluate(() => {
    const picture = /** @type {HTMLElement} */ (document.getElementById("photo"));
    Object.assign(picture.style, { position: "fixed", left: "100px", top: "50px", width: "200px", height: "100px" });
  });
  const drag = async (/** @type {number[]} */ ...[x = 0, y = 0, toX = 0, toY = 0]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 4 });
    const marks = await page.locator(".st-mark").count();
    await page.mouse.up();
    return marks;
  };
  assert.equal(await drag(120, 60, 160, 90), 1);
  assert.deepEqual(await deeds(), [["photo", 1, "10 10 20 30"]]);
  assert.equal(await page.locator(".st-mark").count(), 0);
  // Backwards and out of the picture: as far as it goes.
  await drag(160, 90, 20, 20);
  assert.deepEqual(await deeds(), [["photo", 1, "0 0 30 40"]]);
  // A slip of the hand.
  await drag(120, 60, 122, 61);
  assert.deepEqual(await deeds(), []);
});
