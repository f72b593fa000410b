/** The interface in a language of long words, in a narrow window: no word is broken, nothing sticks out of its panel. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** What is broken or sticks out in the open panel. It runs in the page. */
const faults = (/** @type {any} */ root) => {
  const panel = root.querySelector(".float");
  const { left, right } = panel.getBoundingClientRect();
  const parts = [...panel.querySelectorAll("*")];
  const name = (/** @type {Element} */ one) => `${one.localName} ${one.textContent}`;
  const outside = parts.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.left < left || box.right > right);
  });
  for (const one of parts) one.style.overflowWrap = "normal";
  const broken = parts.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1);
  return { outside: outside.map(name), broken: broken.map(name) };
};

inChromium(
  "long words",
  (at) => {
    test("every panel holds its words whole, in a window of 320 px", async () => {
      const { browser, opened } = at();
      await browser.resize(320, 800);
      await opened("story.html");
      await until(() => browser.inside(isWhole));
      for (const panel of ["outline", "listen", "save", "look", "more"]) {
        await browser.inside(
          (root, name) => root.querySelector(`.bar > [data-name=${name}]`).click(),
          [panel],
        );
        await until(() =>
          browser.inside((root, name) => root.querySelector(`#panel-${name}`) !== null, [panel]),
        );
        assert.deepEqual(await browser.inside(faults), { outside: [], broken: [] }, panel);
        await browser.key("Escape");
      }
    });

    test("the way back says its words whole, or leaves them to be heard", async () => {
      const { browser } = at();
      for (const [width, said] of [
        [320, false],
        [600, true],
      ]) {
        await browser.resize(/** @type {number} */ (width), 800);
        const words = await browser.inside((root) => {
          const back = root.querySelector(".bar .back");
          const [box, text] = [back, back.querySelector("span")].map((one) => one.getBoundingClientRect());
          return {
            seen: text.top < box.bottom,
            cut: text.top < box.bottom && (text.right > box.right || text.bottom > box.bottom + 1),
            name: back.innerText.trim(),
          };
        });
        assert.deepEqual(words, { seen: said, cut: false, name: "Zurück zur Seite" });
      }
    });
  },
  { locale: "de" },
);
