// The portal and its plain pages, served side by side by two city servers of the same program.
import { writePlainSite } from "../plain_page/plain_page.mjs";
import { launchBrowser } from "./browser.mjs";
import { startCity } from "./city.mjs";

export const START_PAGE = { name: "start page", path: "/de/" };
export const SERVICE_PAGE = { name: "service page", path: "/de/leistungen/hund-anmelden" };

/** @param {(side: {browser: object, portal: string, plain: string}) => Promise<object[]>} measure origins in, rows out */
export async function besidePlainPages(pages, measure) {
  const servers = [await startCity()];
  let browser;
  try {
    servers.push(await startCity(writePlainSite(pages.map(({ path }) => path)), "plain"));
    browser = await launchBrowser();
    return await measure({ browser, portal: servers[0].origin, plain: servers[1].origin });
  } finally {
    await browser?.close();
    for (const server of servers) await server.stop();
  }
}
