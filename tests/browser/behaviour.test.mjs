/** The reader among what persons and pages do: zoom, vertical pages, pages written anew, links, stray clicks, moves. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { faults } from "./lib/faults.mjs";
import { page, record } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** Units: CSS px. Source: WCAG 2.2, target size. */
const LEAST_TARGET = 24;

const LINKED = `<p>More about the wall <a href="/elsewhere">is told in another story</a>, which was written a year
  ago, when nobody in the town had thought of a storm like this one.</p>`;
const VERTICAL = `<style>html { writing-mode: vertical-rl } main { width: 3000px }</style>`;

const pages = {
  "/story": page([LINKED]),
  "/vertical": page([], VERTICAL),
  "/elsewhere": "<!doctype html><title>Elsewhere</title><p>Elsewhere.</p>",
};

inBoth("the reader among persons and pages", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record(pages);
  });
  after(() => server?.close());

  const look = (/** @type {(root: any, ...given: any[]) => any} */ run, /** @type {any[]} */ ...given) =>
    at().browser.inside(run, given);
  const opened = async (/** @type {string} */ path) => {
    await at().browser.visit(server.base + path);
    await at().browser.press();
    await until(() => look(isWhole));
  };
  const isOpen = () => look((root) => root.querySelector("dialog").matches(":modal"));
  const closed = () => until(async () => (await look(() => true)) === undefined);
  /** The middle of an element of the reader. Units: CSS px. */
  const middle = (/** @type {string} */ selector) =>
    look((root, selector) => {
      const one = root.querySelector(selector);
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, selector);

  for (const factor of [0.5, 5])
    test(`at a zoom of ${factor * 100} % it fits, and its panels too`, async () => {
      await at().browser.visit(`${server.base}/story`);
      const ratio = () => at().browser.evaluate(() => devicePixelRatio);
      const usual = await ratio();
      await at().browser.zoom(factor);
      try {
        await until(async () => Math.abs((await ratio()) / usual - factor) < 0.1);
        await at().browser.press();
        await until(() => look(isWhole));
        assert.deepEqual(await look(faults, LEAST_TARGET), []);
        for (const panel of ["outline", "listen", "save", "look", "more"]) {
          await look((root, name) => root.querySelector(`.bar > [data-name=${name}]`).click(), panel);
          const sides = await look((root) => {
            const { left, top, right, bottom } = root.querySelector(".float").getBoundingClientRect();
            const { innerWidth, innerHeight } = root.ownerDocument.defaultView;
            return [left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight];
          });
          assert.deepEqual(sides, [true, true, true, true], panel);
        }
        await at().browser.point(.../** @type {[number, number]} */ (await middle(".bar .back")));
        await closed();
      } finally {
        await at().browser.zoom(1);
      }
    });

  test("on a page written from top to bottom it runs as ever, and the page keeps its place", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/vertical`);
    await browser.evaluate(() => scrollTo(-400, 0));
    const place = () => browser.evaluate(() => [Math.round(scrollX), Math.round(scrollY)]);
    const before = await place();
    assert.ok((before[0] ?? 0) < -300, "the page scrolls sideways");
    await browser.press();
    await until(() => look(isWhole));
    assert.deepEqual(await look(faults, LEAST_TARGET), []);
    const [mode, wide] = await look((root) => {
      const view = root.ownerDocument.defaultView;
      return [
        view.getComputedStyle(root.querySelector(".body > p")).writingMode,
        root.querySelector("dialog").getBoundingClientRect().width === view.innerWidth,
      ];
    });
    assert.deepEqual([mode, wide], ["horizontal-tb", true]);
    await browser.key("Escape");
    await closed();
    assert.deepEqual(await place(), before);
  });

  test("a page that is written anew leaves it standing, with all its keys and buttons", async () => {
    const { browser } = at();
    await opened("/story");
    await browser.evaluate(() => {
      document.open();
      document.write("<!doctype html><title>Junk</title><body><p>An advertisement of the old kind.</p>");
      document.close();
    });
    await until(isOpen);
    assert.match(await look((root) => root.querySelector(".body").textContent), /Eleven boats were torn/);
    await browser.key("?");
    await until(() => look((root) => root.querySelector("#panel-shortcuts") !== null));
    await browser.key("Escape");
    await look((root) => root.querySelector(".facts .fact").click());
    await until(() => look((root) => root.querySelector("article .marked") !== null));
    await look((root) => root.querySelector(".bar .back").click());
    await closed();
  });

  /** Links do what the browser does with them. */
  const CLICKS = [
    { held: "Control", button: "left" },
    { held: "Shift", button: "left" },
    { held: "", button: "middle" },
  ];
  for (const { held, button } of CLICKS)
    test(`a ${held || button} click on a link opens it beside the reader`, async () => {
      const { browser } = at();
      await opened("/story");
      const before = await browser.tabs();
      const [x, y] = await middle("article a[href$='/elsewhere']");
      await browser.point(x, y, { held, button: /** @type {"left" | "middle"} */ (button) });
      await until(async () => (await browser.tabs()) === before + 1);
      await browser.closeOthers();
      assert.equal(await isOpen(), true);
    });

  test("a plain click on a link leads there", async () => {
    const { browser } = at();
    await opened("/story");
    await browser.point(.../** @type {[number, number]} */ (await middle("article a[href$='/elsewhere']")));
    await until(() => browser.evaluate(() => location.pathname === "/elsewhere").catch(() => false));
  });

  test("a stray click closes nothing, wherever it falls", async () => {
    const { browser } = at();
    await opened("/story");
    const [width, height] = await browser.evaluate(() => [innerWidth, innerHeight]);
    for (const [x, y] of [
      [4, height / 2],
      [width - 30, height - 4],
      [width / 2, 4],
      [width / 2, height / 2],
    ])
      await browser.point(/** @type {number} */ (x), /** @type {number} */ (y));
    await browser.evaluate(() => document.body.click());
    assert.equal(await isOpen(), true);
  });

  test("the new page is read where the person wants it, and the button knows", async () => {
    const { browser } = at();
    await opened("/story");
    await until(async () => (await browser.badge()) === "✓");
    await browser.evaluate(() => {
      history.pushState(null, "", "/second");
      document.title = "The wall is built";
      for (const old of document.querySelectorAll("h1")) old.textContent = "The wall is built";
    });
    await until(() => look((root) => root.querySelector(".say [data-name=readAgain]") !== null));
    await browser.point(.../** @type {[number, number]} */ (await middle(".say [data-name=readAgain]")));
    await until(() => look((root) => root.querySelector("h1")?.textContent === "The wall is built"));
    assert.equal(await isOpen(), true);
    await until(async () => (await browser.badge()) === "✓");
    await browser.press();
    await closed();
    await until(async () => (await browser.badge()) === "");
  });
});
