// Registers the service worker and tells it whether this page can bear an update now: not while something is entered
// that has not been sent.
import { isEdited, isField } from "./document/fields.js";

/** @typedef {import("./document/page_parts.js").PageParts} PageParts */

const WORKER_URL = "/service_worker.js";

/** @typedef {{ createScriptURL: (url: string) => string }} UrlPolicy */
/** @typedef {{ createPolicy: (name: string, rules: UrlPolicy) => UrlPolicy }} TrustedTypesFactory */

// The only policy the page's headers allow, and it knows one address only.
function workerUrl() {
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypesFactory }} */ (/** @type {unknown} */ (globalThis));
  if (trustedTypes === undefined) return WORKER_URL;
  return trustedTypes.createPolicy("engine-worker", { createScriptURL: () => WORKER_URL }).createScriptURL(WORKER_URL);
}

/** @param {PageParts} page */
export async function registerServiceWorker(page) {
  const container = navigator.serviceWorker;
  // Absent in insecure contexts and in some private modes.
  if (container === undefined || document.documentElement.dataset.offline === "off") return;
  container.addEventListener("message", (event) => {
    if (event.data?.type === "stadttor-is-safe") event.ports[0]?.postMessage(isBusy(page) ? "busy" : "safe");
  });
  try {
    const wasControlled = container.controller !== null;
    const registration = await container.register(workerUrl(), { updateViaCache: "none" });
    offerUpdate(registration);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => offerUpdate(registration));
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") offerUpdate(registration);
    });
    const { active } = await container.ready;
    if (!savesData()) active?.postMessage({ type: "stadttor-keep-language", language: document.documentElement.lang });
    if (wasControlled) return;
    // This page came without the worker, so it is not yet among those that are there offline.
    active?.postMessage({ type: "stadttor-keep-page", url: location.origin + location.pathname });
    keepWhatCameEarlier(active);
  } catch {
    // The portal works without; there is nothing the citizen could do.
  }
}

// What draws scenes is not on the worker's list: it keeps what it has fetched, and hears here of what came without it.
/** @param {ServiceWorker | null} worker */
function keepWhatCameEarlier(worker) {
  const files = new PerformanceObserver((list) => {
    const entries = /** @type {PerformanceResourceTiming[]} */ (list.getEntries());
    const urls = entries.filter((entry) => entry.workerStart === 0).map((entry) => entry.name);
    if (urls.length > 0) worker?.postMessage({ type: "stadttor-keep-files", urls });
  });
  files.observe({ type: "resource", buffered: true });
}

// The whole portal is some hundred kilobytes; who pays for each of them gets only what was opened.
function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (/** @type {unknown} */ (navigator));
  return connection?.saveData === true;
}

/** @param {ServiceWorkerRegistration} registration */
function offerUpdate(registration) {
  if (registration.active !== null) registration.waiting?.postMessage({ type: "stadttor-update" });
}

/** @param {PageParts} page */
function isBusy(page) {
  if (page.edits.composing !== null || document.documentElement.dataset.busy === "true") return true;
  const fields = page.root.container.querySelectorAll("input:not([type=search]), textarea, select");
  return [...fields].some((field) => isField(field) && isEdited(field));
}
