/**
 * Clearing covers, and giving the page back: on the pages of `covers/` and `libraries/`, walls go, look-alikes stay, and
 * "Restore" is exact, cleaned once or on a site that is always cleaned. The pages' ground truth stands beside them.
 * Without more ado every page is cleaned in Chromium, a third of them in Firefox too, and a sixth with the site turned
 * on; `cargo xtask eval covers` sets `PLAINREAD_ALL` for all of it, and `PLAINREAD_MORE` to a folder with more pages.
 * `PLAINREAD_PAGES` keeps to the pages it names, in every way.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { differences, exact } from "./lib/exact.mjs";
import { until } from "./lib/until.mjs";

const ONLY = new RegExp(process.env.PLAINREAD_PAGES ?? "");
const MORE = process.env.PLAINREAD_MORE;
const PAGES = ["covers", "libraries", ...(MORE ? [MORE] : [])].flatMap((folder) => {
  const at = path.resolve(import.meta.dirname, folder);
  const truths = readdirSync(at).filter((name) => name.endsWith(".json"));
  return truths.map((name) => JSON.parse(readFileSync(path.join(at, name), "utf8")));
});
/** What the page begins by itself, or upon a click, is done by then, sliding and fading too. Units: ms. */
const BEGUN = 750;
/** A page that stays as it is by itself, with a wall and a story cut short. */
const STILL = "clip-and-card-de";
/** Another, with a banner and a wall. */
const PAIR = "banner-ja";
/** The first look without being asked comes so long after cleaning: `LATER` in `watch.ts`. Units: ms. */
const LATE = 150;

/** Every page, or one of so many, by the browser. */
const chosen = (
  /** @type {string} */ name,
  /** @type {number} */ chromium,
  /** @type {number} */ firefox,
) => {
  const every =
    process.env.PLAINREAD_ALL || process.env.PLAINREAD_PAGES ? 1 : name === "firefox" ? firefox : chromium;
  return PAGES.filter(({ id }, i) => ONLY.test(id) && i % every === 0);
};

const later = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

inBoth("covers", (at, name) => {
  before(() => at().browser.grant("http://127.0.0.1/*"));

  /** Which of the selectors show something. Those into closed roots cannot be asked from here. */
  const shown = (/** @type {string[]} */ selectors) =>
    at().browser.evaluate(
      (/** @type {string[]} */ selectors) =>
        selectors.filter((selector) =>
          [...document.querySelectorAll(selector)].some((element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
          ),
        ),
      selectors.map((selector) => selector.replace(/^visible:/, "")).filter((s) => !s.includes(">>>")),
    );

  /** What brings a page's late walls up. */
  const trigger = async (/** @type {any} */ { type, ms, to }) => {
    if (type === "wait") await later(ms);
    if (type === "scroll") {
      await at().browser.evaluate((/** @type {number} */ to) => {
        scrollTo(0, to * (document.documentElement.scrollHeight - innerHeight));
      }, to);
      await later(100);
    }
    if (type === "exit") {
      await at().browser.evaluate(() => {
        const out = { clientX: 400, clientY: -3, relatedTarget: null };
        document.body.dispatchEvent(new MouseEvent("mouseout", { ...out, bubbles: true }));
        document.documentElement.dispatchEvent(new MouseEvent("mouseleave", out));
      });
    }
  };

  /** Opens a page, does what its setup says, and waits until all its walls are up. */
  const open = async (/** @type {any} */ truth) => {
    const { browser, base } = at();
    await browser.visit(`${base}/${truth.id}.html`);
    await later(BEGUN);
    for (const { click } of truth.setup) await browser.click(click);
    for (const one of truth.triggers) await trigger(one);
    await later(BEGUN);
  };
  const gone = (/** @type {any} */ truth) => until(async () => (await shown(truth.walls)).length === 0);
  /** The pages as they are untouched, by id. */
  const untouched = new Map();

  for (const truth of chosen(name, 1, 3))
    test(truth.id, async () => {
      const { browser } = at();
      await open(truth);
      assert.deepEqual(
        await shown(truth.walls),
        truth.walls.filter((/** @type {string} */ w) => !w.includes(">>>")),
      );
      const before = await browser.evaluate(exact);
      untouched.set(truth.id, before);
      const kept = await shown(truth.keep);
      await browser.call("clean");
      await gone(truth);
      const still = await shown(truth.keep);
      const lost = kept.filter((/** @type {string} */ selector) => !still.includes(selector));
      assert.deepEqual(lost, []);
      await browser.call("restore");
      // A page that builds its wall anew by itself is another page each time.
      if (truth.restless) return assert.ok((await shown(truth.walls)).length > 0);
      assert.deepEqual(differences(before, await browser.evaluate(exact)), []);
    });

  /** So many elements that a look takes its time, and is met in its midst. */
  const makeLarge = () =>
    at().browser.evaluate(() => {
      for (let i = 0; i < 4000; i++) document.body.append(document.createElement("hr"));
    });

  for (const truth of PAGES.filter(({ id }) => ONLY.test(id) && id === STILL))
    test("a page given back in the midst of a look stays given back", async () => {
      const { browser } = at();
      await open(truth);
      await makeLarge();
      const marked = () => browser.evaluate(() => document.querySelectorAll("[data-plainread]").length);
      for (let i = 0; i < 6; i++) {
        await browser.call("clean");
        assert.ok((await marked()) > 0);
        await later(LATE + i * 10);
        await browser.call("restore");
        await later(LATE * 2);
        assert.equal(await marked(), 0, `${i * 10} ms into the look`);
      }
    });

  for (const truth of PAGES.filter(({ id }) => ONLY.test(id) && id === PAIR))
    test("one cover given back in the midst of a look is back, and the other stays away", async () => {
      const { browser } = at();
      const inNotice = (/** @type {(root: any) => any} */ run) => browser.inside(run, [], "plainread-notice");
      for (let i = 0; i < 4; i++) {
        await open(truth);
        await makeLarge();
        await browser.call("clean");
        await gone(truth);
        await until(() => inNotice((root) => !!root.querySelector("[aria-expanded]")));
        await inNotice((root) => root.querySelector("[aria-expanded]").click());
        await later(LATE + i * 10);
        await inNotice((root) => root.querySelector("li button").click());
        await later(LATE * 3);
        assert.equal((await shown(truth.walls)).length, 1, `${i * 10} ms later`);
      }
      await browser.call("restore");
      await browser.call("clean");
      await gone(truth); // who cleans anew wants all of it gone
    });

  for (const truth of chosen(name, 6, 6).filter(({ restless }) => !restless))
    test(`${truth.id}, always on`, async () => {
      const { browser } = at();
      assert.equal(await browser.call("always", "127.0.0.1", "clean"), true);
      await open(truth);
      await gone(truth);
      await browser.call("restore");
      assert.deepEqual(differences(untouched.get(truth.id), await browser.evaluate(exact)), []);
    });
});
