// What the service worker keeps and how: one cache for each version of the site, so that pages and the files they
// name always belong together.

const PREFIX = "stadttor-";
const MOST_PAGES = 60;
// A page that takes longer is shown from the cache where it is there: a bad network is worse than none.
const PATIENCE_MILLISECONDS = 4000;

/**
 * /offline.json, written by the build.
 * @typedef {object} OfflineList
 * @property {boolean} [enabled] false: everything is removed, and the worker with it
 * @property {string} version
 * @property {string[]} files what a visit needs without a network
 * @property {string[]} [scenes] what draws scenes: as large as all the others, so only for who has seen one
 * @property {string[]} [answers] beginnings of addresses: what a server there says is the same for everybody, and kept
 *   for when there is no network
 * @property {Record<string, string>} [shells] by language: a page with an empty portal that the engine fills
 * @property {Record<string, LanguageFiles>} [languages] what makes the whole portal work offline in one language
 *
 * @typedef {object} LanguageFiles
 * @property {string[]} files
 * @property {string} bundle JSON of many small files by their paths below the bundle's folder
 */

/** @returns {Promise<OfflineList | null>} null where it cannot be had */
export async function requestOfflineList() {
  try {
    const response = await fetch("/offline.json", { cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export async function removeAllCaches() {
  await removeCachesBut("");
}

/** @param {string} kept name of the cache to keep */
export async function removeCachesBut(kept) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== kept);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {string} version */
export function cacheName(version) {
  return PREFIX + version;
}

/** Name of the newest of our caches; a worker that was asleep does not remember. @returns {Promise<string>} */
export async function presentCacheName() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return names[names.length - 1] ?? cacheName("none");
}

/**
 * Only install makes a cache: a worker that was switched off, or whose caches the citizen removed, starts none.
 * @param {string} name
 * @returns {Promise<Cache | null>}
 */
async function existingCache(name) {
  return (await caches.has(name)) ? caches.open(name) : null;
}

/**
 * All or nothing.
 * @param {OfflineList} list
 */
export async function precache(list) {
  const cache = await caches.open(cacheName(list.version));
  const pages = Object.values(list.shells ?? {});
  await cache.addAll([...new Set([...list.files, ...pages])].map((file) => new Request(file, { cache: "no-cache" })));
  await cache.put("/offline.json", new Response(JSON.stringify(list)));
  await keepScenesAgain(list, cache).catch(() => {});
}

/**
 * Who had scenes offline has them after an update, too.
 * @param {OfflineList} list
 * @param {Cache} cache of that list
 */
async function keepScenesAgain(list, cache) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === cacheName(list.version)) continue;
    const old = await caches.open(name);
    const scenes = (await keptList(old))?.scenes ?? [];
    const kept = await Promise.all(scenes.map((file) => old.match(file, { ignoreVary: true })));
    if (kept.some((one) => one !== undefined)) await cache.addAll(list.scenes ?? []);
  }
}

/**
 * What a page loaded before the worker was there.
 * @param {string[]} urls
 * @param {string} name of the cache
 */
export async function keepFiles(urls, name) {
  const cache = await existingCache(name);
  if (cache === null) return;
  const missing = async (/** @type {string} */ url) => (await cache.match(url, { ignoreVary: true })) === undefined;
  // Each by itself: one that is not there any more takes no other with it.
  await Promise.allSettled(urls.map(async (url) => ((await missing(url)) ? cache.add(url) : undefined)));
}

/**
 * The whole portal in one language: small packs come as one bundle and are kept one by one.
 * @param {string} language
 * @param {string} name of the cache
 */
export async function keepLanguage(language, name) {
  const cache = await existingCache(name);
  const wanted = cache === null ? undefined : (await keptList(cache))?.languages?.[language];
  if (cache === null || wanted === undefined) return;
  for (const file of wanted.files) {
    if ((await cache.match(file)) === undefined) await cache.add(file);
  }
  if ((await cache.match(wanted.bundle)) !== undefined) return;
  const response = await fetch(wanted.bundle);
  if (!response.ok) return;
  /** @type {Record<string, unknown>} */
  const packs = await response.json();
  const headers = { "Content-Type": "application/json" };
  for (const [path, pack] of Object.entries(packs)) {
    const url = new URL(path, new URL(wanted.bundle, location.origin)).pathname;
    await cache.put(url, new Response(JSON.stringify(pack), { headers }));
  }
  // Last: it stands for all the others, so an interrupted copy is made again.
  await cache.put(wanted.bundle, new Response("{}", { headers }));
}

