/** The demo page: its samples are cleaned, read and restored; what a person brings is read and runs nothing. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { STORY } from "./lib/recorder.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { until } from "./lib/until.mjs";

const DIST = path.resolve(import.meta.dirname, "../../dist/www");

/** Starting the core and a sample's late walls. Units: ms. */
const PATIENCE = 40_000;
/** When the sample's prompt is up: `www/samples/notebook.html` says how long it waits. Units: ms. */
const NOTEBOOK_PROMPT = 2700;

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

  /** Puts a file into the demo's hands: dropped on the form, or by the file chooser. */
  const give = (/** @type {"drop" | "choose"} */ how, /** @type {string} */ text) =>
    run(
      (/** @type {{ how: string, text: string }} */ { how, text }) => {
        const files = new DataTransfer();
        files.items.add(new File([text], "kept.html", { type: "text/html" }));
        const chooser = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
        if (how === "choose") {
          chooser.files = files.files;
          return chooser.dispatchEvent(new Event("change"));
        }
        const over = { dataTransfer: files, bubbles: true, cancelable: true };
        const form = /** @type {HTMLElement} */ (document.querySelector("#paste"));
        // A drop that nobody takes leads the window to the file.
        return ["dragover", "drop"].map((name) => form.dispatchEvent(new DragEvent(name, over))).join();
      },
      { how, text },
    );
  const kept = (
    /** @type {string} */ title,
  ) => `<!doctype html><html lang="en"><head><title>${title}</title></head>
    <body><article><h1>${title}</h1>${STORY.join("")}</article></body></html>`;

  test("a file is read where it is dropped and where it is chosen, and the samples can be gone back to", async () => {
    await choose("gazette");
    await found("Beavers");
    assert.equal(await give("drop", kept("The file that was dropped")), "false,false");
    await found("The file that was dropped");
    await give("choose", kept("The file that was chosen"));
    await found("The file that was chosen");
    assert.equal(await run(() => document.querySelectorAll(".sample input:checked").length), 0);
    await run(() => /** @type {HTMLElement} */ (document.querySelector("input[value='gazette']")).click());
    await found("Beavers");
  });

  test("the newsletter prompt that comes once one reads is hidden", async () => {
    await choose("notebook");
    await found("Harriet Moss");
    await new Promise((later) => setTimeout(later, NOTEBOOK_PROMPT));
    await press("clean");
    await status("hidden");
  });

  test("by keyboard alone: a sample, what is done with it, and back", async () => {
    const { browser } = at();
    await choose("pencil");
    await found("sharpening a pencil");
    const has = () => run(() => document.activeElement?.id || document.activeElement?.localName);
    await run(() => /** @type {HTMLElement} */ (document.querySelector("input[value='pencil']")).focus());
    const seen = [];
    for (let i = 0; i < 8 && seen.at(-1) !== "read"; i++) {
      await browser.key("Tab");
      seen.push(await has());
    }
    assert.deepEqual(seen, ["summary", "clean", "read"]);
    await browser.key("Enter");
    await status("This is the story");
  });

  test("a dark page: its words can be read", async () => {
    await at().browser.scheme("dark");
    await choose("pencil");
    await found("sharpening a pencil");
    const least = await run(() => {
      const bright = (/** @type {string} */ colour) =>
        (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3;
      const clear = "rgba(0, 0, 0, 0)";
      const ground = (/** @type {Element | null} */ one) => {
        while (one && getComputedStyle(one).backgroundColor === clear) one = one.parentElement;
        return bright(getComputedStyle(one ?? document.documentElement).backgroundColor);
      };
      const words = [...document.querySelectorAll("h1, h2, .lead, td, th, label, button:not(:disabled)")];
      const far = words.map((one) => Math.abs(bright(getComputedStyle(one).color) - ground(one)));
      return { ground: ground(document.body), least: Math.min(...far) };
    });
    await at().browser.scheme("light");
    assert.ok(least.ground < 80, `the ground is ${least.ground} bright`);
    assert.ok(least.least > 60, `some words differ by ${least.least} of 255`);
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

  test("every sample fits a narrow screen", async () => {
    await choose("pencil");
    await at().browser.resize(360, 740);
    const samples = await run(() =>
      [...document.querySelectorAll(".sample input")].map(
        (one) => /** @type {HTMLInputElement} */ (one).value,
      ),
    );
    assert.equal(samples.length, 9);
    for (const sample of samples) {
      await run((/** @type {string} */ sample) => {
        document.querySelector("#tables")?.replaceChildren();
        location.hash = `#${sample}`;
      }, sample);
      await until(() => run(() => (document.querySelector("#tables")?.childElementCount ?? 0) > 0), PATIENCE);
      const over = await run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${sample}: ${over} px too wide`);
    }
    await at().browser.resize(1280, 800);
  });
});
