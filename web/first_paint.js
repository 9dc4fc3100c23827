// When the browser has shown the page for the first time: what the page does not need to be seen comes after that.

// A page in a frame far below the fold may never be painted and must become usable all the same.
const PATIENCE = 300;

/** Settles after the first paint, or at once where there is none to wait for. */
export function firstPaint() {
  const isAwaited = document.visibilityState === "visible" && performance.getEntriesByType("paint").length === 0;
  if (!isAwaited || !globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return Promise.resolve();
  return new Promise((/** @type {(value: void) => void} */ resolve) => {
    const observer = new PerformanceObserver(() => settle());
    const timer = setTimeout(() => settle(), PATIENCE);
    const settle = () => {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    };
    observer.observe({ type: "paint", buffered: true });
  });
}
