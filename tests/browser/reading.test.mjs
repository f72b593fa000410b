/** What reading asks for: nothing shifts, the place is told, the browser's find, parts that are no text, hostile pages. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { inBoth } from "./lib/both.mjs";
import { page, record } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** The largest number that a page can give a layer. */
const TOP = 2 ** 31 - 1;

const FORMULA = `<p>The water falls by <math><mi>h</mi><mo>=</mo><msup><mi>t</mi><mn>2</mn></msup></math> while one counts to
  ten on the pier, as every pupil in Sandvik learns before the first winter on the ice is over.</p>`;
const EMBED = `<iframe src="https://www.youtube.com/embed/AbCdEfGhIjK" title="The storm from the pier" width="560" height="315"></iframe>`;
/** Everything a sheet can say of every element, and layers as high as they come. */
const HOSTILE = `<style>
  *, *::before, *::after { all: unset !important; display: none !important; font-size: 90px !important; zoom: 3 !important;
    color: red !important; opacity: 0.01 !important; transform: rotate(45deg) !important; pointer-events: none !important }
  html, head, body, main, article, p { display: block !important }
  html { filter: blur(9px) !important; writing-mode: vertical-rl !important; direction: rtl !important; height: 10px !important }
  dialog, plainread-reader { position: static !important; width: 0 !important; visibility: hidden !important; z-index: -1 !important }
</style>`;
const LAYER = `<div style="position:fixed;inset:0;z-index:${TOP};background:#fff" popover="manual">Above all</div>`;

const pages = {
  "/parts": page([EMBED, FORMULA]),
  "/hostile": page([LAYER], HOSTILE),
};

inBoth("reading", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record(pages);
  });
  after(() => server?.close());

  const look = (/** @type {(root: any, ...given: any[]) => any} */ run, /** @type {any[]} */ ...given) =>
    at().browser.inside(run, given);
  const opened = async (/** @type {string} */ url) => {
    await at().browser.visit(url);
    await at().browser.press();
    await until(() => look(isWhole));
  };
  const scrollTo = (/** @type {string} */ selector) =>
    look((root, selector) => root.querySelector(selector).scrollIntoView({ behavior: "instant" }), selector);

  test("bar and outline tell where in the story one is", async () => {
    const { browser, base } = at();
    await browser.resize(1280, 500);
    await opened(`${base}/long-read.html`);
    const progress = () =>
      look((root) => Number(root.querySelector("dialog").style.getPropertyValue("--progress")));
    const here = async () => {
      await look((root) => root.querySelector(".bar > [data-name=outline]").click());
      const said = await until(() =>
        look((root) => root.querySelector(".outline [aria-current]")?.textContent),
      );
      await browser.key("Escape");
      return said;
    };
    assert.equal(await progress(), 0);
    for (const [id, name] of await look((root) =>
      [...root.querySelectorAll(".body :is(h2, h3)")].map((one, at) => [
        (one.id ||= `heading-${at}`),
        one.textContent,
      ]),
    )) {
      await scrollTo(`#${id}`);
      assert.equal(await here(), name);
    }
    await until(async () => (await progress()) > 0.3);
    await look((root) => root.querySelector("dialog").scrollTo({ top: 1e6, behavior: "instant" }));
    await until(async () => (await progress()) === 1);
    await browser.resize(1280, 900);
  });

  test("the browser's own find sees the story, and not the page under it", async () => {
    const { browser, base } = at();
    await opened(`${base}/long-read.html`);
    const finds = (/** @type {string} */ words) =>
      browser.evaluate((/** @type {string} */ words) => {
        getSelection()?.removeAllRanges();
        return /** @type {any} */ (window).find(words, false, false, true);
      }, words);
    assert.equal(await finds("dug it a channel along"), true);
    assert.equal(await finds("Ten walks for spring"), false);
  });

  test("a formula is a line of its own kind, an embed a link that says what and where", async () => {
    await opened(`${server.base}/parts`);
    const seen = await look((root) => {
      const link = root.querySelector("article .embed a");
      return {
        formula: root.querySelector("article .math").textContent,
        frames: root.querySelectorAll("iframe").length,
        words: root.querySelector("article .embed").textContent,
        leads: new URL(link.href).hostname,
      };
    });
    assert.match(seen.words, /youtube\.com.*The storm from the pier/);
    assert.deepEqual(
      { ...seen, words: "" },
      { formula: "h=t^2", frames: 0, words: "", leads: "www.youtube.com" },
    );
  });

  // Browsers under test have none.
  test("a browser without a voice says so, and nothing stays marked", async () => {
    const { browser, base } = at();
    await opened(`${base}/story.html`);
    await browser.key("l");
    await until(() => look((root) => /no voice/.test(root.querySelector(".say")?.textContent ?? "")));
    assert.equal(await look((root) => root.querySelectorAll(".spoken").length), 0);
  });

  test("no sheet and no layer of the page reaches it", async () => {
    const { browser } = at();
    await opened(`${server.base}/hostile`);
    await browser.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector("[popover]")).showPopover(),
    );
    const onTop = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName;
    await until(async () => (await browser.evaluate(onTop)) === "plainread-reader");
    const seen = await look((root) => {
      const view = root.ownerDocument.defaultView;
      const dialog = root.querySelector("dialog");
      const css = view.getComputedStyle(root.querySelector(".body > p"));
      const { left, top, width, height } = dialog.getBoundingClientRect();
      return {
        box: [left, top, width, height].join() === [0, 0, view.innerWidth, view.innerHeight].join(),
        text: [css.fontSize, css.writingMode, css.direction, css.opacity, css.transform, css.visibility],
        ink: css.color === view.getComputedStyle(dialog).color && css.color !== "rgb(255, 0, 0)",
      };
    });
    const text = ["19px", "horizontal-tb", "ltr", "1", "none", "visible"];
    assert.deepEqual(seen, { box: true, text, ink: true });
  });
});

inChromium("reading", (at) => {
  test("nothing shifts: not as it opens, not as its facts come, not while one scrolls", async () => {
    const { browser, base } = at();
    const shifts = () => browser.evaluate(() => /** @type {any} */ (globalThis).shifts);
    for (const name of ["long-read.html", "ten-thousand.html", "tables.html"]) {
      await browser.visit(`${base}/${name}`);
      await browser.evaluate(() => {
        const shifts = /** @type {any} */ (globalThis.shifts = []);
        const note = (/** @type {any} */ list) =>
          shifts.push(...list.getEntries().map((/** @type {any} */ entry) => entry.value));
        new PerformanceObserver(note).observe({ type: "layout-shift" });
      });
      await browser.press();
      await until(() => browser.inside(isWhole));
      await browser.inside(async (root) => {
        const dialog = root.querySelector("dialog");
        for (let step = 0; step < 12; step++) {
          dialog.scrollBy({ top: 300, behavior: "instant" });
          await new Promise((later) => setTimeout(later, 50));
        }
      });
      assert.deepEqual(await shifts(), [], name);
    }
    // What would have been told, had anything shifted.
    await browser.inside((root) => (root.querySelector(".body").style.paddingTop = "200px"));
    await until(async () => (await shifts()).length > 0);
  });
});
