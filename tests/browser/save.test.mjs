/** What a person takes away: files and the clipboard, in both browsers; paper, in Chromium. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

const SENTENCE = "The first crossing leaves at 22.15 on 1 April.";
const TITLE = "Night ferry returns to the northern islands";

const downloads = mkdtempSync(path.join(tmpdir(), "plainread-saved-"));
const preferences = {
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  // Lets the test read the clipboard.
  "dom.events.testing.asyncClipboard": true,
};

inBoth(
  "copying and saving",
  (at) => {
    before(async () => {
      const { browser, base } = at();
      const { context } = /** @type {any} */ (browser);
      await context?.grantPermissions(["clipboard-read", "clipboard-write"]);
      await browser.visit(`${base}/story.html`);
      await browser.press();
      await until(() => browser.inside(isWhole));
    });

    const press = (/** @type {string} */ name) =>
      at().browser.inside((root, name) => root.querySelector(`[data-name=${name}]`).click(), [name]);
    /** Presses a button of the panel, and gives what the file with that ending then holds. */
    const saved = async (/** @type {string} */ name, /** @type {string} */ ending) => {
      const { browser } = at();
      await browser.inside(
        (root) => root.querySelector("#panel-save") ?? root.querySelector("[data-name=save]").click(),
      );
      const { page } = /** @type {any} */ (browser);
      const download = page?.waitForEvent("download");
      const file = path.join(downloads, `${TITLE}.${ending}`);
      await press(name);
      if (page) {
        assert.equal((await download).suggestedFilename(), path.basename(file));
        await (await download).saveAs(file);
      }
      await until(() => existsSync(file) && statSync(file).size > 0);
      const text = readFileSync(file, "utf8");
      rmSync(file);
      return text;
    };
    const copied = async () => {
      const { browser } = at();
      await until(() =>
        browser.inside((root) => /Copied/.test(root.querySelector(".say")?.textContent ?? "")),
      );
      return browser.evaluate(() => navigator.clipboard.readText());
    };

    test("Markdown has its front matter, the story and the highlights", async () => {
      const { browser } = at();
      await browser.inside((root) => {
        const document = root.ownerDocument;
        const range = document.createRange();
        range.selectNodeContents(root.querySelector(".body > p:last-of-type"));
        const selection = (root.getSelection?.bind(root) ?? document.getSelection.bind(document))();
        selection.removeAllRanges();
        selection.addRange(range);
      });
      await browser.key("h");
      await until(() => browser.inside((root) => root.querySelectorAll("mark.highlight").length));
      const text = await saved("saveMarkdown", "md");
      assert.match(text, /^---\ntitle: "Night ferry returns to the northern islands"\n/);
      for (const line of [
        /byline: "Ines Halvorsen"/,
        /outlet: "The Harbour Post"/,
        /published: "2024-03-12/,
        /link: "http:\/\/127\.0\.0\.1/,
      ])
        assert.match(text.split("\n---\n")[0] ?? "", line);
      assert.ok(text.includes(SENTENCE));
      assert.match(text, /## Highlights\n\n> .*two hundred cinnamon buns/);
    });

    test("plain text and JSON hold the story", async () => {
      const plain = await saved("saveText", "txt");
      assert.ok(plain.includes(SENTENCE) && !plain.includes("<"));
      const json = JSON.parse(await saved("saveJson", "json"));
      assert.equal(json.title, TITLE);
      assert.equal(json.sources.title, "visible text");
    });

    test("the web page stands alone: no script, no handler, and all of the text", async () => {
      const text = await saved("saveHtml", "html");
      assert.ok(text.startsWith("<!doctype html>"));
      assert.ok(!/<script|\son\w+=|javascript:/i.test(text));
      const shown = await at().browser.evaluate(
        (/** @type {string} */ text) => new DOMParser().parseFromString(text, "text/html").body.textContent,
        text,
      );
      assert.ok(shown.includes(SENTENCE));
    });

    test("what the person put back from the page comes along", async () => {
      const { browser } = at();
      await browser.key("w");
      await until(() => browser.inside((root) => root.querySelector(".left-out details button")));
      const added = await browser.inside((root) => {
        root.querySelector(".left-out details button").click();
        return root.querySelector("section.added p").textContent;
      });
      await browser.key("Escape");
      assert.ok((await saved("saveText", "txt")).endsWith(`${added}\n`));
      assert.deepEqual(JSON.parse(await saved("saveJson", "json")).added, [added]);
    });

    test("the clipboard gets Markdown", async () => {
      await at().browser.key("c");
      assert.ok((await copied()).includes(SENTENCE));
    });

    test("the facts are copied one by one, and all of them in three formats", async () => {
      const all = async (/** @type {string} */ format) => {
        await at().browser.evaluate(() => navigator.clipboard.writeText(""));
        await press(`factsCopy_${format}`);
        await until(copied);
        return copied();
      };
      assert.match(await all("text"), /^Key points\n\n- The night ferry.*\n\nPeople\n\n- Karin Moe\n/s);
      assert.match(await all("markdown"), /^## Key points\n\n- The night ferry/);
      const json = JSON.parse(await all("json"));
      assert.equal(json.title, "Night ferry returns to the northern islands");
      assert.equal(json.People[0].text, "Karin Moe");
      assert.match(json.People[0].sentences[0], /said Karin Moe/);
      await at().browser.inside((root) => {
        const karin = [...root.querySelectorAll(".fact")].find((one) => one.textContent === "Karin Moe");
        karin.dispatchEvent(
          new root.ownerDocument.defaultView.PointerEvent("pointerover", { bubbles: true }),
        );
        karin.nextElementSibling.click();
      });
      await until(async () => (await copied()) === "Karin Moe");
    });
  },
  { chromium: { acceptDownloads: true }, firefox: { preferences } },
);

inChromium("printing the reader", (at) => {
  test("paper shows the story and none of the bar", async () => {
    const { browser, opened } = at();
    await opened("story.html");
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
});
