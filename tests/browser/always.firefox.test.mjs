/** Turning a site on in Firefox: the browser asks in a page of ours, where a click counts as the person's. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { By } from "selenium-webdriver";
import { start } from "./lib/firefox.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

describe("always, in Firefox", { skip: process.env.PLAINREAD_BROWSER === "chromium" }, () => {
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

  const covered = () =>
    browser.evaluate(() => {
      const wall = document.querySelector("#wall");
      return wall !== null && getComputedStyle(wall).display !== "none";
    });
  /** Answers the browser's own question. */
  const allow = () =>
    until(() =>
      browser.chrome(() => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        const notification = window.PopupNotifications.panel.firstElementChild;
        notification?.button.click();
        return Boolean(notification);
      }),
    );

  test("from the reader, through the page that asks, to a site that is cleaned", async () => {
    const { driver } = browser;
    await driver.get(`${pages.base}/story.html`);
    await browser.press();
    await until(() => browser.inside((/** @type {ShadowRoot} */ root) => root.querySelector("dialog")?.open));
    const tabs = await driver.getAllWindowHandles();
    await browser.inside((/** @type {any} */ root) => {
      root.querySelector("[data-name=more]").click();
      root.querySelector("[data-name=alwaysClean]").click();
    });
    const asking = await until(async () =>
      (await driver.getAllWindowHandles()).find((/** @type {string} */ tab) => !tabs.includes(tab)),
    );
    await driver.switchTo().window(asking);
    await until(async () => (await driver.findElements(By.css("[data-name=askButton]"))).length);
    await driver.findElement(By.css("[data-name=askButton]")).click();
    await allow();
    await until(async () => /Done/.test(await driver.findElement(By.css("[role=status]")).getText()));
    await driver.close();
    await driver.switchTo().window(tabs[0]);
    await driver.get(`${pages.base}/story.html?csp=styled`);
    await until(async () => !(await covered()));
    const notice = await until(() =>
      browser.inside(
        (/** @type {ShadowRoot} */ root) => root.querySelector(".notice")?.textContent,
        [],
        "plainread-notice",
      ),
    );
    assert.match(notice, /1 cover hidden/);
  });

  test("removed on the options page, nothing runs there any more", async () => {
    const { driver } = browser;
    await driver.get(`${browser.origin}/options.html`);
    await until(async () => (await driver.findElements(By.css("[data-host='127.0.0.1']"))).length);
    await driver.findElement(By.css("[data-host='127.0.0.1'] [data-name=optionsRemove]")).click();
    await until(async () => (await driver.findElements(By.css("[data-host='127.0.0.1']"))).length === 0);
    await driver.get(`${pages.base}/story.html?after`);
    await new Promise((later) => setTimeout(later, 1000));
    assert.equal(await covered(), true);
  });
});
