// One page of every kind a citizen can meet, by the language's first segment of the address.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { siteFolder } from "./city.mjs";

export const SERVICE = "hund-anmelden";
export const OFFICE = "buergerbuero";
export const SITUATION = "tiere";

/** An event the site has; which ones there are changes with the year. */
export function anyEvent(site = siteFolder) {
  const folders = readdirSync(join(site, "de/aktuelles"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const last = folders.map((entry) => entry.name).sort()[folders.length - 1];
  if (last === undefined) throw new Error("the site has no event");
  return last;
}

/** @typedef {{ kind: string, path: string }} PageKind */

/** @param {string} language @returns {PageKind[]} */
export function pageKinds(language) {
  const at = (/** @type {string} */ kind, /** @type {string} */ path) => ({ kind, path: `/${language}/${path}` });
  return [
    at("start", ""),
    at("A to Z", "leistungen"),
    at("situations", "lebenslagen"),
    at("situation", `lebenslagen/${SITUATION}`),
    at("service", `leistungen/${SERVICE}`),
    at("offices", "aemter"),
    at("office", `aemter/${OFFICE}`),
    at("search with results", "suche#q=hund"),
    at("search without results", "suche#q=xyzzyqwv"),
    at("what is on", "aktuelles"),
    at("event", `aktuelles/${anyEvent()}`),
    at("city map", "stadtplan"),
    at("place", "stadtplan/hallenbad-sandfeld"),
    at("figures", "stadt-in-zahlen"),
    at("market", "wochenmarkt"),
    at("stall", "wochenmarkt/fisch-petersen"),
    at("appointments", "termine"),
    at("application", `antraege/${SERVICE}`),
    at("about", "seiten/datenschutz"),
    at("view settings", "ansicht"),
    at("not found", "gibt-es-nicht"),
  ];
}

/** Those whose content stands in the delivered page. @param {string} language @returns {PageKind[]} */
export function preparedPageKinds(language) {
  return pageKinds(language).filter(({ kind }) => !kind.startsWith("search with"));
}
