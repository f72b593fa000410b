/** A server that writes down what is asked of it, and pages whose canaries ask it when something runs. */

import http from "node:http";

/** Any picture: one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

/** A story long enough to be one. */
export const STORY = [
  "The harbour of Sandvik was closed on Monday after a storm that lasted two nights and a day.",
  "“We have not seen water this high since my father was the master here,” said Karin Moe, the harbour master.",
  "Eleven boats were torn from their moorings, and four of them lie on the stones below the old cannery.",
  "The council will meet on Thursday to decide who pays for the new wall, which costs about 3.2 million crowns.",
  "Until then the ferry will use the quay at Nordby, twenty minutes by bus from the centre of the town.",
].map(
  (text) => `<p>${text} Nobody was hurt, and the school stayed open for all who could reach it on foot.</p>`,
);

const CANARY = `<script>window.canary = (name) => { new Image().src = "/canary/ran-" + name; };</script>`;

/** A page with a story and `parts` between its paragraphs. */
export function page(/** @type {string[]} */ parts, head = "") {
  const [first = "", ...rest] = STORY;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storm closes the harbour</title>
    <meta property="og:type" content="article">${CANARY}${head}</head><body><main><article>
    <h1>Storm closes the harbour</h1>${first}${first.replace("Monday", "Tuesday")}${rest.join("")}
    ${parts.join(`\n${rest[0]}\n`)}</article></main></body></html>`;
}

/** A page of our own making, with the canary put in front: what was saved from a reader. */
export const saved = (/** @type {string} */ html) => html.replace("<head>", `<head>${CANARY}`);

/** Serves `pages` by path (a text, or a function of the address) and writes down every request. */
export async function record(/** @type {Record<string, string>} */ pages) {
  /** @type {string[]} */
  const asked = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    asked.push(url.pathname);
    const html = pages[url.pathname];
    const headers = { "cache-control": "no-store" };
    if (html === undefined) {
      response.writeHead(200, { ...headers, "content-type": "image/gif" });
      return response.end(PIXEL);
    }
    response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" });
    return response.end(html);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    pages,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
