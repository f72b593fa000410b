/** A server for the pages of the browser tests, and the policies they are sent with. */

import http from "node:http";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");

/** Content-Security-Policies, by the name a test gives in `?csp=`. */
export const POLICIES = {
  none: "default-src 'none'",
  styled: "default-src 'none'; style-src 'unsafe-inline'",
  sandbox: "sandbox; default-src 'none'",
  types: "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/** A picture: grey-blue, 64 × 36. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkCAIAAAC2bqvFAAAAOklEQVR42u3PQQkAAAgEsMttEJ9mNYNPYbACS/W8FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBmwX45R7i8LJ30wAAAABJRU5ErkJggg==",
  "base64",
);

/** The libraries' own files, as they are installed: pages ask for `/node_modules/…`. */
const MODULES = path.resolve(ROOT, "../../node_modules");
/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".css": "text/css" };

/** A library's file, and its type. None for other addresses. */
function library(/** @type {string} */ pathname) {
  const file = path.resolve(ROOT, "../..", pathname.slice(1));
  const type = TYPES[path.extname(file)];
  if (!type || !file.startsWith(MODULES + path.sep) || !existsSync(file)) return undefined;
  return { type: `${type}; charset=utf-8`, body: readFileSync(file) };
}

/** The folders with pages, and one more where it is named. */
const FOLDERS = ["pages", "covers", "kinds", "libraries", process.env.PLAINREAD_MORE ?? "pages"];

/** Serves the pages of [`FOLDERS`] and the libraries they use; gives the address and how to stop. */
export async function serve() {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.endsWith(".png")) {
      response.writeHead(200, { "content-type": "image/png" });
      return response.end(PICTURE);
    }
    const module = library(url.pathname);
    if (module) {
      response.writeHead(200, { "content-type": module.type });
      return response.end(module.body);
    }
    const places = FOLDERS.map((folder) => path.resolve(ROOT, folder, path.basename(url.pathname)));
    const file = places.find(existsSync) ?? "";
    const policy = POLICIES[/** @type {keyof typeof POLICIES} */ (url.searchParams.get("csp") ?? "")];
    try {
      const body = readFileSync(file);
      const type = file.endsWith(".pdf") ? "application/pdf" : "text/html; charset=utf-8";
      const headers = { "content-type": type, "cache-control": "no-store" };
      response.writeHead(200, policy ? { ...headers, "content-security-policy": policy } : headers);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { base: `http://127.0.0.1:${port}`, close: () => server.close() };
}
