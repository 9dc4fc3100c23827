// The engine's keys and what it does with them, by WebCrypto. Keys are CryptoKeys that nobody can export; the engine
// has their numbers. What does not open is "tampered", whatever the reason was.
import { bytesOf, numberOf, textOf } from "./field_bytes.js";
import { derivePassphraseBits, solveHashPuzzle } from "./passphrase.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */
/** `raw` only of keys that may leave wrapped, for the moment in which a key slot is written. */
/** @typedef {{ kind: number, key: CryptoKey, raw: Bytes | null }} Entry */

/** KeyKind of src/platform/cryptography.h. */
const KeyKind = {
  Aes256Gcm: 0,
  AesKeyWrap: 1,
  Hkdf: 2,
  Hmac: 3,
  RsaOaepPublic: 4,
  RsaOaepPrivate: 5,
  Ps512Public: 6,
  Es256Public: 7,
};
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const OAEP = { name: "RSA-OAEP", hash: "SHA-256" };
const PSS = { name: "RSA-PSS", hash: "SHA-512" };
const PAIR = { ...OAEP, modulusLength: 4096, publicExponent: new Uint8Array([1, 0, 1]) };
const RSA_NUMBERS = /** @type {const} */ (["n", "e", "d", "p", "q", "dp", "dq", "qi"]);
const P256 = { name: "ECDSA", namedCurve: "P-256" };
const CONTENT = { name: "AES-GCM", length: 256 };
const HMAC = { name: "HMAC", hash: "SHA-256", length: 256 };

