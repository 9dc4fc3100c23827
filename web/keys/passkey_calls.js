// Passkeys that keep a secret, by WebAuthn: one is made or asked, each time with a finger, a face or a PIN, and its PRF
// makes a secret of a salt that only this vault has.
import { bytesOf, textOf } from "./field_bytes.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */

/** How long the device's question waits for an answer. */
const PATIENCE = 120_000;
// In a frame, nobody has been asked when the answer comes sooner.
const FASTEST_CITIZEN = 150;
const SECRET_BYTES = 32;
// COSE: ES256, and RS256 for Windows. What they sign is looked at by nobody; only the secret counts.
const ALGORITHMS = [-7, -257];

/** TypeScript's own list lacks what Level 3 has added. */
const WebAuthn = () => /** @type {any} */ (globalThis).PublicKeyCredential;

/** @param {number} size @returns {Bytes} */
const randomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Embedded in a page that does not hand it on. Of what a browser does not tell, nothing is known beforehand.
 * @param {"get" | "create"} what
 */
function isForbidden(what) {
  const policy = /** @type {any} */ (document).permissionsPolicy ?? /** @type {any} */ (document).featurePolicy;
  return policy?.allowsFeature(`publickey-credentials-${what}`) === false;
}

/** @param {"get" | "create"} what */
function refuseWhereForbidden(what) {
  if (!isForbidden(what)) return;
  throw new Refusal(Kind.ServerRefused, `the page around the portal does not hand on publickey-credentials-${what}`);
}

/** @param {unknown} error @param {number} started */
function refusalFrom(error, started) {
  if (error instanceof Refusal) return error;
  const { name = "", message = "" } = /** @type {DOMException} */ (error ?? {});
  const detail = `${name}: ${message}`;
  switch (name) {
    case "InvalidStateError":
      return new Refusal(Kind.AlreadyThere, detail);
    case "SecurityError":
      return new Refusal(Kind.ServerRefused, detail);
    case "NotAllowedError":
      // Browsers do not say why: declined, nobody there, or no such passkey here. Only waiting can be measured.
      if (window.parent !== window && Date.now() - started < FASTEST_CITIZEN) {
        return new Refusal(Kind.ServerRefused, detail);
      }
      return new Refusal(Date.now() - started < PATIENCE * 0.95 ? Kind.Cancelled : Kind.TimedOut, detail);
    case "AbortError":
      return new Refusal(Kind.Cancelled, detail);
    default:
      return new Refusal(Kind.NotSupported, detail);
  }
}

/** @param {() => Promise<Bytes[]>} asking @returns {Promise<Bytes[]>} */
async function withReasons(asking) {
  const started = Date.now();
  try {
    return await asking();
  } catch (error) {
    throw refusalFrom(error, started);
  }
}

/** What the PRF made, where it did. @param {any} credential @returns {Bytes | null} */
function secretIn(credential) {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  const secret = ArrayBuffer.isView(first) ? new Uint8Array(first.buffer) : new Uint8Array(first);
  return secret.length < SECRET_BYTES ? null : /** @type {Bytes} */ (secret);
}

/**
 * @param {readonly { id: Bytes, salt: Bytes }[]} known
 * @returns {Promise<Bytes[]>} the credential's id, and its secret
 */
async function secretOfOne(known) {
  const evalByCredential = Object.fromEntries(known.map(({ id, salt }) => [base64url(id), { first: salt }]));
  const publicKey = {
    challenge: randomBytes(32),
    allowCredentials: known.map(({ id }) => ({ type: "public-key", id })),
    userVerification: "required",
    timeout: PATIENCE,
    extensions: { prf: { evalByCredential } },
  };
  const credential = /** @type {any} */ (await navigator.credentials.get(/** @type {any} */ ({ publicKey })));
  const secret = secretIn(credential);
  if (secret === null) throw new Refusal(Kind.NotSupported, "this passkey keeps no secret");
  return [new Uint8Array(credential.rawId), secret];
}

/** Whether it is worth offering. @returns {Promise<Bytes[]>} "1": yes */
export async function look() {
  const there = WebAuthn() !== undefined && isSecureContext && navigator.credentials !== undefined;
  if (there) refuseWhereForbidden("get");
  const can = there ? await WebAuthn().getClientCapabilities?.().catch(() => null) : null;
  return [bytesOf(there && can?.["extension:prf"] !== false ? "1" : "")];
}

/** @param {Bytes[]} fields name, salt, then the credentials there are @returns {Promise<Bytes[]>} as secretOfOne */
export function make([name, salt = new Uint8Array(), ...existing]) {
  return withReasons(async () => {
    refuseWhereForbidden("create");
    const label = textOf(name);
    const publicKey = {
      rp: { name: label },
      // Nobody is known by it: another one for each passkey.
      user: { id: randomBytes(32), name: label, displayName: label },
      challenge: randomBytes(32),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
      // Some phones have secrets only for passkeys that they list.
      authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
      attestation: "none",
      timeout: PATIENCE,
      excludeCredentials: existing.map((id) => ({ type: "public-key", id })),
      extensions: { prf: { eval: { first: salt } } },
    };
    const credential = /** @type {any} */ (await navigator.credentials.create(/** @type {any} */ ({ publicKey })));
    const id = /** @type {Bytes} */ (new Uint8Array(credential.rawId));
    const secret = secretIn(credential);
    if (secret !== null) return [id, secret];
    try {
      if (credential.getClientExtensionResults().prf?.enabled !== true) {
        throw new Refusal(Kind.NotSupported, "this device's passkeys keep no secret");
      }
      // Many make the secret only when they are asked for it.
      return await secretOfOne([{ id, salt }]);
    } catch (error) {
      await forget([id]);
      throw error;
    }
  });
}

/** @param {Bytes[]} fields credential and salt by turns @returns {Promise<Bytes[]>} as secretOfOne */
export function ask(fields) {
  /** @type {{ id: Bytes, salt: Bytes }[]} */
  const known = [];
  for (let at = 0; at + 2 <= fields.length; at += 2) {
    known.push({ id: /** @type {Bytes} */ (fields[at]), salt: /** @type {Bytes} */ (fields[at + 1]) });
  }
  return withReasons(() => secretOfOne(known));
}

/** @param {Bytes[]} fields the credential @returns {Promise<Bytes[]>} */
export async function forget([id = new Uint8Array()]) {
  const unknown = { rpId: location.hostname, credentialId: base64url(id) };
  // The device may list it until the citizen deletes it there.
  await WebAuthn()?.signalUnknownCredential?.(unknown).catch(() => undefined);
  return [];
}
