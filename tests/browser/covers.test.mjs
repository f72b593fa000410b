/**
 * Clearing covers, and giving the page back: on every page of `covers/` and `libraries/`, walls go, look-alikes stay,
 * and "Restore" is exact. Chromium. The pages' ground truth stands beside them. `PLAINREAD_PAGES` keeps to those it names.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { differences, exact } from "./lib/exact.mjs";
import { until } from "./lib/until.mjs";

const ONLY = new RegExp(process.env.PLAINREAD_PAGES ?? "");
const PAGES = ["covers", "libraries"].flatMap((folder) => {
  const at = path.join(import.meta.dirname, folder);
  const truths = readdirSync(at).filter((name) => name.endsWith(".json"));
  return truths.map((name) => JSON.parse(readFileSync(path.join(at, name), "utf8")));
});
/** What the page begins by itself, or upon a click, is done by then, sliding and fading too. Units: ms. */
const BEGUN = 750;

const later = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

inBoth("covers", (at) => {
  before(() => at().browser.grant("http://127.0.0.1/*"));

  /** Which of the selectors show something. Those into closed roots cannot be asked from here. */
  const shown = (/** @type {string[]} */ selectors) =>
    at().browser.evaluate(
      (/** @type {string[]} */ selectors) =>
        selectors.filter((selector) =>
          [...document.querySelectorAll(selector)].some((element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
          ),
        ),
      selectors.map((selector) => selector.replace(/^visible:/, "")).filter((s) => !s.includes(">>>")),
    );

  /** What brings a page's late walls up. */
  const trigger = async (/** @type {any} */ { type, ms, to }) => {
    if (type === "wait") await later(ms);
    if (type === "scroll") {
      await at().browser.evaluate((/** @type {number} */ to) => {
        scrollTo(0, to * (document.documentElement.scrollHeight - innerHeight));
      }, to);
      await later(100);
    }
    if (type === "exit") {
      await at().browser.evaluate(() => {
        const out = { clientX: 400, clientY: -3, relatedTarget: null };
        document.body.dispatchEvent(new MouseEvent("mouseout", { ...out, bubbles: true }));
        document.documentElement.dispatchEvent(new MouseEvent("mouseleave", out));
      });
    }
  };

  for (const truth of PAGES.filter(({ id }) => ONLY.test(id)))
    test(truth.id, async () => {
      const { browser, base } = at();
      await browser.visit(`${base}/${truth.id}.html`);
      await later(BEGUN);
      for (const { click } of truth.setup) await browser.click(click);
      for (const one of truth.triggers) await trigger(one);
      await later(BEGUN);
      assert.deepEqual(
        await shown(truth.walls),
        truth.walls.filter((/** @type {string} */ w) => !w.includes(">>>")),
      );
      const before = await browser.evaluate(exact);
      const kept = await shown(truth.keep);
      await browser.call("clean");
      await until(async () => (await shown(truth.walls)).length === 0);
      const still = await shown(truth.keep);
      const lost = kept.filter((/** @type {string} */ selector) => !still.includes(selector));
      assert.deepEqual(lost, []);
      await browser.call("restore");
      // A page that builds its wall anew by itself is another page each time.
      if (truth.restless) return assert.ok((await shown(truth.walls)).length > 0);
      assert.deepEqual(differences(before, await browser.evaluate(exact)), []);
    });
});
