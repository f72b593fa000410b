/** Runs a set of tests in each browser. `PLAINREAD_BROWSER=firefox` keeps to one. */

import { after, before, describe } from "node:test";
import { start as chromium } from "./chromium.mjs";
import { start as firefox } from "./firefox.mjs";
import { serve } from "./pages.mjs";

/** What both browsers can do. */
/** @typedef {Pick<Awaited<ReturnType<typeof chromium>>, "name" | "visit" | "press" | "evaluate" | "key" | "resize" | "scheme" | "screenshot" | "pdf" | "inside" | "close" | "origin" | "grant" | "revoke" | "call" | "click" | "point" | "tap" | "tabs" | "closeOthers" | "zoom" | "badge" | "title">} Browser */

const STARTS = { chromium, firefox };

/**
 * Declares the tests of `each` for both browsers; `at()` gives the browser and the pages' address. `options`: how each
 * is started.
 */
export function inBoth(
  /** @type {string} */ title,
  /** @type {(at: () => { browser: Browser, base: string }, name: "chromium" | "firefox") => void} */ each,
  /** @type {{ chromium?: object, firefox?: object }} */ options = {},
) {
  for (const name of /** @type {const} */ (["chromium", "firefox"])) {
    const start = STARTS[name];
    if (process.env.PLAINREAD_BROWSER && process.env.PLAINREAD_BROWSER !== name) continue;
    describe(`${title} (${name})`, () => {
      /** @type {any} */
      let browser;
      /** @type {Awaited<ReturnType<typeof serve>>} */
      let pages;
      before(async () => {
        [browser, pages] = await Promise.all([start(options[name]), serve()]);
      });
      after(async () => {
        await browser?.close();
        pages?.close();
      });
      each(() => ({ browser, base: pages.base }), name);
    });
  }
}
