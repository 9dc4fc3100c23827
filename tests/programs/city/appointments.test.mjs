// Appointments over HTTP, as many browsers make them at once: nobody gets a place that somebody else has, and what was confirmed is
// there after the server was killed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { ask, makeCity, startCity } from './city_program.mjs';

const everyDay = (from, to) => [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from, to }));

// Three counters, and one hour a day in steps of ten minutes: eighteen places.
const plan = {
  city: 'Kleinstadt',
  ars: '990000000001',
  time_zone: 'Europe/Berlin',
  services: [{ id: 21, service: 'ausweis', name: 'Ausweis', most: 6 }],
  offices: [{
    id: 11, office: 'rathaus', name: 'Rathaus', street: 'Markt 1', town: '12345 Kleinstadt', latitude: 51.5, longitude: 9.5,
    slot_minutes: 10, book_ahead_days: 14, notice_minutes: 0, reservation_minutes: 15, activation_minutes: 30, email: 'required', telephone: 'none',
    sender: 'rathaus@kleinstadt.example', hours: everyDay('10:00', '11:00'), counters: [{ id: 'eins' }, { id: 'zwei' }, { id: 'drei' }],
    services: [{ id: 21, slots: 1 }],
  }],
};

const dayFromNow = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

describe('appointments', () => {
  let city;
  let running;
  let port;

  async function start() {
    running = startCity(city);
    port = await running.ready;
  }

  async function stop(signal) {
    running.child.kill(signal);
    await running.ended;
  }

  beforeEach(async () => {
    city = makeCity();
    city.write('site/daten/p1/termine.json', JSON.stringify(plan));
    await start();
  });
  afterEach(async () => {
    await stop('SIGKILL');
    city.remove();
  });

  // Everybody is at home somewhere else, or the limit of calls would be met first.
  async function call(path, { body, client = 1 } = {}) {
    const answer = await ask(port, `/api/citizen${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'X-Forwarded-For': `192.0.2.${client}`, ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, json: JSON.parse(answer.body) };
  }

  const timesOn = async (day) => {
    const { json } = await call(`/available-calendar/?startDate=${day}&endDate=${day}&officeIds=11&serviceIds=21&serviceCounts=1`);
    return json.availableDays.flatMap((found) => found.offices.flatMap((office) => office.appointments));
  };

  const reserve = (time, client) => call('/reserve-appointment/', { body: { timestamp: String(time), officeId: 11, serviceId: ['21'], serviceCount: [1] }, client });

  it('gives eighteen places to two hundred who ask at once, each place once', async () => {
    const times = await timesOn(dayFromNow(3));
    assert.equal(times.length, 6);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => reserve(times[at % 6], at)));
    const given = answers.filter((answer) => answer.status === 200).map((answer) => answer.json);
    const refused = answers.filter((answer) => answer.status !== 200);
    assert.equal(given.length, 18);
    for (const answer of refused) {
      assert.equal(answer.status, 404);
      assert.equal(answer.json.errors[0].errorCode, 'appointmentNotAvailable');
    }
    for (const time of times) assert.equal(given.filter((process) => process.timestamp === String(time)).length, 3);
    assert.equal(new Set(given.map((process) => process.processId)).size, 18);
    assert.equal(new Set(given.map((process) => process.authKey)).size, 18);
    assert.equal(new Set(given.map((process) => process.displayNumber)).size, 18);
    assert.deepEqual(await timesOn(dayFromNow(3)), []);
  });

  it('keeps what was confirmed when it is killed, and its log says nobody\'s name', async () => {
    const [time] = await timesOn(dayFromNow(2));
    const { json: reserved } = await reserve(time);
    const access = { processId: reserved.processId, authKey: reserved.authKey };
    await call('/update-appointment/', { body: { ...access, familyName: 'Musterfrau', email: 'erika@post.example' } });
    assert.equal((await call('/preconfirm-appointment/', { body: access })).json.status, 'preconfirmed');
    const [mail] = readdirSync(join(city.folder, 'outgoing_mail'));
    assert.match(readFileSync(join(city.folder, 'outgoing_mail', mail), 'utf8'), new RegExp(`#nummer=${access.processId}&schluessel=${access.authKey}\n`));
    assert.equal((await call('/confirm-appointment/', { body: access })).json.status, 'confirmed');
    await stop('SIGKILL');
    assert.doesNotMatch(running.stderr, /Musterfrau|erika/);

    await start();
    const { json: found } = await call(`/appointment/?processId=${access.processId}&authKey=${access.authKey}`);
    assert.equal(found.status, 'confirmed');
    assert.equal(found.familyName, 'Musterfrau');
    assert.equal((await call('/cancel-appointment/', { body: access })).json.status, 'deleted');
    assert.deepEqual(readdirSync(join(city.folder, 'outgoing_mail')), []);
  });

  it('runs without appointments where the site has none, or a list that cannot be read', async () => {
    await stop('SIGTERM');
    city.write('site/daten/p1/termine.json', '{"city": 1}');
    await start();
    assert.match(running.stderr, /warning appointments_left_out/);
    assert.equal((await call('/offices-and-services/')).status, 404);
    assert.equal((await ask(port, '/api/health')).status, 200);
  });
});
