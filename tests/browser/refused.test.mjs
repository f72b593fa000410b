/** Where the button opens nothing, it says why: on the button, and on the page where there is one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";

inBoth("the button that opens nothing", (at, name) => {
  const check = async (/** @type {string} */ url, /** @type {RegExp} */ why, onPage = true) => {
    const { browser } = at();
    await browser.visit(url);
    // Firefox takes the last page's badge off a frame later: it would be taken for this press's.
    await until(async () => !(await browser.badge()));
    await browser.press();
    await until(async () => (await browser.badge()) === "!");
    assert.match(await browser.title(), why);
    // Firefox lets nobody look into its own pages.
    if (!onPage && name === "firefox") return;
    assert.equal(await browser.inside(() => true), undefined);
    const notice = await browser.inside(
      (root) => root.querySelector(".notice").textContent,
      [],
      "plainread-notice",
    );
    if (onPage) assert.match(notice, why);
    else assert.equal(notice, undefined);
  };

  test("no article", () => check(`${at().base}/empty.html`, /no article was found/i));
  test("an age check", () => check(`${at().base}/age.html`, /asks for your age/i));
  // Firefox lets no extension into its own viewer of PDFs.
  const [why, onPage] = name === "chromium" ? [/this is a PDF/i, true] : [/lets no extension work/i, false];
  test("a PDF", () => check(`${at().base}/letter.pdf`, why, onPage));
  const own = name === "chromium" ? "chrome://version/" : "about:license";
  test("a page of the browser", () => check(own, /lets no extension work/i, false));
});
