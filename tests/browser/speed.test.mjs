/** Opening a long story: main-thread CPU of the page's side, layout and style apart. Chromium. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";

/** Units: ms of the main thread's CPU, from the press on, for a story of 10,000 words. */
const MOST = 50;
/** The first opening compiles what the others find compiled; of so many others the median is steady. */
const OPENINGS = 16;
/** Long enough for the page to be at rest. Units: ms. */
const REST = 400;
/** The same from the press on. Nothing is asked of the page meanwhile: to answer costs it some milliseconds, too. */
const OPENING = 1200;

inChromium("opening a story of 10,000 words", (at) => {
  test(`takes less than ${MOST} ms of CPU beyond layout and style`, async () => {
    const { browser, base } = at();
    const cdp = await browser.context.newCDPSession(browser.page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      const of = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
      return (of("TaskDuration") - of("LayoutDuration") - of("RecalcStyleDuration")) * 1000;
    };
    const rest = (/** @type {number} */ ms) => new Promise((later) => setTimeout(later, ms));
    const times = [];
    for (let i = 0; i < OPENINGS; i++) {
      await browser.visit(`${base}/ten-thousand.html`);
      await rest(REST);
      const before = await spent();
      await browser.press();
      await rest(OPENING);
      times.push((await spent()) - before);
      const isOpen = await browser.evaluate(() => document.querySelector("plainread-reader") !== null);
      assert.ok(isOpen || i === 0, `not open after ${OPENING} ms`);
    }
    const words = await browser.inside((root) => root.querySelector(".body").innerText.split(/\s+/).length);
    assert.ok(words >= 10_000, `${words} words`);
    const [, ...warm] = times;
    const median = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? NaN;
    assert.ok(median < MOST, `${median} ms; all: ${times}`);
  });
});
