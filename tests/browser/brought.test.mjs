/** Pages that a person brings to the demo, made to attack it: nothing of them runs, asks, or leads the frame away. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { ENDINGS, VECTORS } from "./attacks/vectors.mjs";
import { inBoth } from "./lib/both.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { STORY } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";

const DIST = path.resolve(import.meta.dirname, "../../dist/www");

/** Starting the core. Units: ms. */
const PATIENCE = 40_000;
/** What would run, ask or lead away has done so by then. Units: ms. */
const SETTLED = 1200;
/** What the demo itself asks its server for. */
const OWN = /^\/($|index\.html|main\.js|hands\.js|demo\.(css|wasm)|icon\.svg|favicon\.ico|samples\/)/;

/** Runs in the frame: tells the demo's window, which the frame can always reach. */
const RAN = "top.postMessage({ran:1},`*`)";
const MOVE = `<style>@keyframes canary{}</style>`;

/** What only a page of its own can try: it stands before, around or instead of the rest. `$story` is a story. */
const WHOLE = {
  html: `<html lang="en" style="animation: canary 1ms" onanimationstart="${RAN}"><head>${MOVE}</head><body>$story`,
  head: `<html lang="en" title="<head>" data-x='<head><script>${RAN}</script>'><head style="display: block; animation: canary 1ms" onanimationstart="${RAN}">${MOVE}</head><body>$story`,
  refresh: `<html lang="en"><head><meta http-equiv="refresh" content="0;url=/canary/refresh"></head><body>$story`,
  policy: `<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'"><script>${RAN}</script></head><body>$story`,
  base: `<html lang="en"><head><base href="/canary/base/"><link rel="canonical" href='https://news.example/"><script>${RAN}</script>'></head><body>$story<img src="a.png">`,
  noscript: `<html lang="en"><body>$story<noscript><p title="</noscript><meta http-equiv=refresh content=0;url=/canary/noscript><script>${RAN}</script>">x</p></noscript>`,
  shadow: `<html lang="en"><body>$story<section><template shadowrootmode="open"><script>${RAN}</script><iframe src="/canary/frame"></iframe><link rel="stylesheet" href="/canary/sheet"><img src="/canary/picture"><template shadowrootmode="open"><script>${RAN}</script></template><slot></slot></template><p>Words</p></section>`,
  foreign: `<html lang="en"><body>$story<svg><style><meta http-equiv="refresh" content="0;url=/canary/svg"></style></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;meta http-equiv=refresh content=0;url=/canary/math&gt;"></mtext></math>`,
  forms: `<html lang="en"><body>$story<form id="f" action="/canary/form"><button autofocus onfocus="${RAN}" formaction="javascript:${RAN}">Go</button></form>`,
  frames: `<html lang="en"><body background="/canary/background">$story<iframe srcdoc="<script>parent.${RAN}</script>"></iframe><iframe src="/canary/iframe"></iframe><object data="/canary/object"></object><embed src="/canary/embed"><video src="/canary/video" poster="/canary/poster"></video><input type="image" src="/canary/input">`,
};

/** The canaries of `attacks`, which call a function of their own page, made to tell the demo. */
const told = (/** @type {string} */ html) => html.replace(/(?:\b\w+\.)?canary\([^)]*\)/g, RAN);
const story = `<article><h1>Storm closes the harbour</h1>${STORY.join("")}</article>`;
const among = (/** @type {string[]} */ parts) =>
  `<!doctype html><html lang="en"><head><title>Storm</title></head><body>${story}${parts.map(told).join("\n")}</body></html>`;
const PAGES = {
  ...Object.fromEntries(Object.entries(WHOLE).map(([name, html]) => [name, html.replace("$story", story)])),
  "what passes sanitizers": among(Object.values(VECTORS)),
  ...Object.fromEntries(Object.entries(ENDINGS).map(([name, html]) => [name, among([html])])),
};

inBoth("pages brought to the demo", (at) => {
  /** @type {Awaited<ReturnType<typeof serveFolder>>} */
  let demo;
  before(async () => {
    demo = await serveFolder(DIST);
  });
  after(() => demo.close());

  const run = (/** @type {any} */ code, /** @type {any} */ given = undefined) =>
    at().browser.evaluate(code, given);
  const ready = () =>
    until(
      () => run(() => !(/** @type {HTMLButtonElement} */ (document.querySelector("#read"))?.disabled)),
      PATIENCE,
    );
  const bring = async (/** @type {string} */ text) => {
    await at().browser.visit("about:blank");
    await at().browser.visit(`${demo.base}/#pencil`);
    await ready();
    await run((/** @type {string} */ text) => {
      const heard = document.documentElement.dataset;
      heard.ran = "0";
      addEventListener("message", ({ data }) => (heard.ran = String(Number(heard.ran) + (data?.ran ?? 0))));
      /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value = text;
      /** @type {HTMLFormElement} */ (document.querySelector("#paste")).requestSubmit();
    }, text);
    await ready();
  };

  for (const [name, html] of Object.entries(PAGES)) {
    test(name, async () => {
      demo.wanted.length = 0;
      await bring(html);
      await new Promise((later) => setTimeout(later, SETTLED));
      await run(() => document.getElementById("read")?.click());
      await until(
        () => run(() => document.querySelector("#status")?.textContent?.includes("This is the story")),
        PATIENCE,
      );
      assert.equal(await run(() => document.documentElement.dataset.ran), "0", "a script ran");
      assert.deepEqual(
        demo.wanted.filter((path) => !OWN.test(path)),
        [],
      );
      assert.match(
        await run(() => document.querySelector("#tables")?.textContent),
        /Storm closes the harbour/,
      );
    });
  }
});
