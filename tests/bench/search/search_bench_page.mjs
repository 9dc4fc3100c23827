// The part of the search bench that runs in the page: both engines answer the same queries, one after the other.

export const kMiniSearchOptions = {
  fields: ['title', 'words', 'summary', 'text'],
  storeFields: ['title'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, words: 3, summary: 2 } },
};

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

function measure(find, sets, runs) {
  for (const queries of Object.values(sets)) for (const { query } of queries.slice(0, 50)) find(query);
  const result = {};
  for (const [name, queries] of Object.entries(sets)) {
    const times = [];
    let first = 0;
    let ten = 0;
    for (const { query, id } of queries) {
      // The quickest of some runs: what else the machine does is not the engine's time.
      let best = Infinity;
      let ids = [];
      for (let run = 0; run < runs; ++run) {
        const start = performance.now();
        ids = find(query);
        best = Math.min(best, performance.now() - start);
      }
      times.push(best);
      first += ids[0] === id ? 1 : 0;
      ten += ids.slice(0, 10).includes(id) ? 1 : 0;
    }
    const sorted = [...times].sort((left, right) => left - right);
    result[name] = { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), first: first / queries.length, ten: ten / queries.length, times };
  }
  return result;
}

async function loadOurs() {
  const engine = await (await import('/engine.mjs')).default();
  const bytes = new Uint8Array(await (await fetch('/index.bin')).arrayBuffer());
  const times = [];
  for (let round = 0; round < 3; ++round) {
    const start = performance.now();
    const address = engine._bench_allocate(bytes.length);
    engine.HEAPU8.set(bytes, address);
    if (engine._bench_load(address, bytes.length) === 0) throw new Error('the index is unsound');
    times.push(performance.now() - start);
  }
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const find = (query) => {
    const typed = encoder.encode(query);
    const address = engine._bench_allocate(typed.length + 1);
    engine.HEAPU8.set(typed, address);
    const answer = engine._bench_find(address, typed.length, 10);
    const end = engine.HEAPU8.indexOf(0, answer);
    return decoder.decode(engine.HEAPU8.subarray(answer, end)).split('\n').filter(Boolean);
  };
  // The first load counts: that is what a visit has.
  return { find, load: times[0], memory: () => engine._bench_memory() };
}

async function loadMiniSearch() {
  const MiniSearch = (await import('/minisearch.js')).default;
  const text = await (await fetch('/mini.json')).text();
  const start = performance.now();
  const mini = MiniSearch.loadJSON(text, kMiniSearchOptions);
  const load = performance.now() - start;
  return { find: (query) => mini.search(query).slice(0, 10).map((hit) => hit.id), load };
}

export async function compare(runs) {
  const sets = await (await fetch('/queries.json')).json();
  const ours = await loadOurs();
  const mini = await loadMiniSearch();
  return {
    ours: { load: ours.load, sets: measure(ours.find, sets, runs), memory: ours.memory() },
    mini: { load: mini.load, sets: measure(mini.find, sets, runs) },
  };
}
