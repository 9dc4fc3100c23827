// The city server as its clients meet it: the real program, a real database, real requests.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { ask, makeCity, startCity } from './city_program.mjs';

describe('the city server', () => {
  let city;
  let running;
  let port;
  before(async () => {
    city = makeCity();
    running = startCity(city, ['--verbose', '--embed-origin', 'https://www.musterstadt.example']);
    port = await running.ready;
  });
  after(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    city.remove();
  });

  it('serves a page with every security header', async () => {
    const { status, headers, body } = await ask(port, '/de/leistungen/hund-anmelden');

    assert.equal(status, 200);
    assert.match(body.toString(), /Hund anmelden/);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['content-security-policy'],
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
      "font-src 'self'; img-src 'self' blob: data:; manifest-src 'self'; connect-src 'self' https://api.example; " +
      "frame-src 'none'; base-uri 'none'; form-action 'self'; object-src 'none'; " +
      "frame-ancestors 'self' https://www.musterstadt.example; " +
      "require-trusted-types-for 'script'; trusted-types engine-worker passphrase-worker");
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-site');
    assert.match(headers['permissions-policy'], /camera=\(\).*publickey-credentials-get=\(self\)/);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.equal(headers['strict-transport-security'], undefined);
    assert.equal(headers['server'], undefined);
    assert.equal(headers['set-cookie'], undefined);
  });

  it('asks for encryption only where a proxy encrypts', async () => {
    const { headers } = await ask(port, '/de/', { headers: { 'X-Forwarded-Proto': 'https' } });
    assert.equal(headers['strict-transport-security'], 'max-age=31536000');
  });

  it('answers HEAD with the same fields and no content', async () => {
    const get = await ask(port, '/de/');
    const head = await ask(port, '/de/', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers['content-length'], String(get.body.length));
    assert.equal(head.headers.etag, get.headers.etag);
  });

  it('answers 304 to who has the page already', async () => {
    const first = await ask(port, '/de/');
    const again = await ask(port, '/de/', { headers: { 'If-None-Match': first.headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers.etag, first.headers.etag);
  });

  it('sends the precompressed variant a client accepts', async () => {
    const path = '/assets/engine.1a2b.js';
    const brotli = await ask(port, path, { headers: { 'Accept-Encoding': 'gzip, br' } });
    const gzip = await ask(port, path, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await ask(port, path);

    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(brotli.body).toString(), city.script);
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(gzip.body).toString(), city.script);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body.toString(), city.script);
    for (const answer of [brotli, gzip, plain]) {
      assert.equal(answer.headers.vary, 'Accept-Encoding');
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8');
    }
    assert.equal(new Set([brotli, gzip, plain].map((answer) => answer.headers.etag)).size, 3);
  });

  it('never compresses by itself and ignores ranges', async () => {
    const { status, headers, body } = await ask(port, '/de/', {
      headers: { 'Accept-Encoding': 'gzip, br', Range: 'bytes=0-3' },
    });
    assert.equal(status, 200);
    assert.equal(headers['content-encoding'], undefined);
    assert.match(body.toString(), /Start/);
  });

  it('keeps versioned packs for a year, asks for the manifest each time and knows WebAssembly', async () => {
    const pack = await ask(port, '/daten/1/services.json');
    const manifest = await ask(port, '/daten/portal.json');
    const engine = await ask(port, '/assets/engine.1a2b.wasm');
    assert.equal(pack.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(manifest.headers['cache-control'], 'no-cache');
    assert.equal(engine.headers['content-type'], 'application/wasm');
    assert.equal(engine.headers['x-content-type-options'], 'nosniff');
  });

  it('leads a visitor without a path to the best language', async () => {
    const turkish = await ask(port, '/', { headers: { 'Accept-Language': 'fr, tr;q=0.8, en;q=0.5' } });
    const nothing = await ask(port, '/');
    assert.equal(turkish.status, 302);
    assert.equal(turkish.headers.location, '/tr/');
    assert.equal(turkish.headers.vary, 'Accept-Language');
    assert.equal(nothing.headers.location, '/de/');
  });

  it('answers an unknown page with 404 in the language of the path', async () => {
    const german = await ask(port, '/de/gibt-es-nicht');
    const english = await ask(port, '/en/a/b/c');
    const neither = await ask(port, '/fr/rien');
    assert.deepEqual([german.status, english.status, neither.status], [404, 404, 404]);
    assert.match(german.body.toString(), /Seite nicht gefunden/);
    assert.match(english.body.toString(), /Page not found/);
    assert.match(neither.body.toString(), /Allgemein nicht gefunden/);
    assert.match(german.headers['content-security-policy'], /default-src 'none'/);
    assert.equal(german.headers['cache-control'], 'no-cache');
  });

  it('never leaves the folder of the site', async () => {
    for (const path of [
      '/../secret.txt', '/de/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%252e%252e/secret.txt',
      '/de/..%5c..%5csecret.txt', '//secret.txt', '/.hidden', '/de/%00', '/%2e%2e%2fsecret.txt', '/....//secret.txt',
    ]) {
      const { status, body } = await ask(port, path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body.toString(), /outside of the site|^hidden/, path);
    }
  });

  it('says how it is and which packs it serves', async () => {
    const health = await ask(port, '/api/health');
    const packs = await ask(port, '/api/packs');
    assert.equal(health.status, 200);
    assert.equal(health.headers['cache-control'], 'no-store');
    assert.equal(JSON.parse(health.body).status, 'ok');
    const summary = JSON.parse(packs.body).packs.map(({ id, versions }) => [
      id, versions[0].version, versions[0].problem_count,
    ]);
    assert.deepEqual(summary, [['offices', '1', 0], ['portal', 'p1', 1], ['services', '1', 1]]);
  });

  it('refuses bad input with problem details', async () => {
    const json = { 'Content-Type': 'application/json' };
    const large = Buffer.alloc(1024 * 1024 + 1, ' ');
    const cases = [
      [404, '/api/unknown', {}],
      [404, '/api', {}],
      [405, '/api/packs', { method: 'POST' }],
      [405, '/api/packs', { method: 'POST', headers: json, body: '{}' }],
      [405, '/api/health', { method: 'DELETE' }],
      [405, '/api/health', { method: 'OPTIONS' }],
      [405, '/de/', { method: 'PUT', headers: json, body: '{}' }],
      [413, '/api/packs', { method: 'POST', headers: json, body: large }],
      [413, '/api/packs', { method: 'POST', headers: { ...json, 'Transfer-Encoding': 'chunked' }, body: large }],
      [415, '/api/packs', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'x' }],
      [415, '/api/packs', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
      [400, '/api/packs', { method: 'POST', headers: json, body: '{"a":' }],
      [400, '/api/packs', { method: 'POST', headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }],
      [400, '/de/', { method: 'GET', headers: { 'Content-Length': '4' }, body: 'body' }],
      [414, `/${'a'.repeat(4000)}`, {}],
      [414, `/api/${'a'.repeat(4000)}`, { method: 'POST', headers: json, body: '{}' }],
    ];
    for (const [expected, path, options] of cases) {
      const { status, headers, body } = await ask(port, path, options);
      const name = `${options.method ?? 'GET'} ${path.slice(0, 30)}`;
      assert.equal(status, expected, name);
      assert.equal(headers['content-type'], 'application/problem+json', name);
      const problem = JSON.parse(body);
      assert.equal(problem.status, expected, name);
      assert.match(problem.type, /^urn:stadttor:problem:/, name);
      assert.ok(problem.title.length > 3 && problem.detail.length > 20, name);
      if (expected === 405) assert.equal(headers.allow, 'GET, HEAD', name);
    }
  });

  it('answers what is no HTTP with a problem, and lives on', async () => {
    for (const bytes of ['\x00\x01\x02\r\n\r\n', 'GET\r\n\r\n', 'BREW /de/ HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /de/ HTTP/1.1\r\nRange: bytes=9-1\r\n\r\n']) {
      const answer = await new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        let text = '';
        socket.on('data', (part) => { text += part; });
        socket.on('close', () => resolve(text));
        socket.on('error', () => {});
      });
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, JSON.stringify(bytes));
      assert.match(answer, /application\/problem\+json/, JSON.stringify(bytes));
    }
    assert.equal((await ask(port, '/de/')).status, 200);
  });

  it('takes a body after a GET for no request of its own', async () => {
    const smuggled = 'GET /en/ HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(`GET /de/ HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`);
      let text = '';
      socket.on('data', (part) => { text += part; });
      socket.on('close', () => resolve(text));
      socket.on('error', () => {});
    });
    assert.equal(answer.match(/HTTP\/1\.1 /g).length, 1);
    assert.match(answer, /^HTTP\/1\.1 400 /);
  });

  it('serves many visitors at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(port, n % 2 ? '/de/' : '/api/packs')));
    assert.ok(answers.every(({ status }) => status === 200));
  });

  it('logs problems of the packs, and requests without query or address', async () => {
    await ask(port, '/de/?q=mein%20Geheimnis', { headers: { 'User-Agent': 'Zeuge/1.0' } });
    await new Promise((resolve) => { setTimeout(resolve, 50); });

    assert.match(running.stderr,
      /warning pack_problem file=services\/hund.json pointer=\/costs\/0 problem="expected a number" remedy="write 12.5"\n/);
    assert.match(running.stderr, /info request method=GET path=\/de\/ status=200\n/);
    assert.doesNotMatch(running.stderr, /Geheimnis|127\.0\.0\.1|Zeuge/);
  });
});
