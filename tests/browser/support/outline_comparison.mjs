// Brings the engine's outline (JSON) and Playwright's aria snapshot (YAML) into one form, so that they can be compared: what assistive
// technology gets against what the engine means.

/** @typedef {string | Meaning} Part text without white space, or an element */
/** @typedef {{ role: string, name: string, level?: number, checked?: boolean, parts: Part[] }} Meaning */
/** @typedef {{ role: string, name?: string, level?: number, checked?: boolean, expanded?: boolean, hidden?: boolean, hint?: string, children?: OutlineNode[] }} OutlineNode */

// Layout, decoration, and roles that are only another way to write text.
const DISSOLVED = new Set([
  ...["page", "block", "text", "strong", "emphasis", "time", "description list", "table head", "table body"],
  ...["rowgroup", "generic", "presentation"],
]);
// Named by what stands in them.
const NAMED_BY_TEXT = new Set(["listitem", "paragraph", "term", "definition", "cell", "status", "blockquote", "group", "alert", "note", "code"]);
// A row's name is what its cells say.
const NAMELESS = new Set([...NAMED_BY_TEXT, "row"]);
const LEAVES = new Set(["link", "button", "heading", "columnheader", "rowheader", "option"]);

/** @param {string} text */
const packed = (text) => text.replace(/\s+/g, "");

/** @param {Part[]} parts with texts that follow each other joined */
function joined(parts) {
  /** @type {Part[]} */
  const result = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

// -- the outline

/** @type {Record<string, string>} */
const ARIA_ROLES = {
  disclosure: "group",
  "ordered list": "list",
  "multiline textbox": "textbox",
  scene: "figure",
  select: "combobox",
};

/** @param {OutlineNode} node @returns {Part[]} */
function partsOfNode(node) {
  if (node.hidden === true || node.role === "icon") return [];
  if (node.role === "img" && (node.name ?? "") === "") return [];
  const children = joined((node.children ?? []).flatMap(partsOfNode));
  if (DISSOLVED.has(node.role)) return children.length > 0 ? children : [packed(node.name ?? "")];
  const role = ARIA_ROLES[node.role] ?? node.role;
  const name = packed(node.name ?? "");
  /** @type {Meaning} */
  const meaning = { role, name: NAMELESS.has(role) ? "" : name, parts: children };
  if (node.level !== undefined) meaning.level = node.level;
  if (node.checked === true) meaning.checked = true;
  // Hints of single fields are descriptions; that of radio buttons also stands among them.
  if (role === "radiogroup") meaning.parts = joined([packed(node.hint ?? ""), ...children]);
  if (LEAVES.has(role) || role === "combobox") meaning.parts = [];
  else if (node.role === "disclosure") meaning.parts = joined([name, ...(node.expanded === true ? children : [])]);
  else if (NAMED_BY_TEXT.has(role) && children.length === 0 && name !== "") meaning.parts = [name];
  return [meaning];
}

/** @param {{ nodes: OutlineNode[] }} outline of `stadttor outline PATH --json` */
export function meaningOfOutline(outline) {
  return joined(outline.nodes.flatMap(partsOfNode));
}

// -- the aria snapshot

/** @param {string} text a YAML scalar */
function unquoted(text) {
  if (text.startsWith('"')) return String(JSON.parse(text));
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  return text;
}

/** @param {string} line @returns {{ key: string, value: string }} */
function keyAndValue(line) {
  const quoted = /^'((?:[^']|'')*)'(?::\s*(.*))?$/.exec(line);
  if (quoted !== null) return { key: unquoted(`'${quoted[1]}'`), value: unquoted(quoted[2] ?? "") };
  const plain = /^(\/?[\w-]+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)(?::\s*(.*))?$/.exec(line);
  if (plain === null) throw new Error(`not a line of an aria snapshot: ${line}`);
  return { key: plain[1] ?? "", value: unquoted(plain[2] ?? "") };
}

/** @param {string} snapshot */
export function meaningOfSnapshot(snapshot) {
  /** @type {Meaning} */
  const root = { role: "root", name: "", parts: [] };
  /** @type {{ depth: number, node: Meaning }[]} */
  const open = [{ depth: -1, node: root }];
  for (const line of snapshot.split("\n")) {
    const found = /^(\s*)- (.*)$/.exec(line);
    if (found === null) continue;
    const depth = (found[1] ?? "").length;
    const { key, value } = keyAndValue(found[2] ?? "");
    if (key.startsWith("/")) continue;
    while ((open[open.length - 1]?.depth ?? -1) >= depth) open.pop();
    const parent = /** @type {{ node: Meaning }} */ (open[open.length - 1]).node;
    const parts = /^([\w-]+)(?: ("(?:[^"\\]|\\.)*"))?(.*)$/.exec(key);
    const role = parts?.[1] ?? "";
    if (role === "text") {
      parent.parts.push(packed(value));
      continue;
    }
    /** @type {Meaning} */
    const node = { role, name: packed(parts?.[2] === undefined ? "" : JSON.parse(parts[2])), parts: value === "" ? [] : [packed(value)] };
    const level = /\[level=(\d)\]/.exec(parts?.[3] ?? "");
    if (level !== null) node.level = Number(level[1]);
    if (/\[checked\]/.test(parts?.[3] ?? "")) node.checked = true;
    parent.parts.push(node);
    open.push({ depth, node });
  }
  return joined(root.parts.flatMap((part) => simplified(part)));
}

/** @param {Part} part @returns {Part[]} */
function simplified(part) {
  if (typeof part === "string") return [part];
  const parts = joined(part.parts.flatMap(simplified));
  if (DISSOLVED.has(part.role)) return parts;
  // A table has its caption as its name.
  if (part.role === "caption") return [];
  const node = { ...part, parts: LEAVES.has(part.role) ? [] : withoutLabels(part, parts) };
  if (NAMED_BY_TEXT.has(node.role) && node.parts.length === 0 && node.name !== "") node.parts = [node.name];
  if (NAMELESS.has(node.role)) node.name = "";
  // A field's value is what it holds, not what stands in it.
  if (["combobox", "textbox", "searchbox"].includes(node.role)) node.parts = [];
  return [node];
}

/** The visible label of a field is its name; a hint may follow it. @param {Meaning} owner @param {Part[]} parts */
function withoutLabels(owner, parts) {
  const names = new Set([owner.name, ...parts.map((part) => (typeof part === "string" ? "" : part.name))]);
  return owner.name === "" && !parts.some((part) => typeof part !== "string" && isField(part.role))
    ? parts
    : joined(parts.map((part) => (typeof part !== "string" ? part : names.has(part) ? "" : withoutStart(part, owner.name))));
}

/** @param {string} text @param {string} start */
const withoutStart = (text, start) => (text.startsWith(start) ? text.slice(start.length) : text);

/** @param {string} role */
function isField(role) {
  return ["combobox", "textbox", "searchbox", "radio", "checkbox", "spinbutton"].includes(role);
}

/** One line for each, to be read where they differ. @param {Part[]} parts @param {number} [depth] @returns {string[]} */
export function linesOfMeaning(parts, depth = 0) {
  return parts.flatMap((part) => {
    const indent = "  ".repeat(depth);
    if (typeof part === "string") return [`${indent}"${part}"`];
    const states = `${part.level === undefined ? "" : ` ${part.level}`}${part.checked === true ? " checked" : ""}`;
    return [`${indent}${part.role} "${part.name}"${states}`, ...linesOfMeaning(part.parts, depth + 1)];
  });
}
