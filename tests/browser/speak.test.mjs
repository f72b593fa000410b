/** Reading aloud. Browsers under test have no voices: a voice of ours stands in, in the extension's own world. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { start as firefox } from "./lib/firefox.mjs";
import { serve } from "./lib/pages.mjs";
import { until } from "./lib/until.mjs";
import { extensionWorld } from "./lib/world.mjs";
import { isWhole } from "./lib/whole.mjs";

/** Speaks nothing: keeps what it is given, and ends a sentence when told to. */
const VOICE = `{
  const spoken = [];
  const voice = {
    spoken, paused: false, cancelled: 0,
    getVoices: () => [{ name: "Ada", lang: "en-GB" }, { name: "Ines", lang: "no-NO" }],
    addEventListener() {},
    speak(utterance) { spoken.push(utterance); setTimeout(() => utterance.onstart?.()); },
    cancel() { voice.cancelled++; },
    pause() { voice.paused = true; },
    resume() { voice.paused = false; },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: voice, configurable: true });
  true;
}`;

describe("reading aloud (chromium)", { skip: process.env.PLAINREAD_BROWSER === "firefox" }, () => {
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
    await until(() => look(isWhole));
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const look = (
    /** @type {(root: ShadowRoot, ...given: any[]) => any} */ run,
    /** @type {any[]} */ ...given
  ) => browser.inside(run, given);
  const spoken = () => inWorld("speechSynthesis.spoken.map((one) => one.text)");
  const ended = () => inWorld("speechSynthesis.spoken.at(-1).onend()");
  const marked = () =>
    look((root) => [...root.querySelectorAll(".spoken")].map((piece) => piece.textContent).join(""));
  const press = (/** @type {string} */ name) =>
    look((root, name) => root.querySelector(`[data-name="${name}"]`).click(), name);
  /** Begins anew, with nothing said. */
  const silent = async () => {
    await inWorld(VOICE);
    await look((root) => {
      root.querySelector("[data-name=listenStop]")?.click();
      root.querySelector("dialog").scrollTo({ top: 0, behavior: "instant" });
      return root.querySelector("#panel-listen") ?? root.querySelector("[data-name=listen]").click();
    });
    await until(() => look((root) => root.querySelector("#panel-listen [data-name=listen]")));
  };

  test("it reads headline, then sentence by sentence, each marked while it is spoken", async () => {
    await silent();
    await look((root) => root.querySelector("#panel-listen [data-name=listen]").click());
    assert.deepEqual(await spoken(), ["Night ferry returns to the northern islands"]);
    assert.equal(await marked(), "Night ferry returns to the northern islands");
    await ended();
    const [, first] = await spoken();
    assert.match(first, /^The night ferry between Sandvik/);
    assert.equal(await marked(), first);
    await ended();
    assert.match((await spoken())[2], /^“We have waited for this ship/);
  });

  test("pause, go on, stop", async () => {
    await press("listenPause");
    assert.equal(await inWorld("speechSynthesis.paused"), true);
    await press("listenResume");
    assert.equal(await inWorld("speechSynthesis.paused"), false);
    await press("listenStop");
    assert.equal(await marked(), "");
    assert.ok((await inWorld("speechSynthesis.cancelled")) > 0);
  });

  test("pace and voice are the person's, and hold for the next sentence", async () => {
    await silent();
    await look((root) => {
      const { Event } = root.ownerDocument.defaultView;
      const pace = root.querySelector("#panel-listen input[type=range]");
      pace.value = "1.5";
      pace.dispatchEvent(new Event("change"));
    });
    assert.deepEqual(
      await look((root) => [...root.querySelectorAll("#panel-listen option")].map((option) => option.value)),
      ["", "Ada"],
    );
    await look((root) => root.querySelector("#panel-listen [data-name=listen]").click());
    assert.equal(await inWorld("speechSynthesis.spoken[0].rate"), 1.5);
    assert.equal(await inWorld("speechSynthesis.spoken[0].lang"), "en");
  });

  test("it starts at what is selected, where no sentence was asked for before too", async () => {
    await browser.press();
    await until(async () => (await look(() => true)) === undefined);
    await browser.press();
    await until(() => look(isWhole));
    assert.equal(await look((root) => root.querySelectorAll("[data-s]").length), 0);
    await silent();
    await look((root) => {
      const range = root.ownerDocument.createRange();
      const { firstChild: text } = root.querySelector(".body > p:last-of-type");
      range.setStart(text, text.data.indexOf(". ") + 4);
      range.setEnd(text, text.data.indexOf(". ") + 9);
      const selection = /** @type {any} */ (root).getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    });
    await browser.key("l");
    await until(async () => (await spoken()).length);
    assert.match((await spoken())[0], /^Karin Moe will be on board/);
  });

  test("a browser without a voice says so", async () => {
    await silent();
    await look((root) => root.querySelector("#panel-listen [data-name=listen]").click());
    await inWorld(`speechSynthesis.spoken[0].onerror({ error: "synthesis-unavailable" })`);
    assert.match(await look((root) => root.querySelector(".say").textContent), /no voice/);
    assert.equal(await marked(), "");
  });
});

describe("reading aloud (firefox)", { skip: process.env.PLAINREAD_BROWSER === "chromium" }, () => {
  /** @type {Awaited<ReturnType<typeof firefox>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  before(async () => {
    [browser, pages] = await Promise.all([firefox(), serve()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  // The one under test comes without voices.
  test("a browser without a voice says so, and nothing stays marked", async () => {
    await browser.visit(`${pages.base}/story.html`);
    await browser.press();
    await until(() => browser.inside(isWhole));
    const text = (/** @type {string} */ selector) =>
      browser.inside(
        (/** @type {any} */ root, /** @type {string} */ selector) =>
          root.querySelector(selector)?.textContent ?? "",
        [selector],
      );
    await browser.key("l");
    await until(async () => /no voice/.test(await text(".say")));
    assert.equal(await text(".spoken"), "");
  });
});
