/** The parts of a story in the reader: code, tables, lists, notes; narrow windows and large text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

inBoth("the parts of a story", (at) => {
  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => at().browser.inside(run, given);
  const opened = async () => {
    const { browser, base } = at();
    await browser.visit(`${base}/parts.html`);
    await browser.press();
    await until(() => look(isWhole));
  };

  test("code keeps its lines, lists their numbers and nesting", async () => {
    await opened();
    assert.match(
      await look((root) => root.querySelector("pre").textContent),
      /^def count.*:\n {4}both = left & right\n/,
    );
    assert.equal(await look((root) => root.querySelector("ol").start), 3);
    assert.equal(await look((root) => root.querySelectorAll("ol > li > ul > li").length), 2);
    assert.deepEqual(await look((root) => [...root.querySelectorAll("dt")].map((t) => t.textContent)), [
      "Line",
      "Evening",
    ]);
    assert.equal(await look((root) => root.querySelectorAll("th").length), 7);
  });

  test("a note leads to its place in the reader, and back", async () => {
    await opened();
    await look((root) => root.querySelector("sup a").click());
    await until(() => look((root) => /older method/.test(root.activeElement?.textContent ?? "")));
    assert.equal(await at().browser.evaluate(() => location.hash), "");
  });

  test("in a narrow window nothing but the table's own box scrolls sideways", async () => {
    const { browser } = at();
    await browser.resize(360, 700);
    await opened();
    const widths = await look((root) => {
      const dialog = root.querySelector("dialog");
      const box = root.querySelector(".scroll");
      const large = [...root.querySelectorAll("article *")].filter((one) => {
        const { right } = one.getBoundingClientRect();
        return right > dialog.clientWidth + 1 && !one.closest(".scroll, pre");
      });
      return {
        dialog: dialog.scrollWidth - dialog.clientWidth,
        box: box.scrollWidth > box.clientWidth,
        large: large.length,
      };
    });
    assert.deepEqual(widths, { dialog: 0, box: true, large: 0 });
    await browser.resize(1280, 800);
  });

  test("lines of the story hold 60 to 75 characters", async () => {
    await opened();
    const longest = await look((root) => {
      // How much of a paragraph's text, laid out on one line, the column is wide.
      const paragraph = root.querySelector(".body > p");
      const width = paragraph.getBoundingClientRect().width;
      paragraph.style.cssText = "white-space: nowrap; width: max-content";
      const whole = paragraph.getBoundingClientRect().width;
      paragraph.style.cssText = "";
      return (paragraph.textContent.length * width) / whole;
    });
    assert.ok(longest >= 60 && longest <= 75, `${longest} characters a line`);
  });
});
