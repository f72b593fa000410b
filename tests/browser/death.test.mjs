/** The background dies at any moment, and storage fails: the click is answered all the same, and nothing is lost. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start as chromium } from "./lib/chromium.mjs";
import { start as firefox } from "./lib/firefox.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

/** When the background ends, after the press. Units: ms; the whole of it takes about 150. */
const MOMENTS = [0, 5, 15, 30, 60, 120, 250];
/** By then the page was taken in, on a busy machine too. Units: ms. */
const TAKEN_IN = 120;
/** The page waits for two seconds before it asks again. Units: ms. */
const ASKED_AGAIN = 5_000;

const open = (/** @type {any} */ browser) =>
  browser.inside((/** @type {any} */ root) => root.querySelector("dialog")?.open);

describe("the background dies (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  /** @type {Awaited<ReturnType<typeof chromium>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  /** @type {any} */
  let cdp;
  before(async () => {
    [browser, pages] = await Promise.all([chromium(), serve()]);
    cdp = await /** @type {any} */ (browser.context.browser()).newBrowserCDPSession();
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  /** Ends the worker as the browser does when it has been idle. */
  const kill = async () => {
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "service_worker" }] });
    for (const { targetId, url } of targetInfos) {
      if (url.startsWith(browser.origin)) await cdp.send("Target.closeTarget", { targetId });
    }
    return targetInfos.length;
  };
  /** Runs in a page of ours, which has the same storage. */
  const inOptions = async (/** @type {any} */ run, /** @type {any} */ given = undefined) => {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/options.html`);
    try {
      return await page.evaluate(run, given);
    } finally {
      await page.close();
    }
  };

  test("before the press: the press wakes it", async () => {
    await browser.visit(`${pages.base}/story.html`);
    assert.ok((await kill()) > 0, "no worker was there to end");
    await browser.press();
    await until(() => open(browser));
  });

  for (const moment of MOMENTS) {
    test(`${moment} ms after the press: the reader is open or closed, the page is whole, and the next press works`, async () => {
      await browser.visit(`${pages.base}/story.html`);
      const before = await browser.evaluate(() => document.body.outerHTML);
      await browser.press();
      await new Promise((later) => setTimeout(later, moment));
      await kill();
      await new Promise((later) => setTimeout(later, 300));
      assert.equal(await browser.evaluate(() => document.body.outerHTML), before);
      // Once the page was taken in it asks again by itself; before that the press is lost, and the next one works.
      const answered = await until(() => open(browser), ASKED_AGAIN).catch(() => false);
      assert.ok(answered || moment < TAKEN_IN, "the press was not answered");
      if (!answered) await browser.press();
      await until(() => open(browser));
      await until(() =>
        browser.inside((root) => root.querySelector(".facts:not([aria-busy]) [data-stands]")),
      );
      await browser.press();
      await until(async () => !(await open(browser)));
      assert.equal(await browser.evaluate(() => document.documentElement.style.cssText), "");
    });
  }

  test("with the reader open: saving, settings and closing work", async () => {
    await browser.visit(`${pages.base}/story.html`);
    await browser.press();
    await until(() => open(browser));
    await kill();
    await browser.inside((root) => root.querySelector("[data-name=save]").click());
    await browser.inside((root) => root.querySelector("[data-name=copyMarkdown]").click());
    await until(() => browser.inside((root) => /Copied/.test(root.querySelector(".say")?.textContent ?? "")));
    await kill();
    await browser.key("Escape"); // the panel
    await browser.key("Escape");
    await until(async () => !(await open(browser)));
  });

  test("while it cleans: covers are hidden or not, never half, and restore gives all of it back", async () => {
    await browser.grant("http://127.0.0.1/*");
    for (const moment of [0, 20, 60]) {
      await browser.visit(`${pages.base}/two-dialogs.html`);
      const before = await browser.evaluate(() => document.body.outerHTML);
      const worker = await browser.worker();
      const call = (/** @type {string} */ what) => `chrome.tabs.query({ url: "http://127.0.0.1/*" }).then(
        ([tab]) => plainread.${what}(tab.id))`;
      void worker.evaluate(call("clean")).catch(() => undefined);
      await new Promise((later) => setTimeout(later, moment));
      await kill();
      await new Promise((later) => setTimeout(later, 800));
      await inOptions(() => chrome.runtime.sendMessage({ do: "sites" })); // wakes it
      await (await browser.worker()).evaluate(call("restore"));
      await until(async () => (await browser.evaluate(() => document.body.outerHTML)) === before);
    }
    await browser.revoke("http://127.0.0.1/*");
  });

  test("settings and sites outlive it, storage that is full, and values that are none", async () => {
    await inOptions(async () => {
      const spoilt = { theme: "url(x)", size: 9e9, font: 7, extra: { deep: [] } };
      await chrome.storage.sync.set({
        settings: { ...spoilt, width: 80 },
        "site:kept.example": "reader",
        "site:old.example": true,
        "site:../*": "clean",
        site: ["news.example"],
        version: 0,
      });
    });
    await kill();
    const sites = await inOptions(() => chrome.runtime.sendMessage({ do: "sites" }));
    assert.deepEqual(
      sites.map((/** @type {any} */ site) => [site.host, site.mode]),
      [
        ["kept.example", "reader"],
        ["old.example", "clean"],
      ],
    );
    await browser.visit(`${pages.base}/story.html`);
    await browser.press();
    await until(() => open(browser));
    // Full: one value may hold 8 KB, all of them 100 KB.
    await inOptions(async () => {
      for (let i = 0; ; i++) {
        try {
          await chrome.storage.sync.set({ [`filler${i}`]: "x".repeat(7_000) });
        } catch {
          break;
        }
      }
    });
    const size = () =>
      browser.inside((root) => root.querySelector("dialog").style.getPropertyValue("--size"));
    const before = await size();
    await browser.key("+");
    await until(async () => (await size()) !== before);
    const chosen = await size();
    await new Promise((later) => setTimeout(later, 300));
    await browser.press();
    await until(async () => !(await open(browser)));
    await browser.press();
    await until(() => open(browser));
    assert.equal(await size(), chosen, "what sync refuses is kept on this machine");
    await browser.press();
    await until(async () => !(await open(browser)));
    const kept = await inOptions(() => chrome.storage.sync.get(["settings", "site:kept.example"]));
    assert.equal(kept.settings.width, 80);
    assert.equal(kept["site:kept.example"], "reader");
  });
});

describe("the background dies (firefox)", { skip: process.env.PLAINREAD_BROWSER === "chromium" }, () => {
  /** @type {Awaited<ReturnType<typeof firefox>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  before(async () => {
    const preferences = { "extensions.background.idle.timeout": 300 };
    [browser, pages] = await Promise.all([firefox({ preferences }), serve()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  /** "stopped", "running", … as the browser has it. */
  const state = () =>
    browser.chrome(() => {
      const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
      return WebExtensionPolicy.getByID("plainread@plainread.example").extension.backgroundState;
    });

  test("asleep before a press, while the reader is open, and before it closes", async () => {
    await browser.visit(`${pages.base}/story.html`);
    await until(async () => (await state()) === "stopped");
    await browser.press();
    await until(() => open(browser));
    await until(async () => (await state()) === "stopped");
    await browser.key("c"); // a key of the person's: for anything less the browser copies nothing
    await until(() =>
      browser.inside((/** @type {any} */ root) =>
        /Copied/.test(root.querySelector(".say")?.textContent ?? ""),
      ),
    );
    await until(async () => (await state()) === "stopped");
    await browser.press();
    await until(async () => !(await open(browser)));
  });
});
