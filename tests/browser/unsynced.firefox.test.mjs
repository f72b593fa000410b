/** The browser's sync is switched off: the button works, settings and sites are kept on this machine. Firefox. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/firefox.mjs";
import { keepsSetting } from "./lib/kept.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

describe(
  "without the browser's sync (firefox)",
  { skip: process.env.PLAINREAD_BROWSER === "chromium" },
  () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let pages;
    before(async () => {
      [browser, pages] = await Promise.all([
        start({ preferences: { "webextensions.storage.sync.enabled": false } }),
        serve(),
      ]);
    });
    after(async () => {
      await browser?.close();
      pages?.close();
    });

    test("the reader opens, keeps a setting and closes", async () => {
      await keepsSetting(browser, pages.base);
    });

    test("a site that is turned on is listed, and cleaned", async () => {
      await browser.grant("http://127.0.0.1/*");
      await browser.call("always", "127.0.0.1", "clean");
      assert.deepEqual(await browser.call("sites"), [{ host: "127.0.0.1", mode: "clean", permitted: true }]);
      await browser.visit(`${pages.base}/story.html?on`);
      const wall = () =>
        browser.evaluate(() => {
          const wall = document.querySelector("#wall");
          return wall && getComputedStyle(wall).display;
        });
      await until(async () => (await wall()) === "none");
    });
  },
);
