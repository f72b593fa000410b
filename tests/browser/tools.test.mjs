/** The reader's tools: facts, settings, outline, copying, saving, help, images, focus. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

inBoth("the reader's tools", (at) => {
  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => at().browser.inside(run, given);
  const opened = async (page = "story.html") => {
    const { browser, base } = at();
    await browser.visit(`${base}/${page}`);
    await browser.press();
    await until(() => look(isWhole));
  };
  const press = (/** @type {string} */ name) =>
    look((root, name) => root.querySelector(`[data-name="${name}"]`).click(), name);

  test("a fact leads to its sentence and marks it, and again to the next", async () => {
    await opened();
    const fact = await look((root) => {
      const facts = [...root.querySelectorAll(".facts [data-stands]")];
      const one = facts.find((f) => f.getAttribute("data-stands").includes(" ")) ?? facts[0];
      one.click();
      return { text: one.textContent, stands: one.getAttribute("data-stands").split(" ") };
    });
    const marked = () =>
      look((root) =>
        [...root.querySelectorAll("article .marked")].map((m) => [m.getAttribute("data-s"), m.textContent]),
      );
    const first = await marked();
    assert.equal(first[0][0], fact.stands[0]);
    assert.ok(first.every(([number]) => number === fact.stands[0]));
    await look((root) => root.querySelector(".facts [aria-current]").click());
    assert.equal((await marked())[0][0], fact.stands[1] ?? fact.stands[0]);
  });

  test("the facts' words are marked in the story while that is switched on, and in stories opened later", async () => {
    await opened();
    const text = () => look((root) => root.querySelector("article").textContent);
    const found = () =>
      look((root) => [...root.querySelectorAll(".found")].map((one) => `${one.title}: ${one.textContent}`));
    const before = await text();
    await press("factsMarks");
    await until(async () => (await found()).length > 0);
    const marked = await found();
    for (const one of ["Places: Sandvik", "Dates: 1 April", "People: Karin Moe", "Figures: 240 crowns"])
      assert.ok(marked.includes(one), `${one}: ${marked}`);
    assert.equal(await text(), before);
    await opened();
    await until(async () => JSON.stringify(await found()) === JSON.stringify(marked));
    await press("factsMarks");
    await until(async () => (await found()).length === 0);
    assert.equal(await text(), before);
  });

  test("of a long story the rest follows its opening, in order and once", async () => {
    await opened("ten-thousand.html");
    const lines = (/** @type {any} */ root, /** @type {string} */ where) =>
      [...root.querySelectorAll(where)].map((one) => one.textContent);
    const page = await at().browser.evaluate(() =>
      [...document.querySelectorAll("h2, p")].map((one) => one.textContent),
    );
    assert.equal(page.length, 210);
    assert.deepEqual(await look(lines, ".body :is(h2, p)"), page);
    await press("outline");
    assert.equal(await look((root) => root.querySelectorAll(".outline button").length), 10);
  });

  test("settings change the look at once, and hold", async () => {
    await opened();
    await press("look");
    await look((root) => root.querySelector("input[name=theme][value=sepia]").click());
    await look((root) => {
      const size = root.querySelector("input[name=size]");
      size.value = "24";
      size.dispatchEvent(new root.ownerDocument.defaultView.Event("input", { bubbles: true }));
    });
    const state = () =>
      look((root) => ({
        theme: root.querySelector("dialog").dataset.theme,
        size: root.ownerDocument.defaultView.getComputedStyle(root.querySelector(".body > p")).fontSize,
        paper: root.ownerDocument.defaultView.getComputedStyle(root.querySelector("dialog")).backgroundColor,
      }));
    const sepia = { theme: "sepia", size: "24px", paper: "rgb(246, 237, 219)" };
    assert.deepEqual(await state(), sepia);
    await opened("keys.html");
    await until(async () => (await state()).size === "24px");
    assert.deepEqual(await state(), sepia);
    await press("look");
    await press("reset");
    await until(async () => (await state()).size === "19px");
  });

  test("choices in quick succession are not taken back by the first of them", async () => {
    await opened();
    await press("look");
    const sizes = await look(async (root) => {
      const size = root.querySelector("input[name=size]");
      const view = root.ownerDocument.defaultView;
      const seen = [];
      const note = () =>
        seen.push(parseFloat(view.getComputedStyle(root.querySelector(".body > p")).fontSize));
      for (let chosen = 20; chosen <= 28; chosen++) {
        size.value = String(chosen);
        size.dispatchEvent(new view.Event("input", { bubbles: true }));
        note();
        await new Promise((later) => view.setTimeout(later, (chosen - 20) * 3));
        note();
      }
      await new Promise((later) => view.setTimeout(later, 500));
      note();
      return seen;
    });
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => a - b),
    );
    assert.equal(sizes.at(-1), 28);
    await press("reset");
  });

  test("keys: size, theme, help; Escape closes the panel before the reader", async () => {
    await opened();
    const { browser } = at();
    await browser.key("+");
    await until(() =>
      look((root) => root.querySelector("dialog").style.getPropertyValue("--size") === "20px"),
    );
    await browser.key("-");
    await browser.key("?");
    const help = await until(() => look((root) => root.querySelector("#panel-shortcuts")?.textContent));
    assert.match(help, /Esc/);
    await browser.key("Escape");
    await until(() => look((root) => !root.querySelector("#panel-shortcuts")));
    assert.equal(await look((root) => root.querySelector("dialog").open), true);
  });

  test("the outline lists the headings and leads there", async () => {
    await opened();
    await press("outline");
    const names = await look((root) =>
      [...root.querySelectorAll("#panel-outline .outline button")].map((b) => b.textContent),
    );
    assert.deepEqual(names.slice(-2), ["What it costs", "The ship"]);
    await look((root) => [...root.querySelectorAll("#panel-outline .outline button")].at(-1).click());
    await until(() => look((root) => root.activeElement?.textContent === "The ship"));
  });

  test("an image without a declared size keeps its place", async () => {
    await at().browser.visit(`${at().base}/story.html`);
    const size = await at().browser.evaluate(async () => {
      const image = /** @type {HTMLImageElement} */ (document.querySelector("figure img"));
      for (const name of ["width", "height"]) image.removeAttribute(name);
      await image.decode();
      return [image.naturalWidth, image.naturalHeight].map(String);
    });
    await at().browser.press();
    const declared = (/** @type {ShadowRoot} */ root) => {
      const image = root.querySelector("article img");
      return image && ["width", "height"].map((name) => image.getAttribute(name));
    };
    await until(() => look(declared));
    assert.deepEqual(await look(declared), size);
  });

  test("an image opens by itself and closes", async () => {
    await opened();
    await until(() => look((root) => root.querySelector("article img")?.complete));
    await look((root) => root.querySelector("article img").click());
    assert.equal(await look((root) => root.querySelectorAll(".overlay img").length), 1);
    await at().browser.key("Escape");
    await until(() => look((root) => !root.querySelector(".overlay")));
    assert.equal(await look((root) => root.querySelector("dialog").open), true);
  });

  test("focus mode keeps one paragraph", async () => {
    await opened();
    await at().browser.key("d");
    assert.equal(await look((root) => root.querySelectorAll(".body > .current").length), 1);
    await at().browser.key("d");
    assert.equal(await look((root) => root.querySelector("dialog").dataset.focus), "false");
  });

  test("highlights come back with the reader, and go when they are selected again", async () => {
    await opened();
    const { browser } = at();
    const select = () =>
      look((root) => {
        const document = root.ownerDocument;
        const range = document.createRange();
        const [first, second] = root.querySelectorAll(".body > p");
        range.setStart(first.firstChild, 4);
        range.setEnd(second.firstChild, 8);
        const selection = (root.getSelection?.bind(root) ?? document.getSelection.bind(document))();
        selection.removeAllRanges();
        selection.addRange(range);
        return range.toString();
      });
    const marked = () =>
      look((root) => [...root.querySelectorAll("mark.highlight")].map((piece) => piece.textContent).join(""));
    const selected = await select();
    await browser.key("h");
    await until(async () => (await marked()) === selected);
    await browser.press();
    await until(async () => (await look(() => true)) === undefined);
    await browser.press();
    await until(() => look(isWhole));
    assert.equal(await marked(), selected);
    await new Promise((later) => setTimeout(later, 1200));
    await browser.evaluate(() => location.reload());
    await until(async () => (await look(() => true)) === undefined);
    await new Promise((later) => setTimeout(later, 500));
    await browser.press();
    await until(async () => (await marked()) === selected);
    const text = await look((root) => root.querySelector("article").textContent);
    await look((root) => {
      const document = root.ownerDocument;
      const selection = (root.getSelection?.bind(root) ?? document.getSelection.bind(document))();
      selection.removeAllRanges();
      const range = document.createRange();
      range.selectNodeContents(root.querySelector("mark.highlight"));
      selection.addRange(range);
    });
    await browser.key("h");
    await until(async () => (await marked()) === "");
    assert.equal(await look((root) => root.querySelector("article").textContent), text);
  });

  test("the place in the story is kept while the tab lives", async () => {
    await opened();
    const { browser } = at();
    const top = () => look((root) => Math.round(root.querySelector("dialog").scrollTop));
    await look((root) => root.querySelector("dialog").scrollTo({ top: 500, behavior: "instant" }));
    await new Promise((later) => setTimeout(later, 200));
    await browser.press();
    await until(async () => (await look(() => true)) === undefined);
    await browser.press();
    await until(async () => Math.abs((await top()) - 500) < 5);
    // Another document at the same address: what this one knew is gone with it.
    await new Promise((later) => setTimeout(later, 1200));
    await browser.evaluate(() => location.reload());
    await until(async () => (await look(() => true)) === undefined);
    await new Promise((later) => setTimeout(later, 500));
    await browser.press();
    await until(async () => Math.abs((await top()) - 500) < 5);
  });

  test("what was left out is listed and can be added", async () => {
    await opened();
    await at().browser.key("w");
    const pieces = await until(() => look((root) => root.querySelectorAll(".left-out details").length));
    assert.ok(pieces > 0);
    const words = await look((root) =>
      [...root.querySelectorAll(".left-out summary")].map((one) => one.innerText.trim()),
    );
    assert.equal(words.length, pieces);
    const counts = await look((root) => root.querySelector(".left-out > p").innerText.match(/[\d,]+/g));
    const [taken, all, running] = counts.map((count) => Number(count.replace(",", "")));
    assert.ok(taken > 0 && taken < all && running < all - taken, String(counts));
    const sideways = await look((root) => {
      const panel = root.querySelector(".float");
      return panel.scrollWidth - panel.clientWidth;
    });
    assert.equal(sideways, 0);
    assert.ok(
      words.some((text) => text.includes("Ten walks for spring") || text.includes("Most read")),
      String(words),
    );
    const text = await look((root) => {
      const one = root.querySelector(".left-out details");
      one.querySelector("button").click();
      return root.querySelector("section.added p").textContent;
    });
    assert.ok(text.length > 0);
  });
});
