// Accounts for every request a browser has made: a file that everybody gets, a question that says nothing about who asks, or a part of a
// disclosure, which the ledger has and which is what the ledger says, to the last byte. Whatever is left over is told.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { AppointmentAccount } from "./appointment_account.mjs";
import { repository, siteFolder } from "./city.mjs";

/** @typedef {import("./recording_proxy.mjs").Exchange} Exchange */

const jose = createRequire(join(repository, ".build/node/package.json"))("jose");
const GATEWAY = "/fit-connect";

// Of a browser's own, and of ours: names and what may stand there. None of them is longer than it has to be.
const HEADERS = /** @type {Record<string, RegExp>} */ ({
  accept: /^[\w*/+.;=, -]{1,200}$/,
  "accept-encoding": /^[\w, ]{1,60}$/,
  "accept-language": /^[\w-]+(?:,[\w-]+|;q=[\d.]+){0,8}$/,
  "cache-control": /^(?:no-cache|max-age=0)$/,
  connection: /^keep-alive$/,
  "content-length": /^\d+$/,
  "content-type": /^application\/j(?:son|ose)$/,
  host: /^localhost:\d+$/,
  "if-modified-since": /^[\w,: ]{29}$/,
  "if-none-match": /^(?:W\/)?"[\w-]{1,90}"$/,
  origin: /^http:\/\/localhost:\d+$/,
  pragma: /^no-cache$/,
  priority: /^u=\d(?:, i)?$/,
  purpose: /^prefetch$/,
  referer: /^http:\/\/localhost:\d+\/[\w/.-]*$/,
  "sec-ch-ua": /^[ -~]{1,120}$/,
  "sec-ch-ua-mobile": /^\?[01]$/,
  "sec-ch-ua-platform": /^"[\w ]+"$/,
  "service-worker": /^script$/,
  te: /^trailers$/,
  "upgrade-insecure-requests": /^1$/,
  "user-agent": /^Mozilla\/5\.0 [ -~]{1,150}$/,
});

/** @param {string[]} headers @returns {string[]} those that say more than they have to */
function talkative(headers) {
  const found = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = (headers[at] ?? "").toLowerCase();
    const allowed = name.startsWith("sec-fetch-") ? /^[\w?-]+$/ : HEADERS[name];
    if (allowed === undefined || !allowed.test(headers[at + 1] ?? "")) found.push(`${name}: ${headers[at + 1]}`);
  }
  return found;
}

/** @param {string} path */
function isFile(path) {
  const plain = decodeURI(path);
  return !/[?]|\.\./.test(plain) && [plain, `${plain}/index.html`, `${plain}index.html`].some((name) => existsSync(join(siteFolder, name)));
}

/** @param {Buffer | string} bytes */
const sha512 = (bytes) => createHash("sha512").update(bytes).digest("hex");

/** Opens what was sealed for the authority, which only a test can do besides it. */
export class AuthorityKey {
  static async read() {
    const written = JSON.parse(readFileSync(join(repository, ".build/city/keys/authority_encryption.private.json"), "utf8"));
    return new AuthorityKey(written.kid, await jose.importJWK({ ...written, key_ops: undefined }, "RSA-OAEP-256"));
  }

  /** @param {string} kid @param {unknown} key */
  constructor(kid, key) {
    this.kid = kid;
    this.key = key;
  }

  /** @param {string} token @returns {Promise<Buffer | null>} null: says more outside of what is sealed than it has to */
  async open(token) {
    const { alg, enc, kid, cty, ...more } = jose.decodeProtectedHeader(token);
    if (Object.keys(more).length > 0 || kid !== this.kid || alg !== "RSA-OAEP-256" || enc !== "A256GCM" || !/^[\w/+-]{0,40}$/.test(cty ?? "")) return null;
    return Buffer.from((await jose.compactDecrypt(token, this.key)).plaintext);
  }
}

/** What the ledger's entries explain. */
class Account {
  /** Part by part, of those entries that were seen on the way. @type {Set<string>} */
  explained = new Set();
  /** @type {Map<string, { entry: any, caseId: string }>} by the submission's id */
  announced = new Map();

  /** @param {{ entry: any }[]} ledger @param {AuthorityKey} key */
  constructor(ledger, key) {
    this.entries = ledger.map(({ entry }) => entry);
    this.key = key;
    this.appointments = new AppointmentAccount(this.entries);
  }

