// How the city server starts, refuses to start, stops and survives being killed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { ask, makeCity, program, startCity } from './city_program.mjs';

/** "ok", or what SQLite found; by a program that is not ours. */
function integrityOf(database) {
  const script = 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("PRAGMA integrity_check").fetchone()[0])';
  return spawnSync('python3', ['-c', script, database], { encoding: 'utf8' }).stdout.trim();
}

describe('the city server', () => {
  let city;
  beforeEach(() => { city = makeCity(); });
  afterEach(() => city.remove());

  for (const signal of ['SIGTERM', 'SIGINT']) {
    it(`stops cleanly on ${signal}, with everything in the database file`, async () => {
      const running = startCity(city);
      const port = await running.ready;
      assert.equal((await ask(port, '/api/health')).status, 200);

      running.child.kill(signal);

      assert.deepEqual(await running.ended, { code: 0, signal: null });
      assert.match(running.stderr, /info stopped\n$/);
      rmSync(join(city.folder, 'city.sqlite-wal'), { force: true });
      assert.equal(integrityOf(join(city.folder, 'city.sqlite')), 'ok');
    });
  }

  it('finishes a request that is under way when it is told to stop', async () => {
    const running = startCity(city);
    const port = await running.ready;
    const answer = new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', async () => {
        socket.write('POST /api/packs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"a"');
        await sleep(100);
        running.child.kill('SIGTERM');
        await sleep(200);
        socket.write(': 1}');
      });
      let text = '';
      socket.on('data', (part) => { text += part; });
      socket.on('close', () => resolve(text));
    });

    assert.match(await answer, /^HTTP\/1\.1 405 [^]*method-not-allowed/);
    assert.equal((await running.ended).code, 0);
  });

  it('keeps every acknowledged write when it is killed in the middle of writing', async () => {
    const acknowledged = new Set();
    for (let round = 0; round < 5; ++round) {
      const version = join(city.folder, 'site', 'daten', `round${round}`);
      mkdirSync(version, { recursive: true });
      for (let pack = 0; pack < 3000; ++pack) writeFileSync(join(version, `pack${pack}.json`), '{}');

      const running = startCity(city);
      while (!running.stderr.includes(`version=round${round}`)) {
        await sleep(1);
        assert.equal(running.child.exitCode, null, running.stderr);
      }
      await sleep(7 * round);
      running.child.kill('SIGKILL');
      assert.equal((await running.ended).signal, 'SIGKILL');
      for (const [, pack, name] of running.stderr.matchAll(/pack_recorded pack=(\S+) version=(\S+) problems=\d+\n/g)) {
        acknowledged.add(`${pack} ${name}`);
      }
      assert.ok(acknowledged.size < 3000 * (round + 1), 'killed before it was done');
      assert.equal(integrityOf(join(city.folder, 'city.sqlite')), 'ok');
      rmSync(version, { recursive: true });
    }

    const port = await startCityForReading(city);
    const present = new Set();
    for (const { id, versions } of JSON.parse((await ask(port, '/api/packs')).body).packs) {
      for (const { version } of versions) present.add(`${id} ${version}`);
    }
    assert.ok(acknowledged.size > 5);
    for (const row of acknowledged) assert.ok(present.has(row), `${row} is lost`);
  });

  let reader;
  async function startCityForReading(place) {
    reader = startCity(place);
    return reader.ready;
  }
  afterEach(async () => {
    reader?.child.kill('SIGKILL');
    await reader?.ended;
    reader = undefined;
  });

  it('refuses a taken port and says how to choose another', async () => {
    const port = await startCityForReading(city);
    const second = startCity(city, ['--port', String(port)]);

    assert.equal((await second.ended).code, 1);
    assert.match(second.stderr, new RegExp(`port ${port} is taken by another program; choose another with --port \\d+`));
  });

  it('refuses to start without a site, and says which command builds it', async () => {
    rmSync(join(city.folder, 'site'), { recursive: true });
    const running = startCity(city);
    assert.equal((await running.ended).code, 1);
    assert.match(running.stderr, /run \.\/dev build/);
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    city.write('city.sqlite', 'not a database, but somebody needs it'.repeat(100));
    const running = startCity(city);
    assert.equal((await running.ended).code, 1);
    assert.match(running.stderr, /not a database[^]*restore it from a backup/);
  });

  it('starts with a broken manifest and a broken problem list, and names both', async () => {
    city.write('site/daten/portal.json', '{"languages":');
    city.write('problems.json', '{"not":"a list"}');
    const port = await startCityForReading(city);
    assert.equal((await ask(port, '/')).headers.location, '/de/');
    assert.match(reader.stderr, /warning manifest_problem file=daten\/portal\.json/);
    assert.match(reader.stderr, /warning problem_list_unreadable/);
  });

  it('refuses an option it does not know with a short sentence', () => {
    const { status, stderr } = spawnSync(program, ['--prot', '1'], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.equal(stderr, 'city: --prot: unknown option; --help lists all of them\n');
  });
});
