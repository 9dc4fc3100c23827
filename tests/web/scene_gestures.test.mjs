// Pointers, wheel and keys over a scene: what reaches the module, and what stays the page's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./support/browser.mjs";

const browser = withBrowser();

/**
 * A canvas of 200 by 100 pixels, with a module that only notes what it is told. "Found" is what lies right of the middle.
 * @param {{ isMovable?: boolean, takesPlaces?: boolean }} [options]
 */
async function openScene({ isMovable = true, takesPlaces = false } = {}) {
  const page = await browser.open('<button id="before">Davor</button><div id="frame" tabindex="0"><canvas id="canvas"></canvas></div>');
  await page.evaluate(async ({ isMovable, takesPlaces }) => {
    const { listenToGestures } = await import("/web/canvas/scene_gestures.js");
    const [frame, canvas] = [document.getElementById("frame"), document.getElementById("canvas")];
    Object.assign(canvas, { width: 200, height: 100 });
    canvas.setPointerCapture = () => {};
    const [calls, closing] = [[], new AbortController()];
    const scene = new Proxy({}, {
      get: (_, name) => (...values) => {
        const short = name.replace("_stadttor_scene_", "");
        // Places are what counts; times of events differ.
        calls.push([short, ...values.slice(0, short === "release" ? 1 : 3)]);
        return short === "find" ? (values[0] > 100 ? 1 : 0) : short === "release" ? 1 : 0;
      },
    });
    const state = { calls, drawn: 0, chosen: [], closing };
    const enter = (act) => void (act(scene) !== false && state.drawn++);
    const press = (key) => calls.push(["key", key]) > 0 && key < 7;
    const choose = (x, y) => state.chosen.push([x, y]);
    listenToGestures({ frame, canvas, isMovable, enter, press, choose, enterKey: () => takesPlaces && calls.push(["enter"]) > 0, signal: closing.signal });
    const box = canvas.getBoundingClientRect();
    state.event = (type, kind, x, y, facts) => {
      const made = new kind(type, { bubbles: true, cancelable: true, clientX: box.left + x, clientY: box.top + y, ...facts });
      canvas.dispatchEvent(made);
      return made.defaultPrevented;
    };
    Object.assign(globalThis, { scene: state });
  }, { isMovable, takesPlaces });
  return page;
}

/** @param {import("playwright-core").Page} page */
const calls = (page) => page.evaluate(() => globalThis.scene.calls.splice(0));

test("pointers go to the module by their number, and only one that was let go in place chooses", async () => {
  const page = await openScene();
  await page.evaluate(() => {
    const { event } = globalThis.scene;
    event("pointerdown", PointerEvent, 10, 20, { pointerId: 4, button: 0 });
    event("pointermove", PointerEvent, 30, 20, { pointerId: 4, pointerType: "touch" });
    event("pointerup", PointerEvent, 30, 20, { pointerId: 4 });
  });
  assert.deepEqual(await calls(page), [["press", 4, 10, 20], ["move", 4, 30, 20], ["release", 4]]);
  assert.deepEqual(await page.evaluate(() => globalThis.scene.chosen), [], "the browser has not yet moved the focus");
  await page.evaluate(() => {
    globalThis.scene.event("click", MouseEvent, 30, 20);
    globalThis.scene.event("click", MouseEvent, 40, 20);
  });
  assert.deepEqual(await page.evaluate(() => globalThis.scene.chosen), [[30, 20]]);

  await page.evaluate(() => {
    const { event } = globalThis.scene;
    event("pointerdown", PointerEvent, 10, 20, { pointerId: 1, button: 2 });
    event("pointerup", PointerEvent, 10, 20, { pointerId: 1 });
    event("pointermove", PointerEvent, 10, 20, { pointerId: 1, pointerType: "touch" });
  });
  assert.deepEqual(await calls(page), [], "the other buttons are the browser's, and a finger does not hover");
});

