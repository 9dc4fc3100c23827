// Stands in front of the city and hears every request word for word: address, headers, content. Browsers tell tests less.
import { createServer, request as ask } from "node:http";

/**
 * @param {number} port of the city
 * @param {(heard: Buffer) => void} hear
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startRecordingProxy(port, hear) {
  const server = createServer((incoming, outgoing) => {
    hear(Buffer.from(`${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join("\n")}`));
    /** @type {Buffer[]} */
    const parts = [];
    incoming.on("data", (part) => parts.push(part));
    incoming.on("end", () => {
      const content = Buffer.concat(parts);
      hear(content);
      const { url: path, method, headers } = incoming;
      const forwarded = ask({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
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
