/** The reader in the page: opens, closes, leaves nothing behind, and stands its ground. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";

const shown = (/** @type {ShadowRoot} */ root) => {
  const view = /** @type {Window} */ (root.ownerDocument.defaultView);
  const paragraph = root.querySelector(".body > p");
  return {
    open: root.querySelector("dialog")?.matches(":modal"),
    title: root.querySelector("h1")?.textContent?.slice(0, 43),
    last: root.querySelector(".body > p:last-of-type")?.textContent?.slice(0, 18),
    size: paragraph && view.getComputedStyle(paragraph).fontSize,
  };
};
const STORY = {
  open: true,
  title: "Night ferry returns to the northern islands",
  last: "The first crossing",
  size: "19px",
};

inBoth("the reader", (at) => {
  /** What is shown, once the reader is the modal dialog that its first frame makes it. */
  const seen = () =>
    until(async () => {
      const found = await at().browser.inside(shown);
      return found?.open && found;
    });
  const opened = async (/** @type {string} */ page) => {
    const { browser, base } = at();
    await browser.visit(`${base}/${page}`);
    await browser.press();
    return seen();
  };
  const closed = () => until(async () => (await at().browser.inside(shown)) === undefined);
  const markup = () => at().browser.evaluate(() => document.documentElement.outerHTML);

  for (const policy of ["", "none", "sandbox", "types"]) {
    test(`the button opens it and closes it under policy "${policy}"`, async () => {
      const { browser, base } = at();
      await browser.visit(`${base}/story.html?csp=${policy}`);
      const before = await markup();
      await browser.press();
      assert.deepEqual(await seen(), STORY);
      await browser.press();
      await closed();
      assert.equal(await markup(), before);
    });
  }

  test("over a page of many elements it is a modal dialog soon after it is painted", async () => {
    const { browser, base } = at();
    await browser.visit(`${base}/story.html`);
    await browser.evaluate(() => {
      for (let i = 0; i < 1000; i++) document.body.append(document.createElement("i"));
    });
    await browser.press();
    assert.deepEqual(await seen(), STORY);
    const state = await browser.inside((root) => ({
      focused: root.activeElement?.localName,
      popover: root.querySelector("dialog").popover,
    }));
    assert.deepEqual(state, { focused: "h1", popover: null });
  });

  test("Escape closes it, and the page sees neither that key nor any other", async () => {
    const { browser } = at();
    await opened("keys.html");
    await browser.key("j");
    await browser.key("Escape");
    await closed();
    assert.equal(await browser.evaluate(() => document.body.dataset.keys ?? ""), "");
    await browser.key("k");
    assert.equal(await browser.evaluate(() => document.body.dataset.keys), "k");
  });

  test("the focus goes in and comes back, and the page keeps its place", async () => {
    const { browser } = at();
    await browser.visit(`${at().base}/keys.html`);
    await browser.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector("#field")).focus({ preventScroll: true });
      scrollTo(0, 150);
    });
    await browser.press();
    await until(() =>
      browser.inside((/** @type {ShadowRoot} */ root) => root.activeElement?.localName === "h1"),
    );
    await browser.key("Escape");
    await closed();
    assert.deepEqual(await browser.evaluate(() => [document.activeElement?.id, Math.round(scrollY)]), [
      "field",
      150,
    ]);
  });

  test("a page that removes it, covers it or writes itself anew gets it back", async () => {
    const { browser } = at();
    await opened("story.html?remove");
    const back = () => until(async () => (await browser.inside(shown))?.open);
    await browser.evaluate(() => document.querySelector("plainread-reader")?.remove());
    await back();
    await browser.evaluate(() => {
      const wall = document.createElement("dialog");
      wall.style.cssText = "display: block !important; inset: 0; width: 100%; height: 100%";
      wall.textContent = "Sign up";
      document.body.append(wall);
      wall.showModal();
    });
    const onTop = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName;
    await until(async () => (await browser.evaluate(onTop)) === "plainread-reader");
    await browser.evaluate(() => document.documentElement.replaceChildren(document.createElement("body")));
    await back();
  });

  test("a page that turns into another is told of", async () => {
    const { browser } = at();
    await opened("story.html?move");
    await browser.evaluate(() => history.pushState(null, "", "/another-story"));
    const said = await until(() =>
      browser.inside((/** @type {ShadowRoot} */ root) => root.querySelector(".say")?.textContent),
    );
    assert.match(said, /has changed/);
  });

  test("a page without an article opens nothing", async () => {
    const { browser, base } = at();
    await browser.visit(`${base}/empty.html`);
    await browser.press();
    await new Promise((later) => setTimeout(later, 1200));
    assert.equal(await browser.inside(shown), undefined);
  });
});
