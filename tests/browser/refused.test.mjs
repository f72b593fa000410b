/** Where the button opens nothing, it says why: on the button, and on the page where there is one. Chromium. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

describe("the button that opens nothing", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;

  before(async () => {
    [browser, pages] = await Promise.all([start(), serve()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const button = async () => {
    const worker = await browser.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const about = { tabId: /** @type {number} */ (tab?.id) };
      return [await chrome.action.getBadgeText(about), await chrome.action.getTitle(about)];
    });
  };
  const check = async (/** @type {string} */ url, /** @type {RegExp} */ why, onPage = true) => {
    await browser.visit(url);
    await browser.press();
    const [badge, title] = await until(async () => {
      const [badge, title] = await button();
      return badge && [badge, title];
    });
    assert.equal(badge, "!");
    assert.match(title, why);
    assert.equal(await browser.inside(() => true), undefined);
    const notice = await browser.inside(
      (root) => root.querySelector(".notice").textContent,
      [],
      "plainread-notice",
    );
    if (onPage) assert.match(notice, why);
    else assert.equal(notice, undefined);
  };

  test("no article", () => check(`${pages.base}/empty.html`, /no article was found/i));
  test("a PDF", () => check(`${pages.base}/letter.pdf`, /this is a PDF/i));
  test("an age check", () => check(`${pages.base}/age.html`, /asks for your age/i));
  test("a page of the browser", () => check("chrome://version/", /lets no extension work/i, false));
});
