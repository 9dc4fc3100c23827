// The search beside MiniSearch, in one run, in headless Chromium: 10,000 generated services, four sets of queries.
// Prints one JSON row a line: {name, value, unit, budget}; budget is null where a figure is for comparison only.
//
//   node search_bench.mjs [--build-dir DIR] [--node DIR] [--synonyms FILE] [--runs N]
//
// Needs g++, em++, brotli in Node's zlib, /usr/bin/chromium, and minisearch and playwright-core in DIR/node_modules.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { makeCorpus, makeQueries } from './corpus.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');

function parseArguments(list) {
  const options = {
    buildDir: path.join(root, '.build/bench/search'),
    node: path.join(root, '.build/node'),
    synonyms: path.join(root, 'assets/musterstadt/search/synonyms.json'),
    runs: 3,
  };
  for (let at = 0; at + 1 < list.length; at += 2) {
    const name = { '--build-dir': 'buildDir', '--node': 'node', '--synonyms': 'synonyms', '--runs': 'runs' }[list[at]];
    if (!name) throw new Error(`unknown option ${list[at]}`);
    options[name] = name === 'runs' ? Number(list[at + 1]) : path.resolve(list[at + 1]);
  }
  return options;
}

function run(program, args) {
  execFileSync('nice', [program, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_PATH: process.env.NODE_PATH ?? '/usr/share/nodejs' },
  });
}

const sourcesIn = (folder) => readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name));
const newest = (files) => Math.max(...files.map((file) => statSync(file).mtimeMs));

// Builds what is older than its sources.
function build(options) {
  mkdirSync(options.buildDir, { recursive: true });
  const inDir = (name) => path.join(options.buildDir, name);
  const all = [...sourcesIn('src/portal/search'), ...sourcesIn('src/foundation'), ...sourcesIn('tests/bench/search')];
  const stamp = newest(existsSync(options.synonyms) ? [...all, options.synonyms] : all);
  const isOld = (name) => !existsSync(inDir(name)) || statSync(inDir(name)).mtimeMs < stamp;
  const engine = [...sourcesIn('src/portal/search'), path.join(root, 'src/foundation/error.cpp')].filter((file) => file.endsWith('.cpp'));
  const flags = ['-std=c++20', '-O2', `-I${path.join(root, 'src')}`];

  if (isOld('index.bin')) {
    const groups = existsSync(options.synonyms) ? JSON.parse(readFileSync(options.synonyms, 'utf8')).groups : [];
    writeFileSync(inDir('corpus.json'), JSON.stringify({ documents: makeCorpus(), synonyms: groups.map((group) => group.words ?? group) }));
    run('g++', [...flags, ...engine, path.join(here, 'search_bench_index.cpp'), '-o', inDir('search_bench_index')]);
    run(inDir('search_bench_index'), [inDir('corpus.json'), inDir('index.bin')]);
  }
  if (isOld('engine.mjs')) {
    const client = engine.filter((file) => !file.endsWith('index_writer.cpp'));
    // The core is built for size; measured, -O2 is no faster here by more than the noise.
    run('em++', ['-std=c++20', '-Oz', `-I${path.join(root, 'src')}`, '-fno-exceptions', '-fno-rtti', ...client, path.join(here, 'search_bench_module.cpp'), '-sMODULARIZE=1',
      '-sEXPORT_ES6=1', '-sENVIRONMENT=web', '-sALLOW_MEMORY_GROWTH=1', '-sFILESYSTEM=0',
      '-sEXPORTED_FUNCTIONS=_bench_allocate,_bench_load,_bench_find,_bench_memory', '-o', inDir('engine.mjs')]);
  }
}

// Cross-origin isolation gives the page a clock of five microseconds.
const kHeaders = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const kTypes = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.json': 'application/json' };

