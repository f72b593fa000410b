/** What a person takes away: the clipboard, files, paper. Chromium. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

const SENTENCE = "The first crossing leaves at 22.15 on 1 April.";

describe(
  "copying, saving, printing (chromium)",
  { skip: process.env.PLAINREAD_BROWSER === "firefox" },
  () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let pages;

    before(async () => {
      [browser, pages] = await Promise.all([start({ acceptDownloads: true }), serve()]);
      await browser.visit(`${pages.base}/story.html`);
      await browser.press();
      await until(() => browser.inside(isWhole));
    });
    after(async () => {
      await browser?.close();
      pages?.close();
    });

    const saved = async (/** @type {string} */ name) => {
      await browser.inside(
        (root) => root.querySelector("#panel-save") ?? root.querySelector("[data-name=save]").click(),
      );
      const [download] = await Promise.all([
        browser.page.waitForEvent("download"),
        browser.inside((root, name) => root.querySelector(`[data-name=${name}]`).click(), [name]),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
    };

    test("Markdown has its front matter, the story and the highlights", async () => {
      await browser.inside((root) => {
        const document = root.ownerDocument;
        const range = document.createRange();
        range.selectNodeContents(root.querySelector(".body > p:last-of-type"));
        const selection = root.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
      });
      await browser.key("h");
      await until(() => browser.inside((root) => root.querySelectorAll("mark.highlight").length));
      const { name, text } = await saved("saveMarkdown");
      assert.equal(name, "Night ferry returns to the northern islands.md");
      assert.match(text, /^---\ntitle: "Night ferry returns to the northern islands"\n/);
      assert.match(text, /\nlink: "http:\/\/127\.0\.0\.1/);
      assert.ok(text.includes(SENTENCE));
      assert.match(text, /## Highlights\n\n> .*two hundred cinnamon buns/);
    });

    test("plain text and JSON hold the story", async () => {
      const plain = await saved("saveText");
      assert.ok(plain.text.includes(SENTENCE) && !plain.text.includes("<"));
      const json = await saved("saveJson");
      assert.match(JSON.parse(json.text).title, /^Night ferry/);
    });

    test("the web page stands alone: no script, no handler, and all of the text", async () => {
      const { text } = await saved("saveHtml");
      assert.ok(text.startsWith("<!doctype html>"));
      assert.ok(!/<script|\son\w+=|javascript:/i.test(text));
      const page = await browser.context.newPage();
      await page.setContent(text);
      const shown = await page.evaluate(() => document.body.innerText);
      assert.ok(shown.includes(SENTENCE));
      await page.close();
    });

    test("the clipboard gets Markdown", async () => {
      await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await browser.key("c");
      await until(() =>
        browser.inside((root) => /Copied/.test(root.querySelector(".say")?.textContent ?? "")),
      );
      const text = await browser.page.evaluate(() => navigator.clipboard.readText());
      assert.ok(text.includes(SENTENCE));
    });

    test("the facts are copied one by one, and all of them in three formats", async () => {
      const copied = async () => {
        await until(() =>
          browser.inside((root) => /Copied/.test(root.querySelector(".say")?.textContent ?? "")),
        );
        return browser.page.evaluate(() => navigator.clipboard.readText());
      };
      const all = async (/** @type {string} */ format) => {
        await browser.page.evaluate(() => navigator.clipboard.writeText(""));
        await browser.inside(
          (root, name) => root.querySelector(`[data-name=${name}]`).click(),
          [`factsCopy_${format}`],
        );
        await until(copied);
        return copied();
      };
      assert.match(await all("text"), /^Key points\n\n- The night ferry.*\n\nPeople\n\n- Karin Moe\n/s);
      assert.match(await all("markdown"), /^## Key points\n\n- The night ferry/);
      const json = JSON.parse(await all("json"));
      assert.equal(json.title, "Night ferry returns to the northern islands");
      assert.equal(json.People[0].text, "Karin Moe");
      assert.match(json.People[0].sentences[0], /said Karin Moe/);
      await browser.inside((root) => {
        const karin = [...root.querySelectorAll(".fact")].find((one) => one.textContent === "Karin Moe");
        karin.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        karin.nextElementSibling.click();
      });
      await until(async () => (await copied()) === "Karin Moe");
    });

    test("paper shows the story and none of the bar", async () => {
      const cdp = await browser.context.newCDPSession(browser.page);
      const printed = await browser.inside((root) => root.querySelector("article").innerText.length);
      assert.ok(printed > 500);
      await browser.page.emulateMedia({ media: "print" });
      const seen = await browser.inside((root) => ({
        bar: root.ownerDocument.defaultView.getComputedStyle(root.querySelector(".bar")).display,
        facts: root.ownerDocument.defaultView.getComputedStyle(root.querySelector(".facts")).display,
        cut: root.querySelector("dialog").scrollHeight > root.querySelector("dialog").clientHeight + 1,
      }));
      assert.deepEqual(seen, { bar: "none", facts: "none", cut: false });
      assert.equal(await browser.evaluate(() => getComputedStyle(document.body).display), "none");
      const { data } = await cdp.send("Page.printToPDF", {});
      assert.ok(Buffer.from(data, "base64").includes("/Type /Page"));
      await browser.page.emulateMedia({ media: null });
    });
  },
);
