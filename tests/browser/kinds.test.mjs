/**
 * Ten kinds of page in four widths and two themes, held by what can be measured: nothing sticks out, nothing is
 * repeated, everything stands where it belongs. This is the same with all fonts; `pictures.test.mjs` holds pixels.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { faults } from "./lib/faults.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

const WIDTHS = [320, 768, 1440, 3840];
const THEMES = ["light", "dark"];
/** Units: CSS px. Source: WCAG 2.2, target size. */
const LEAST_TARGET = 24;

/** What must be seen of each kind, and how often; `first` begins the story. */
const KINDS = [
  {
    page: "long-read.html",
    first: "For a century the Lomma",
    see: { ".kicker": 1, "figure.lead": 1, blockquote: 1, sup: 1 },
  },
  { page: "live.html", first: "All ferries are in port", see: { "article h2": 5, figure: 1 } },
  { page: "forum.html", first: "runa_h", see: { ".post": 4, ".post blockquote": 1, ".kicker": 0 } },
  { page: "docs.html", first: "A tide table is a list", see: { pre: 2, "article table": 1, dl: 1 } },
  { page: "recipe.html", first: "These buns are made", see: { ".body ul > li": 7, ".body ol > li": 5 } },
  { page: "tables.html", first: "The eight parishes", see: { "article table": 2, caption: 1 } },
  { page: "ja.html", first: "本土と北の島々", see: { ruby: 2, "figure.lead": 1 } },
  { page: "ar.html", first: "تعود العبّارة", see: { "article[dir=rtl]": 1 } },
  { page: "preview.html", first: "The lighthouse on Little Skarn", see: { ".notice": 1, ".end .note": 1 } },
];

inBoth("kinds of page", (at) => {
  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => at().browser.inside(run, given);

  for (const { page, first, see } of KINDS) {
    test(page, async () => {
      const { browser, base } = at();
      await browser.resize(1440, 900);
      await browser.visit(`${base}/${page}`);
      await browser.press();
      await until(() => look(isWhole));
      const story = await look((root) => root.querySelector(".body").textContent.trim());
      assert.ok(story.startsWith(first), story.slice(0, 80));
      const counts = await look(
        (root, names) => names.map((name) => root.querySelectorAll(name).length),
        Object.keys(see),
      );
      assert.deepEqual(counts, Object.values(see));
      for (const width of WIDTHS)
        for (const theme of THEMES) {
          await browser.resize(width, 900);
          await look((root, theme) => (root.querySelector("dialog").dataset.theme = theme), theme);
          assert.deepEqual(await look(faults, LEAST_TARGET), [], `${width} px, ${theme}`);
        }
    });
  }

  test("no article: the page stays, a notice says why and offers to point", async () => {
    const { browser, base } = at();
    await browser.resize(1440, 900);
    await browser.visit(`${base}/empty.html`);
    await browser.press();
    const words = () => browser.inside((root) => root.textContent, [], "plainread-notice");
    await until(async () => /no article/i.test((await words()) ?? ""));
    assert.match(await words(), /Point at the part to read/);
    assert.equal(await look(() => true), undefined);
  });
});
