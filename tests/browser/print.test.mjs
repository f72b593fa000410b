/** Paper: three kinds of story printed to PDF, and what the file says read out of it. Chromium, pdftotext. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";

const PDFTOTEXT = process.env.PDFTOTEXT ?? "pdftotext";

/** Why the tests cannot run here; false where they can. */
function lacking() {
  try {
    execFileSync(PDFTOTEXT, ["-v"], { stdio: "ignore" });
    return false;
  } catch {
    return "pdftotext is not installed";
  }
}

/** The tests. */
function tests(/** @type {Parameters<Parameters<typeof inChromium>[1]>[0]} */ at) {
  const folder = mkdtempSync(path.join(tmpdir(), "plainread-print-"));

  for (const page of ["long-read.html", "docs.html", "tables.html"]) {
    test(`${page}: all of the text, no line cut off, nothing of the interface`, async () => {
      const { browser, opened } = at();
      await opened(page);
      const lines = await browser.inside((root) =>
        [...root.querySelectorAll("article :is(h1, h2, h3, p, li, td, th, dt, dd, pre, figcaption)")]
          .filter((line) => !line.closest(".next") && !line.querySelector("p, li, td, pre"))
          .map((line) => line.textContent),
      );
      const words = await browser.inside((root) =>
        [...root.querySelectorAll(".bar, .facts h2")].map((part) => part.textContent),
      );
      const cdp = await browser.context.newCDPSession(browser.page);
      const { data } = await cdp.send("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
      const file = path.join(folder, `${page}.pdf`);
      writeFileSync(file, data, "base64");
      const text = bare(execFileSync(PDFTOTEXT, ["-layout", file, "-"], { encoding: "utf8" }));
      const raw = bare(execFileSync(PDFTOTEXT, ["-raw", file, "-"], { encoding: "utf8" }));
      assert.ok(lines.length > 10);
      for (const line of lines)
        assert.ok(raw.includes(bare(line)) || text.includes(bare(line)), `not on paper: ${line}`);
      for (const word of words.filter(Boolean)) assert.ok(!raw.includes(bare(word)), `on paper: ${word}`);
      await browser.key("Escape");
    });
  }
}

inChromium("printing", tests, { skip: lacking() });

/** Letters and digits alone: line ends, hyphens and the order of columns do not count. */
function bare(/** @type {string} */ text) {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}
