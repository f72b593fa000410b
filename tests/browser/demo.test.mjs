/** The demo page: its samples are cleaned, read and restored; what a person brings is read and runs nothing. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { until } from "./lib/until.mjs";

const DIST = path.resolve(import.meta.dirname, "../../dist/www");

/** Starting the core and a sample's late walls. Units: ms. */
const PATIENCE = 40_000;

inBoth("the demo", (at) => {
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
      () => run(() => !(/** @type {HTMLButtonElement} */ (document.querySelector("#clean"))?.disabled)),
      PATIENCE,
    );
  const found = (/** @type {string} */ words) =>
    until(
      () =>
        run((/** @type {string} */ w) => document.querySelector("#tables")?.textContent?.includes(w), words),
      PATIENCE,
    );
  const status = (/** @type {string} */ words) =>
    until(
      () =>
        run((/** @type {string} */ w) => document.querySelector("#status")?.textContent?.includes(w), words),
      PATIENCE,
    );
  const press = (/** @type {string} */ id) =>
    run((/** @type {string} */ id) => document.getElementById(id)?.click(), id);
  const choose = async (/** @type {string} */ sample) => {
    await at().browser.visit("about:blank");
    await at().browser.visit(`${demo.base}/#${sample}`);
    await until(() => run(() => !!document.querySelector(".sample input:checked")), PATIENCE);
    await ready();
  };
  const bring = async (/** @type {string} */ text) => {
    await choose("gazette");
    await found("Beavers");
    await run((/** @type {string} */ text) => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value = text;
      /** @type {HTMLFormElement} */ (document.querySelector("#paste")).requestSubmit();
    }, text);
    await ready();
  };

  test("a sample is cleaned, read and restored", async () => {
    await choose("newsly");
    await found("Sign-up wall");
    await found("Oona Pell");
    await press("clean");
    await status("hidden");
    await press("read");
    await status("This is the story");
    await press("restore");
    await status("the page as it came");
    await press("read");
    await status("This is the story");
    await press("read");
    await status("the page again");
  });

  test("the page as it came can stand beside it, and stays as it came", async () => {
    await choose("gazette");
    const widths = () =>
      run(() => ["before", "frame"].map((id) => document.getElementById(id)?.getBoundingClientRect().width));
    assert.equal((await widths())[0], 0);
    await press("compare");
    await press("clean");
    await status("hidden");
    const [before, after] = await widths();
    assert.ok(before > 300 && Math.abs(before - after) < 20, `${before} and ${after}`);
    const pages = await run(() =>
      ["before", "frame"].map((id) => /** @type {HTMLIFrameElement} */ (document.getElementById(id)).srcdoc),
    );
    assert.equal(pages[0], pages[1]);
  });

  test("a preview is called one", async () => {
    await choose("ledger");
    await found("Only a preview was delivered");
    await press("clean");
    await status("Only a part of the story came");
  });

  const covered = {
    gazette: "Consent banner",
    shoreline: "the page cannot be scrolled",
    kuestenbote: "Newsletter prompt",
    minato: "会員登録",
  };
  for (const [sample, kind] of Object.entries(covered)) {
    test(`what lies over ${sample} is hidden, and named`, async () => {
      await choose(sample);
      await found(kind);
      await press("clean");
      await status("hidden");
    });
  }

  test("where nothing lies over a page, that is said", async () => {
    await choose("pencil");
    await found("sharpening a pencil");
    await press("clean");
    await status("Nothing lies over this page");
  });

  test("the address names the sample, and the cost is told", async () => {
    await choose("pencil");
    await found("the first time");
    await found("The core with this page is");
    await run(() => /** @type {HTMLElement} */ (document.querySelector("input[value='ledger']")).click());
    await found("Callum Reyes");
    assert.equal(await run(() => location.hash), "#ledger");
  });

  test("a page copied as text is read", async () => {
    await choose("copied");
    await found("Rosa Tindall, Environment Correspondent");
    await ready();
    await press("read");
    await status("This is the story");
  });

  test("a page that is brought runs nothing and fetches nothing", async () => {
    const lines = Array.from(
      { length: 5 },
      (_, n) => `<p>The harbour was quiet on the morning of day ${n}, and
      nobody on the quay could say why the boats had stayed out for so long.</p>`,
    );
    await bring(`<!doctype html><html lang="en"><head><title>The quiet harbour</title>
      <link rel="stylesheet" href="/brought.css"><script>parent.postMessage({ do: "outcome", outcome: { hidden: 77 } }, "*")</script>
      </head><body onload="parent.postMessage({ do: 'outcome', outcome: { hidden: 77 } }, '*')"><article>
      <h1>The quiet harbour</h1><img src="/brought.png" alt="">${lines.join("")}</article></body></html>`);
    await found("The quiet harbour");
    assert.equal(await run(() => document.querySelector("#status")?.textContent?.includes("77")), false);
    assert.deepEqual(
      demo.wanted.filter((path) => path.includes("brought")),
      [],
    );
  });

  test("the page fits a narrow screen", async () => {
    await choose("newsly");
    await found("Oona Pell");
    await at().browser.resize(360, 740);
    assert.ok(await run(() => document.documentElement.scrollWidth <= innerWidth));
    await at().browser.resize(1280, 800);
  });
});
