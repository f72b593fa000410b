/** A private window: the reader opens, holds its settings and closes as anywhere. Firefox; all its windows private. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/firefox.mjs";
import { keepsSetting } from "./lib/kept.mjs";
import { serve } from "./lib/pages.mjs";

describe("a private window (firefox)", { skip: process.env.PLAINREAD_BROWSER === "chromium" }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  before(async () => {
    [browser, pages] = await Promise.all([start({ privately: true }), serve()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  test("the reader opens, keeps a setting and closes", async () => {
    const isPrivate = await browser.chrome(() => {
      const { PrivateBrowsingUtils, Services } = /** @type {any} */ (globalThis);
      return PrivateBrowsingUtils.isWindowPrivate(Services.wm.getMostRecentWindow("navigator:browser"));
    });
    assert.equal(isPrivate, true);
    await keepsSetting(browser, pages.base);
  });
});
