/** Opening a long story: main-thread CPU of the page's side, layout and style apart. Chromium. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { until } from "./lib/until.mjs";

/** Units: ms of the main thread's CPU, from the press on, for a story of 10,000 words. */
const MOST = 50;
/** The first opening compiles what the others find compiled; of so many others the median is steady. */
const OPENINGS = 16;
/** Long enough for the reader to be painted and the page to be at rest. Units: ms. */
const REST = 400;

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
    const rest = () => new Promise((later) => setTimeout(later, REST));
    const times = [];
    for (let i = 0; i < OPENINGS; i++) {
      await browser.visit(`${base}/ten-thousand.html`);
      await rest();
      const before = await spent();
      await browser.press();
      await until(() => browser.evaluate(() => document.querySelector("plainread-reader") !== null));
      await rest();
      times.push((await spent()) - before);
    }
    const words = await browser.inside((root) => root.querySelector(".body").innerText.split(/\s+/).length);
    assert.ok(words >= 10_000, `${words} words`);
    const [, ...warm] = times;
    const median = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? NaN;
    assert.ok(median < MOST, `${median} ms; all: ${times}`);
  });
});
