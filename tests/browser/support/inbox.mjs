// The authority's inbox, with the clerk of the demo city.
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {ReturnType<typeof import("./chromium.mjs").withChromium>} Chromium */

export const INBOX = "/behoerde/";
export const CLERK = { name: "sachbearbeitung", password: "Stadttor-Demo-2026" };

/** @param {Page} page @param {string} origin */
export async function logsIn(page, origin) {
  await page.goto(`${origin}${INBOX}`);
  await page.getByLabel("Benutzername").fill(CLERK.name);
  await page.getByLabel("Passwort").fill(CLERK.password);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("navigation", { name: "Nach Stand filtern" }).waitFor();
}

/** Whoever works there is logged in. @param {Chromium} chromium */
export async function opensTheInbox(chromium) {
  const clerk = await chromium.newPage();
  await logsIn(clerk.page, chromium.origin);
  return clerk;
}