/**
 * Files whose name changes with their content.
 * @param {Request} request
 * @param {string} name of the cache
 * @returns {Promise<Response>}
 */
export async function cacheFirst(request, name) {
  const cache = await existingCache(name);
  if (cache === null) return fetch(request);
  // The page asks like this where the copy turned out to be broken.
  const kept = request.cache === "reload" ? undefined : await cache.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200 && response.type === "basic") await cache.put(request, response.clone());
  return response;
}

/**
 * @param {Request} request
 * @param {string} name
 * @returns {Promise<Response>}
 */
export async function networkFirst(request, name) {
  const cache = await existingCache(name);
  try {
    const response = await fetch(request);
    if (cache !== null && (await isForEverybody(cache, request.url, response))) {
      // A full disk takes nothing from the answer.
      await cache.put(request, response.clone()).catch(() => {});
    }
    return response;
  } catch (error) {
    const kept = await cache?.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept !== undefined) return kept;
    throw error;
  }
}

/**
 * A whole page: from the network, else as it was when last seen, else the language's shell.
 * @param {Request} request
 * @param {string} name of the cache
 * @param {(promise: Promise<unknown>) => void} keepAlive
 * @returns {Promise<Response>}
 */
export async function page(request, name, keepAlive) {
  const cache = await existingCache(name);
  if (cache === null) return fetch(request);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  const fresh = fetch(request).then((response) => {
    keepAlive(keepPage(cache, request.url, response.clone()));
    return response;
  });
  keepAlive(fresh.catch(() => {}));
  try {
    if (kept === undefined) return await fresh;
    return await Promise.race([fresh, later(kept)]);
  } catch (error) {
    const shown = kept ?? (await shellFor(cache, request.url));
    if (shown !== undefined) return shown;
    throw error;
  }
}

/** @param {string} url @param {string} name of the cache */
export async function fetchAndKeepPage(url, name) {
  const cache = await existingCache(name);
  if (cache !== null) await keepPage(cache, url, await fetch(url));
}

/**
 * Without what stands behind "?": it may be what a citizen was looking for.
 * @param {Cache} cache
 * @param {string} url
 * @param {Response} response
 */
async function keepPage(cache, url, response) {
  const { origin, pathname, search } = new URL(url);
  const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
  if (response.status !== 200 || response.redirected || !isPage || search !== "") return;
  await cache.put(origin + pathname, response);
  const list = await keptList(cache);
  const fixed = new Set([...(list?.files ?? []), ...Object.values(list?.shells ?? {})]);
  const pages = (await cache.keys()).filter((key) => isVisitedPage(new URL(key.url).pathname, fixed));
  await Promise.all(pages.slice(0, Math.max(0, pages.length - MOST_PAGES)).map((key) => cache.delete(key)));
}

/**
 * What is no data may be of somebody in between.
 * @param {Cache} cache @param {string} url @param {Response} response
 */
async function isForEverybody(cache, url, response) {
  const isData = /json|xml/.test(response.headers.get("content-type") ?? "");
  if (response.status !== 200 || !isData) return false;
  const { origin, pathname } = new URL(url);
  const beginnings = (await keptList(cache))?.answers ?? [];
  return beginnings.some((beginning) => (origin + pathname).startsWith(new URL(beginning, location.origin).href));
}

/** @param {string} path @param {Set<string>} fixed */
function isVisitedPage(path, fixed) {
  return !fixed.has(path) && !/^\/(?:assets|daten)\/|\.json$/.test(path);
}

/** @param {Cache} cache @param {string} url @returns {Promise<Response | undefined>} */
async function shellFor(cache, url) {
  const shells = (await keptList(cache))?.shells ?? {};
  const language = new URL(url).pathname.split("/").find((segment) => Object.hasOwn(shells, segment));
  const shell = language === undefined ? Object.values(shells)[0] : shells[language];
  const kept = shell === undefined ? undefined : await cache.match(shell);
  // A redirected response may not answer a navigation.
  return kept?.redirected === true ? new Response(kept.body, { headers: kept.headers }) : kept;
}

/** @param {Cache} cache @returns {Promise<OfflineList | null>} */
async function keptList(cache) {
  const kept = await cache.match("/offline.json");
  return kept === undefined ? null : kept.json();
}

/** @param {Response} response @returns {Promise<Response>} */
function later(response) {
  return new Promise((resolve) => setTimeout(() => resolve(response), PATIENCE_MILLISECONDS));
}
