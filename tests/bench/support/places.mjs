// Where the bench finds what it measures and where it may write. Each place can be set from the environment, so that a
// copy can be measured while the build goes on.
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const inBuild = (name) => join(repository, ".build", name);

export const places = {
  site: resolve(process.env.STADTTOR_SITE ?? inBuild("site")),
  city: resolve(process.env.STADTTOR_CITY ?? inBuild("native/city")),
  web: resolve(process.env.STADTTOR_WEB ?? inBuild("web")),
  node: resolve(process.env.STADTTOR_NODE_DIR ?? inBuild("node")),
  bench: resolve(process.env.STADTTOR_BENCH ?? inBuild("bench")),
  chromium: process.env.STADTTOR_CHROMIUM ?? "/usr/bin/chromium",
};
