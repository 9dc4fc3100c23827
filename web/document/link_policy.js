// Which clicks on links the engine answers. All others are the browser's: new tabs, downloads, other sites, jumps
// within the page.
import { parsedUrl } from "./url_allow_list.js";

/**
 * What is searched for, and which case is shown, stands behind "#" as "q=..." or "v=...": there it is never sent, and
 * it makes another page. All other jumps lead to a place on the same one.
 * @param {string} hash with its "#"
 */
export const namesAPage = (hash) => /^#[a-z]=/.test(hash);

/**
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 * @param {string} base path below which addresses belong to the portal, with a slash at its end
 */
export function isEngineLink(event, link, base) {
  if (event.defaultPrevented || event.button !== 0) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const target = link.getAttribute("target") ?? "";
  if ((target !== "" && target !== "_self") || link.hasAttribute("download")) return false;
  const url = parsedUrl(link.href);
  if (url === null || url.origin !== location.origin || !url.pathname.startsWith(base)) return false;
  const isHere = url.pathname === location.pathname && url.search === location.search;
  const isJump = url.hash !== "" && !namesAPage(url.hash) && isHere;
  return !isJump;
}
