/**
 * Sites that are always cleaned, in both browsers: the list on the options page; strict policies; a page that turns
 * into another; the permission taken back while a tab is open.
 */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { until } from "./lib/until.mjs";

const PATTERN = "http://127.0.0.1/*";
const HOST = "127.0.0.1";
/** An exported list, with one entry that is none. */
const LIST = JSON.stringify({
  plainread: "sites",
  sites: [
    { host: "news.example", mode: "reader" },
    { host: "town.example", mode: "clean" },
    { host: "no/host", mode: "clean" },
  ],
});

const downloads = mkdtempSync(path.join(tmpdir(), "plainread-downloads-"));
const preferences = { "browser.download.folderList": 2, "browser.download.dir": downloads };

inBoth(
  "sites",
  (at) => {
    const visit = (/** @type {string} */ page) => at().browser.visit(`${at().base}/${page}`);
    const options = () => at().browser.visit(`${at().browser.origin}/options.html`);
    const covered = () =>
      at().browser.evaluate(() => {
        const wall = document.querySelector("#wall");
        return wall !== null && getComputedStyle(wall).display !== "none";
      });
    const stays = async () => {
      await new Promise((later) => setTimeout(later, 800));
      assert.equal(await covered(), true);
    };
    /** The hosts that the list on the options page shows. */
    const listed = () =>
      at().browser.evaluate(() =>
        [...document.querySelectorAll("li[data-host]")].map(
          (li) => /** @type {HTMLElement} */ (li).dataset.host,
        ),
      );
    const text = (/** @type {string} */ selector) =>
      at().browser.evaluate(
        (/** @type {string} */ selector) => document.querySelector(selector)?.textContent?.trim() ?? "",
        selector,
      );
    const shows = (/** @type {string[]} */ hosts) =>
      until(async () => JSON.stringify(await listed()) === JSON.stringify(hosts));

    before(() => at().browser.grant(PATTERN));

    test("turned on, the open tab is cleaned, and later visits under strict policies", async () => {
      await visit("story.html");
      await stays();
      await at().browser.call("always", HOST, "clean");
      await until(async () => !(await covered()));
      for (const policy of ["styled", "types"]) {
        await visit(`story.html?csp=${policy}`);
        await until(async () => !(await covered()));
      }
    });

    test("a page that is put away while it is told of a site keeps nobody waiting", async () => {
      const { browser } = at();
      // Firefox keeps such a page as it stands, and its answer with it; none that must not be stored.
      const stored = await serveFolder(path.resolve(import.meta.dirname, "pages"));
      await browser.visit(`${stored.base.replace(HOST, "localhost")}/keys.html`);
      await browser.press();
      await until(() => browser.inside((/** @type {any} */ root) => root.querySelector("dialog")?.open));
      await browser.key("Escape");
      await browser.grant("http://town.example/*");
      await visit("story.html?away");
      assert.equal(await browser.call("always", HOST, "clean"), true);
      await browser.revoke("http://town.example/*");
      stored.close();
    });

    test("a cover that comes after the page turned into another goes too", async () => {
      await visit("story.html?turns");
      await until(async () => !(await covered()));
      await at().browser.evaluate(() => {
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

    test("a list comes in, is searched, and a site is removed from it", async () => {
      await options();
      await shows([HOST]);
      await at().browser.evaluate((/** @type {string} */ text) => {
        const picker = /** @type {HTMLInputElement} */ (document.querySelector("input[type=file]"));
        const files = new DataTransfer();
        files.items.add(new File([text], "sites.json", { type: "application/json" }));
        picker.files = files.files;
        picker.dispatchEvent(new Event("change"));
      }, LIST);
      await shows([HOST, "news.example", "town.example"]);
      const search = (/** @type {string} */ text) =>
        at().browser.evaluate((/** @type {string} */ text) => {
          const field = /** @type {HTMLInputElement} */ (document.querySelector("#sites input[type=search]"));
          field.value = text;
          field.dispatchEvent(new Event("input"));
        }, text);
      await search("TOWN");
      await shows(["town.example"]);
      await at().browser.click("[data-host='town.example'] [data-name=optionsRemove]");
      await shows([]);
      assert.match(await text("#sites .sites"), /^No site in the list/);
      await search("");
      await shows([HOST, "news.example"]);
    });

    test("the keys are listed as the browser has them", async () => {
      await options();
      await until(async () => /Clean this page/.test(await text(".keys")));
      const keys = await at().browser.evaluate(async () => {
        const all = await /** @type {any} */ (globalThis.browser ?? chrome).commands.getAll();
        return Object.fromEntries(all.map((/** @type {any} */ one) => [one.name, one.shortcut]));
      });
      assert.deepEqual(Object.keys(keys).sort(), ["_execute_action", "clean"]);
      const key = (/** @type {string} */ name) => keys[name] || "no key set"; // Chromium without a window sets none
      assert.equal(
        await text(".keys"),
        `Open and close the reader${key("_execute_action")}Clean this page${key("clean")}`,
      );
    });

    test("the list goes out as a file", async () => {
      await options();
      await shows([HOST, "news.example"]);
      const { browser } = at();
      const download =
        "page" in browser ? /** @type {any} */ (browser).page.waitForEvent("download") : undefined;
      await browser.click("[data-name=optionsExport]");
      await (await download)?.saveAs(path.join(downloads, "plainread-sites.json"));
      const whole = (/** @type {string} */ name) => name === "plainread-sites.json";
      await until(() => readdirSync(downloads).some(whole));
      const read = () => JSON.parse(readFileSync(path.join(downloads, "plainread-sites.json"), "utf8"));
      await until(() => readFileSync(path.join(downloads, "plainread-sites.json")).length > 0);
      assert.deepEqual(read(), {
        plainread: "sites",
        sites: [
          { host: HOST, mode: "clean" },
          { host: "news.example", mode: "reader" },
        ],
      });
    });

    test("the permission taken back gives an open tab back, and the wish stays listed", async () => {
      await visit("story.html?open");
      await until(async () => !(await covered()));
      await at().browser.revoke(PATTERN);
      await until(covered);
      await visit("story.html?revoked");
      await stays();
      await options();
      await shows([HOST, "news.example"]);
    });

    test("the permission given again, an open tab is cleaned, and so are later visits", async () => {
      await visit("story.html?waits");
      await stays();
      await at().browser.grant(PATTERN);
      await until(async () => !(await covered()));
      await visit("story.html?again");
      await until(async () => !(await covered()));
    });

    test("removed, nothing runs there any more", async () => {
      await options();
      await shows([HOST, "news.example"]);
      await at().browser.click(`[data-host='${HOST}'] [data-name=optionsRemove]`);
      await shows(["news.example"]);
      await visit("story.html?removed");
      await stays();
    });
  },
  { firefox: { preferences } },
);
