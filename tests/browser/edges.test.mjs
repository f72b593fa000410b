/** The edges of the reader: stories of several pages, stories in frames, the part a person points at. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";

inBoth("the edges of a story", (at) => {
  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => at().browser.inside(run, given);
  const isOpen = () => look((root) => root.querySelector("dialog")?.open);
  const opened = async (/** @type {string} */ page) => {
    const { browser, base } = at();
    await browser.visit(`${base}/${page}`);
    await browser.press();
    await until(isOpen);
  };

  test("the next page of a story is offered, and leads on", async () => {
    await opened("serial.html");
    assert.match(await look((root) => root.querySelector(".next").textContent), /page 2/);
    await look((root) => root.querySelector(".next a").click());
    const { browser } = at();
    const arrived = async () => browser.evaluate(() => location.search === "?page=2");
    await until(() => arrived().catch(() => false)); // while the page changes, it answers nothing
    // Firefox takes the button's grant back with each page: there a press opens it.
    if (browser.name === "Firefox") await browser.press();
    await until(isOpen);
    assert.equal(await look((root) => root.querySelectorAll(".next").length), 0);
  });

  test("a story in a frame of the same site is read", async () => {
    await opened("framed.html");
    assert.match(await look((root) => root.querySelector("h1").textContent), /^Night ferry returns/);
    assert.match(await look((root) => root.querySelector(".body").textContent), /two hundred cinnamon buns/);
    await at().browser.press();
    await until(async () => !(await isOpen()));
  });

  test("a page too large to be read whole says so", async () => {
    const { browser, base } = at();
    await browser.visit(`${base}/endless.html`);
    await browser.press();
    // Looking into the root is slow on a page of this size: once is enough.
    await until(() => browser.evaluate(() => document.querySelector("plainread-reader") !== null), 30_000);
    assert.match(await look((root) => root.querySelector(".notice").textContent), /very large/);
    assert.match(await look((root) => root.querySelector(".body").textContent), /The register begins/);
  });

  /** A person's pointer over the middle of an element, and a click there; gives what the page itself heard. */
  const point = (/** @type {string} */ selector) =>
    at().browser.evaluate((/** @type {string} */ selector) => {
      const element = /** @type {Element} */ (document.querySelector(selector));
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      const where = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
      let heard = 0;
      element.addEventListener("click", () => heard++);
      for (const name of ["pointermove", "pointerdown", "pointerup"])
        element.dispatchEvent(new PointerEvent(name, where));
      element.dispatchEvent(new MouseEvent("click", where));
      return heard;
    }, selector);
  const picking = () => at().browser.inside(() => true, [], "plainread-frame");

  test("the part to read can be pointed at", async () => {
    await opened("parts.html");
    await at().browser.key("w");
    await until(() => look((root) => root.querySelector("#panel-wrong [data-name=pick]")));
    await look((root) => root.querySelector("#panel-wrong [data-name=pick]").click());
    await until(picking);
    assert.equal(await point("dl"), 0);
    await until(isOpen);
    const text = await look((root) => root.querySelector(".body").textContent);
    assert.match(text, /The place that a bird must cross/);
    assert.doesNotMatch(text, /Counting birds sounds simple/);
  });

  test("Escape ends pointing, and the page is as before", async () => {
    await opened("parts.html");
    const before = await at().browser.evaluate(() => document.body.outerHTML);
    await at().browser.key("w");
    await until(() => look((root) => root.querySelector("#panel-wrong [data-name=pick]")));
    await look((root) => root.querySelector("#panel-wrong [data-name=pick]").click());
    await until(picking);
    await at().browser.key("Escape");
    await until(async () => !(await picking()));
    assert.equal(await isOpen(), undefined);
    assert.equal(await at().browser.evaluate(() => document.body.outerHTML), before);
  });
});
