// Stands in front of the city and hears every request word for word: address, headers, content, and what was answered. Browsers tell tests
// less.
import { createServer, request as ask } from "node:http";

/**
 * @typedef {object} Exchange
 * @property {number} when milliseconds since 1970
 * @property {string} method
 * @property {string} path with its query
 * @property {string[]} headers names and values by turns, as they were written
 * @property {Buffer} content
 * @property {Buffer[]} answer what has come so far; changed contents only, not files
 */

/** @param {Exchange} exchange */
export const headOf = ({ method, path, headers }) => `${method} ${path}\n${headers.join("\n")}`;

/**
 * @param {number} port of the city
 * @param {(heard: Exchange) => void} hear before anything is passed on
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startRecordingProxy(port, hear) {
  const server = createServer((incoming, outgoing) => {
    /** @type {Buffer[]} */
    const parts = [];
    incoming.on("data", (part) => parts.push(part));
    incoming.on("end", () => {
      const content = Buffer.concat(parts);
      const { url: path = "", method = "", headers, rawHeaders } = incoming;
      /** @type {Exchange} */
      const exchange = { when: Date.now(), method, path, headers: rawHeaders, content, answer: [] };
      hear(exchange);
      const forwarded = ask({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        if (method !== "GET") answer.on("data", (part) => exchange.answer.push(part));
        answer.pipe(outgoing);
      });
      forwarded.on("error", () => outgoing.destroy());
      forwarded.end(content);
    });
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://localhost:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
