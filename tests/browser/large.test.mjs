/** A large page is not drawn while it is covered, and is as it was after: its place, its focus, what a new look sees. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { page, record } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

const MANY = 10_000;
const FIELD = `<p><input name="q"> is where the reader's own words go, and the focus stays in it.</p>`;

const TALL = `<style>body { min-height: 4000px }</style>`;
/** As tall as what is in it. */
const FILLED = `<style>i { display: block; height: 2px }</style>`;
const withSpecks = (/** @type {number} */ count, style = TALL) =>
  page([FIELD], style).replace("</main>", `</main>${"<i></i>".repeat(count)}`);

inBoth("a large page under the reader", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record({
      "/large": withSpecks(MANY),
      "/filled": withSpecks(MANY, FILLED),
      "/small": withSpecks(20),
    });
  });
  after(() => server?.close());

  const look = (/** @type {(root: any) => any} */ run) => at().browser.inside(run);
  const closed = () => until(async () => (await look(() => true)) === undefined);
  /** Where the page stands, what has the focus, and whether its first paragraph is drawn. */
  const state = () =>
    at().browser.evaluate(() => ({
      at: scrollY,
      height: document.documentElement.scrollHeight,
      focused: document.activeElement?.localName,
      drawn: document.querySelector("main p")?.checkVisibility(),
    }));
  const opened = async (/** @type {string} */ path) => {
    const { browser } = at();
    await browser.visit(server.base + path);
    await browser.evaluate(() => {
      document.querySelector("input")?.focus();
      scrollTo(0, 150);
    });
    const before = await state();
    await browser.press();
    await until(() => look(isWhole));
    return before;
  };

  for (const [path, drawn] of /** @type {const} */ ([
    ["/large", false],
    ["/filled", false],
    ["/small", true],
  ]))
    test(`${path.slice(1)}: ${drawn ? "drawn" : "not drawn"} while the reader is open, and as it was after`, async () => {
      const before = await opened(path);
      const during = await state();
      assert.deepEqual([during.at, during.height, during.drawn], [before.at, before.height, drawn]);
      await at().browser.press();
      await closed();
      assert.deepEqual(await state(), before);
      assert.deepEqual([before.at, before.focused, before.drawn], [150, "input", true]);
    });

  test("a new look sees the page as it is drawn", async () => {
    await opened("/large");
    await at().browser.evaluate(() => {
      history.pushState(null, "", "/second");
      document.title = "The wall is built";
      for (const old of document.querySelectorAll("h1")) old.textContent = "The wall is built";
    });
    await until(() => look((root) => root.querySelector(".say [data-name=readAgain]") !== null));
    await look((root) => root.querySelector(".say [data-name=readAgain]").click());
    await until(() => look((root) => root.querySelector("h1")?.textContent === "The wall is built"));
    assert.match(await look((root) => root.querySelector("article").textContent), /reader's own words/);
  });
});
