/**
 * Reading aloud. Browsers under test have no voices: in Chromium one of ours stands in, in the extension's own world; Firefox
 * has some for tests.
 */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./lib/chromium.mjs";
import { start as firefox } from "./lib/firefox.mjs";
import { serve } from "./lib/pages.mjs";
import { record } from "./lib/recorder.mjs";
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

/** A story in the language of those of Firefox's stand-in voices that do not end, or fail, on purpose. */
const ITALIAN = `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Il traghetto di notte</title>
  <meta property="og:type" content="article"></head><body><main><article><h1>Il traghetto di notte torna alle isole</h1>
  <p>Dopo undici anni il traghetto di notte torna a collegare il porto con le isole del nord, quattro volte alla
  settimana. Il consiglio ha votato martedì, dopo una seduta di sei ore, con diciannove voti contro quattordici.</p>
  <p>La fornaia dell'isola più lontana ha cominciato a fare il pane lunedì, e sarà a bordo la prima notte. Porterà
  duecento focacce, perché dice che nessuno deve arrivare a casa con la fame.</p>
  <p>Il biglietto costerà ventiquattro euro, e i bambini viaggeranno senza pagare. La prima corsa parte il primo
  aprile alle dieci e un quarto di sera.</p></article></main></body></html>`;

/** Firefox has voices of its own for tests: they speak in no time, some without an end, some not at all. */
const VOICES = { "media.webspeech.synth.test": true };

describe("reading aloud (firefox)", { skip: process.env.PLAINREAD_BROWSER === "chromium" }, () => {
  /** @type {Awaited<ReturnType<typeof firefox>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  /** @type {Awaited<ReturnType<typeof record>>} */
  let italian;
  before(async () => {
    [browser, pages, italian] = await Promise.all([
      firefox({ preferences: VOICES }),
      serve(),
      record({ "/traghetto": ITALIAN }),
    ]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
    italian?.close();
  });

  const look = (/** @type {(root: any, ...given: any[]) => any} */ run, /** @type {any[]} */ ...given) =>
    browser.inside(run, given);
  const opened = async (/** @type {string} */ url) => {
    await browser.visit(url);
    await browser.press();
    await until(() => look(isWhole));
  };
  const marked = () =>
    look((root) =>
      [...root.querySelectorAll(".spoken")].map((/** @type {any} */ piece) => piece.textContent).join(""),
    );
  const press = (/** @type {string} */ name) =>
    look((root, name) => root.querySelector(`#panel-listen [data-name=${name}]`).click(), name);
  /** Opens the panel and chooses a voice there, once the browser has told of it. */
  const choose = async (/** @type {string} */ name) => {
    await look(
      (root) =>
        root.querySelector("#panel-listen") ?? root.querySelector(".bar > [data-name=listen]").click(),
    );
    const chosen = (/** @type {any} */ root, /** @type {string} */ name) => {
      const select = root.querySelector("#panel-listen select");
      if (!select) return false;
      select.value = name;
      select.dispatchEvent(new root.ownerDocument.defaultView.Event("change"));
      return select.value === name;
    };
    await until(() => look(chosen, name));
  };

  test("it reads headline, then sentence by sentence, each marked while it is spoken, to the end", async () => {
    await opened(`${pages.base}/story.html`);
    await choose("Amy Winehouse");
    await look((root) => {
      const told = (root.ownerDocument.told = [""]);
      const { MutationObserver } = root.ownerDocument.defaultView;
      new MutationObserver(() => {
        const text = [...root.querySelectorAll(".spoken")].map((one) => one.textContent).join("");
        if (text !== told.at(-1)) told.push(text);
      }).observe(root.querySelector("article"), { subtree: true, attributeFilter: ["class"] });
    });
    await press("listen");
    const told = () => look((root) => root.ownerDocument.told.slice(1));
    await until(async () => (await told()).at(-1) === "");
    const [title, first, second, ...rest] = await told();
    assert.equal(title, "Night ferry returns to the northern islands");
    assert.match(first, /^The night ferry between Sandvik/);
    assert.match(second, /^“We have waited for this ship/);
    assert.match(rest.at(-2), /^Karin Moe will be on board/);
    assert.ok(await look((root) => root.querySelector("#panel-listen [data-name=listen]") !== null));
  });

  test("pause, go on, stop", async () => {
    await opened(`${italian.base}/traghetto`);
    await choose("Teresa Cornelys");
    await press("listen");
    await until(async () => (await marked()) === "Il traghetto di notte torna alle isole");
    await until(() => browser.evaluate(() => speechSynthesis.speaking));
    const isPaused = () => browser.evaluate(() => speechSynthesis.paused);
    const offers = (/** @type {string} */ name) =>
      until(() =>
        look((root, name) => root.querySelector(`#panel-listen [data-name=${name}]`) !== null, name),
      );
    await press("listenPause");
    await until(isPaused);
    await offers("listenResume");
    await press("listenResume");
    await until(async () => !(await isPaused()));
    await offers("listenPause");
    assert.equal(await marked(), "Il traghetto di notte torna alle isole");
    await press("listenStop");
    await until(async () => !(await browser.evaluate(() => speechSynthesis.speaking)));
    assert.equal(await marked(), "");
  });

  test("it starts at what is selected", async () => {
    await opened(`${italian.base}/traghetto`);
    await choose("Teresa Cornelys");
    await browser.key("Escape");
    await look((root) => {
      const range = root.ownerDocument.createRange();
      const { firstChild: text } = root.querySelector(".body > p:last-of-type");
      range.setStart(text, text.data.indexOf("La prima corsa") + 3);
      range.setEnd(text, text.data.indexOf("La prima corsa") + 8);
      const selection = root.ownerDocument.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    });
    await browser.key("l");
    await until(async () => /^La prima corsa parte/.test(await marked()));
  });

  test("a voice that fails is told of, and nothing stays marked", async () => {
    await opened(`${italian.base}/traghetto`);
    await choose("Cecilia Bartoli");
    await press("listen");
    await until(() => look((root) => /no voice/.test(root.querySelector(".say")?.textContent ?? "")));
    assert.equal(await marked(), "");
  });
});
