// The tables of elements and attributes agree with src/presentation/document/element.cpp, and the kinds of actions with
// src/semantics/action.h.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ActionKind } from "../../web/document/action_kinds.js";
import { ATTRIBUTE_NAMES, TAG_NAMES } from "../../web/document/element_names.js";
import { repository } from "./support/site.mjs";

/** @param {string} file */
const source = (file) => readFileSync(join(repository, "src", file), "utf8");

/** @param {string} table */
function namesIn(table) {
  const body = source("presentation/document/element.cpp").match(new RegExp(`${table} = \\{(.*?)\\};`, "s"))?.[1] ?? "";
  return [...body.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
}

test("elements come in the order of C++", () => assert.deepEqual([...TAG_NAMES], namesIn("kTagNames")));

test("attributes come in the order of C++", () => assert.deepEqual([...ATTRIBUTE_NAMES], namesIn("kAttributeNames")));

test("action kinds come in the order of C++", () => {
  const body = source("semantics/action.h").match(/enum class ActionKind[^{]*\{(.*?)\};/s)?.[1] ?? "";
  const names = [...body.matchAll(/^\s*(\w+),/gm)].map(([, name = ""]) => name[0]?.toLowerCase() + name.slice(1));
  assert.deepEqual(Object.keys(ActionKind), names);
  assert.deepEqual(Object.values(ActionKind), names.map((_, index) => index));
});

test("no table lets in what runs code", () => {
  for (const name of ["script", "style", "iframe", "object", "embed", "base", "svg", "link", "meta", "template"]) {
    assert.ok(!TAG_NAMES.includes(name), name);
  }
  assert.deepEqual(ATTRIBUTE_NAMES.filter((name) => /^on|^(style|srcdoc|srcset|formaction|ping|integrity|nonce)$/.test(name)), []);
});
