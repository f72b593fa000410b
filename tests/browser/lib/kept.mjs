/** A setting is kept: the reader is opened, its theme chosen, closed, and opened again in that theme. */

import assert from "node:assert/strict";
import { until } from "./until.mjs";

/** Tries it on the story of the pages at `base`. */
export async function keepsSetting(/** @type {any} */ browser, /** @type {string} */ base) {
  const look = (/** @type {(root: ShadowRoot) => any} */ run) => browser.inside(run);
  const theme = () => look((root) => root.querySelector("dialog")?.dataset.theme);
  const opened = async () => {
    await browser.visit(`${base}/story.html`);
    await browser.press();
    await until(theme);
  };
  await opened();
  await look((root) => root.querySelector("[data-name=look]").click());
  await look((root) => root.querySelector("input[name=theme][value=sepia]").click());
  await browser.press();
  await until(async () => !(await theme()));
  await opened();
  assert.equal(await theme(), "sepia");
}
