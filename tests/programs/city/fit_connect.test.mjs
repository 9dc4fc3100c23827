// An application on its way through the real program: past the gateway to the delivery service, fetched and decrypted by an authority
// that knows nothing but its key file and another implementation of JOSE (npm jose), decided, and read in the event log.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';

import { ask, makeCity, program, startCity } from './city_program.mjs';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const jose = createRequire(join(repository, '.build/node/package.json'))('jose');

// Keys of 4096 bits take seconds, so they are made once.
const keyFolder = join(repository, '.build/city/test_keys');
const destination = '8f07b74c-e144-445f-b9ea-93ee1d5f0e78';
const service = 'urn:de:fim:leika:leistung:99115005000000';
const issuer = 'https://zustelldienst.kleinstadt.example';

const keyFile = (name) => JSON.parse(readFileSync(join(keyFolder, `${name}.json`), 'utf8'));
const jsonOf = (answer) => JSON.parse(answer.body.toString());
const text = new TextDecoder();

function cityThatTakesApplications() {
  const city = makeCity();
  city.write('site/daten/portal.json', JSON.stringify({ version: 'p1', ars: '990000000001', languages: [{ tag: 'de' }] }));
  city.write('site/daten/p1/de/start.json', JSON.stringify({ offices: [{ id: 'buergerbuero', name: 'Bürgerbüro' }] }));
  city.write('site/daten/p1/de/antraege/wohnsitz-anmelden.json', JSON.stringify({
    id: 'wohnsitz-anmelden', title: 'Wohnsitz anmelden', leika: '99115005000000', office: 'buergerbuero', destination,
    steps: [{ id: 's', title: 'Angaben', questions: [{ id: 'name', kind: 'text', label: 'Name' }] }],
  }));
  city.write('site/daten/p1/de/antraege/nur-papier.json', JSON.stringify({
    id: 'nur-papier', title: 'Nur auf Papier', office: 'buergerbuero',
    steps: [{ id: 's', title: 'Angaben', questions: [{ id: 'name', kind: 'text', label: 'Name' }] }],
  }));
  return city;
}

/** The parts of one application, sealed by another implementation. */
async function sealed(port, values) {
  const kid = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}`)).encryptionKid;
  const jwk = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}/keys/${kid}`));
  const key = await jose.importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e, alg: jwk.alg });
  const encrypt = (content, cty) => new jose.CompactEncrypt(Buffer.from(content))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid, cty }).encrypt(key);
  const data = JSON.stringify(values);
  const metadata = JSON.stringify({ contentStructure: { data: { hash: { type: 'sha512', content: createHash('sha512').update(data).digest('hex') } } } });
  return { data: await encrypt(data, 'application/json'), metadata: await encrypt(metadata, 'application/json'), photo: await encrypt('a photo', 'image/jpeg') };
}

const put = (port, path, body, type = 'application/json', headers = {}) =>
  ask(port, path, { method: 'PUT', headers: { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...headers }, body });
const post = (port, path, body, type = 'application/json', headers = {}) =>
  ask(port, path, { method: 'POST', headers: { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...headers }, body });

/** Announces, uploads and submits through the gateway; resolves to the ids and the parts. */
async function send(port, values) {
  const parts = await sealed(port, values);
  const attachment = randomUUID();
  const announced = await post(port, '/fit-connect/v1/submissions', JSON.stringify({
    destinationId: destination, announcedAttachments: [attachment], serviceType: { name: 'Wohnsitz anmelden', identifier: service },
  }));
  assert.equal(announced.status, 201, announced.body.toString());
  const { submissionId, caseId } = jsonOf(announced);
  assert.equal((await put(port, `/fit-connect/v1/submissions/${submissionId}/attachments/${attachment}`, parts.photo, 'application/jose')).status, 204);
  const submitted = await put(port, `/fit-connect/v1/submissions/${submissionId}`, JSON.stringify({ encryptedMetadata: parts.metadata, encryptedData: parts.data }));
  assert.equal(submitted.status, 202, submitted.body.toString());
  return { submissionId, caseId, attachment, parts };
}

