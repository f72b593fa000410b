/** The reader and its panels, looked at by axe, on every theme; colours of the theme table, by their contrast. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { transformSync } from "esbuild";
import { start } from "./lib/chromium.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";
import { extensionWorld } from "./lib/world.mjs";
import { isWhole } from "./lib/whole.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** An empty result also has no violations: so many rules at least must have passed. */
const RULES_PASSED = 15;
/** Of a notice or an image by itself, which have no more than words and buttons. */
const PART_PASSED = 5;
const THEMES = ["light", "sepia", "dark", "black", "system"];
const PANELS = ["outline", "listen", "save", "look", "more"];

test("every theme's text has contrast: 7 for the story, 4.5 for the rest", async () => {
  const source = readFileSync(new URL("../../extension/shared/themes.ts", import.meta.url), "utf8");
  const { code } = transformSync(source, { loader: "ts", format: "esm" });
  const { THEMES } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  for (const [name, theme] of Object.entries(THEMES)) {
    const least = (/** @type {string} */ a, /** @type {string} */ b, /** @type {number} */ wanted) =>
      assert.ok(
        contrast(theme[a], theme[b]) >= wanted,
        `${name}: ${a} on ${b} is ${contrast(theme[a], theme[b])}`,
      );
    for (const ground of ["paper", "tint", "mark"]) least("ink", ground, 7);
    for (const text of ["soft", "accent"]) for (const ground of ["paper", "tint"]) least(text, ground, 4.5);
    least("onAccent", "accent", 4.5);
  }
});

describe("axe (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  /** @type {(expression: string) => Promise<any>} */
  let inWorld;

  before(async () => {
    [browser, pages] = await Promise.all([start(), serve()]);
    inWorld = await extensionWorld(browser);
    await browser.visit(`${pages.base}/story.html`);
    await browser.press();
    await until(() => browser.inside(isWhole));
    await browser.press();
    await until(async () => (await browser.inside(() => true)) === undefined);
    // From here on our own roots are open in our own world, so that axe can look inside.
    await inWorld(`{ const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: "open" }); }; }`);
    await inWorld(AXE);
    await browser.press();
    await until(() => browser.inside(isWhole));
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  /** A part of a story or a notice has fewer rules to pass than a page: `least`. */
  const look = async (host = "plainread-reader", inside = "dialog", least = RULES_PASSED) => {
    const run = `axe.run({ include: [{ fromShadowDom: ["${host}", "${inside}"] }] })
      .then(({ violations, passes }) => JSON.stringify({
        violations: violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))]), passes: passes.length }))`;
    const { violations, passes } = JSON.parse(await inWorld(run));
    assert.deepEqual(violations, []);
    assert.ok(passes >= least, `only ${passes} rules passed`);
  };

  for (const theme of THEMES) {
    test(`the story, its panels and the help sheet, ${theme}`, async () => {
      await browser.inside((root, theme) => (root.querySelector("dialog").dataset.theme = theme), [theme]);
      await look();
      for (const panel of PANELS) {
        await browser.inside(
          (root, name) => root.querySelector(`.bar > [data-name=${name}]`).click(),
          [panel],
        );
        await until(() =>
          browser.inside((root, name) => root.querySelector(`#panel-${name}`) !== null, [panel]),
        );
        await look();
        await browser.key("Escape");
      }
      await browser.key("?");
      await look();
      await browser.key("Escape");
    });
  }
  test("what was left out, and an image by itself", async () => {
    await browser.key("w");
    await until(() => browser.inside((root) => root.querySelectorAll(".left-out details").length));
    await look();
    await browser.key("Escape");
    await until(() => browser.inside((root) => root.querySelector("article img")?.tabIndex === 0));
    await browser.inside((root) => root.querySelector("article img").click());
    assert.ok(await browser.inside((root) => root.querySelector(".overlay img") !== null));
    await look();
    await look("plainread-reader", ".overlay", PART_PASSED);
    await browser.key("Escape");
  });

  test("pointing at the part to read", async () => {
    await browser.key("w");
    await until(() => browser.inside((root) => root.querySelector("#panel-wrong [data-name=pick]") !== null));
    await browser.inside((root) => root.querySelector("#panel-wrong [data-name=pick]").click());
    await until(() => browser.inside(() => true, [], "plainread-frame"));
    await look("plainread-notice", ".notice", PART_PASSED);
    await browser.key("Escape");
    await until(async () => (await browser.inside(() => true, [], "plainread-frame")) === undefined);
  });

  for (const scheme of /** @type {const} */ (["light", "dark"]))
    test(`the notice with its list, ${scheme}`, async () => {
      if (await browser.inside(() => true)) await browser.press();
      await browser.scheme(scheme);
      await browser.call("clean");
      const press = (/** @type {string} */ selector) =>
        browser.inside(
          (root, selector) => root.querySelector(selector).click(),
          [selector],
          "plainread-notice",
        );
      await until(() =>
        browser.inside((root) => root.querySelector("[aria-expanded]") !== null, [], "plainread-notice"),
      );
      await press("[aria-expanded]");
      await look("plainread-notice", ".notice", PART_PASSED);
      await browser.call("restore");
      await browser.scheme("light");
    });

  test("the demo page", async () => {
    const demo = await serveFolder(path.resolve(import.meta.dirname, "../../dist/www"));
    const page = await browser.context.newPage();
    await page.goto(`${demo.base}/#gazette`);
    await page.locator("#read:not(:disabled)").waitFor();
    await page.locator("#own").evaluate((own) => own.setAttribute("open", ""));
    await page.evaluate(AXE);
    // The frames hold pages of others.
    const { violations, passes } = await page.evaluate(async () => {
      const told = await /** @type {any} */ (globalThis).axe.run({ exclude: ["iframe"] }, { iframes: false });
      return {
        violations: told.violations.map((/** @type {any} */ v) => [v.id, v.nodes[0].html]),
        passes: told.passes.length,
      };
    });
    assert.deepEqual(violations, []);
    assert.ok(passes >= RULES_PASSED);
    await page.close();
    demo.close();
  });

  test("the options page", async () => {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/options.html?welcome`);
    await page.locator("#sites").waitFor();
    assert.match(await page.locator(".welcome").innerText(), /Plainread is ready/);
    await page.evaluate(AXE);
    const { violations, passes } = await page.evaluate(async () => {
      const { violations, passes } = await /** @type {any} */ (globalThis).axe.run();
      return {
        violations: violations.map((/** @type {any} */ v) => [v.id, v.nodes[0].html]),
        passes: passes.length,
      };
    });
    assert.deepEqual(violations, []);
    assert.ok(passes >= RULES_PASSED);
    await page.close();
  });
});

/** Source: WCAG 2.2, contrast ratio. */
function contrast(/** @type {string} */ a, /** @type {string} */ b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return /** @type {number} */ (light + 0.05) / /** @type {number} */ (dark + 0.05);
}

function luminance(/** @type {string} */ hex) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const channel = parseInt(hex.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
