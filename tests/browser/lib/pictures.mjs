/**
 * Pictures of how the reader looks, kept to be compared with: `tests/browser/pictures/`. Chromium.
 *
 * Each is small: every pixel is the mean of a square of the screen's. All text is set in the bundled font, which is the
 * same on every machine; what it lacks comes from the machine's own fonts. How the machine draws both is kept as a picture
 * too, and where that differs, nothing can be told from pixels.
 */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** @typedef {import("./alone.mjs").Chromium} Chromium */

const KEPT = path.resolve(import.meta.dirname, "../pictures");
const RENEW = process.env.PLAINREAD_RENEW === "1";
const FONT = readFileSync(path.resolve(import.meta.dirname, "../../../extension/fonts/dyslexic.woff2"));
const FAMILY = "Plainread Dyslexic";

/** Fewer colours make files a fifth smaller. Units: 1/255 of a channel. */
const STEP = 4;
/** How far a colour may be off: more than a step of one channel is. Black and white are 1 apart. */
const THRESHOLD = 0.03;
/** Units: pixels of a kept picture. */
const WINDOW = 20;
/** How many pixels of a window may differ. */
const MOST = 8;

/** A line of each script, by its language: drawn to see how the machine draws it. */
const SAMPLES = {
  en: "Hamburgefonstiv 0123456789 “quoted” – ü é å · × Q&A",
  ja: "夜のフェリー、十一年ぶりに再開。「電気」",
  ar: "تعود العبّارة الليلية بين المدينة وجزر الشمال",
};
/** @typedef {keyof typeof SAMPLES} Language */

/** Sets all text of the reader or the notice in the bundled font. It runs in the page. */
export const inOneFont = (/** @type {any} */ root) => {
  const view = root.ownerDocument.defaultView;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`* { font-family: "Plainread Dyslexic" !important }`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** Makes the bundled font known to the page, and sets its text in it. */
export const wearFont = async (/** @type {Chromium} */ { page }) => {
  await page.addStyleTag({ content: `* { font-family: "${FAMILY}" !important }` });
  await page.evaluate(
    async ([family, data]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, bytes.buffer).load());
    },
    /** @type {const} */ ([FAMILY, FONT.toString("base64")]),
  );
};

/** Takes pictures of a browser's window and holds them against those that are kept. */
export async function pictures(/** @type {Chromium} */ browser) {
  const cdp = await browser.page.context().newCDPSession(browser.page);
  const found = mkdtempSync(path.join(tmpdir(), "plainread-pictures-"));

  /** The window as it is now, `by` times smaller. */
  const taken = async (/** @type {number} */ by) => {
    const { data } = await cdp.send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true });
    return smaller(PNG.sync.read(Buffer.from(data, "base64")), by);
  };

  /** Fails where the window differs from the picture of that name by more than a few pixels anywhere. */
  const check = async (/** @type {string} */ name, /** @type {number} */ by) => {
    const now = await taken(by);
    const file = path.join(KEPT, `${name}.png`);
    if (RENEW) return writeFileSync(file, packed(now));
    const kept = existsSync(file) ? PNG.sync.read(readFileSync(file)) : new PNG({ width: 1, height: 1 });
    const { width, height } = kept;
    const sized = width === now.width && height === now.height;
    const shown = new PNG({ width, height });
    const off = sized ? pixelmatch(kept.data, now.data, shown.data, width, height, OPTIONS) : Infinity;
    if (off <= MOST) return;
    for (const [what, picture] of /** @type {const} */ ([
      ["now", now],
      ["differs", shown],
    ]))
      writeFileSync(path.join(found, `${name}-${what}.png`), packed(picture));
    throw new Error(
      `${name} looks different: ${off} pixels of ${WINDOW} × ${WINDOW} (${MOST} may). Look at ${file} and at ` +
        `${found}/${name}-now.png and ${name}-differs.png. Where it is meant to look so: ` +
        `PLAINREAD_RENEW=1 node --test tests/browser/pictures.test.mjs, and look at each that git shows as changed.`,
    );
  };

  return { check, strange: await strange(browser) };
}

const OPTIONS = { threshold: THRESHOLD, includeAA: true, windowSize: WINDOW };

/** Why the kept pictures tell nothing here of text in a language; "" where they do. */
async function strange(/** @type {Chromium} */ { context }) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 900, height: 50 });
  const version = /** @type {any} */ (context.browser()).version();
  /** @type {Record<string, string>} */
  const why = {};
  for (const [language, line] of Object.entries(SAMPLES)) {
    await page.setContent(
      `<p lang="${language}" style="margin:8px;font-size:19px;white-space:nowrap">${line} <b>${line}</b></p>`,
    );
    await wearFont(/** @type {any} */ ({ page }));
    const now = PNG.sync.read(await page.screenshot());
    const file = path.join(KEPT, `letters-${language}.png`);
    if (RENEW) writeFileSync(file, packed(now));
    const same = existsSync(file) && PNG.sync.read(readFileSync(file)).data.equals(now.data);
    const otherwise = `Chromium ${version} draws the letters of ${language} here otherwise than in letters-${language}.png`;
    why[language] = same ? "" : otherwise;
  }
  await page.close();
  return /** @type {Record<Language, string>} */ (why);
}

/** A picture of which each pixel is the mean of `by` × `by`, in fewer colours. */
function smaller(/** @type {PNG} */ from, /** @type {number} */ by) {
  const [width, height] = [Math.floor(from.width / by), Math.floor(from.height / by)];
  const to = new PNG({ width, height });
  for (let at = 0, y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 4; channel++, at++) {
        let sum = 0;
        for (let row = y * by; row < (y + 1) * by; row++)
          for (let column = x * by; column < (x + 1) * by; column++)
            sum += from.data[(row * from.width + column) * 4 + channel] ?? 0;
        to.data[at] = Math.min(255, Math.round(sum / (by * by) / STEP) * STEP);
      }
  return to;
}

/** The file of a picture, without the transparency that no screen has. */
function packed(/** @type {PNG} */ picture) {
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
}
