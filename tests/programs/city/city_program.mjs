// Starts the real city server on a free port with a small site of its own, and asks it over HTTP. For the tests beside
// this file; the program's path comes from the environment (STADTTOR_CITY).
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const program = process.env.STADTTOR_CITY ?? '.build/native/city';

const page = (language, words) => `<!doctype html><html lang="${language}"><title>${words}</title><h1>${words}</h1>`;

/** A folder with site, problems.json and room for the database. */
export function makeCity() {
  const folder = mkdtempSync(join(tmpdir(), 'city-'));
  const write = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const script = `console.log(${JSON.stringify('stadttor '.repeat(200))});`;
  write('site/daten/portal.json', JSON.stringify({
    version: 'p1',
    languages: [{ tag: 'de' }, { tag: 'en' }, { tag: 'tr' }],
    connect: ['https://api.example'],
  }));
  write('site/daten/1/services.json', '{"services":[]}');
  write('site/daten/1/offices.json', '{"offices":[]}');
  write('site/404.html', page('de', 'Allgemein nicht gefunden'));
  write('site/de/index.html', page('de', 'Start'));
  write('site/de/404.html', page('de', 'Seite nicht gefunden'));
  write('site/de/leistungen/hund-anmelden/index.html', page('de', 'Hund anmelden'));
  write('site/en/index.html', page('en', 'Home'));
  write('site/en/404.html', page('en', 'Page not found'));
  write('site/assets/engine.1a2b.js', script);
  write('site/assets/engine.1a2b.js.br', brotliCompressSync(script));
  write('site/assets/engine.1a2b.js.gz', gzipSync(script));
  write('site/assets/engine.1a2b.wasm', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  write('site/.hidden', 'hidden');
  write('secret.txt', 'outside of the site');
  write('problems.json', JSON.stringify([
    { file: 'services/hund.json', pointer: '/costs/0', problem: 'expected a number', remedy: 'write 12.5' },
    { file: 'texts.json', pointer: '', problem: 'missing', remedy: 'add it' },
  ]));
  return { folder, write, script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the program; `ready` is its port, `ended` is {code, signal} when it is over. */
export function startCity(city, options = []) {
  const child = spawn(program, [
    '--site', join(city.folder, 'site'), '--database', join(city.folder, 'city.sqlite'), '--port', '0', ...options,
  ]);
  const running = { child, stdout: '', stderr: '' };
  running.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
  running.ready = new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      running.stdout += text;
      const found = /http:\/\/[^:]+:(\d+)/.exec(running.stdout);
      if (found) resolve(Number(found[1]));
    });
    running.ended.then(() => reject(new Error(`the city server ended: ${running.stderr}`)));
  });
  running.ready.catch(() => {}); // Because: tests of a refused start look at `ended` alone.
  child.stderr.on('data', (text) => { running.stderr += text; });
  return running;
}

/** One request with exactly the given fields; resolves to {status, headers, body as Buffer}. */
export function ask(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({
        status: response.statusCode, headers: response.headers, body: Buffer.concat(parts),
      }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
