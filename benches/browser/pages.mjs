// What the bench clicks on: real pages from a folder, and made ones that grow.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

/** Stratified by size: one page from the middle of each of `count` equal parts of the sorted folder. */
export function choose(folder, count) {
  const files = fs
    .readdirSync(folder)
    .filter((name) => /\.html(\.gz)?$/.test(name))
    .map((name) => ({ name, size: fs.statSync(path.join(folder, name)).size }))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const part = files.length / Math.min(count, files.length);
  return Array.from(
    { length: Math.floor(files.length / part) },
    (_, i) => files[Math.floor((i + 0.5) * part)].name,
  );
}

/** Pages without their scripts: a policy blocks them, so `noscript` parses as it does for a person. */
export async function serve(folder) {
  const server = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url, "http://x").pathname);
    const grown = /^grown-(\d+)$/.exec(name);
    const file = path.join(folder, name);
    if (!grown && !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "script-src 'none'",
    });
    if (grown) return response.end(grow(Number(grown[1])));
    const bytes = fs.readFileSync(file);
    response.end(file.endsWith(".gz") ? zlib.gunzipSync(bytes) : bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, at: `http://127.0.0.1:${server.address().port}` };
}

const WORDS =
  "the harbour council said on Tuesday that work on the old pier would begin in spring and cost about two million".split(
    " ",
  );

/** A page of about `elements` elements: one story of a fixed length, and lists of links around it that grow. */
function grow(elements) {
  const sentence = (seed) =>
    Array.from({ length: 24 }, (_, i) => WORDS[(seed * 7 + i * (1 + (seed % 5))) % WORDS.length]).join(" ") +
    ".";
  const story = Array.from({ length: 30 }, (_, i) => `<p>${sentence(i)} ${sentence(i + 40)}</p>`).join("\n");
  const row = (i) =>
    `<li class="teaser"><a href="/story-${i}"><span>${sentence(i).slice(0, 40)}</span></a></li>`;
  const rows = Array.from({ length: Math.max(0, Math.floor((elements - 60) / 3)) }, (_, i) => row(i));
  return (
    `<!doctype html><html lang="en"><head><title>Work on the old pier begins</title></head><body>` +
    `<main><article><h1>Work on the old pier begins</h1>${story}</article></main>` +
    `<aside><ul>${rows.join("\n")}</ul></aside></body></html>`
  );
}
