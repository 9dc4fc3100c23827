// <stadttor-portal src="https://portal.example" lang="de" path="/de/leistungen/">: a portal within a municipality's
// own site, in a frame on the portal's own origin. The site learns height, title and path, and nothing else.
// presentation="canvas" asks for the drawn presentation, which the citizen may leave.

const TALLEST_PIXELS = 100_000;
const LONGEST_TEXT = 500;
// No top navigation: the portal never takes the citizen away from the site around it.
const SANDBOX =
  "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups " +
  "allow-popups-to-escape-sandbox";

// What the portal's own headers ask for, too: passkeys, which open the vault, and where the citizen is, who asks what
// is near. To a frame of another origin the site around it has to hand it on.
const HANDED_ON = "publickey-credentials-get; publickey-credentials-create; geolocation";

export class StadttorPortal extends HTMLElement {
  static observedAttributes = ["src", "lang", "path"];
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #origin = "";

  connectedCallback() {
    addEventListener("message", this.#received);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#received);
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback() {
    if (this.#frame !== null) this.#show();
  }

  #show() {
    const url = portalUrl(this.getAttribute("src"), this.getAttribute("path"), this.getAttribute("lang"));
    if (url === null) {
      this.#frame?.remove();
      this.#frame = null;
      console.error("stadttor-portal: src must be an https address, path a path on it");
      return;
    }
    this.#origin = url.origin;
    const frame = this.#frame ?? this.#newFrame();
    if (frame.src !== url.href) frame.src = url.href;
    if (!frame.isConnected) this.append(frame);
  }

  #newFrame() {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = HANDED_ON;
    frame.referrerPolicy = "no-referrer";
    frame.title = this.getAttribute("title") ?? "Portal";
    // Read once, by the page in the frame (web/presentation.js): an address with this wish in it would be another page.
    if (this.getAttribute("presentation") === "canvas") frame.name = "stadttor:canvas";
    frame.style.cssText = "display:block;inline-size:100%;block-size:40rem;border:0";
    this.#frame = frame;
    return frame;
  }

  /** @param {MessageEvent} event */
  #received = (event) => {
    const frame = this.#frame;
    if (frame === null || event.source !== frame.contentWindow || event.origin !== this.#origin) return;
    const data = event.data;
    if (typeof data !== "object" || data === null || data.sender !== "stadttor") return;
    const { type, value } = data;
    if (type === "height") {
      if (typeof value === "number" && value >= 0 && value <= TALLEST_PIXELS) frame.style.blockSize = `${value}px`;
    } else if ((type === "title" || type === "path") && typeof value === "string" && value.length <= LONGEST_TEXT) {
      if (type === "title") frame.title = value;
      this.dispatchEvent(new CustomEvent(`stadttor-${type}`, { detail: value }));
    }
  };
}

/**
 * @param {string | null} source
 * @param {string | null} path
 * @param {string | null} language
 * @returns {URL | null}
 */
export function portalUrl(source, path, language) {
  try {
    const portal = new URL(source ?? "");
    const isLocal = portal.protocol === "http:" && portal.hostname === "localhost";
    if (portal.protocol !== "https:" && !isLocal) return null;
    const url = new URL(path ?? (language === null ? portal.pathname : `/${encodeURIComponent(language)}/`), portal);
    return url.origin === portal.origin ? url : null;
  } catch {
    return null;
  }
}

if (customElements.get("stadttor-portal") === undefined) customElements.define("stadttor-portal", StadttorPortal);