  /** @param {any} entry @param {string} part @param {Buffer | null} plain */
  takes(entry, part, plain) {
    const known = entry.hashes.find((/** @type {any} */ hash) => hash.part === part);
    if (plain === null || known?.sha512 !== sha512(plain)) return false;
    this.explained.add(`${entry.number} ${part}`);
    return true;
  }

  /** @param {Exchange} exchange */
  announces({ content, when, answer }) {
    const said = JSON.parse(content.toString());
    const entry = this.entries.find(
      (entry) =>
        entry.when <= when &&
        isDeepStrictEqual({ ...said, serviceType: said.serviceType?.name }, {
          destinationId: entry.destination,
          announcedAttachments: entry.files.map((/** @type {any} */ file) => file.id),
          serviceType: entry.title,
        }) &&
        /^urn:[\w:.-]{1,100}$/.test(said.serviceType.identifier) && Object.keys(said.serviceType).length === 2,
    );
    if (entry === undefined) return false;
    const { submissionId, caseId } = JSON.parse(Buffer.concat(answer).toString());
    this.announced.set(submissionId, { entry, caseId });
    return true;
  }

  /** @param {Exchange} exchange @param {string} submission @param {string} file */
  async carriesFile({ content }, submission, file) {
    const entry = this.announced.get(submission)?.entry;
    const plain = await this.key.open(content.toString());
    const size = entry?.files.find((/** @type {any} */ one) => one.id === file)?.bytes;
    return entry !== undefined && plain?.length === size && this.takes(entry, `attachment:${file}`, plain);
  }

  /** @param {Exchange} exchange @param {string} submission */
  async submits({ content }, submission) {
    const entry = this.announced.get(submission)?.entry;
    const { encryptedMetadata, encryptedData, ...more } = JSON.parse(content.toString());
    if (entry === undefined || Object.keys(more).length > 0) return false;
    const [metadata, data] = [await this.key.open(encryptedMetadata), await this.key.open(encryptedData)];
    return this.takes(entry, "metadata", metadata) && this.takes(entry, "data", data);
  }

  /** @param {Exchange} exchange @returns {Promise<boolean>} */
  async explains(exchange) {
    const { method, path, content } = exchange;
    const isQuestion = (method === "GET" || method === "HEAD") && content.length === 0;
    if (isQuestion && isFile(path)) return true;
    if (AppointmentAccount.isAbout(path)) return this.appointments.explains(exchange);
    if (!path.startsWith(`${GATEWAY}/`)) return false;
    const rest = path.slice(GATEWAY.length);
    if (isQuestion) {
      // Keys of offices and of the service, the same for everybody; and what became of a case that was announced, and what is asked in it.
      const isPublic = /^\/(?:\.well-known\/jwks\.json|v1\/destinations\/[0-9a-f-]{36}(?:\/statement|\/keys\/[0-9a-f-]{36})?)$/.test(rest);
      const asked = /^\/v1\/cases\/([0-9a-f-]{36})\/(?:events\?limit=500&offset=\d+|replies\?limit=500)$/.exec(rest);
      return isPublic || [...this.announced.values()].some(({ caseId }) => caseId === asked?.[1]);
    }
    if (method === "POST" && rest === "/v1/submissions") return this.announces(exchange);
    const [, submission = "", file] = /^\/v1\/submissions\/([0-9a-f-]{36})(?:\/attachments\/([0-9a-f-]{36}))?$/.exec(rest) ?? [];
    if (method !== "PUT" || submission === "") return false;
    return file === undefined ? this.submits(exchange, submission) : this.carriesFile(exchange, submission, file);
  }
}

/**
 * @param {Exchange[]} exchanges in the order in which they were heard
 * @param {{ entry: any }[]} ledger as the citizen has saved it
 * @returns {Promise<string[]>} requests that nothing explains, and parts in the ledger that never left
 */
export async function unaccounted(exchanges, ledger) {
  const account = new Account(ledger, await AuthorityKey.read());
  const found = [];
  for (const exchange of exchanges) {
    for (const header of talkative(exchange.headers)) found.push(`${exchange.method} ${exchange.path} says ${header}`);
    if (!(await account.explains(exchange).catch(() => false))) found.push(`${exchange.method} ${exchange.path} with ${exchange.content.length} bytes`);
  }
  for (const entry of account.entries) {
    for (const { part } of entry.hashes) {
      if (!account.explained.has(`${entry.number} ${part}`)) found.push(`${part} of entry ${entry.number} has not left`);
    }
  }
  return found;
}
