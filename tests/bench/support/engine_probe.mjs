// Watches the page from before its first script: callbacks of frames and timers, calls into WebAssembly, and its memory.

/** In the page, before any of its scripts. Everything is counted in globalThis.probe. */
export function installProbe() {
  const probe = { frames: 0, timers: 0, engineCalls: 0, memory: null };
  globalThis.probe = probe;
  const counted = (name, what) => {
    const original = globalThis[name];
    globalThis[name] = (callback, ...rest) => original((...values) => {
      probe[what] += 1;
      callback(...values);
    }, ...rest);
  };
  counted("requestAnimationFrame", "frames");
  for (const name of ["setTimeout", "setInterval", "requestIdleCallback"]) counted(name, "timers");

  const watched = (instance) => {
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      if (value instanceof WebAssembly.Memory) probe.memory = value;
      exports[name] = typeof value === "function" ? (...values) => ((probe.engineCalls += 1), value(...values)) : value;
    }
    return { exports };
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const { module, instance } = await original.apply(WebAssembly, values);
      return { module, instance: watched(instance) };
    };
  }
}

/** Until the engine is ready, the offline copy is made, and nothing has been requested for `quiet` milliseconds. */
export async function settle(page, context, quiet = 3000) {
  let last = Date.now();
  context.on("request", () => (last = Date.now()));
  await page.waitForFunction(() => performance.getEntriesByName("stadttor-ready").length > 0, null, { polling: 100 });
  // The time-out lies outside: a timer in the page would be counted.
  const offlineCopy = page.evaluate(() => navigator.serviceWorker?.ready.then(() => {}));
  await Promise.race([offlineCopy, new Promise((resolve) => setTimeout(resolve, 20_000))]);
  while (Date.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, 100));
}
