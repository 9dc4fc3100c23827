// Looks for values somebody typed in bytes of any kind: as they are, and the way browsers and scripts write them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LETTERS = "bcdfghjklmnpqrstvwxz";

/** Forty words that stand nowhere else; nine letters, as house numbers have no more. @param {number} number */
export function canary(number) {
  let word = "";
  // Any numbers will do that do not repeat.
  for (let at = 0, rest = (number + 1) * 2_654_435_761; at < 8; ++at, rest = Math.floor(rest / 7) + number * 13 + at) word += LETTERS[rest % LETTERS.length];
  return `Q${word}`;
}

/** @param {string} word @returns {Buffer[]} */
function writings(word) {
  const writings = [];
  for (const text of new Set([word, word.toLowerCase(), word.toUpperCase()])) {
    const bytes = Buffer.from(text);
    writings.push(bytes, Buffer.from(text, "utf16le"), Buffer.from(bytes.toString("hex")), Buffer.from(bytes.toString("hex").toUpperCase()));
    writings.push(Buffer.from([...bytes].map((byte) => `%${byte.toString(16)}`).join("")));
    // Base64 looks different depending on where in it the word begins; its outer letters also hold what stands beside it.
    for (let before = 0; before < 3; ++before) {
      const inner = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=+$/, "").slice(before === 0 ? 0 : before + 1, -2);
      writings.push(Buffer.from(inner), Buffer.from(inner.replaceAll("+", "-").replaceAll("/", "_")));
    }
  }
  return writings;
}

export class CanarySearch {
  #writings;

  /** @param {string[]} words */
  constructor(words) {
    this.#writings = words.map((word) => ({ word, writings: writings(word) }));
  }

  /** @param {string | Buffer} content @returns {string[]} the words that are in it */
  in(content) {
    const bytes = Buffer.from(content);
    return this.#writings.filter(({ writings }) => writings.some((writing) => bytes.includes(writing))).map(({ word }) => word);
  }

  /** Every file below a folder. @param {string} folder @returns {string[]} "path: word", for each that was found */
  inFolder(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      if (!entry.isFile()) return [];
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [...new Set(this.in(readFileSync(path)))].map((word) => `${path.slice(folder.length + 1)}: ${word}`);
    });
  }
}
