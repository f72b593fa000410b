/** Taken in for good, it greets once; a site that is always cleaned stays so when the browser is opened again. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { start as chromium } from "./lib/chromium.mjs";
import { start as firefox } from "./lib/firefox.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The extension as a file: what Firefox takes in for good. */
function packed() {
  const folder = mkdtempSync(path.join(tmpdir(), "plainread-packed-"));
  const given = [
    "build",
    "--source-dir",
    "dist/firefox",
    "--artifacts-dir",
    folder,
    "--filename",
    "plainread.xpi",
  ];
  execFileSync(path.join(ROOT, "node_modules/.bin/web-ext"), given, { cwd: ROOT, stdio: "ignore" });
  return path.join(folder, "plainread.xpi");
}

/** How each is started on a profile that is kept. `again`: it was started on it before. */
const STARTS = {
  chromium: (/** @type {string} */ profile) => chromium({ profile }),
  firefox: (/** @type {string} */ profile, /** @type {boolean} */ again) =>
    firefox({ profile, extension: again ? false : packed() }),
};

/** How many tabs show the first-run page. Chromium under test takes nothing in for good. */
const greetings = (/** @type {any} */ { chrome }) =>
  chrome(() => {
    const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
    const greets = (/** @type {any} */ tab) =>
      /options\.html\?welcome$/.test(tab.linkedBrowser.currentURI.spec);
    return window.gBrowser.tabs.filter(greets).length;
  });

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  const other = process.env.PLAINREAD_BROWSER && process.env.PLAINREAD_BROWSER !== name;
  test(
    `a site stays clean when the browser is opened again (${name})`,
    { skip: Boolean(other) },
    async () => {
      const profile = mkdtempSync(path.join(tmpdir(), "plainread-profile-"));
      const pages = await serve();
      const covered = (/** @type {any} */ browser) =>
        browser.evaluate(() => {
          const wall = document.querySelector("#wall");
          return wall !== null && getComputedStyle(wall).display !== "none";
        });
      try {
        const first = await STARTS[name](profile, false);
        if ("chrome" in first) await until(async () => (await greetings(first)) === 1);
        await first.grant("http://127.0.0.1/*");
        await first.visit(`${pages.base}/story.html`);
        assert.equal(await covered(first), true);
        await first.call("always", "127.0.0.1", "clean");
        await until(async () => !(await covered(first)));
        await first.close();
        const second = await STARTS[name](profile, true);
        try {
          await second.visit(`${pages.base}/story.html?again`);
          await until(async () => !(await covered(second)));
          if ("chrome" in second) assert.equal(await greetings(second), 0);
        } finally {
          await second.close();
        }
      } finally {
        pages.close();
      }
    },
  );
}
