/** A narrow touch window, as on a phone: targets large enough for a finger, and everything reached by taps. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";

/** Units: CSS px. */
const FINGER = 44;

const [WIDTH, HEIGHT] = [360, 740];
/** A finger is all there is to point with: 1 is coarse, in what Firefox says of its pointers. */
const FINGERS = {
  "dom.w3c_touch_events.enabled": 1,
  "ui.primaryPointerCapabilities": 1,
  "ui.allPointerCapabilities": 1,
  "ui.useOverlayScrollbars": 1,
};
const PHONES = {
  chromium: { hasTouch: true, isMobile: true, viewport: { width: WIDTH, height: HEIGHT } },
  firefox: { preferences: FINGERS },
};

/** Declares the tests. */
function tests(/** @type {Parameters<Parameters<typeof inBoth>[1]>[0]} */ at) {
  /** What can be seen of the page. Units: CSS px. */
  let [width, height] = [WIDTH, HEIGHT];
  before(async () => {
    const { browser, base } = at();
    await browser.visit(`${base}/story.html`);
    // A phone's window is wider than its screen where the page sticks out; only Firefox has a bar in its window.
    if (browser.name === "Firefox") {
      await browser.resize(WIDTH, HEIGHT);
      await until(async () => (await browser.evaluate(() => innerWidth)) <= WIDTH);
      [width, height] = await browser.evaluate(() => [innerWidth, innerHeight]);
    }
    await browser.press();
    await until(() => look((root) => root.querySelector("dialog")?.open));
  });

  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => at().browser.inside(run, given);
  const tap = async (/** @type {string} */ selector) => {
    const [x, y] = await look((root, selector) => {
      const { left, top, width, height } = root.querySelector(selector).getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, selector);
    await at().browser.tap(x, y);
  };
  const small = () =>
    look(
      (root, finger) =>
        [...root.querySelectorAll("button, .choices label, label.row, summary")]
          .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < finger)
          .map((one) => one.textContent || one.getAttribute("aria-label")),
      FINGER,
    );

  test("a fact is reached by taps, and its sentence is in sight", async () => {
    await tap(".bar [data-name=facts]");
    await until(() => look((root) => root.querySelector("dialog").dataset.drawer === "open"));
    assert.deepEqual(await small(), []);
    await tap(".facts .fact");
    await until(() => look((root) => root.querySelector(".marked") !== null));
    assert.equal(await look((root) => root.querySelector("dialog").dataset.drawer), "");
    await until(() =>
      look((root, height) => {
        const { top, bottom } = root.querySelector(".marked").getBoundingClientRect();
        return top > 0 && bottom < height;
      }, height),
    );
  });

  for (const panel of ["outline", "listen", "save", "look", "more"]) {
    test(`the panel "${panel}" opens by a tap and fits`, async () => {
      await tap(`.bar > [data-name=${panel}]`);
      await until(() => look((root, panel) => root.querySelector(`#panel-${panel}`) !== null, panel));
      assert.deepEqual(await small(), []);
      const [left, right, bottom] = await look((root, panel) => {
        const box = root.querySelector(`#panel-${panel}`).getBoundingClientRect();
        return [box.left, box.right, box.bottom];
      }, panel);
      assert.ok(left >= 0 && right <= width && bottom <= height, `${left} ${right} ${bottom}`);
      await tap(".bar .gap");
      await until(() => look((root) => root.querySelector(".float") === null));
      assert.equal(await look((root) => root.querySelector("dialog").open), true);
    });
  }

  test("a tap beside the facts closes them, and nothing else", async () => {
    await look((root) => (root.querySelector("dialog").scrollTop = 0));
    await tap(".bar [data-name=facts]");
    await until(() => look((root) => root.querySelector("dialog").dataset.drawer === "open"));
    await tap("article h1");
    await until(() => look((root) => root.querySelector("dialog").dataset.drawer === ""));
    assert.equal(await look((root) => root.querySelector("dialog").open), true);
  });

  test("what sticks out of the page leaves the reader as wide as the screen", async () => {
    assert.ok((await at().browser.evaluate(() => document.body.scrollWidth)) > width);
    assert.equal(
      await look((root) => Math.round(root.querySelector("dialog").getBoundingClientRect().width)),
      width,
    );
  });

  test("back to the page by a tap", async () => {
    await tap(".bar .back");
    await until(async () => (await look(() => true)) === undefined);
  });
}

inBoth("a narrow touch window", tests, PHONES);
