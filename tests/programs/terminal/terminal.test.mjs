// The terminal in a real window, under Xvfb, with real mouse and key events: what it shows it tells line by line.
//   STADTTOR_TOOL=.build/native/stadttor node --test tests/programs/terminal/
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const kTool = process.env.STADTTOR_TOOL ?? join(kRoot, '.build/native/stadttor');
const kPatience = 20_000;
const missing = ['Xvfb', 'xdotool'].filter((program) => spawnSync('which', [program]).status !== 0);
const skip = missing.length > 0 && `${missing.join(' and ')} are not installed`;

let screen;
let display;

before(async () => {
  if (skip) return;
  // Xvfb chooses a free number and says it.
  screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(screen.stdio[3], 'data');
  display = `:${String(number).trim()}`;
});

after(() => screen?.kill());

const environment = () => ({ ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' });
const xdotool = (...words) => execFileSync('xdotool', words, { env: environment() });

class Terminal {
  #lines = [];
  #arrived = () => {};

  constructor(...options) {
    const city = join(kRoot, 'assets/musterstadt');
    this.process = spawn(kTool, ['terminal', '--city', city, '--report', '--time', '1795600000000', ...options], { cwd: kRoot, env: environment() });
    createInterface(this.process.stdout).on('line', (line) => {
      this.#lines.push(line);
      this.#arrived();
    });
    this.process.stderr.on('data', (text) => process.stderr.write(text));
  }

  /** Waits until it tells this line, among those not waited for yet. */
  async tells(line) {
    const until = Date.now() + kPatience;
    for (;;) {
      const at = this.#lines.indexOf(line);
      if (at >= 0) return void this.#lines.splice(0, at + 1);
      if (Date.now() > until) assert.fail(`"${line}" did not come; there were: ${this.#lines.join(', ')}`);
      await new Promise((resolve) => {
        this.#arrived = resolve;
        setTimeout(resolve, 200);
      });
    }
  }

  told(line) { return this.#lines.includes(line); }
  async close() {
    if (this.process.pid === undefined) return; // it never began
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a citizen searches with the keyboard, follows a link with a press, and goes on by the Tab key', { skip }, async () => {
  const terminal = new Terminal('--text-size', '100');
  try {
    await terminal.tells('path /de/');
    await pause(500);
    xdotool('mousemove', '300', '647', 'click', '1');
    await terminal.tells('focus combobox');
    xdotool('type', '--delay', '60', 'hund');
    await pause(1000);
    xdotool('key', 'Return');
    await terminal.tells('path /de/suche');
    await pause(500);
    xdotool('mousemove', '110', '463', 'click', '1');
    await terminal.tells('path /de/leistungen/hund-abmelden');
    // The focus is on the heading; before it stands the way here.
    await pause(500);
    xdotool('key', 'shift+Tab');
    await pause(300);
    xdotool('key', 'Return');
    await terminal.tells('path /de/lebenslagen/tiere');
  } finally {
    await terminal.close();
  }
});

test('what is done faster than frames are drawn is answered all the same', { skip }, async () => {
  const terminal = new Terminal('--text-size', '100');
  try {
    await terminal.tells('path /de/');
    xdotool('mousemove', '300', '647', 'click', '1');
    xdotool('type', '--delay', '0', 'tiere');
    xdotool('key', '--delay', '0', 'Return');
    await terminal.tells('path /de/suche');
    // Shift counts for the key it was held with.
    xdotool('mousemove', '100', '142', 'click', '1');
    await terminal.tells('path /de/leistungen');
    xdotool('key', '--delay', '0', 'shift+Tab', 'Return');
    await terminal.tells('path /de/');
  } finally {
    await terminal.close();
  }
});

test('who came to a field with the pointer finds keys on the screen, and types with them', { skip }, async () => {
  const terminal = new Terminal('--text-size', '100');
  try {
    await terminal.tells('path /de/');
    await pause(500);
    xdotool('mousemove', '300', '647', 'click', '1');
    await terminal.tells('keyboard shown');
    await pause(500);
    for (const [x, y] of Object.values({ h: [640, 655], u: [640, 601], n: [769, 710], d: [382, 655] })) {
      xdotool('mousemove', x, y, 'click', '1');
      await pause(200);
    }
    xdotool('mousemove', '1048', '710', 'click', '1');
    await terminal.tells('path /de/suche');
    // The first hit stands where it stands for who has typed "hund" on a real keyboard.
    await pause(500);
    xdotool('mousemove', '110', '463', 'click', '1');
    await terminal.tells('path /de/leistungen/hund-abmelden');
  } finally {
    await terminal.close();
  }
});

/** Clock ticks that the process has been running. */
const ticksOf = (process_) => readFileSync(`/proc/${process_.pid}/stat`, 'utf8').split(' ').slice(13, 15).reduce((sum, ticks) => sum + Number(ticks), 0);

/** How long it takes depends on how fast this machine draws. */
async function comesToRest(process_) {
  for (const until = Date.now() + kPatience; Date.now() < until; ) {
    const before = ticksOf(process_);
    await pause(700);
    if (ticksOf(process_) - before <= 1) return true;
  }
  return false;
}

test('a number is said, not called; the map is moved and chosen from, and then rests', { skip }, async () => {
  const terminal = new Terminal('--text-size', '100');
  try {
    await terminal.tells('path /de/');
    await pause(500);
    xdotool('mousemove', '700', '300');
    for (let page = 0; page < 8; page++) {
      xdotool('key', 'Next');
      await pause(100);
    }
    xdotool('mousemove', '118', '252', 'click', '1');
    await terminal.tells('note phone');
    await pause(300);
    xdotool('key', 'Escape');
    await terminal.tells('note closed');
    xdotool('mousemove', '493', '421', 'click', '1');
    await terminal.tells('path /de/stadtplan');
    await pause(500);
    xdotool('mousemove', '1100', '700', 'click', '--repeat', '8', '--delay', '60', '5');
    await pause(500);
    // Thrown, it goes on for a while.
    xdotool('mousemove', '900', '650', 'mousedown', '1');
    await pause(100);
    for (const x of ['870', '830', '780']) xdotool('mousemove', x, '640');
    xdotool('mouseup', '1');
    await terminal.tells('focus scene');
    xdotool('mousemove', '1205', '493', 'click', '1');
    assert.ok(await comesToRest(terminal.process), 'at rest there are no frames');
    xdotool('mousemove', '789', '463', 'click', '1');
    await terminal.tells('focus link');
  } finally {
    await terminal.close();
  }
});

test('without input it warns, can be prolonged, and then begins anew at the start page', { skip }, async () => {
  const terminal = new Terminal('--text-size', '100', '--idle', '5', '--warning', '4');
  try {
    await terminal.tells('path /de/');
    await pause(500);
    xdotool('mousemove', '100', '142', 'click', '1');
    await terminal.tells('path /de/leistungen');
    await terminal.tells('warning');
    await pause(700);
    xdotool('key', 'Tab');
    await pause(300);
    xdotool('key', 'Return');
    await terminal.tells('warning');
    assert.ok(!terminal.told('anew'), 'it was prolonged');
    await terminal.tells('anew');
    await terminal.tells('path /de/');
  } finally {
    await terminal.close();
  }
});

test('nobody there, nothing to forget: a start page that was not touched stays as it is', { skip }, async () => {
  const terminal = new Terminal('--idle', '1', '--warning', '1');
  try {
    await terminal.tells('path /de/');
    await pause(3000);
    assert.ok(!terminal.told('warning') && !terminal.told('anew'));
  } finally {
    await terminal.close();
  }
});