async function serve(files) {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url, 'http://localhost').pathname];
    if (file === undefined) return response.writeHead(404).end();
    const type = kTypes[path.extname(file.name)] ?? 'application/octet-stream';
    response.writeHead(200, { ...kHeaders, 'Content-Type': type }).end(file.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function rowsFrom(result, sizes) {
  const rows = [];
  const row = (name, value, unit, budget = null) => rows.push({ name, value: Math.round(value * 1000) / 1000, unit, budget });
  const { ours, mini } = result;
  row('search index, brotli 11', sizes.index / 1024, 'KB', 600);
  row('search index of MiniSearch, brotli 11', sizes.mini / 1024, 'KB');
  row('search engine alone (wasm), brotli 11', sizes.engine / 1024, 'KB', 40);
  row('search index, loaded in', ours.load, 'ms', 20);
  row('MiniSearch, loaded in', mini.load, 'ms');
  row('search memory', ours.memory / 1048576, 'MB');
  const all = { ours: [], mini: [] };
  for (const set of Object.keys(ours.sets)) {
    row(`search ${set} p50`, ours.sets[set].p50, 'ms');
    row(`search ${set} p99`, ours.sets[set].p99, 'ms', 2);
    row(`MiniSearch ${set} p50`, mini.sets[set].p50, 'ms');
    row(`MiniSearch ${set} p99`, mini.sets[set].p99, 'ms');
    all.ours.push(...ours.sets[set].times);
    all.mini.push(...mini.sets[set].times);
  }
  const quantile = (times, part) => times.sort((left, right) => left - right)[Math.min(times.length - 1, Math.floor(times.length * part))];
  row('search p50', quantile(all.ours, 0.5), 'ms');
  row('search p99', quantile(all.ours, 0.99), 'ms', 2);
  row('MiniSearch p50', quantile(all.mini, 0.5), 'ms');
  row('MiniSearch p99', quantile(all.mini, 0.99), 'ms');
  row('search faster than MiniSearch, p50', quantile(all.mini, 0.5) / quantile(all.ours, 0.5), 'x', 5);
  row('search faster than MiniSearch, p99', quantile(all.mini, 0.99) / quantile(all.ours, 0.99), 'x', 5);
  for (const [set, place] of [['exact', 'first'], ['oneTypo', 'first'], ['twoTypos', 'ten'], ['compoundPart', 'ten']]) {
    row(`recall ${set}, found ${place === 'first' ? 'first' : 'in first ten'}`, ours.sets[set][place] * 100, '%', Math.round(mini.sets[set][place] * 1000) / 10);
    row(`MiniSearch recall ${set}, found ${place === 'first' ? 'first' : 'in first ten'}`, mini.sets[set][place] * 100, '%');
  }
  return rows;
}

/** Runs everything and returns the rows. `browser`: a launched playwright-core browser; without one, Chromium is started. */
export async function runSearchBench(given = {}) {
  const options = { ...parseArguments([]), ...given };
  build(options);
  const require = createRequire(path.join(options.node, 'package.json'));
  const inDir = (name) => readFileSync(path.join(options.buildDir, name));
  const miniSearchFile = path.join(options.node, 'node_modules/minisearch/dist/es/index.js');
  const corpus = makeCorpus();
  const MiniSearch = (await import(pathToFileURL(miniSearchFile))).default;
  const { kMiniSearchOptions } = await import('./search_bench_page.mjs');
  const mini = new MiniSearch(kMiniSearchOptions);
  mini.addAll(corpus.map((document) => ({ ...document, words: document.words.join(' ') })));
  const miniBytes = Buffer.from(JSON.stringify(mini));
  const brotli = (bytes) => zlib.brotliCompressSync(bytes, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  const sizes = { index: brotli(inDir('index.bin')), mini: brotli(miniBytes), engine: brotli(inDir('engine.wasm')) };

  const files = {
    '/': { name: 'index.html', bytes: '<!doctype html><title>bench</title>' },
    '/engine.mjs': { name: 'engine.mjs', bytes: inDir('engine.mjs') },
    '/engine.wasm': { name: 'engine.wasm', bytes: inDir('engine.wasm') },
    '/index.bin': { name: 'index.bin', bytes: inDir('index.bin') },
    '/mini.json': { name: 'mini.json', bytes: miniBytes },
    '/minisearch.js': { name: 'minisearch.js', bytes: readFileSync(miniSearchFile) },
    '/page.mjs': { name: 'page.mjs', bytes: readFileSync(path.join(here, 'search_bench_page.mjs')) },
    '/queries.json': { name: 'queries.json', bytes: JSON.stringify(makeQueries(corpus)) },
  };
  const server = await serve(files);
  const browser = options.browser ?? await require('playwright-core').chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const result = await page.evaluate(async (runs) => (await import('/page.mjs')).compare(runs), options.runs);
    return rowsFrom(result, sizes);
  } finally {
    if (!options.browser) await browser.close();
    server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (availableParallelism() < 2) console.error('one core only: times will be noisy');
  for (const row of await runSearchBench(parseArguments(process.argv.slice(2)))) console.log(JSON.stringify(row));
}
