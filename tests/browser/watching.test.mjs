/**
 * A site that is on whose page never rests: one that floods, one that fights back. It is given up on, and that is said.
 * One that is written anew is not.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { page, record } from "./lib/recorder.mjs";
import { ticker } from "./lib/ticker.mjs";
import { until } from "./lib/until.mjs";

const HOST = "127.0.0.1";
/** Eight seconds of flood, or some sixty rounds of a fight, on a machine that does other things, too. Units: ms. */
const PATIENCE = 40_000;
/** By then looks at a long page that never rests are some ten seconds and more apart. Units: ms. */
const RARE = 15_000;
/** A glance, and the look it asks for. Units: ms. */
const SOON = 4000;

/** A wall that comes back whenever it is touched, each time with another name, other words and in another element. */
const FIGHT = `<script>
  window.rounds = 0;
  let wall;
  const build = () => {
    rounds++;
    wall?.remove();
    wall = document.createElement(["div", "section", "aside"][rounds % 3]);
    wall.className = "w" + Math.random().toString(36).slice(2);
    wall.style.cssText = "position:fixed;inset:0;z-index:99;background:#fff";
    wall.innerHTML = "<h2>Sign up to go on reading, " + rounds + " have</h2><button>Sign up</button>";
    document.body.append(wall);
    new MutationObserver((_, observer) => { observer.disconnect(); build(); }).observe(wall, { attributes: true });
  };
  addEventListener("load", build);
</script>`;

/** A long page that never rests: looks at it take their time, and so do the rests between them. */
const LONG = `<div id="app">${`<p>${"The council met again. ".repeat(20)}</p>`.repeat(4000)}</div>${ticker(100)}`;

/** Puts a wall deep into the page, where no change of the page's frame tells of it. */
const wallInside = () => {
  const wall = document.createElement("div");
  wall.className = "wall";
  wall.style.cssText = "position:fixed;inset:0;z-index:99;background:#fff";
  wall.append("Sign up to go on reading", document.createElement("input"), document.createElement("button"));
  document.querySelector("#app")?.append(wall);
};

/** A page that writes itself anew, which takes all listeners away, with a wall and a button that opens another. */
const ANEW = `<script>
  const wall = (words) => '<div class="wall" style="position:fixed;inset:0;z-index:99;background:#fff"><h2>Sign up to go on reading</h2>' +
    '<p>' + words + '</p><button>Sign up</button></div>';
  addEventListener("load", () => setTimeout(() => {
    const story = document.querySelector("main").outerHTML;
    document.open();
    document.write('<title>Storm closes the harbour</title><button id="open">Open</button>' + story + wall("First"));
    document.close();
    document.querySelector("#open").onclick = () => document.body.insertAdjacentHTML("beforeend", wall("Second"));
  }, 300));
</script>`;

inBoth("a page that never rests", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record({
      "/flood": page([ticker(1000)]),
      "/long": page([LONG]),
      "/fight": page([FIGHT]),
      "/anew": page([], ANEW),
    });
    await at().browser.grant(`http://${HOST}/*`);
    assert.equal(await at().browser.call("always", HOST, "clean"), true);
  });
  after(() => server?.close());

  /** What the notice says once it has given up. */
  const gaveUp = () =>
    until(async () => {
      const words = await at().browser.inside(
        (/** @type {any} */ root) => root.querySelector(".notice")?.textContent,
        [],
        "plainread-notice",
      );
      return /keeps changing/.test(words ?? "") && words;
    }, PATIENCE);

  test("a flood is given up on, and the page goes on", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/flood`);
    await gaveUp();
    const last = () => browser.evaluate(() => document.querySelector("#ticker li:last-child")?.textContent);
    const before = await last();
    await until(async () => (await last()) !== before);
  });

  test("what comes to lie in front of a page is seen at a glance, however rare looks at it have grown", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/long`);
    await new Promise((later) => setTimeout(later, RARE));
    await browser.evaluate(wallInside);
    await until(() => browser.evaluate(() => !document.querySelector(".wall")?.checkVisibility()), SOON);
  });

  test("a wall that fights back for ever is left to stand, and Restore leaves no mark", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/fight`);
    await gaveUp();
    const rounds = () => browser.evaluate(() => /** @type {any} */ (globalThis).rounds);
    const [fought] = [await rounds(), await new Promise((later) => setTimeout(later, 800))];
    assert.equal(await rounds(), fought, "it still fights");
    assert.ok(fought < 200, `it fought ${fought} times`);
    await browser.inside(
      (/** @type {any} */ root) => root.querySelector(".line > button").click(),
      [],
      "plainread-notice",
    );
    assert.equal(await browser.evaluate(() => document.querySelectorAll("[data-plainread]").length), 0);
    assert.equal(await browser.inside(() => true, [], "plainread-notice"), undefined);
  });

  test("what the person opens in a page that was written anew stays", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/anew`);
    const walls = () =>
      browser.evaluate(() => [...document.querySelectorAll(".wall")].map((wall) => wall.checkVisibility()));
    await until(async () => String(await walls()) === "false");
    await browser.click("#open");
    await new Promise((later) => setTimeout(later, 2000));
    assert.deepEqual(await walls(), [false, true]);
  });
});
