/** Ten kinds of page, and what lies over the story, held against the pictures that are kept of them. Chromium. */

import { before, test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { inOneFont, pictures, wearFont } from "./lib/pictures.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** How high a window of each width is, and how many times smaller its picture. Units: CSS px. */
const WINDOWS = [
  { width: 320, height: 1000, by: 4 },
  { width: 768, height: 1000, by: 5 },
  { width: 1440, height: 900, by: 6 },
];
const THEMES = ["light", "dark"];
const KINDS = ["long-read", "live", "forum", "docs", "recipe", "tables", "ja", "ar", "preview"];

/** Dates are written in the machine's time zone. */
const ALIKE = { env: { ...process.env, LANGUAGE: "en-GB", TZ: "UTC" } };

/** What lies over the story, and how it comes there. */
const PARTS = { look: ".bar > [data-name=look]", save: ".bar > [data-name=save]", image: "article img" };

inChromium(
  "pictures",
  (at) => {
    /** @type {Awaited<ReturnType<typeof pictures>>} */
    let kept;
    before(async () => {
      const { browser } = at();
      await browser.page.emulateMedia({ reducedMotion: "reduce" });
      kept = await pictures(browser);
    });

    const shown = (/** @type {string} */ selector) =>
      until(() => at().browser.inside((root, selector) => root.querySelector(selector) !== null, [selector]));
    /** Opens the reader on a page, all of it in the bundled font. */
    const opened = async (/** @type {string} */ page) => {
      const { browser } = at();
      await at().opened(`${page}.html`);
      await until(() => browser.inside(isWhole));
      await browser.inside((root) => root.querySelector(".bar > [data-name=look]").click());
      await shown("#panel-look");
      await browser.inside((root) => {
        root.querySelector("#panel-look input[value=dyslexic]").click();
        root.querySelector(".bar > [data-name=look]").click();
        root.activeElement?.blur();
      });
      await until(() =>
        browser.inside((root) =>
          [...root.ownerDocument.fonts].some(
            (face) => /Plainread/.test(face.family) && face.status === "loaded",
          ),
        ),
      );
      await browser.inside(inOneFont);
    };
    /** Puts the theme on, and waits until every picture in sight is drawn. */
    const themed = (/** @type {string} */ theme) =>
      at().browser.inside(
        async (root, theme) => {
          root.querySelector("dialog").dataset.theme = theme;
          await Promise.all([...root.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
        },
        [theme],
      );

    for (const kind of KINDS)
      test(kind, async (t) => {
        const why = kept.strange.en || (kind in kept.strange && kept.strange[/** @type {"ja"} */ (kind)]);
        if (why) return t.skip(why);
        await at().browser.resize(1440, 1000);
        await opened(kind);
        for (const { width, height, by } of WINDOWS) {
          await at().browser.resize(width, height);
          for (const theme of THEMES) {
            await themed(theme);
            await kept.check(`${kind}-${width}-${theme}`, by);
          }
        }
      });

    test("panels, and an image by itself", async (t) => {
      if (kept.strange.en) return t.skip(kept.strange.en);
      const { browser } = at();
      await browser.resize(768, 800);
      await opened("long-read");
      for (const [name, selector] of Object.entries(PARTS))
        for (const theme of THEMES) {
          await themed(theme);
          await browser.inside((root, selector) => root.querySelector(selector).click(), [selector]);
          await shown(".float, .overlay");
          await kept.check(`part-${name}-${theme}`, 4);
          await browser.key("Escape");
        }
    });

    test("no article", async (t) => {
      if (kept.strange.en) return t.skip(kept.strange.en);
      const { browser, base } = at();
      const inNotice = (/** @type {(root: any) => any} */ run) => browser.inside(run, [], "plainread-notice");
      for (const { width, by } of WINDOWS) {
        await browser.resize(width, 400);
        // The notice goes by itself: each width has one of its own.
        await browser.visit(`${base}/empty.html`);
        await wearFont(browser);
        await browser.press();
        await until(() => inNotice((root) => /no article/i.test(root.textContent)));
        await inNotice(inOneFont);
        for (const theme of THEMES) {
          await browser.scheme(/** @type {"light"} */ (theme));
          await kept.check(`empty-${width}-${theme}`, by);
        }
      }
    });
  },
  ALIKE,
);
