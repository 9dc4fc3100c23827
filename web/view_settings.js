// View settings on the root element, and on the device where the citizen asked for it. Nothing is written before
// that; forgetting removes it all. view_boot.js applies what was kept before the first paint.

export const VIEW_KEY = "stadttor.view";

/** @type {Readonly<Record<string, { attribute: string, values: RegExp }>>} */
const SETTINGS = Object.freeze({
  "text-size": { attribute: "data-text-size", values: /^(100|125|150|175|200)$/ },
  contrast: { attribute: "data-contrast", values: /^more$/ },
  theme: { attribute: "data-kern-theme", values: /^(dark|light)$/ },
  motion: { attribute: "data-motion", values: /^less$/ },
  presentation: { attribute: "data-presentation", values: /^(canvas|document)$/ },
});

/** @param {"presentation"} name @returns {string} where the choice stands on the root element */
export function ownAttribute(name) {
  return /** @type {{ attribute: string }} */ (SETTINGS[name]).attribute;
}

export class ViewSettings {
  /** @returns {Record<string, string>} what is kept, by name */
  kept() {
    /** @type {Record<string, string>} */
    const kept = {};
    const stored = storedView();
    for (const [name, { values }] of Object.entries(SETTINGS)) {
      const value = stored[name];
      if (typeof value === "string" && values.test(value)) kept[name] = value;
    }
    return kept;
  }

  /**
   * @param {string} name
   * @param {string} value "" for the browser's own
   */
  set(name, value) {
    const setting = SETTINGS[name];
    if (setting === undefined || (value !== "" && !setting.values.test(value))) return;
    const kept = this.kept();
    if (value === "") {
      document.documentElement.removeAttribute(setting.attribute);
      delete kept[name];
    } else {
      document.documentElement.setAttribute(setting.attribute, value);
      kept[name] = value;
    }
    store(kept);
  }

  forget() {
    for (const { attribute } of Object.values(SETTINGS)) document.documentElement.removeAttribute(attribute);
    store({});
  }
}

/** @returns {Record<string, unknown>} */
function storedView() {
  try {
    const stored = JSON.parse(localStorage.getItem(VIEW_KEY) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    // Storage may be switched off, or someone else may have written there.
    return {};
  }
}

/** @param {Record<string, string>} kept */
function store(kept) {
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(VIEW_KEY);
    else localStorage.setItem(VIEW_KEY, JSON.stringify(kept));
  } catch {
    // Then the setting holds for this visit.
  }
}