async function tokenOf(port, client) {
  const { client_id: id, client_secret: secret } = keyFile(`${client}_client.private`);
  const answer = await post(port, '/token', new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }).toString(), 'application/x-www-form-urlencoded');
  assert.equal(answer.status, 200);
  return { Authorization: `Bearer ${jsonOf(answer).access_token}` };
}

const tagOf = (jwe) => jwe.split('.')[4];

describe('the delivery service and its gateway', () => {
  let city;
  let running;
  let port;
  const start = async (...options) => {
    running = startCity(city, ['--keys', keyFolder, '--verbose', ...options]);
    port = await running.ready;
  };
  const stop = async (signal) => {
    running.child.kill(signal);
    await running.ended;
  };
  before(async () => {
    execFileSync(program, ['keys', '--out', keyFolder, '--issuer', issuer]);
    city = cityThatTakesApplications();
    await start();
  });
  after(async () => {
    await stop('SIGKILL');
    city.remove();
  });

  it('brings an application to the authority alone, who decrypts it with another implementation, decides, and is believed', async () => {
    const values = { name: 'Mönika Musterfrau-Ærø' };
    const sent = await send(port, values);
    const authority = await tokenOf(port, 'authority');
    const waiting = jsonOf(await ask(port, `/submission-api/v1/submissions?destinationId=${destination}`, { headers: authority }));
    assert.deepEqual(waiting.submissions, [{ destinationId: destination, submissionId: sent.submissionId, caseId: sent.caseId }]);

    const fetched = jsonOf(await ask(port, `/submission-api/v1/submissions/${sent.submissionId}`, { headers: authority }));
    const photo = await ask(port, `/submission-api/v1/submissions/${sent.submissionId}/attachments/${sent.attachment}`, { headers: authority });
    const key = await jose.importJWK(keyFile('authority_encryption.private'), 'RSA-OAEP-256');
    const opened = async (jwe) => text.decode((await jose.compactDecrypt(jwe, key)).plaintext);
    const data = await opened(fetched.encryptedData);
    assert.deepEqual(JSON.parse(data), values);
    assert.equal(JSON.parse(await opened(fetched.encryptedMetadata)).contentStructure.data.hash.content, createHash('sha512').update(data).digest('hex'));
    assert.equal(await opened(photo.body.toString()), 'a photo');
    assert.equal(photo.headers['content-type'], 'application/jose');

    const signing = keyFile('authority_signing.private');
    const tags = { metadata: tagOf(sent.parts.metadata), data: tagOf(sent.parts.data), attachments: { [sent.attachment]: tagOf(sent.parts.photo) } };
    const event = await new jose.SignJWT({
      $schema: 'https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json', txn: `case:${sent.caseId}`,
      events: { 'https://schema.fitko.de/fit-connect/events/accept-submission': { authenticationTags: tags } },
    }).setProtectedHeader({ typ: 'secevent+jwt', alg: 'PS512', kid: signing.kid }).setIssuer(destination).setSubject(`submission:${sent.submissionId}`)
      .setJti(randomUUID()).setIssuedAt().sign(await jose.importJWK(signing, 'PS512'));
    assert.equal((await post(port, `/submission-api/v1/cases/${sent.caseId}/events`, event, 'application/jose', authority)).status, 204);
    assert.equal((await post(port, `/submission-api/v1/cases/${sent.caseId}/events`, event, 'application/jose', authority)).status, 409);

    const log = jsonOf(await ask(port, `/fit-connect/v1/cases/${sent.caseId}/events`));
    const serviceKeys = jose.createLocalJWKSet(jsonOf(await ask(port, '/fit-connect/.well-known/jwks.json')));
    const names = [];
    for (const token of log.eventLog) {
      const { iss } = jose.decodeJwt(token);
      const { kid } = jose.decodeProtectedHeader(token);
      const verifying = iss === issuer ? serviceKeys : await jose.importJWK(jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}/keys/${kid}`)), 'PS512');
      const { payload } = await jose.jwtVerify(token, verifying, { algorithms: ['PS512'], typ: 'secevent+jwt', subject: `submission:${sent.submissionId}` });
      assert.equal(payload.txn, `case:${sent.caseId}`);
      names.push(Object.keys(payload.events)[0].split('/').pop());
      if (names.at(-1) === 'submit-submission') assert.deepEqual(Object.values(payload.events)[0].authenticationTags, tags);
    }
    assert.deepEqual(names, ['create-submission', 'submit-submission', 'accept-submission']);
  });

  it('says of the destination’s key what its certificates are worth, in words that can be checked with what the site knows', async () => {
    const { statement_key: pinned } = JSON.parse(readFileSync(join(keyFolder, 'trust.json'), 'utf8'));
    const statement = await ask(port, `/fit-connect/v1/destinations/${destination}/statement`);
    const { payload } = await jose.jwtVerify(statement.body.toString(), await jose.importJWK(pinned, 'ES256'), { typ: 'destination-statement+jwt' });
    const { encryptionKid } = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}`));
    const jwk = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}/keys/${encryptionKid}`));
    assert.equal(payload.destinationId, destination);
    assert.equal(payload.jkt, await jose.calculateJwkThumbprint(jwk, 'sha256'));
    assert.ok(payload.exp - payload.iat <= 24 * 60 * 60);
    assert.equal(payload.revocation.status, 'good');
    assert.ok(payload.revocation.listedAt <= payload.iat);
  });

  it('says of a key that was revoked meanwhile that it was, without being started anew', async () => {
    const other = cityThatTakesApplications();
    const keys = join(other.folder, 'keys');
    cpSync(keyFolder, keys, { recursive: true });
    const server = startCity(other, ['--keys', keys]);
    const otherPort = await server.ready;
    const status = async () => jose.decodeJwt((await ask(otherPort, `/fit-connect/v1/destinations/${destination}/statement`)).body.toString()).revocation.status;
    assert.equal(await status(), 'good');
    const { encryptionKid } = jsonOf(await ask(otherPort, `/fit-connect/v1/destinations/${destination}`));
    execFileSync(program, ['keys', '--out', keys, '--revoke', encryptionKid]);
    assert.equal(await status(), 'revoked');
    rmSync(join(keys, 'revoked.pem'));
    assert.equal((await ask(otherPort, `/fit-connect/v1/destinations/${destination}/statement`)).status, 503);
    server.child.kill('SIGKILL');
    await server.ended;
    other.remove();
  });

  it('keeps what it has acknowledged through a kill, and knows the repeated last PUT', async () => {
    const sent = await send(port, { name: 'Wiebke' });
    await stop('SIGKILL');
    await start();
    const repeated = await put(port, `/fit-connect/v1/submissions/${sent.submissionId}`, JSON.stringify({ encryptedMetadata: sent.parts.metadata, encryptedData: sent.parts.data }));
    assert.equal(repeated.status, 202);
    assert.equal(jsonOf(await ask(port, `/fit-connect/v1/cases/${sent.caseId}/events`)).totalCount, 2);
    const authority = await tokenOf(port, 'authority');
    assert.equal((await ask(port, `/submission-api/v1/submissions/${sent.submissionId}`, { headers: authority })).status, 200);
  });

  it('gives destinations to forms that have one, and routes to services with a key', async () => {
    const found = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}`));
    const schemas = ['urn:stadttor:form:wohnsitz-anmelden', 'urn:stadttor:rueckfrage-antwort:1'];
    assert.deepEqual(found.services, [{
      identifier: service, regions: ['DE990000000001'], submissionSchemas: schemas.map((schemaUri) => ({ mimeType: 'application/json', schemaUri })),
    }]);
    assert.equal(found.status, 'active');
    const routes = jsonOf(await ask(port, '/routing-api/v1/routes?leikaKey=99115005000000&ars=990000000001'));
    assert.equal(routes.routes[0].destinationId, destination);
    assert.equal(routes.routes[0].destinationName, 'Bürgerbüro');
    const signature = await jose.jwtVerify(routes.routes[0].destinationSignature, jose.createLocalJWKSet(jsonOf(await ask(port, '/submission-api/.well-known/jwks.json'))));
    assert.equal(signature.payload.destinationId, destination);
    assert.equal(jsonOf(await ask(port, '/routing-api/v1/routes?leikaKey=99115005000000&ars=09')).totalCount, 0);
    assert.equal(jsonOf(await ask(port, '/routing-api/v1/routes?leikaKey=99115005000000&ags=99000001')).totalCount, 1);
    for (const wrong of ['leikaKey=1&ars=99', 'leikaKey=99115005000000', 'leikaKey=99115005000000&ars=99&ags=99', 'leikaKey=99115005000000&ars=9900']) {
      const refused = await ask(port, `/routing-api/v1/routes?${wrong}`);
      assert.equal(refused.status, 400, wrong);
      assert.equal(refused.headers['content-type'], 'application/problem+json');
    }
    assert.equal(jsonOf(await ask(port, '/routing-api/v1/areas?areaSearchexpression=9900*')).areas[0].id, '990000000001');
  });

  it('refuses strangers, and everything the OpenAPI refuses, as problem documents', async () => {
    const wrongToken = { Authorization: 'Bearer made-up' };
    const refusals = [
      [401, await ask(port, '/submission-api/v1/submissions')],
      [401, await ask(port, '/submission-api/v1/submissions', { headers: wrongToken })],
      [403, await ask(port, '/submission-api/v1/submissions', { headers: await tokenOf(port, 'gateway') })],
      [404, await ask(port, `/fit-connect/v1/destinations/${randomUUID()}`)],
      [404, await ask(port, `/fit-connect/v1/destinations/${destination}/keys/unknown-key`)],
      [404, await ask(port, `/fit-connect/v1/cases/${randomUUID()}/events`)],
      [400, await post(port, '/fit-connect/v1/submissions', '{"destinationId": 7}')],
      [415, await post(port, '/fit-connect/v1/submissions', '{}', 'text/plain')],
      [413, await put(port, `/fit-connect/v1/submissions/${randomUUID()}/attachments/${randomUUID()}`, 'a'.repeat(16 * 1024 * 1024 + 1), 'application/jose')],
    ];
    for (const [status, answer] of refusals) {
      assert.equal(answer.status, status, answer.body.toString());
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      const problem = jsonOf(answer);
      assert.equal(problem.status, status);
      assert.ok(problem.type && problem.title);
    }
    const basic = Buffer.from('gateway:secret').toString('base64');
    const refused = await post(port, '/token', 'grant_type=client_credentials', 'application/x-www-form-urlencoded', { Authorization: `Basic ${basic}` });
    assert.equal(refused.status, 401);
    assert.equal(jsonOf(refused).error, 'invalid_client');
  });

  it('takes an attachment of the largest size a form allows', async () => {
    const { encryptionKid: kid } = jsonOf(await ask(port, `/fit-connect/v1/destinations/${destination}`));
    const attachment = randomUUID();
    const { submissionId } = jsonOf(await post(port, '/fit-connect/v1/submissions', JSON.stringify({
      destinationId: destination, announcedAttachments: [attachment], serviceType: { name: 'x', identifier: service },
    })));
    const header = Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid, cty: 'image/jpeg' })).toString('base64url');
    const jwe = `${header}.${'k'.repeat(683)}.${'i'.repeat(16)}.${'c'.repeat(Math.ceil(10 * 1024 * 1024 * 4 / 3))}.${'t'.repeat(22)}`;
    assert.equal((await put(port, `/fit-connect/v1/submissions/${submissionId}/attachments/${attachment}`, jwe, 'application/jose')).status, 204);
  });

  it('lets the portal’s own pages through and no others, without cookies', async () => {
    const path = `/fit-connect/v1/destinations/${destination}`;
    const own = await ask(port, path, { headers: { Origin: `http://127.0.0.1:${port}` } });
    const foreign = await ask(port, path, { headers: { Origin: 'https://elsewhere.example' } });
    const preflight = await ask(port, path, { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'PUT' } });
    assert.equal(own.status, 200);
    assert.equal(own.headers['access-control-allow-origin'], `http://127.0.0.1:${port}`);
    assert.equal(own.headers['access-control-allow-credentials'], undefined);
    assert.equal(own.headers['set-cookie'], undefined);
    assert.equal(own.headers['cache-control'], 'no-store');
    for (const answer of [foreign, preflight]) {
      assert.equal(answer.status, 403);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
  });

  it('writes nothing of what is sent into its log or, in plain, into its database', async () => {
    const sent = await send(port, { name: 'Marker-4711-Äquator' });
    await stop('SIGTERM');
    assert.ok(!running.stderr.includes(sent.parts.data.slice(-40)));
    assert.ok(!running.stderr.includes('Bearer'));
    assert.match(running.stderr, /request method=PUT/);
    const stored = readFileSync(join(city.folder, 'city.sqlite'));
    assert.ok(stored.includes(sent.parts.data.slice(-40)));
    assert.ok(!stored.includes('Marker-4711'));
    for (const client of ['gateway', 'authority']) assert.ok(!stored.includes(keyFile(`${client}_client.private`).client_secret));
    await start();
  });

  it('tells whoever calls too often when to come back', async () => {
    await stop('SIGTERM');
    await start('--gateway-limit', '3');
    const answers = [];
    for (let i = 0; i < 4; ++i) answers.push(await ask(port, `/fit-connect/v1/destinations/${destination}`));
    assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200, 429]);
    assert.ok(Number(answers[3].headers['retry-after']) > 0);
    assert.equal(jsonOf(answers[3]).type, 'urn:stadttor:problem:too-many-requests');
    const another = await ask(port, `/fit-connect/v1/destinations/${destination}`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    assert.equal(another.status, 200);
    await stop('SIGTERM');
    await start();
  });

  it('sends as well to a delivery service elsewhere, and says when that one cannot be reached', async () => {
    const elsewhere = cityThatTakesApplications();
    const gateway = startCity(elsewhere, ['--keys', keyFolder, '--submission-api', `http://127.0.0.1:${port}/submission-api`, '--token-endpoint', `http://127.0.0.1:${port}/token`]);
    const gatewayPort = await gateway.ready;
    try {
      const sent = await send(gatewayPort, { name: 'Fernweh' });
      assert.equal(jsonOf(await ask(port, `/fit-connect/v1/cases/${sent.caseId}/events`)).totalCount, 2);
      assert.equal((await ask(gatewayPort, `/fit-connect/v1/destinations/${destination}/statement`)).status, 200);
      await stop('SIGTERM');
      assert.equal((await ask(gatewayPort, `/fit-connect/v1/destinations/${destination}`)).status, 502);
    } finally {
      gateway.child.kill('SIGKILL');
      await gateway.ended;
      elsewhere.remove();
      await start();
    }
  });

  it('runs without keys, and then takes no applications', async () => {
    const paper = makeCity();
    const without = startCity(paper, ['--keys', join(paper.folder, 'no-keys')]);
    const paperPort = await without.ready;
    assert.equal((await ask(paperPort, `/fit-connect/v1/destinations/${destination}`)).status, 404);
    assert.match(without.stderr, /no_keys/);
    without.child.kill('SIGKILL');
    await without.ended;
    paper.remove();
  });
});
