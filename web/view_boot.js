// Applies kept view settings before the first paint. A classic script that blocks rendering, so it stands alone and
// repeats what view_settings.js knows; a test compares the two.
(() => {
  try {
    const kept = JSON.parse(localStorage.getItem("stadttor.view") || "{}");
    for (const [name, attribute, values] of /** @type {[string, string, RegExp][]} */ ([
      ["text-size", "data-text-size", /^(100|125|150|175|200)$/],
      ["contrast", "data-contrast", /^more$/],
      ["theme", "data-kern-theme", /^(dark|light)$/],
      ["motion", "data-motion", /^less$/],
    ])) {
      if (values.test(kept[name])) document.documentElement.setAttribute(attribute, kept[name]);
    }
  } catch {
    // No storage, no settings.
  }
  // Scenes get their place before the first paint, so that nothing moves when they are drawn (shell/styles/scene.css).
  if (typeof WebGL2RenderingContext === "function" && typeof IntersectionObserver === "function") {
    document.documentElement.setAttribute("data-scenes", "drawn");
  }
})();