test("what the browser takes away is forgotten: letting go afterwards chooses nothing", async () => {
  const page = await openScene();
  await page.evaluate(() => {
    const { event } = globalThis.scene;
    event("pointerdown", PointerEvent, 10, 20, { pointerId: 1, button: 0 });
    event("pointercancel", PointerEvent, 10, 90, { pointerId: 1 });
    event("pointerup", PointerEvent, 10, 90, { pointerId: 1 });
    event("click", MouseEvent, 10, 90);
  });
  assert.deepEqual(await calls(page), [["press", 1, 10, 20], ["cancel"]]);
  assert.deepEqual(await page.evaluate(() => globalThis.scene.chosen), []);
});

test("a mouse over nothing draws nothing; coming to and leaving a marker does", async () => {
  const page = await openScene();
  const drawn = (/** @type {number} */ x) =>
    page.evaluate((x) => {
      const before = globalThis.scene.drawn;
      globalThis.scene.event("pointermove", PointerEvent, x, 50, { pointerId: 1, pointerType: "mouse" });
      return [globalThis.scene.drawn - before, document.getElementById("canvas").style.cursor];
    }, x);
  assert.deepEqual(await drawn(20), [0, ""]);
  assert.deepEqual(await drawn(120), [1, "pointer"]);
  assert.deepEqual(await drawn(20), [1, ""]);
  assert.deepEqual(await drawn(25), [0, ""]);
});

test("the wheel passes the map unless it has the focus or Ctrl is held", async () => {
  const page = await openScene();
  const wheel = (/** @type {object} */ facts) =>
    page.evaluate((facts) => globalThis.scene.event("wheel", WheelEvent, 50, 40, { deltaY: 120, ...facts }), facts);
  await page.locator("#before").focus();
  assert.equal(await wheel({}), false);
  assert.deepEqual(await calls(page), []);

  assert.equal(await wheel({ ctrlKey: true, deltaY: -6 }), true);
  await page.locator("#frame").focus();
  assert.equal(await wheel({}), true);
  assert.equal(await wheel({ deltaY: 3, deltaMode: 1 }), true);
  assert.deepEqual(await calls(page), [["wheel", 0.1, 50, 40], ["wheel", -0.5, 50, 40], ["wheel", -0.4, 50, 40]]);
});

test("the wheel passes what cannot be moved, also with the focus", async () => {
  const page = await openScene({ isMovable: false });
  await page.locator("#frame").focus();
  assert.equal(await page.evaluate(() => globalThis.scene.event("wheel", WheelEvent, 50, 40, { deltaY: 120 })), false);
  assert.deepEqual(await calls(page), []);
});

test("arrow keys, plus, minus and nought are the map's while it has the focus; with Ctrl, or on its buttons, they are not", async () => {
  const page = await openScene();
  await page.locator("#frame").focus();
  await page.evaluate(() => addEventListener("keydown", (event) => (globalThis.isTaken = event.defaultPrevented)));
  for (const key of ["ArrowLeft", "ArrowDown", "+", "-", "0", "Tab", "Control+ArrowLeft"]) await page.keyboard.press(key);
  assert.deepEqual(await calls(page), [["key", 0], ["key", 3], ["key", 4], ["key", 5], ["key", 6]]);
  for (const [key, isTaken] of [["ArrowLeft", true], ["End", false]]) {
    await page.locator("#frame").focus();
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => globalThis.isTaken), isTaken, `${key}: what means nothing here stays the page's`);
  }
  await calls(page);

  await page.evaluate(() => document.getElementById("frame").append(Object.assign(document.createElement("button"), { id: "inside" })));
  await page.locator("#inside").focus();
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await calls(page), []);
});

test("the enter key takes the middle of a map that takes places, and is the page's on any other", async () => {
  for (const takesPlaces of [true, false]) {
    const page = await openScene({ takesPlaces });
    await page.evaluate(() => addEventListener("keydown", (event) => (globalThis.isTaken = event.defaultPrevented)));
    await page.locator("#frame").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await calls(page), takesPlaces ? [["enter"]] : []);
    assert.equal(await page.evaluate(() => globalThis.isTaken), takesPlaces);
  }
});

test("a closed scene hears nothing any more", async () => {
  const page = await openScene();
  await page.evaluate(() => {
    globalThis.scene.closing.abort();
    globalThis.scene.event("pointerdown", PointerEvent, 10, 20, { pointerId: 1, button: 0 });
  });
  await page.locator("#frame").focus();
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await calls(page), []);
});
