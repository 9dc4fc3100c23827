// The rules of axe-core on the page that is shown.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { repository } from "./city.mjs";

let axeSource = "";
function axe() {
  if (axeSource === "") {
    const require = createRequire(join(repository, ".build/node/package.json"));
    axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  }
  return axeSource;
}

/** @param {import("./portal_page.mjs").PortalPage} portal @param {string} mode @returns {Promise<string[]>} */
export async function violations(portal, mode) {
  await portal.page.evaluate(`typeof axe === "undefined" && (() => { ${axe()} })()`);
  return portal.page.evaluate(async (mode) => {
    // Each transition of an inherited colour sets off those within.
    for (let round = 0; round < 100 && document.getAnimations().some(({ playState }) => playState === "running"); round++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(document, options);
    if (passes.length < 15) return [`${mode}: only ${passes.length} rules applied`];
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { html, failureSummary }) => `${mode}: ${id}: ${html.slice(0, 140)}: ${failureSummary.slice(0, 300)}`),
    );
  }, mode);
}
