// The reference city server for the length of one measurement, on a free port, with a site folder of the bench's choice.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { places } from "./places.mjs";

/** @returns {Promise<{origin: string, stop: () => Promise<void>}>} */
export async function startCity(site = places.site, name = "site") {
  mkdirSync(places.bench, { recursive: true });
  const database = join(places.bench, `city-${name}.sqlite`);
  rmSync(database, { force: true });
  const child = spawn(places.city, ["--site", site, "--database", database, "--port", "0"]);
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.stderr.resume();
  const port = await new Promise((resolve, reject) => {
    child.on("error", reject);
    ended.then((code) => reject(new Error(`the city server ended with ${code}`)));
    child.stdout.on("data", (text) => {
      const found = /http:\/\/[^:]+:(\d+)/.exec(text);
      if (found) resolve(found[1]);
    });
  });
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
