// Serves the portal offline after the first visit. A new version installs in the background and takes over when no
// page is busy. /offline.json with {"enabled": false} removes it all. Bundled into one classic script,
// /service_worker.js.
import {
  cacheFirst,
  cacheName,
  fetchAndKeepPage,
  keepFiles,
  keepLanguage,
  networkFirst,
  page,
  precache,
  presentCacheName,
  removeAllCaches,
  removeCachesBut,
  requestOfflineList,
} from "./service_worker_cache.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
// The site build puts the version here, so that the browser sees a new worker for every new site.
const VERSION = "__STADTTOR_VERSION__";
const IS_STAMPED = !VERSION.startsWith("__");
const ANSWER_MILLISECONDS = 1000;
const CHECK_MILLISECONDS = 600_000;

let lastCheck = 0;

async function usedCacheName() {
  return IS_STAMPED ? cacheName(VERSION) : presentCacheName();
}

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const list = await requestOfflineList();
      if (list?.enabled === false) {
        await worker.skipWaiting();
        return;
      }
      // The browser tries again later; half a version is none.
      if (list === null || (IS_STAMPED && list.version !== VERSION)) throw new Error("no list of this version");
      await precache(list);
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      if (await stopIfSwitchedOff()) return;
      await removeCachesBut(await usedCacheName());
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("message", (event) => {
  const { type, url, urls, language } = event.data ?? {};
  if (type === "stadttor-update") event.waitUntil(takeOverIfSafe());
  if (type === "stadttor-keep-page" && typeof url === "string" && new URL(url).origin === worker.location.origin) {
    event.waitUntil(usedCacheName().then((name) => fetchAndKeepPage(url, name)));
  }
  if (type === "stadttor-keep-files" && Array.isArray(urls)) {
    const files = urls.filter((file) => typeof file === "string" && isFixed(new URL(file)));
    event.waitUntil(usedCacheName().then((name) => keepFiles(files, name)).catch(() => {}));
  }
  if (type === "stadttor-keep-language" && typeof language === "string") {
    event.waitUntil(usedCacheName().then((name) => keepLanguage(language, name)).catch(() => {}));
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || request.headers.has("range")) return;
  const path = pathBelowScope(url);
  // Answers of authorities are never kept, and the switch must always be the real one.
  if (path.startsWith("api/") || path === "offline.json" || path === "service_worker.js") return;
  if (isFixed(url)) {
    event.respondWith(usedCacheName().then((name) => cacheFirst(request, name)));
  } else if (request.mode === "navigate") {
    event.respondWith(usedCacheName().then((name) => page(request, name, (promise) => event.waitUntil(promise))));
    event.waitUntil(checkSwitch());
  } else {
    event.respondWith(usedCacheName().then((name) => networkFirst(request, name)));
  }
});

/** @param {URL} url */
function pathBelowScope(url) {
  return url.pathname.slice(new URL(worker.registration.scope).pathname.length);
}

/** A file whose name changes with its content. @param {URL} url */
function isFixed(url) {
  return url.origin === worker.location.origin && /^(?:assets\/|daten\/[^/]+\/)/.test(pathBelowScope(url));
}

async function checkSwitch() {
  if (Date.now() - lastCheck < CHECK_MILLISECONDS) return;
  lastCheck = Date.now();
  await stopIfSwitchedOff();
}

/** @returns {Promise<boolean>} */
async function stopIfSwitchedOff() {
  const list = await requestOfflineList();
  if (list?.enabled !== false) return false;
  await removeAllCaches();
  await worker.registration.unregister();
  return true;
}

// Every page is asked; one that is busy, or does not answer, keeps the old version for all.
async function takeOverIfSafe() {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(pages.map((client) => isSafe(client)));
  if (answers.every(Boolean)) await worker.skipWaiting();
}

/** @param {Client} client @returns {Promise<boolean>} */
function isSafe(client) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data === "safe");
    setTimeout(() => resolve(false), ANSWER_MILLISECONDS);
    client.postMessage({ type: "stadttor-is-safe" }, [port2]);
  });
}
