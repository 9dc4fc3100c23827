// When the drawn presentation stands aside for the document: one function for each cause, looked at again whenever it
// may have changed. On paper it does so by its style sheet; for what drawing itself shows, see page_context.js.
import { textProbe } from "./text_probe.js";

/**
 * Why, as the view settings say it ("view.presentation.gives_way.<reason>").
 * @typedef {"device" | "lost" | "contrast" | "spacing" | "text_size" | "narrow" | "translated" | "touch" | "script"
 * } Reason
 */
/** @typedef {(changed: () => void, signal: AbortSignal) => void} Watch */
/** @typedef {{ reason: Reason, applies: () => boolean, watch: Watch }} Cause */

const LEAST_WIDTH = 640; // also 400 % on a screen of 1280
const LEAST_HEIGHT = 400;
const LEAST_MEMORY_GIGABYTES = 2;
// Where each letter stands by itself, one after the other from the left.
const PLAIN_SCRIPTS = ["Latn", "Cyrl", "Grek"];

/** @param {...string} queries @returns {Pick<Cause, "applies" | "watch">} */
function media(...queries) {
  const lists = queries.map((query) => matchMedia(query));
  return {
    applies: () => lists.some(({ matches }) => matches),
    watch: (changed, signal) => lists.forEach((list) => list.addEventListener("change", changed, { signal })),
  };
}

/** @param {string[]} names of attributes on the root element @returns {Watch} */
const rootAttributes = (...names) => (changed, signal) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: names });
  signal.addEventListener("abort", () => observer.disconnect());
};

/** Colours that the citizen or the system has chosen. @returns {Cause} */
export function forcedColours() {
  return { reason: "contrast", ...media("(forced-colors: active)") };
}

/** More contrast, asked of the system. @returns {Cause} */
export function moreContrast() {
  return { reason: "contrast", ...media("(prefers-contrast: more)", "(prefers-contrast: custom)") };
}

/** More contrast, asked of the portal. @returns {Cause} */
export function ownContrast() {
  const applies = () => document.documentElement.dataset.contrast === "more";
  return { reason: "contrast", applies, watch: rootAttributes("data-contrast") };
}

/** Text spacing, font or lines of the citizen's own: a user style sheet, an extension. @returns {Cause} */
export function ownTextSpacing() {
  const probe = textProbe();
  return { reason: "spacing", applies: () => probe.hasOwnSpacing(), watch: (...how) => probe.watch(...how) };
}

/** Another size of text than the usual one, in the browser or in the portal. @returns {Cause} */
export function ownTextSize() {
  const probe = textProbe();
  return { reason: "text_size", applies: () => probe.hasOwnSize(), watch: (...how) => probe.watch(...how) };
}

/** Small windows, and large ones with everything enlarged. @returns {Cause} */
export function narrowWindow() {
  const applies = () => innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT;
  return { reason: "narrow", applies, watch: (changed, signal) => addEventListener("resize", changed, { signal }) };
}

/**
 * A translator at work; for the rest of the visit, because what it has put into the page stays there.
 * @param {Element} container of the page
 * @param {() => string} ownLanguage as the engine has set it
 * @returns {Cause}
 */
export function translation(container, ownLanguage) {
  let hasBeen = false;
  const isTranslated = () => {
    const { classList, lang } = document.documentElement;
    return classList.contains("translated-ltr") || classList.contains("translated-rtl") || lang !== ownLanguage();
  };
  return {
    reason: "translated",
    applies: () => (hasBeen ||= isTranslated() || container.querySelector("font") !== null),
    watch: (changed, signal) => {
      rootAttributes("class", "lang")(changed, signal);
      const observer = new MutationObserver((records) => {
        if (records.some(({ addedNodes }) => [...addedNodes].some(({ nodeName }) => nodeName === "FONT"))) changed();
      });
      observer.observe(container, { childList: true, subtree: true });
      signal.addEventListener("abort", () => observer.disconnect());
    },
  };
}

/** A finger as the first pointer. @returns {Cause} */
export function coarsePointer() {
  return { reason: "touch", ...media("(pointer: coarse)") };
}

/** Text from right to left, or in a script whose letters join or stack. @returns {Cause} */
export function otherScript() {
  const applies = () => {
    const { dir, lang } = document.documentElement;
    return dir === "rtl" || !PLAIN_SCRIPTS.includes(scriptOf(lang));
  };
  return { reason: "script", applies, watch: rootAttributes("dir", "lang") };
}

/** @param {string} language */
function scriptOf(language) {
  try {
    return new Intl.Locale(language).maximize().script ?? "";
  } catch {
    return "";
  }
}

/** Who saves data or memory gets no second engine. @returns {Cause} */
export function sparing() {
  /** @typedef {{ saveData?: boolean } & EventTarget} Connection */
  const known = /** @type {{ connection?: Connection, deviceMemory?: number }} */ (navigator);
  const { connection, deviceMemory = Infinity } = known;
  const reducedData = media("(prefers-reduced-data: reduce)");
  return {
    reason: "device",
    applies: () => connection?.saveData === true || deviceMemory <= LEAST_MEMORY_GIGABYTES || reducedData.applies(),
    watch: (changed, signal) => {
      reducedData.watch(changed, signal);
      connection?.addEventListener?.("change", changed, { signal });
    },
  };
}

/**
 * @param {Element} container @param {() => string} ownLanguage
 * @returns {Cause[]} in the order in which they are told
 */
export function allCauses(container, ownLanguage) {
  return [
    forcedColours(),
    moreContrast(),
    ownContrast(),
    narrowWindow(),
    coarsePointer(),
    translation(container, ownLanguage),
    otherScript(),
    ownTextSize(),
    ownTextSpacing(),
    sparing(),
  ];
}
