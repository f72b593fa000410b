/**
 * No request leaves: all that a browser asks goes through a proxy that writes it down. What the browser asks by itself
 * is told apart by a run of the same length without the extension.
 */

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { chromium as playwright } from "playwright-core";
import { start as chromium } from "./lib/chromium.mjs";
import { start as firefox } from "./lib/firefox.mjs";
import { hosts, proxy } from "./lib/proxy.mjs";
import { until } from "./lib/until.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SITES = {
  "news.example": path.join(ROOT, "tests/browser/pages"),
  "walls.example": path.join(ROOT, "tests/browser/covers"),
  "demo.example": path.join(ROOT, "dist/www"),
};
const STORY = "http://news.example/story.html";
const WALL = "http://walls.example/two-dialogs.html";
/** Longer than the steps with the extension take: what the browser asks by itself comes when it likes. Units: ms. */
const BY_ITSELF = 12_000;
const wait = (/** @type {number} */ ms) => new Promise((after) => setTimeout(after, ms));

/** Services of the browsers' makers, asked when it pleases them: updates of extensions, hints about pages. */
const MAKERS = ["clients2.google.com", "optimizationguide-pa.googleapis.com"];

/** Hosts that were asked besides the sites of this test and the browser's own. */
const foreign = (/** @type {string[]} */ asked) =>
  [...hosts(asked)].filter((host) => !(host in SITES) && !MAKERS.includes(host));

const open = (/** @type {any} */ browser) =>
  browser.inside((/** @type {any} */ root) => root.querySelector("dialog")?.open);

/** The button, the reader with all its pictures in view, closing: nothing is asked that was not asked before. */
async function read(/** @type {any} */ browser, /** @type {string[]} */ asked) {
  await browser.visit(STORY);
  await wait(500);
  const before = asked.length;
  assert.ok(
    asked.some((address) => address.endsWith("ferry.png")),
    "the page asks for its picture",
  );
  await browser.press();
  await until(() => open(browser));
  await browser.inside((/** @type {any} */ root) => root.querySelector("dialog").scrollTo(0, 1e6));
  await wait(500);
  await browser.key("Escape");
  await until(async () => !(await open(browser)));
  assert.deepEqual(
    asked.slice(before).filter((address) => !foreign([address]).length),
    [],
  );
}

/** Cleaning by hand, the page given back, the site turned on and off again: nothing is asked beyond the page's own. */
async function clean(/** @type {any} */ browser, /** @type {string[]} */ asked) {
  await browser.grant("http://walls.example/*");
  await browser.visit(WALL);
  await wait(300);
  const before = asked.length;
  const { hidden } = await browser.call("clean");
  assert.ok(hidden > 0, "nothing was cleaned");
  await browser.call("restore");
  await browser.call("always", "walls.example");
  await wait(300);
  assert.deepEqual(
    asked.slice(before).filter((address) => !foreign([address]).length),
    [],
  );
  await browser.visit(WALL);
  await until(() => browser.evaluate(() => document.querySelector("[data-plainread]") !== null));
  await browser.call("never", "walls.example");
}

test("Chromium: install, button, clean, always, options, demo", async (t) => {
  if (process.env.PLAINREAD_BROWSER === "firefox") return t.skip();
  const through = (/** @type {number} */ port) => ({
    proxy: { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" },
  });
  const alone = await proxy(SITES);
  const bare = await playwright.launchPersistentContext(mkdtempSync(path.join(tmpdir(), "plainread-")), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    ...through(alone.port),
  });
  const page = await bare.newPage();
  for (const address of [STORY, WALL, "http://demo.example/"]) await page.goto(address);
  await wait(BY_ITSELF);
  await bare.close();
  alone.close();

  const { port, asked, close } = await proxy(SITES);
  const browser = await chromium(through(port));
  try {
    await read(browser, asked);
    await clean(browser, asked);
    await browser.page.goto(`${browser.origin}/options.html`);
    await browser.page.goto(`${browser.origin}/options.html?welcome`);
    await wait(300);
    await browser.page.goto("http://demo.example/");
    await wait(2_500);
    assert.deepEqual(
      foreign(asked).filter((host) => !foreign(alone.asked).includes(host)),
      [],
    );
    assert.ok(
      asked.some((address) => address === "http://demo.example/demo.wasm"),
      "the demo ran",
    );
  } finally {
    await browser.close();
    close();
  }
});

test("Firefox: install, button, clean, always, options, demo", async (t) => {
  if (process.env.PLAINREAD_BROWSER === "chromium") return t.skip();
  const through = (/** @type {number} */ port) => ({
    preferences: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.allow_hijacking_localhost": true,
    },
  });
  const alone = await proxy(SITES);
  const bare = await firefox({ ...through(alone.port), extension: false });
  for (const address of [STORY, WALL, "http://demo.example/"]) await bare.visit(address);
  await wait(BY_ITSELF);
  await bare.close();
  alone.close();

  const { port, asked, close } = await proxy(SITES);
  const browser = await firefox(through(port));
  try {
    await read(browser, asked);
    await clean(browser, asked);
    await browser.visit(`${browser.origin}/options.html`);
    await wait(500);
    await browser.visit("http://demo.example/");
    await wait(2_500);
    assert.deepEqual(
      foreign(asked).filter((host) => !foreign(alone.asked).includes(host)),
      [],
    );
    assert.ok(
      asked.some((address) => address === "http://demo.example/demo.wasm"),
      "the demo ran",
    );
  } finally {
    await browser.close();
    close();
  }
});
