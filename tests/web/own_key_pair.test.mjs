// The key pair that an application brings along for the authority's questions: made by WebCrypto, kept as numbers, and a key for others too.
import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { test } from "node:test";
import { bytesOf, textOf } from "../../web/keys/field_bytes.js";
import { KeyCalls } from "../../web/keys/key_calls.js";

const RSA_OAEP_PUBLIC = 4;
const NAMES = ["n", "e", "d", "p", "q", "dp", "dq", "qi"];

test("a pair has 4096 bit and 65537, opens what was sealed for it, and is what its numbers say", async () => {
  const keys = new KeyCalls({ module: "", worker: "", integrity: "" });
  const numbers = await keys.makeRsaPair();
  assert.equal(numbers.length, NAMES.length);
  assert.equal(numbers[0]?.length, 512);
  assert.ok((numbers[0]?.[0] ?? 0) >= 0x80);

  const jwk = Object.fromEntries(NAMES.map((name, at) => [name, Buffer.from(numbers[at] ?? []).toString("base64url")]));
  const read = createPrivateKey({ key: { kty: "RSA", ...jwk }, format: "jwk" });
  assert.equal(read.asymmetricKeyDetails?.modulusLength, 4096);
  assert.equal(read.asymmetricKeyDetails?.publicExponent, 65537n);

  const copies = () => numbers.map((number) => number.slice());
  const [modulus, exponent] = copies();
  const [open = bytesOf(0)] = await keys.importRsaPublic([bytesOf(RSA_OAEP_PUBLIC), ...[modulus, exponent].flatMap((number) => number ?? [])]);
  const [kept = bytesOf(0)] = await keys.importRsaPrivate(copies());
  const sealed = await keys.seal([open, bytesOf("context"), bytesOf("Welche Chipnummer?")]);
  const [plain] = await keys.open([kept, bytesOf("context"), ...sealed]);
  assert.equal(textOf(plain), "Welche Chipnummer?");
});
