// Before the first paint: applies kept view settings, chooses the typeface, and asks for the engine. A classic script
// that blocks rendering, so it stands alone and repeats what view_settings.js knows; a test compares the two.
(() => {
  try {
    const kept = JSON.parse(localStorage.getItem("stadttor.view") || "{}");
    for (const [name, attribute, values] of /** @type {[string, string, RegExp][]} */ ([
      ["text-size", "data-text-size", /^(100|125|150|175|200)$/],
      ["contrast", "data-contrast", /^more$/],
      ["theme", "data-kern-theme", /^(dark|light)$/],
      ["motion", "data-motion", /^less$/],
      ["presentation", "data-presentation", /^(canvas|document)$/],
    ])) {
      if (values.test(kept[name])) document.documentElement.setAttribute(attribute, kept[name]);
    }
  } catch {
    // No storage, no settings.
  }
  // The own typeface, where it is on the device or a moment away. Elsewhere the page would wait for it in vain, and
  // wears it from the next page on (typeface.js).
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (navigator.serviceWorker?.controller || (visit && performance.now() - visit.requestStart < 200)) {
    document.documentElement.setAttribute("data-typeface", "own");
  }
  // Scenes get their place before the first paint, so that nothing moves when they are drawn (shell/styles/scene.css).
  if (typeof WebGL2RenderingContext === "function" && typeof IntersectionObserver === "function") {
    document.documentElement.setAttribute("data-scenes", "drawn");
  }
})();

// Links in the page would share a slow line with the style sheet, and portal.js comes late. When this script is here,
// most of the style sheet is. What is asked for here has to be what core_loader.js and portal/library ask for, in the
// same way, or it is fetched twice.
(() => {
  const { lang, dataset } = document.documentElement;
  /** @param {string} rel @param {string | undefined} address */
  const ask = (rel, address) => {
    if (!address) return;
    const link = document.createElement("link");
    link.rel = rel;
    link.setAttribute("fetchpriority", "low");
    if (rel === "preload") {
      link.setAttribute("as", "fetch");
      link.crossOrigin = "anonymous";
    }
    link.href = address;
    document.head.append(link);
  };
  ask("modulepreload", dataset.script);
  ask("preload", dataset.core);
  for (const pack of [`${lang}/start.json`, ...(dataset.packs?.split(" ") ?? [])]) {
    ask("preload", dataset.daten && dataset.daten + pack);
  }
  // Only pages on which something may be kept name it, and they ask for it as soon as the engine runs.
  ask("modulepreload", dataset.keysScript);
})();
