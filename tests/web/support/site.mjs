// A tiny site for the tests: files of this repository and pages given by the test, with the headers of the real site, so that
// whatever its Content-Security-Policy forbids fails here, too.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));

const TYPES = /** @type {Record<string, string>} */ ({
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".html": "text/html; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
});

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types engine-worker passphrase-worker",
].join("; ");

/** @typedef {string | Uint8Array | { status?: number, type?: string, body: string | Uint8Array, headers?: Record<string, string> }} Answer */

export class Site {
  /** @type {Map<string, Answer>} what the test puts at a path */
  files = new Map();
  /** @type {string[]} paths asked for */
  requests = [];
  isDown = false;
  policy = POLICY;
  #server = createServer((request, response) => void this.#answer(request, response));
  origin = "";

  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    // Not 127.0.0.1: localhost counts as secure in every browser.
    this.origin = `http://localhost:${address.port}`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async #answer(request, response) {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (this.isDown) return void request.socket.destroy();
    this.requests.push(path);
    const answer = this.files.get(path) ?? (await repositoryFile(path));
    const { status = 200, type, body, headers } =
      typeof answer === "string" || answer instanceof Uint8Array ? { body: answer } : answer;
    response.writeHead(status, {
      "content-type": type ?? TYPES[extname(path)] ?? "text/html; charset=utf-8",
      "content-security-policy": this.policy,
      "cache-control": "no-store",
      ...headers,
    });
    response.end(body);
  }
}

/** @param {string} path @returns {Promise<Answer>} */
async function repositoryFile(path) {
  if (path === "/favicon.ico") return { status: 204, body: "" };
  const file = normalize(path);
  if (!file.startsWith("/web/") && !file.startsWith("/tests/web/")) return { status: 404, body: "not found" };
  return readFile(join(repository, file)).catch(() => ({ status: 404, body: "not found" }));
}
