/** Paper: three kinds of story printed to PDF, and what the file says read out of it by pdftotext. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

const PDFTOTEXT = process.env.PDFTOTEXT ?? "pdftotext";

/** Why the tests cannot run here; "" where they can. */
function lacking() {
  try {
    execFileSync(PDFTOTEXT, ["-v"], { stdio: "ignore" });
    return "";
  } catch {
    return "pdftotext is not installed";
  }
}

inBoth("printing", (at) => {
  const folder = mkdtempSync(path.join(tmpdir(), "plainread-print-"));

  for (const page of ["long-read.html", "docs.html", "tables.html"]) {
    test(`${page}: all of the text, no line cut off, nothing of the interface`, async (t) => {
      const why = lacking();
      if (why) return t.skip(why);
      const { browser, base } = at();
      await browser.visit(`${base}/${page}`);
      await browser.press();
      await until(() => browser.inside(isWhole));
      const lines = await browser.inside((root) =>
        [...root.querySelectorAll("article :is(h1, h2, h3, p, li, td, th, dt, dd, pre, figcaption)")]
          .filter((line) => !line.closest(".next") && !line.querySelector("p, li, td, pre"))
          .map((line) => line.textContent),
      );
      const words = await browser.inside((root) =>
        [...root.querySelectorAll(".bar, .facts h2")].map((part) => part.textContent),
      );
      const file = path.join(folder, `${browser.name}-${page}.pdf`);
      writeFileSync(file, await browser.pdf());
      const read = (/** @type {string} */ how) =>
        execFileSync(PDFTOTEXT, [how, file, "-"], { encoding: "utf8" });
      const [text, raw] = [bare(read("-layout")), bare(read("-raw"))];
      assert.ok(lines.length > 10);
      for (const line of lines)
        assert.ok(raw.includes(bare(line)) || text.includes(bare(line)), `not on paper: ${line}`);
      for (const word of words.filter(Boolean)) assert.ok(!raw.includes(bare(word)), `on paper: ${word}`);
      const whole = new Set(read("-raw").split(/\s+/));
      const cells = await browser.inside((root) =>
        [...root.querySelectorAll("td, th")].map((cell) => cell.textContent.trim()),
      );
      for (const word of cells.filter((cell) => /^\w+$/.test(cell)))
        assert.ok(whole.has(word), `broken: ${word}`);
      const [left, right] = margins(read("-bbox"));
      assert.ok(left > 0 && Math.abs(left - right) < 0.05, `margins: ${left}, ${right}`);
      await browser.key("Escape");
    });
  }
});

/** Letters and digits alone: line ends, hyphens and the order of columns do not count. */
function bare(/** @type {string} */ text) {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Room beside the words of the first page. Units: its width. */
function margins(/** @type {string} */ boxes) {
  const numbers = (/** @type {RegExp} */ of) =>
    [...(boxes.split("</page>")[0] ?? "").matchAll(of)].map(([, n]) => Number(n));
  const [width = NaN] = numbers(/<page width="([\d.]+)"/g);
  return [
    Math.min(...numbers(/xMin="([\d.]+)"/g)) / width,
    1 - Math.max(...numbers(/xMax="([\d.]+)"/g)) / width,
  ];
}
