/** A proxy that every request of a browser goes through: it writes them down, and answers for the sites of a test. */

import http from "node:http";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
});
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

/** Starts it. `sites`: folders by host; a picture that is in none is one pixel, everything else is refused. */
export async function proxy(/** @type {Record<string, string>} */ sites) {
  /** @type {string[]} */
  const asked = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://none.invalid");
    asked.push(url.href);
    const folder = sites[url.hostname];
    const file =
      folder && path.join(folder, path.normalize(url.pathname === "/" ? "/index.html" : url.pathname));
    const type = TYPES[path.extname(file ?? "")];
    if (file && type && existsSync(file)) {
      response.writeHead(200, { "content-type": type });
      return response.end(readFileSync(file));
    }
    if (file && url.pathname.endsWith(".png")) {
      response.writeHead(200, { "content-type": "image/gif", "cache-control": "max-age=600" });
      return response.end(PIXEL);
    }
    response.writeHead(404);
    return response.end();
  });
  // What is encrypted is written down by its host, and refused.
  server.on("connect", (request, socket) => {
    asked.push(`https://${request.url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The hosts of addresses. */
export const hosts = (/** @type {string[]} */ addresses) =>
  new Set(addresses.map((address) => new URL(address).hostname));
