// Starts the reference city server for a test: a free port, a database of its own, any built site. Stops it again.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
export const cityProgram = resolve(process.env.STADTTOR_CITY ?? join(repository, ".build/native/city"));
export const siteFolder = resolve(process.env.STADTTOR_SITE ?? join(repository, ".build/site"));
export const tool = resolve(process.env.STADTTOR_TOOL ?? join(repository, ".build/native/stadttor"));
/** What the site is built from: scripts, style sheet, fonts, the compiled engine. */
export const partsFolder = resolve(process.env.STADTTOR_PARTS ?? join(repository, ".build/parts"));

/** @returns {string} why there is nothing to test, "" where there is */
export function reasonWithoutCity() {
  for (const needed of [cityProgram, siteFolder]) {
    if (!existsSync(needed)) return `${needed} has not been built`;
  }
  return "";
}

/** @typedef {{ origin: string, port: number, folder: string, log: () => string, stop: () => Promise<void> }} City */

/**
 * @param {{ site?: string, port?: number }} [options]
 * @returns {Promise<City>}
 */
export async function startCity({ site = siteFolder, port = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "stadttor-browser-"));
  const child = spawn(cityProgram, ["--site", site, "--database", join(folder, "city.sqlite"), "--port", String(port)]);
  let log = "";
  const ended = new Promise((settle) => child.on("close", settle));
  const stop = async () => {
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(patience);
    rmSync(folder, { recursive: true, force: true });
  };
  const listening = new Promise((settle, refuse) => {
    child.stderr.on("data", (text) => (log += text));
    child.stdout.on("data", (text) => {
      log += text;
      const found = /http:\/\/[^:\s]+:(\d+)/.exec(log);
      if (found !== null) settle(Number(found[1]));
    });
    child.on("error", refuse);
    ended.then(() => refuse(new Error(`the city server ended: ${log}`)));
  });
  const chosen = await listening.catch(async (error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  // Not 127.0.0.1: localhost counts as secure in every browser.
  return { origin: `http://localhost:${chosen}`, port: chosen, folder, log: () => log, stop };
}
