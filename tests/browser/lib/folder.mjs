/** A server for one folder of files, and a list of what was asked of it. */

import http from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves `folder` on this machine; gives the address, the paths asked for, and how to stop. */
export async function serveFolder(/** @type {string} */ folder) {
  /** @type {string[]} */
  const wanted = [];
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    wanted.push(pathname);
    const file = path.join(folder, pathname === "/" ? "index.html" : path.normalize(pathname));
    const body = await readFile(file).catch(() => undefined);
    const type = TYPES[path.extname(file)] ?? "text/plain";
    response.writeHead(body ? 200 : 404, { "content-type": type }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { base: `http://127.0.0.1:${port}`, wanted, close: () => server.close() };
}
