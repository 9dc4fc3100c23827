// The words of the interface as assets/languages has them, so that a test names what it means and not how it is put.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./city.mjs";

/** @typedef {(key: string, values?: Record<string, string>) => string} Words */

/** @type {Map<string, Record<string, string>>} */
const known = new Map();

/** @param {string} language @returns {Words} */
export function wordsOf(language) {
  let texts = known.get(language);
  if (texts === undefined) {
    texts = JSON.parse(readFileSync(join(repository, "assets/languages", `${language}.json`), "utf8")).texts;
    known.set(language, /** @type {Record<string, string>} */ (texts));
  }
  return (key, values = {}) => {
    const text = texts?.[key];
    if (text === undefined) throw new Error(`assets/languages/${language}.json has no "${key}"`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}
