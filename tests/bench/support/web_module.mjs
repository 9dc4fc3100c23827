// Compiles a bench program to WebAssembly against the client's own libraries, with the options that the core is
// compiled and linked with.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { places, repository } from "./places.mjs";

// Of the core alone: its functions, and what its page hands it.
const OF_THE_CORE = /^-s(EXPORTED_FUNCTIONS|EXPORTED_RUNTIME_METHODS|INCOMING_MODULE_JS_API)=/;

function coreLinkOptions() {
  const recipe = readFileSync(join(repository, "src/programs/web.cmake"), "utf8");
  const found = /target_link_options\(\$\{name\} PRIVATE([^)]*)\)/.exec(recipe);
  if (found === null) throw new Error("src/programs/web.cmake names no link options of the engines");
  return found[1].split(/\s+/).filter((option) => option !== "" && !OF_THE_CORE.test(option));
}

function environment() {
  const cache = join(repository, ".build/emscripten-cache");
  // The distribution's compiler needs these two, see .dev/builds.sh.
  return {
    ...process.env,
    NODE_PATH: process.env.NODE_PATH ?? "/usr/share/nodejs",
    ...(existsSync(cache) ? { EM_CACHE: cache } : {}),
  };
}

/** @returns {{script: Buffer, wasm: Buffer}} ES module and its core */
export function buildWebModule(source, libraries, exported) {
  const output = join(places.bench, source.replace(/^.*\/|\.cpp$/g, ""));
  const inputs = [join(repository, source), ...libraries.map((name) => join(places.web, `lib${name}.a`))];
  const isOld = (file) => !existsSync(file) || inputs.some((input) => statSync(input).mtimeMs > statSync(file).mtimeMs);
  if (isOld(`${output}.mjs`)) {
    mkdirSync(places.bench, { recursive: true });
    const options = ["-std=c++20", "-Oz", "-DNDEBUG", `-I${join(repository, "src")}`, ...coreLinkOptions(), "--no-entry"];
    const names = exported.map((name) => `_${name}`).join(",");
    execFileSync("em++", [...options, ...inputs, `-sEXPORTED_FUNCTIONS=${names}`, "-o", `${output}.mjs`], {
      stdio: ["ignore", 2, 2],
      env: environment(),
    });
  }
  return { script: readFileSync(`${output}.mjs`), wasm: readFileSync(`${output}.wasm`) };
}
