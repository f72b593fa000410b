/**
 * The stores' pictures, of the built extension in Chromium on this project's own sample pages.
 * In: `dist/chromium`, `dist/www/samples`. Out: `extension/store/screenshots/*.png`, 1280 × 800.
 * `node tests/browser/screenshots.mjs [folder]`, or `cargo xtask screenshots`, which builds first.
 */

import { mkdirSync } from "node:fs";
import path from "node:path";
import { start } from "./lib/chromium.mjs";
import { serveFolder } from "./lib/folder.mjs";
import { until } from "./lib/until.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OUT = path.resolve(process.argv[2] ?? path.join(ROOT, "extension/store/screenshots"));
/** What both stores take. Units: px. */
const VIEW = { width: 1280, height: 800 };
/** Half of that, less the frame of `pair`. Units: px. */
const HALF = { width: 604, height: 680 };
/** Sign-up boxes come late, notices fade in. Units: ms. */
const SETTLED = 1500;

const browser = await start();
const samples = await serveFolder(path.join(ROOT, "dist/www"));
mkdirSync(OUT, { recursive: true });
const { page } = browser;
await browser.grant("http://127.0.0.1/*");

try {
  await pair();
  await reader("newsly", "light", "2-reader");
  await cleaned("gazette", "3-clean");
  await reader("kuestenbote", "dark", "4-dark");
  await appearance("gazette", "5-appearance");
} finally {
  await browser.close();
  samples.close();
}

/** Opens a sample with its wall up. */
async function open(/** @type {string} */ name, view = VIEW) {
  await page.setViewportSize(view);
  await browser.visit(`${samples.base}/samples/${name}.html`);
  await page.waitForTimeout(SETTLED);
}

/** Presses the button, and waits for the reader. */
async function read() {
  await browser.press();
  await until(() => browser.inside((/** @type {ShadowRoot} */ root) => !!root.querySelector("h1")));
  await page.waitForTimeout(SETTLED);
}

/** Keeps what is in view. */
async function shoot(/** @type {string} */ name) {
  const file = path.join(OUT, `${name}.png`);
  await page.screenshot({ path: file });
  console.log(path.relative(ROOT, file));
}

/** The reader over a sample. */
async function reader(
  /** @type {string} */ sample,
  /** @type {"light" | "dark"} */ colorScheme,
  /** @type {string} */ name,
) {
  await page.emulateMedia({ colorScheme });
  await open(sample);
  await read();
  await shoot(name);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The page itself, freed, and the list of what was hidden. */
async function cleaned(/** @type {string} */ sample, /** @type {string} */ name) {
  await open(sample);
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    return /** @type {any} */ (globalThis).plainread.clean(tab?.id);
  });
  const unfold = (/** @type {ShadowRoot} */ root) => {
    const details = /** @type {HTMLElement | null} */ (root.querySelector("button[aria-expanded='false']"));
    details?.click();
    return !!details;
  };
  await until(() => browser.inside(unfold, [], "plainread-notice"));
  await page.waitForTimeout(300);
  await shoot(name);
}

/** The reader in another theme, with the panel that sets it. */
async function appearance(/** @type {string} */ sample, /** @type {string} */ name) {
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { theme: "sepia" } }));
  await open(sample);
  await read();
  const press = (/** @type {ShadowRoot} */ root, /** @type {string} */ label) =>
    /** @type {HTMLElement | null} */ (root.querySelector(`[aria-label="${label}"]`))?.click();
  await browser.inside(press, ["Appearance"]);
  await page.waitForTimeout(SETTLED);
  await shoot(name);
}

/** One picture that says it: the page with its wall, and the same page's story. */
async function pair() {
  await open("newsly", HALF);
  const before = await page.screenshot();
  await read();
  const after = await page.screenshot();
  await page.setViewportSize(VIEW);
  await page.goto("about:blank");
  const side = (/** @type {string} */ title, /** @type {Buffer} */ picture) =>
    `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${picture.toString("base64")}"></figure>`;
  await page.setContent(`<style>
      body { margin: 0; height: 100vh; display: flex; gap: 24px; justify-content: center; align-items: center; background: #e9e4d8 }
      figure { margin: 0 }
      figcaption { margin-bottom: 12px; font: 600 22px system-ui, sans-serif; color: #1d1c19 }
      img { display: block; border-radius: 10px; box-shadow: 0 12px 40px #0003 }
    </style>${side("The page", before)}${side("The same page, one click later", after)}`);
  await shoot("1-before-and-after");
}
