// Goes through every kind of page and gathers what is found wrong, so that one run tells all.
import { pageKinds } from "./page_kinds.mjs";

/**
 * Opens every kind of page and gathers what `look` finds.
 * @param {ReturnType<typeof import("./chromium.mjs").withChromium>} chromium
 * @param {import("./portal_page.mjs").PortalPage} portal
 * @param {(kind: string) => Promise<string[]>} look
 */
export async function findingsOnEveryPage(chromium, portal, look) {
const findings = [];
  for (const { kind, path } of pageKinds(portal.language)) {
    await portal.open(path);
    if (kind.startsWith("search with")) await portal.main.getByRole("status").first().waitFor();
    if (kind === "search with results") await portal.results.first().waitFor();
    for (const finding of await look(kind)) findings.push(`${kind}: ${finding}`);
    if (kind === "not found") chromium.takeErrors();
  }
  return findings;
}
