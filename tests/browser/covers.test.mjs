/**
 * Clearing covers, and giving the page back: on every page of `covers/`, walls go, look-alikes stay, and "Restore" is
 * exact. Chromium; the pages' ground truth stands beside them.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

const FOLDER = path.join(import.meta.dirname, "covers");
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")));
/** What the pages do by themselves is done by then. Units: ms. */
const LATE = 750;

describe("covers (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;

  before(async () => {
    [browser, pages] = await Promise.all([start(), serve()]);
    await browser.grant("http://127.0.0.1/*");
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  /** Calls one of the background's functions about the tab. */
  const call = async (/** @type {string} */ name) => {
    const worker = await browser.worker();
    return worker.evaluate(async (name) => {
      const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
      return /** @type {any} */ (globalThis).plainread[name](tab?.id);
    }, name);
  };

  /** Which of the selectors show something. Those into closed roots cannot be asked from here. */
  const shown = (/** @type {string[]} */ selectors) =>
    browser.evaluate(
      (/** @type {string[]} */ selectors) =>
        selectors.filter((selector) =>
          [...document.querySelectorAll(selector)].some((element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
          ),
        ),
      selectors.map((selector) => selector.replace(/^visible:/, "")).filter((s) => !s.includes(">>>")),
    );

  /** The page's markup, every computed style, what is modal and where it is scrolled to; our own elements apart. */
  const look = () =>
    browser.evaluate(() => {
      const own = (/** @type {Element} */ e) => e.localName.startsWith("plainread-");
      const all = [...document.querySelectorAll("*")].filter((element) => !own(element));
      const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
      for (const element of copy.querySelectorAll("*")) if (own(element)) element.remove();
      const style = (/** @type {Element} */ element) => {
        const computed = getComputedStyle(element);
        return [...computed].map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";");
      };
      return {
        markup: copy.outerHTML,
        styles: all.map((element) => `${element.localName} ${style(element)}`),
        modal: all.filter((element) => element.matches(":modal,:popover-open")).map((element) => element.id),
        scrolled: [scrollX, scrollY],
      };
    });

  for (const truth of PAGES)
    test(truth.id, async () => {
      await browser.visit(`${pages.base}/${truth.id}.html`);
      for (const { click } of truth.setup) await browser.page.click(click);
      await new Promise((later) => setTimeout(later, LATE));
      const before = await look();
      const kept = await shown(truth.keep);
      await call("clean");
      await until(async () => (await shown(truth.walls)).length === 0);
      const still = await shown(truth.keep);
      assert.deepEqual(
        kept.filter((/** @type {string} */ selector) => !still.includes(selector)),
        [],
      );
      await call("restore");
      assert.deepEqual(await look(), before);
    });
});
