/** The npm package in a page: its example reads itself, and asks for nothing but its own files. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { until } from "./lib/until.mjs";

inBoth("the npm package", (at) => {
  /** @type {Awaited<ReturnType<typeof serveFolder>>} */
  let site;
  before(async () => {
    site = await serveFolder(path.resolve(import.meta.dirname, "../../dist/npm"));
  });
  after(() => site.close());

  test("its example page reads itself", async () => {
    const { browser } = at();
    await browser.visit(`${site.base}/example.html`);
    const told = await until(() =>
      browser.evaluate(() => {
        const text = document.querySelector("#out")?.textContent ?? "";
        return text.startsWith("{") && JSON.parse(text);
      }),
    );
    assert.equal(told.title, "Bakers of Hollow Street raise the price of a loaf");
    assert.equal(told.byline, "Ada Linde");
    assert.equal(told.quotes[0].speaker, "Edith Marrow");
    const own = ["/example.html", "/web.js", "/plainread.wasm", "/favicon.ico"];
    assert.deepEqual(
      site.wanted.filter((path) => !own.includes(path)),
      [],
    );
  });
});
