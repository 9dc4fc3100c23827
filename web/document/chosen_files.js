// The files a citizen has chosen during this visit: what is read of them for the engine, and where their pictures are
// shown from. They stay where they are on the device; here are only references to them. Beside them what the engine has
// made of a photo, for as long as it shows it.

// More than any page takes, a whole vault with its files included: not read, however large.
const MOST_READ = 64 * 1024 * 1024;

const SCHEME = "chosen:";
const PICTURES = new Set(["image/jpeg", "image/png", "image/webp"]);
const encoder = new TextEncoder();

export class ChosenFiles {
  /** @type {Map<string, Blob>} */
  #files = new Map();
  /** @type {Map<string, string>} */
  #addresses = new Map();

  /**
   * Id, type, size and name, one a line, and the bytes after them; without those where the file is too large or can't
   * be read.
   * @param {File} file
   * @returns {Promise<Uint8Array>}
   */
  async take(file) {
    const id = crypto.randomUUID();
    this.#files.set(id, file);
    const told = [id, file.type, file.size, file.name.replaceAll("\n", " ")].join("\n");
    const content = file.size > MOST_READ ? null : await contentOf(file);
    if (content === null) return encoder.encode(told);
    const head = encoder.encode(`${told}\n`);
    const bytes = new Uint8Array(head.length + content.length);
    bytes.set(head);
    bytes.set(content, head.length);
    return bytes;
  }

  /** A picture the engine has. @param {string} id @param {Blob} picture */
  show(id, picture) {
    this.#files.set(id, picture);
  }

  /** Also of a chosen file: nothing refers to it any more. @param {string} id */
  forget(id) {
    const address = this.#addresses.get(id);
    if (address !== undefined) URL.revokeObjectURL(address);
    this.#addresses.delete(id);
    this.#files.delete(id);
  }

  /**
   * @param {string} source "chosen:<id>"
   * @returns {string | null} an address of this page's own; null where there is no such picture
   */
  addressOf(source) {
    const id = source.slice(SCHEME.length);
    const file = this.#files.get(id);
    if (file === undefined || !PICTURES.has(file.type)) return null;
    const address = this.#addresses.get(id) ?? URL.createObjectURL(file);
    this.#addresses.set(id, address);
    return address;
  }
}

/** @param {string} source */
export function isChosenFile(source) {
  return source.startsWith(SCHEME);
}

/** @param {File} file @returns {Promise<Uint8Array | null>} null: it has gone, or may not be read */
async function contentOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
