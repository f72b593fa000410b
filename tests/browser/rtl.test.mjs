/** The interface of a person who reads from right to left: its words, its side, its dates. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { until } from "./lib/until.mjs";

inChromium(
  "right to left",
  (at) => {
    test("the reader stands the other way round, a story from left to right does not", async () => {
      await at().opened("story.html");
      const look = (/** @type {ShadowRoot} */ root) => {
        const side = (/** @type {string} */ selector) =>
          /** @type {Element} */ (root.querySelector(selector)).getBoundingClientRect().x;
        return {
          back: side("[data-name=backToPage]") > side("[data-name=facts]"),
          story: getComputedStyle(/** @type {Element} */ (root.querySelector("article"))).direction,
          facts: root.querySelector(".facts h2")?.textContent,
          said: root.querySelector("article time")?.textContent,
        };
      };
      const seen = await at().browser.inside(look);
      assert.equal(seen.back, true);
      assert.equal(seen.story, "ltr");
      assert.match(seen.facts, /^\p{Script=Arabic}/u);
      assert.match(seen.said, /\p{Script=Arabic}/u);
    });

    test("the options page runs from right to left", async () => {
      const { browser } = at();
      await browser.visit(`${browser.origin}/options.html`);
      await until(() => browser.evaluate(() => document.querySelector("h1") !== null));
      const { lang, dir } = await browser.evaluate(() => ({
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
      }));
      assert.deepEqual({ lang, dir }, { lang: "ar", dir: "rtl" });
    });
  },
  { locale: "ar" },
);
