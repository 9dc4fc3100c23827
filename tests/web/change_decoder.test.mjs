// The binary change list: what is decoded, and that nothing is read past its end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeChanges } from "../../web/document/change_decoder.js";
import { ChangeList } from "./support/change_list.mjs";

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  /** @type {unknown[]} */
  const calls = [];
  const recorder = new Proxy({}, { get: (_, name) => (/** @type {unknown[]} */ ...values) => calls.push([name, ...values]) });
  decodeChanges(bytes, /** @type {any} */ (recorder));
  return calls;
}

const every = () =>
  new ChangeList()
    .create("h1", 16, 8, 0)
    .setText(16, "Grüße 🐕")
    .setAttribute(16, "lang", "de")
    .removeAttribute(16, "lang")
    .remove(16)
    .move(16, 8, 24)
    .setValue(20, "a")
    .setChecked(20, 1)
    .hydrate([[8, 1, "k1"], [16, 0b10011, "k2"]])
    .focus(20)
    .announce(1, "Achtung")
    .put(12, "Titel", "ar", "rtl")
    .put(13, "/de/a")
    .put(14, "/de/b")
    .put(15)
    .put(16)
    .put(17, "anker")
    .put(18, 8)
    .put(19, 8)
    .rebuild()
    .put(21, "/de/c")
    .put(22, "theme", "dark")
    .put(23)
    .put(24, "de", "Vorlesen")
    .put(25)
    .put(26, "antrag.json", "{}")
    .put(27, 1);

test("every operation arrives with its operands in order", () => {
  assert.deepEqual(decoded(every().bytes()), [
    ["create", 9, 16, 8, 0],
    ["setText", 16, "Grüße 🐕"],
    ["setAttribute", 16, 3, "de"],
    ["removeAttribute", 16, 3],
    ["remove", 16],
    ["move", 16, 8, 24],
    ["setValue", 20, "a"],
    ["setChecked", 20, true],
    ["hydrate", [{ root: 8, mask: 1, key: "k1" }, { root: 16, mask: 19, key: "k2" }]],
    ["focus", 20],
    ["announce", true, "Achtung"],
    ["setDocument", "Titel", "ar", "rtl"],
    ["pushUrl", "/de/a"],
    ["replaceUrl", "/de/b"],
    ["scrollToTop"],
    ["restoreScroll"],
    ["scrollTo", "anker"],
    ["showModal", 8],
    ["closeModal", 8],
    ["rebuild"],
    ["openUrl", "/de/c"],
    ["setView", "theme", "dark"],
    ["forgetView"],
    ["speak", "de", "Vorlesen"],
    ["print"],
    ["saveFile", "antrag.json", "{}"],
    ["askBeforeLeaving", true],
  ]);
});

test("large handles and a byte order mark survive", () => {
  const bytes = new ChangeList().setText(0xffffffff, "\ufeffx").bytes();
  assert.deepEqual(decoded(bytes), [["setText", 0xffffffff, "\ufeffx"]]);
});

test("a list cut off anywhere is refused", () => {
  const bytes = every().bytes();
  for (let length = 0; length < bytes.length; length++) {
    assert.throws(() => decoded(bytes.slice(0, length)), { name: "MalformedChangeList" }, `${length} bytes`);
  }
});

test("operations cut off within a sound frame are refused", () => {
  const list = new ChangeList().create("p", 16, 8, 0);
  list.operations.pop();
  assert.throws(() => decoded(list.bytes()), { message: "ends within an operation" });
});

test("unknown operations, endless numbers and strings that do not add up are refused", () => {
  assert.throws(() => decoded(new ChangeList().put(28).bytes()), { message: "unknown operation 28" });
  assert.throws(() => decoded(new ChangeList().put(0).bytes()), { message: "unknown operation 0" });
  const endless = new ChangeList();
  endless.operations.push(5, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01);
  assert.throws(() => decoded(endless.bytes()), { message: "number too large" });
  const short = new ChangeList().setText(8, "abc");
  short.strings = "ab";
  assert.throws(() => decoded(short.bytes()), { message: "string past the end" });
  short.strings = "abcd";
  assert.throws(() => decoded(short.bytes()), { message: "strings left over" });
});

test("broken UTF-8 is refused before anything is applied", () => {
  const bytes = new ChangeList().setText(8, "abc").bytes();
  bytes[bytes.length - 1] = 0xff;
  assert.throws(() => decoded(bytes), TypeError);
});