/** @param {number} size @returns {Bytes} */
const randomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text @returns {Bytes} */
function bytesOfBase64url(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

const noSuchKey = () => new Refusal(Kind.NotSupported, "a key of this kind cannot do this");
const notOpened = () => new Refusal(Kind.Tampered, "does not open with this key in this place");

/** @template T @param {Promise<T>} opening @returns {Promise<T>} */
const orNotOpened = (opening) =>
  opening.catch(() => {
    throw notOpened();
  });

/** @param {number} kind @param {Bytes} raw @returns {Promise<CryptoKey>} */
async function importRaw(kind, raw) {
  const { subtle } = crypto;
  const hasSize = raw.length === KEY_BYTES || kind === KeyKind.Hkdf || kind === KeyKind.Hmac;
  if (!hasSize) throw noSuchKey();
  switch (kind) {
    case KeyKind.Aes256Gcm:
      return subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    case KeyKind.AesKeyWrap:
      return subtle.importKey("raw", raw, "AES-KW", false, ["wrapKey", "unwrapKey"]);
    case KeyKind.Hkdf:
      return subtle.importKey("raw", raw, "HKDF", false, ["deriveKey", "deriveBits"]);
    case KeyKind.Hmac:
      return subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    default:
      throw noSuchKey();
  }
}

export class KeyCalls {
  /** @type {Map<number, Entry>} */
  #keys = new Map();
  #last = 0;
  #passphrase;

  /** @param {import("./passphrase.js").PassphraseAddresses} passphrase */
  constructor(passphrase) {
    this.#passphrase = passphrase;
  }

  /** @param {number} id */
  forget(id) {
    this.#keys.get(id)?.raw?.fill(0);
    this.#keys.delete(id);
  }

  /** @param {number} kind @param {CryptoKey} key @param {Bytes | null} [raw] @returns {Bytes[]} */
  #keep(kind, key, raw = null) {
    this.#last += 1;
    this.#keys.set(this.#last, { kind, key, raw });
    return [bytesOf(this.#last)];
  }

  /** @param {Bytes | undefined} id @param {...number} kinds that will do */
  #entry(id, ...kinds) {
    const entry = this.#keys.get(numberOf(id));
    if (entry === undefined || !kinds.includes(entry.kind)) throw noSuchKey();
    return entry;
  }

  /**
   * Keeps a key of these bytes, which are gone afterwards.
   * @param {number} kind @param {Bytes} raw @param {boolean} mayExport
   */
  async #keepRaw(kind, raw, mayExport) {
    const kept = this.#keep(kind, await importRaw(kind, raw), mayExport ? raw.slice() : null);
    raw.fill(0);
    return kept;
  }

  /** @param {Bytes[]} fields */
  makeKey([kind, mayExport]) {
    return this.#keepRaw(numberOf(kind), randomBytes(KEY_BYTES), textOf(mayExport) === "1");
  }

  /** @param {Bytes[]} fields */
  importKey([kind, raw = new Uint8Array()]) {
    return this.#keepRaw(numberOf(kind), raw, false);
  }

  /** @param {Bytes[]} fields */
  async importRsaPublic([kind, n = new Uint8Array(), e = new Uint8Array()]) {
    const isForSignatures = numberOf(kind) === KeyKind.Ps512Public;
    if (!isForSignatures && numberOf(kind) !== KeyKind.RsaOaepPublic) throw noSuchKey();
    const jwk = { kty: "RSA", n: base64url(n), e: base64url(e) };
    const key = isForSignatures
      ? await crypto.subtle.importKey("jwk", jwk, PSS, false, ["verify"])
      : await crypto.subtle.importKey("jwk", jwk, OAEP, false, ["wrapKey"]);
    return this.#keep(numberOf(kind), key);
  }

  /** Its numbers, in the order of RFC 7518, 6.3. @returns {Promise<Bytes[]>} */
  async makeRsaPair() {
    const { privateKey } = await crypto.subtle.generateKey(PAIR, true, ["wrapKey", "unwrapKey"]);
    const jwk = await crypto.subtle.exportKey("jwk", privateKey);
    return RSA_NUMBERS.map((name) => bytesOfBase64url(jwk[name] ?? ""));
  }

  /** @param {Bytes[]} fields in the order of RFC 7518, 6.3 */
  async importRsaPrivate(fields) {
    /** @type {Record<string, string>} */
    const jwk = { kty: "RSA" };
    RSA_NUMBERS.forEach((name, at) => {
      jwk[name] = base64url(fields[at] ?? new Uint8Array());
      fields[at]?.fill(0);
    });
    return this.#keep(KeyKind.RsaOaepPrivate, await crypto.subtle.importKey("jwk", jwk, OAEP, false, ["unwrapKey"]));
  }

  /** @param {Bytes[]} fields */
  async importEcPublic([x = new Uint8Array(), y = new Uint8Array()]) {
    const jwk = { kty: "EC", crv: "P-256", x: base64url(x), y: base64url(y) };
    return this.#keep(KeyKind.Es256Public, await crypto.subtle.importKey("jwk", jwk, P256, false, ["verify"]));
  }

  /** @param {Bytes[]} fields */
  async deriveKey([from, salt = new Uint8Array(), info = new Uint8Array(), kindField]) {
    const { key } = this.#entry(from, KeyKind.Hkdf);
    const kind = numberOf(kindField);
    const how = { name: "HKDF", hash: "SHA-256", salt, info };
    const derive = (/** @type {AesKeyGenParams | HmacKeyGenParams} */ type, /** @type {KeyUsage[]} */ usages) =>
      crypto.subtle.deriveKey(how, key, type, false, usages);
    switch (kind) {
      case KeyKind.Aes256Gcm:
        return this.#keep(kind, await derive(CONTENT, ["encrypt", "decrypt"]));
      case KeyKind.AesKeyWrap:
        return this.#keep(kind, await derive({ name: "AES-KW", length: 256 }, ["wrapKey", "unwrapKey"]));
      case KeyKind.Hmac:
        return this.#keep(kind, await derive(HMAC, ["sign"]));
      case KeyKind.Hkdf:
        return this.#keepRaw(kind, new Uint8Array(await crypto.subtle.deriveBits(how, key, KEY_BYTES * 8)), false);
      default:
        throw noSuchKey();
    }
  }

  /** @param {Bytes[]} fields */
  async derivePassphraseKey([passphrase = new Uint8Array(), salt = new Uint8Array(), memory, passes, lanes]) {
    const cost = { memory: numberOf(memory), passes: numberOf(passes), lanes: numberOf(lanes) };
    const bits = await derivePassphraseBits(this.#passphrase, passphrase, salt, cost);
    return this.#keepRaw(KeyKind.Aes256Gcm, bits, false);
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  encrypt([id, context, plain]) {
    return this.#encrypted(this.#entry(id, KeyKind.Aes256Gcm).key, context, plain);
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async decrypt([id, context, nonce, sealed]) {
    return [await this.#decrypted(this.#entry(id, KeyKind.Aes256Gcm).key, context, nonce, sealed)];
  }

  /** @param {CryptoKey} key @param {Bytes} [context] @param {Bytes} [plain] @returns {Promise<Bytes[]>} */
  async #encrypted(key, context = new Uint8Array(), plain = new Uint8Array()) {
    const iv = randomBytes(NONCE_BYTES);
    const sealing = crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: context }, key, plain);
    // The browser has taken its copy, and encrypts it meanwhile.
    plain.fill(0);
    return [iv, new Uint8Array(await sealing)];
  }

  /**
   * @param {CryptoKey} key @param {Bytes} [context] @param {Bytes} [iv] @param {Bytes} [sealed]
   * @returns {Promise<Bytes>}
   */
  async #decrypted(key, context = new Uint8Array(), iv = new Uint8Array(), sealed = new Uint8Array()) {
    if (iv.length !== NONCE_BYTES || sealed.length < TAG_BYTES) throw notOpened();
    const how = { name: "AES-GCM", iv, additionalData: context };
    return new Uint8Array(await orNotOpened(crypto.subtle.decrypt(how, key, sealed)));
  }

  /** Under a content key of its own, used once. @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async seal([id, context, plain]) {
    const wrapping = this.#entry(id, KeyKind.AesKeyWrap, KeyKind.RsaOaepPublic);
    const content = await crypto.subtle.generateKey(CONTENT, true, ["encrypt"]);
    const how = wrapping.kind === KeyKind.AesKeyWrap ? "AES-KW" : OAEP;
    const wrapped = crypto.subtle.wrapKey("raw", content, wrapping.key, how);
    const [key, encrypted] = await Promise.all([wrapped, this.#encrypted(content, context, plain)]);
    return [new Uint8Array(key), ...encrypted];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async open([id, context, wrapped = new Uint8Array(), nonce, sealed]) {
    const wrapping = this.#entry(id, KeyKind.AesKeyWrap, KeyKind.RsaOaepPrivate);
    const how = wrapping.kind === KeyKind.AesKeyWrap ? "AES-KW" : OAEP;
    const unwrapping = crypto.subtle.unwrapKey("raw", wrapped, wrapping.key, how, CONTENT, false, ["decrypt"]);
    const content = await orNotOpened(unwrapping);
    // A shorter key would be taken for what it is; here it is none.
    if (/** @type {AesKeyAlgorithm} */ (content.algorithm).length !== CONTENT.length) throw notOpened();
    return [await this.#decrypted(content, context, nonce, sealed)];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async wrapKey([id, context, wrappedId]) {
    const raw = this.#keys.get(numberOf(wrappedId))?.raw ?? null;
    if (raw === null) throw noSuchKey();
    return this.#encrypted(this.#entry(id, KeyKind.Aes256Gcm).key, context, raw.slice());
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async unwrapKey([id, context, nonce, wrapped, kind, mayExport]) {
    const raw = await this.#decrypted(this.#entry(id, KeyKind.Aes256Gcm).key, context, nonce, wrapped);
    if (raw.length !== KEY_BYTES) throw notOpened();
    return this.#keepRaw(numberOf(kind), raw, textOf(mayExport) === "1");
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async hash([name, bytes = new Uint8Array()]) {
    return [new Uint8Array(await crypto.subtle.digest(textOf(name), bytes))];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async solvePuzzle([nonce = new Uint8Array(), salt = new Uint8Array(), cost, prefix, keySize]) {
    const puzzle = { nonce, salt, cost: numberOf(cost), prefix: textOf(prefix), keySize: numberOf(keySize) };
    const { counter, key, milliseconds } = await solveHashPuzzle(this.#passphrase, puzzle);
    return [bytesOf(counter), key, bytesOf(milliseconds)];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async authenticate([id, bytes = new Uint8Array()]) {
    return [new Uint8Array(await crypto.subtle.sign("HMAC", this.#entry(id, KeyKind.Hmac).key, bytes))];
  }

  /** @param {Bytes[]} fields @returns {Promise<Bytes[]>} */
  async verify([id, bytes = new Uint8Array(), signature = new Uint8Array()]) {
    const { kind, key } = this.#entry(id, KeyKind.Ps512Public, KeyKind.Es256Public);
    const how = kind === KeyKind.Ps512Public ? { name: "RSA-PSS", saltLength: 64 } : { name: "ECDSA", hash: "SHA-256" };
    const isSigned = await crypto.subtle.verify(how, key, signature, bytes);
    if (!isSigned) throw new Refusal(Kind.Tampered, "is not this key's signature of these bytes");
    return [];
  }
}
