/** A phone, and pages made for larger screens: the reader is as wide as the screen, and the page comes back as it was. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { page, record } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** Firefox has no narrower window, and takes its screen from here. Units: CSS px. */
const NARROWEST = 500;
process.env.MOZ_HEADLESS_WIDTH = String(NARROWEST);

const PHONES = {
  chromium: { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } },
  firefox: {
    width: NARROWEST,
    preferences: {
      "dom.meta-viewport.enabled": true,
      "apz.allow_zooming": true,
      "ui.useOverlayScrollbars": 1,
    },
  },
};

const pages = {
  "/silent": page([]),
  "/fixed": page([], `<meta name="viewport" content="width=1100">`),
};

/** How the page's window stands. Units: CSS px. It runs in the page. */
const standing = () => ({
  width: document.documentElement.clientWidth,
  scale: Math.round((visualViewport?.scale ?? 0) * 100),
  markup: document.documentElement.outerHTML,
});

inBoth(
  "a phone, and pages made for larger screens",
  (at) => {
    /** @type {Awaited<ReturnType<typeof record>>} */
    let server;
    before(async () => {
      server = await record(pages);
    });
    after(() => server?.close());

    for (const path of Object.keys(pages))
      test(`${path.slice(1)}: the reader can be read, and the page is as it was`, async () => {
        const { browser } = at();
        await browser.visit(server.base + path);
        const before = await browser.evaluate(standing);
        assert.ok(before.width > 900, `the page is ${before.width} px wide`);
        await browser.press();
        await until(() => browser.inside(isWhole));
        const fits = () =>
          browser.inside((root) => {
            const { width } = root.querySelector("dialog").getBoundingClientRect();
            const { screen, visualViewport } = root.ownerDocument.defaultView;
            return Math.round(width) === screen.width && Math.abs(visualViewport.scale - 1) < 0.01;
          });
        await until(fits);
        await browser.evaluate(() => document.querySelector("plainread-reader")?.remove());
        await until(fits);
        await browser.key("Escape");
        await until(async () => (await browser.inside(() => true)) === undefined);
        await until(async () => (await browser.evaluate(standing)).width === before.width);
        assert.deepEqual(await browser.evaluate(standing), before);
      });
  },
  PHONES,
);
