/** Runs a set of tests in Chromium alone: what needs its debugging protocol. */

import { after, before, describe } from "node:test";
import { start } from "./chromium.mjs";
import { serve } from "./pages.mjs";
import { until } from "./until.mjs";

/** @typedef {Awaited<ReturnType<typeof start>>} Chromium */

/**
 * Declares the tests of `each`; `at()` gives the browser, the pages' address, and how to open the reader on a page.
 * `options`: as for `start`; `skip`: why the tests cannot run here.
 */
export function inChromium(
  /** @type {string} */ title,
  /** @type {(at: () => { browser: Chromium, base: string, opened: (page: string) => Promise<void> }) => void} */ each,
  /** @type {Parameters<typeof start>[0] & { skip?: string | false }} */ { skip = false, ...options } = {},
) {
  const skipped = process.env.PLAINREAD_BROWSER === "firefox" ? "chromium only" : skip;
  describe(`${title} (chromium)`, { skip: skipped }, () => {
    /** @type {Chromium} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let pages;
    before(async () => {
      [browser, pages] = await Promise.all([start(options), serve()]);
    });
    after(async () => {
      await browser?.close();
      pages?.close();
    });
    const opened = async (/** @type {string} */ page) => {
      await browser.visit(`${pages.base}/${page}`);
      await browser.press();
      await until(() => browser.inside((root) => root.querySelector("dialog")?.open));
    };
    each(() => ({ browser, base: pages.base, opened }));
  });
}
