// The portal's half of an embedding: tells the page around it height, title and path, and nothing else. Listens to
// nothing from there.

/** @typedef {{ reportPath: () => void }} Embedding */

/** @returns {Embedding | null} null where the portal stands alone, or the page around it is not on the list */
export function reportToEmbedder() {
  if (window.parent === window) return null;
  const targets = embedderOrigins();
  if (targets.length === 0) return null;
  document.documentElement.dataset.embedded = "true";

  /** @param {"height" | "title" | "path"} type @param {number | string} value */
  const post = (type, value) => {
    // The browser delivers to the one origin that is really there.
    for (const target of targets) window.parent.postMessage({ sender: "stadttor", type, value }, target);
  };
  let height = 0;
  const reportHeight = () => {
    const next = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (next !== height) post("height", (height = next));
  };
  new ResizeObserver(reportHeight).observe(document.documentElement);
  const title = document.querySelector("title");
  const reportTitle = () => post("title", document.title);
  if (title !== null) new MutationObserver(reportTitle).observe(title, { childList: true });
  // Without query and fragment: those may be what a citizen was looking for.
  const reportPath = () => post("path", location.pathname);
  reportTitle();
  reportPath();
  return { reportPath };
}

/** @returns {string[]} exact origins from the list that may stand around the portal */
function embedderOrigins() {
  const listed = (document.documentElement.dataset.embedOrigins ?? "").split(/\s+/).filter(isOrigin);
  const ancestor = location.ancestorOrigins?.[0];
  return ancestor === undefined ? listed : listed.filter((origin) => origin === ancestor);
}

/** @param {string} text */
function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
