// Which addresses a page may point to: the browser's half of src/foundation/url.h. Parses as the browser does
// (WHATWG) and strips nothing: an address that needs cleaning is refused.

// C0 controls, space, DEL and the backslash, which browsers read as a slash.
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN_CHARACTERS = /[\u0000-\u0020\u007f\\]/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;
const SITE_PATH = /^(?:\/(?!\/)|[#?])/;

/**
 * @param {string} address
 * @param {string} attribute where it is to stand: only "href" may hold mailto: and tel:
 * @returns {boolean}
 */
export function isAllowedUrl(address, attribute = "href") {
  if (address === "" || FORBIDDEN_CHARACTERS.test(address)) return false;
  if (!ABSOLUTE.test(address) && !SITE_PATH.test(address)) return false;
  const url = parsedUrl(address);
  if (url === null) return false;
  if (url.protocol === "https:") return true;
  if (url.protocol === "http:") return url.origin === location.origin;
  return attribute === "href" && (url.protocol === "mailto:" || url.protocol === "tel:");
}

/**
 * @param {string} address
 * @returns {URL | null} null where it is not an address
 */
export function parsedUrl(address) {
  try {
    return new URL(address, location.href);
  } catch {
    return null;
  }
}
