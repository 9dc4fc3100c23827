// A Chromium with a profile on the disk that can be ended as by a loss of power: SIGKILL to all of its processes at once.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { BROWSER_OPTIONS } from "../../web/support/browser.mjs";
import { repository } from "../../web/support/site.mjs";

/** @type {typeof import("playwright-core")} */
const playwright = createRequire(join(repository, ".build/node/package.json"))("playwright-core");

const PATIENCE_MILLISECONDS = 60_000;
const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} profile folder, kept from one start to the next */
export async function startKillable(profile) {
  const portFile = join(profile, "DevToolsActivePort");
  // What the last one left behind.
  for (const name of ["DevToolsActivePort", "SingletonLock", "SingletonCookie", "SingletonSocket"]) rmSync(join(profile, name), { force: true });
  const child = spawn(
    BROWSER_OPTIONS.executablePath,
    [...BROWSER_OPTIONS.args, "--headless=new", `--user-data-dir=${profile}`, "--remote-debugging-port=0", "--noerrdialogs", "about:blank"],
    { stdio: "ignore", detached: true },
  );
  const ended = new Promise((resolve) => child.on("close", resolve));
  const group = -(child.pid ?? 0);
  const kill = async () => {
    try {
      process.kill(group, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    await ended;
  };
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (!existsSync(portFile) || readFileSync(portFile, "utf8").split("\n").length < 2) {
    if (Date.now() > deadline) {
      await kill();
      throw new Error("Chromium did not start");
    }
    await pause(50);
  }
  const [port] = readFileSync(portFile, "utf8").split("\n");
  const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("Chromium has no profile open");
  return { context, kill };
}
