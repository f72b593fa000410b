/** Sites that are always cleaned: permission, strict policies, single-page navigation, turning off. Chromium. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

const PATTERN = "http://127.0.0.1/*";
const HOST = "127.0.0.1";

describe("sites (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;

  before(async () => {
    [browser, pages] = await Promise.all([start(), serve()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const call = async (/** @type {string} */ name, /** @type {any[]} */ ...given) => {
    const worker = await browser.worker();
    return worker.evaluate(
      ([name, given]) => /** @type {any} */ (globalThis).plainread[name](...given),
      [name, given],
    );
  };
  const covered = () =>
    browser.evaluate(() => {
      const wall = document.querySelector("#wall");
      return wall !== null && getComputedStyle(wall).display !== "none";
    });
  const scripts = async () => {
    const worker = await browser.worker();
    return worker.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map((s) => s.matches),
    );
  };

  test("nothing runs on a site that is not turned on", async () => {
    await browser.visit(`${pages.base}/story.html`);
    await new Promise((later) => setTimeout(later, 800));
    assert.equal(await covered(), true);
    assert.deepEqual(await scripts(), []);
  });

  test("turned on, it cleans the open tab at once, and later visits under any policy", async () => {
    await browser.grant(PATTERN);
    assert.equal(await call("always", HOST), true);
    await until(async () => !(await covered()));
    assert.deepEqual(await scripts(), [[PATTERN]]);
    for (const policy of ["", "styled", "types"]) {
      await browser.visit(`${pages.base}/story.html?csp=${policy}`);
      await until(async () => !(await covered()));
    }
    const notice = await until(() =>
      browser.inside((root) => root.querySelector(".notice")?.textContent, [], "plainread-notice"),
    );
    assert.match(notice, /1 cover hidden/);
  });

  test("a cover that comes late, after the page turned into another, goes too", async () => {
    await browser.visit(`${pages.base}/story.html?late`);
    await until(async () => !(await covered()));
    await browser.evaluate(() => {
      history.pushState(null, "", "/another.html");
      const old = /** @type {HTMLElement} */ (document.querySelector("#wall"));
      const wall = /** @type {HTMLElement} */ (old.cloneNode(true));
      wall.removeAttribute("data-plainread");
      old.remove();
      setTimeout(() => document.body.append(wall), 300);
    });
    await new Promise((later) => setTimeout(later, 500));
    await until(async () => !(await covered()));
  });

  test("the other way opens the reader by itself", async () => {
    assert.equal(await call("always", HOST, "reader"), true);
    await browser.visit(`${pages.base}/story.html?reader`);
    await until(() => browser.inside((root) => root.querySelector("dialog")?.open));
  });

  test("the button shows an open reader, and a site that is on", async () => {
    const worker = await browser.worker();
    const button = () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        const tabId = /** @type {number} */ (tab?.id);
        return {
          badge: await chrome.action.getBadgeText({ tabId }),
          title: await chrome.action.getTitle({ tabId }),
        };
      });
    await until(async () => (await button()).badge === "✓");
    await worker.evaluate(keepIcons);
    await browser.key("Escape");
    await until(async () => (await button()).badge === "");
    assert.match((await button()).title, /On for this site/);
    assert.match(await worker.evaluate(lastIcon), /always-16\.png/);
  });

  test("the options page lists the site, changes and removes it", async () => {
    const options = await browser.context.newPage();
    await options.goto(`${browser.origin}/options.html`);
    const row = options.locator(`[data-host="${HOST}"]`);
    await row.locator("select").selectOption("clean");
    await until(async () => (await call("sites"))[0]?.mode === "clean");
    await row.locator("[data-name=optionsRemove]").click();
    // The wish goes first, the registration and the row follow.
    await until(async () => (await call("sites")).length === 0);
    await until(async () => (await scripts()).length === 0);
    await until(async () => (await row.count()) === 0);
    await options.close();
    await browser.visit(`${pages.base}/story.html?off`);
    await new Promise((later) => setTimeout(later, 800));
    assert.equal(await covered(), true);
  });

  test("taking the permission away in the browser stops it, and the wish stays listed", async () => {
    await browser.grant(PATTERN);
    assert.equal(await call("always", HOST), true);
    assert.equal((await scripts()).length, 1);
    await browser.revoke(PATTERN);
    await until(async () => (await scripts()).length === 0);
    assert.deepEqual(await call("sites"), [{ host: HOST, mode: "clean", permitted: false }]);
    await browser.visit(`${pages.base}/story.html?revoked`);
    await new Promise((later) => setTimeout(later, 800));
    assert.equal(await covered(), true);
  });

  test("a list of sites goes out and comes in", async () => {
    const options = await browser.context.newPage();
    await options.goto(`${browser.origin}/options.html`);
    const [download] = await Promise.all([
      options.waitForEvent("download"),
      options.locator("[data-name=optionsExport]").click(),
    ]);
    assert.equal(download.suggestedFilename(), "plainread-sites.json");
    const list = {
      plainread: "sites",
      sites: [{ host: "news.example", mode: "reader" }, { host: "no/host" }],
    };
    await options.locator("input[type=file]").setInputFiles({
      name: "sites.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(list)),
    });
    await options.locator("[data-host='news.example']").waitFor();
    const names = (await call("sites")).map((/** @type {any} */ site) => site.host);
    assert.deepEqual(names, [HOST, "news.example"]);
    await options.close();
  });
});

describe("cleaning by hand (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  test("clean, and restore, give the page back exactly", async () => {
    const [browser, pages] = await Promise.all([start(), serve()]);
    try {
      await browser.grant(PATTERN);
      await browser.visit(`${pages.base}/story.html?clean`);
      const markup = () => browser.evaluate(() => document.documentElement.outerHTML);
      const before = await markup();
      const worker = await browser.worker();
      const tell = (/** @type {string} */ name) =>
        worker.evaluate(async (name) => {
          const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
          return /** @type {any} */ (globalThis).plainread[name](tab?.id);
        }, name);
      assert.deepEqual(await tell("clean"), { hidden: 1 });
      assert.notEqual(await markup(), before);
      await tell("restore");
      assert.equal(await markup(), before);
    } finally {
      await browser.close();
      pages.close();
    }
  });
});

/** Runs in the background: what the button's icon is set to is kept, since no browser tells. */
function keepIcons() {
  const { action } = chrome;
  const set = action.setIcon.bind(action);
  action.setIcon = /** @type {any} */ (
    (/** @type {any} */ given) => {
      Object.assign(globalThis, { iconSet: given });
      return set(given);
    }
  );
}

/** Runs in the background: the address of the icon that was set last, and whether the browser has it. */
async function lastIcon() {
  const path = /** @type {any} */ (globalThis).iconSet.path[16];
  return (await fetch(chrome.runtime.getURL(path))).ok ? path : "missing";
}
