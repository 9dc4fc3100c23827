// A citizen with another portal: what it says to the gateway is sealed by another implementation of JOSE (npm jose), so that both sides
// cannot be wrong in the same way.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { repository } from "./city.mjs";

export const jose = createRequire(join(repository, ".build/node/package.json"))("jose");

export const DESTINATION = "8f07b74c-e144-445f-b9ea-93ee1d5f0e78";
export const SERVICE = { name: "Hund anmelden", identifier: "urn:stadttor:leistung:hund-anmelden" };
export const METADATA_SCHEMA = "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json";

/** @typedef {(path: string, request?: RequestInit) => Promise<any>} Gateway */

/** @param {{ readonly origin: string }} city asked for at each call @returns {Gateway} takes paths below the gateway */
export function gatewayOf(city) {
  return async (path, request) => {
    const answer = await fetch(`${city.origin}/fit-connect/${path}`, request);
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

/** @param {string} method @param {unknown} content */
export const json = (method, content) => ({ method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });

/** @param {string | Buffer} text */
export const hashOf = (text) => ({ type: "sha512", content: createHash("sha512").update(text).digest("hex") });

/** The office that registers dogs, as it is published. @param {Gateway} gateway */
export async function recipientOf(gateway) {
  const offered = await gateway(`v1/destinations/${DESTINATION}`);
  const { kty, n, e, alg, kid } = await gateway(`v1/destinations/${DESTINATION}/keys/${offered.encryptionKid}`);
  const key = await jose.importJWK({ kty, n, e, alg });
  const service = offered.services.find((/** @type {{ identifier: string }} */ { identifier }) => identifier === SERVICE.identifier);
  /** @param {string} content @param {string} [cty] @returns {Promise<string>} */
  const seal = (content, cty = "application/json") =>
    new jose.CompactEncrypt(Buffer.from(content)).setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", kid, cty }).encrypt(key);
  return { offered, seal, submissionSchema: service.submissionSchemas[0] };
}
