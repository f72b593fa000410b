/**
 * What watching a page costs beyond the page's own: `node benches/browser/watching.mjs [seconds]`, on `dist/chromium`.
 *
 * A page with a story stands idle, or adds and removes so many elements a second; the processor time of all of
 * Chromium's processes is read before and after, with the site off and with it always cleaned. Out: one line for each
 * pace, in per cent of one core. A page that floods must be given up on, and say so.
 */

import http from "node:http";
import { start } from "../../tests/browser/lib/chromium.mjs";
import { ticker } from "../../tests/browser/lib/ticker.mjs";
import { until } from "../../tests/browser/lib/until.mjs";

const SECONDS = Number(process.argv[2] ?? 20);
/** Elements a second. */
const PACES = [0, 100, 1000];
/** What begins with the page is over by then. Units: ms. */
const SETTLE = 5000;

const SENTENCE =
  "The committee met on Wednesday and decided, after a long debate about sheds and marrows, that the matter should rest. ";

const page = (/** @type {number} */ pace) => `<!doctype html><meta property="og:type" content="article">
<title>Sheds and marrows</title><main><h1>Sheds and marrows</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(30)}</main>
${ticker(pace)}`;

const server = http.createServer((request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(page(Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("pace"))));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

const browser = await start();
const cdp = await /** @type {any} */ (browser.context.browser()).newBrowserCDPSession();

/** Processor time of all processes. Units: s. */
async function spent() {
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.cpuTime, 0);
}

/** Per cent of one core. */
async function cost(/** @type {number} */ pace) {
  await browser.visit(`http://127.0.0.1:${port}/?pace=${pace}`);
  await new Promise((later) => setTimeout(later, SETTLE));
  const before = await spent();
  await new Promise((later) => setTimeout(later, SECONDS * 1000));
  return ((await spent()) - before) * (100 / SECONDS);
}

const told = () =>
  browser.inside((root) => root.querySelector(".notice")?.textContent ?? "", [], "plainread-notice");

const off = [];
for (const pace of PACES) off.push(await cost(pace));
await browser.grant("http://127.0.0.1/*");
await (await browser.worker()).evaluate(() => /** @type {any} */ (globalThis).plainread.always("127.0.0.1"));
for (const [i, pace] of PACES.entries()) {
  const on = await cost(pace);
  const beyond = (on - off[i]).toFixed(2);
  console.log(
    `${pace} elements a second: page ${off[i].toFixed(2)} %, watched ${on.toFixed(2)} %, beyond ${beyond} %`,
  );
}
await browser.visit(`http://127.0.0.1:${port}/?pace=${PACES.at(-1)}&told`);
console.log(`a flood is told of: ${await until(told, 20_000)}`);
await browser.close();
server.close();
