/** What each setting changes of what is shown; what the browser's own settings change; everything by keyboard. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./lib/alone.mjs";
import { inBoth } from "./lib/both.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** What the page's text is set in. */
const PAGE_FONT = "Papyrus, fantasy";

/** What is measured of the reader. Units: CSS px. It runs in the page. */
const measured = (/** @type {any} */ root) => {
  const view = root.ownerDocument.defaultView;
  const css = (/** @type {string} */ selector) => view.getComputedStyle(root.querySelector(selector));
  const left = (/** @type {string} */ selector) => root.querySelector(selector).getBoundingClientRect().left;
  const text = css(".body > p");
  return {
    font: text.fontFamily,
    size: parseFloat(text.fontSize),
    paper: css("dialog").backgroundColor,
    width: root.querySelector("article").getBoundingClientRect().width,
    lines: parseFloat(text.lineHeight) / parseFloat(text.fontSize),
    letters: parseFloat(text.letterSpacing) || 0,
    words: parseFloat(text.wordSpacing) || 0,
    align: text.textAlign,
    image: css("article img").display,
    facts: css(".facts").display,
    factsFirst: left(".facts") < left("article"),
    factsLieOver: root.querySelector(".facts").getBoundingClientRect().right > left("article"),
  };
};
/** @typedef {ReturnType<typeof measured>} Measured */

/** Each setting's control, what is chosen there, and what must be true then. The usual size is 19 px. */
const ROWS = /** @type {[string, string, (now: Measured, usual: Measured) => boolean][]} */ ([
  ["font", "mono", (now) => /monospace/.test(now.font)],
  ["font", "sans", (now) => /sans-serif/.test(now.font)],
  ["font", "system", (now) => /^system-ui/.test(now.font)],
  ["font", "page", (now, usual) => now.font === PAGE_FONT && usual.font !== PAGE_FONT],
  ["theme", "light", (now) => now.paper === "rgb(253, 252, 249)"],
  ["theme", "sepia", (now) => now.paper === "rgb(246, 237, 219)"],
  ["theme", "dark", (now) => now.paper === "rgb(28, 29, 31)"],
  ["theme", "black", (now) => now.paper === "rgb(0, 0, 0)"],
  ["size", "24", (now) => now.size === 24],
  ["width", "40", (now, usual) => now.width < usual.width * 0.75],
  ["lineHeight", "2.2", (now) => Math.abs(now.lines - 2.2) < 0.01],
  ["letterSpacing", "10", (now) => Math.abs(now.letters - 1.9) < 0.01],
  ["wordSpacing", "20", (now) => Math.abs(now.words - 3.8) < 0.01],
  ["justify", "", (now, usual) => now.align === "justify" && usual.align === "start"],
  ["images", "", (now, usual) => now.image === "none" && usual.image !== "none"],
  ["facts", "", (now, usual) => now.facts === "none" && usual.facts !== "none"],
  ["factsSide", "start", (now, usual) => now.factsFirst && !usual.factsFirst && !now.factsLieOver],
]);

/** Chooses a value in the open panel, as a person does. It runs in the page. */
const set = (/** @type {any} */ root, /** @type {string} */ name, /** @type {string} */ value) => {
  const inputs = [...root.querySelectorAll(`#panel-look input[name=${name}]`)];
  const input = inputs.length > 1 ? inputs.find((one) => one.value === value) : inputs[0];
  if (input.type !== "range") return input.click();
  input.value = value;
  input.dispatchEvent(new root.ownerDocument.defaultView.Event("input", { bubbles: true }));
};

inBoth("settings and keys", (at) => {
  const look = (/** @type {(root: any, ...given: any[]) => any} */ run, /** @type {any[]} */ ...given) =>
    at().browser.inside(run, given);
  const opened = async (/** @type {string} */ page) => {
    await at().browser.visit(`${at().base}/${page}`);
    await at().browser.press();
    await until(() => look(isWhole));
  };
  const press = (/** @type {string} */ name) =>
    look((root, name) => root.querySelector(`[data-name="${name}"]`).click(), name);

  test("each setting changes what is shown, and the defaults come back", async () => {
    const { browser, base } = at();
    await browser.resize(1120, 900);
    await browser.visit(`${base}/story.html`);
    await browser.evaluate((/** @type {string} */ font) => {
      document.body.style.fontFamily = font;
    }, PAGE_FONT);
    await browser.press();
    await until(() => look(isWhole));
    await press("look");
    const usual = await look(measured);
    for (const [name, value, holds] of ROWS) {
      await look(set, name, value);
      const now = await look(measured);
      assert.ok(holds(now, usual), `${name} ${value}: ${JSON.stringify(now)}`);
      await press("reset");
    }
    assert.deepEqual(await look(measured), usual);
  });

  test("the options page has the same settings, and what is chosen there holds in the reader", async () => {
    const { browser } = at();
    await opened("story.html");
    await press("look");
    const inReader = await look((root) => [
      ...new Set([...root.querySelectorAll("#panel-look input")].map(({ name }) => name)),
    ]);
    await browser.visit(`${browser.origin}/options.html`);
    await until(() => browser.evaluate(() => document.querySelector(".form input") !== null));
    const here = await browser.evaluate(() => [
      ...new Set([...document.querySelectorAll(".form input")].map((one) => /** @type {any} */ (one).name)),
    ]);
    assert.deepEqual(here, inReader);
    await browser.evaluate(() => {
      const input = (/** @type {string} */ rest) =>
        /** @type {HTMLInputElement} */ (document.querySelector(`.form input[name=${rest}`));
      input("theme][value=black]").click();
      const size = input("size]");
      size.value = "27";
      size.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await opened("story.html");
    const { paper, size } = await look(measured);
    assert.deepEqual([paper, size], ["rgb(0, 0, 0)", 27]);
    await press("look");
    await press("reset");
  });

  test("the options page says what it never does, its version and its licences", async () => {
    const { browser } = at();
    await browser.visit(`${browser.origin}/options.html?welcome`);
    await until(() => browser.evaluate(() => document.querySelector("h1") !== null));
    const [text, version] = await browser.evaluate(() => [
      document.body.innerText,
      /** @type {any} */ (globalThis.browser ?? chrome).runtime.getManifest().version,
    ]);
    for (const words of [
      "Plainread is ready",
      "makes no request",
      "never presses",
      `Version ${version}`,
      "Apache-2.0 or MIT",
    ])
      assert.ok(text.includes(words), words);
  });

  test("the bundled font is there under a strict policy, and goes with the reader", async () => {
    const { browser } = at();
    await opened("story.html?csp=none");
    await press("look");
    const fonts = () => look((root) => root.ownerDocument.fonts.size);
    const before = await fonts();
    await look(set, "font", "dyslexic");
    const faces = () =>
      look((root) =>
        [...root.ownerDocument.fonts]
          .filter((face) => /Plainread Dyslexic/.test(face.family))
          .map((face) => face.status),
      );
    await until(async () => (await faces()).join() === "loaded");
    assert.equal(await fonts(), before + 1);
    assert.match((await look(measured)).font, /^"?Plainread Dyslexic/);
    await press("reset");
    await browser.press();
    await until(async () => (await look(() => true)) === undefined);
    assert.equal(await browser.evaluate(() => document.fonts.size), before);
  });

  /** What has the focus in the reader, by its name or kind; "page" where something of the page has it. */
  const focused = async () => {
    const outside = await at().browser.evaluate(() => document.activeElement?.localName ?? "");
    if (!["plainread-reader", "body", "html", ""].includes(outside)) return "page";
    return look((root) => {
      const one = root.activeElement;
      if (!one) return "";
      if (one.matches(".fact, .copy-one")) return one.matches(".fact") ? "fact" : "copy";
      return one.dataset.name ?? (root.querySelector("article").contains(one) ? "story" : one.localName);
    });
  };

  test("Tab goes through bar, story and facts, in this order, and never into the page", async () => {
    const { browser } = at();
    await opened("story.html");
    await look((root) => root.querySelector(".bar .back").focus());
    const order = [await focused()];
    while (order.length < 16) {
      await browser.key("Tab");
      order.push(await focused());
      const ring = await look((root) => {
        const { outlineStyle, outlineWidth } = root.ownerDocument.defaultView.getComputedStyle(
          root.activeElement,
        );
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      assert.ok(ring, `${order.at(-1)} has no ring`);
    }
    assert.deepEqual(order.slice(0, 7), ["backToPage", "outline", "facts", "listen", "save", "look", "more"]);
    const rest = order.slice(7);
    assert.equal(rest[0], "story");
    assert.ok(rest.indexOf("factsMarks") > 0 && rest.indexOf("fact") > rest.indexOf("factsMarks"), `${rest}`);
    await look((root) => [...root.querySelectorAll(".facts button")].at(-1).focus());
    for (let i = 0; i < 4; i++) {
      await browser.key("Tab");
      assert.notEqual(await focused(), "page");
    }
  });

  test("Enter on a fact leads to its sentence, and the focus stays on the fact", async () => {
    const { browser } = at();
    await opened("story.html");
    await look((root) => [...root.querySelectorAll(".facts .fact")].at(0).focus());
    await browser.key("Enter");
    await until(() => look((root) => root.querySelector("article .marked") !== null));
    assert.equal(await focused(), "fact");
  });

  test("a panel takes the focus, Tab goes on in it, Escape gives the focus back", async () => {
    const { browser } = at();
    await opened("story.html");
    for (const panel of ["outline", "save", "more"]) {
      await look((root, name) => root.querySelector(`.bar > [data-name=${name}]`).focus(), panel);
      await browser.key("Enter");
      const inside = () =>
        look((root) => Boolean(root.querySelector(".float")?.contains(root.activeElement)));
      await until(inside);
      await browser.key("Tab");
      assert.equal(await inside(), true, panel);
      await browser.key("Escape");
      await until(async () => (await focused()) === panel);
    }
  });
});

inChromium("what the browser asks for", (at) => {
  const look = (/** @type {(root: any, ...given: any[]) => any} */ run, /** @type {any[]} */ ...given) =>
    at().browser.inside(run, given);

  test("with forced colours marks, progress and what is pressed can still be told", async () => {
    const { browser, opened } = at();
    await browser.page.emulateMedia({ forcedColors: "active" });
    await opened("story.html");
    await until(() => look(isWhole));
    await look((root) => root.querySelector("[data-name=factsMarks]").click());
    await until(() => look((root) => root.querySelector(".found") !== null));
    const seen = await look((root) => {
      root.querySelector(".facts .fact").click();
      root.querySelector("article [data-s]:not(.marked)").classList.add("spoken");
      // The browser keeps how far a colour lets through, and paints them all as one.
      const solid = (/** @type {string} */ colour) => String(colour.match(/\d+/g)?.slice(0, 3));
      const paper = solid(getComputedStyle(root.querySelector("dialog")).backgroundColor);
      const differs = (/** @type {string} */ selector, /** @type {string | null} */ part = null) => {
        const css = getComputedStyle(root.querySelector(selector), part);
        if (css.textDecorationLine !== "none") return true;
        return css.backgroundColor !== "rgba(0, 0, 0, 0)" && solid(css.backgroundColor) !== paper;
      };
      return {
        marked: differs(".marked"),
        spoken: differs(".spoken:not(.marked)"),
        found: differs(".found"),
        progress: differs(".bar", "::after"),
        pressed: differs(".facts [aria-pressed=true]"),
        bar: differs(".bar [aria-pressed=true]"),
      };
    });
    const yes = { marked: true, spoken: true, found: true, progress: true, pressed: true, bar: true };
    assert.deepEqual(seen, yes);
    await look((root) => root.querySelector("[data-name=factsMarks]").click());
    await browser.page.emulateMedia({ forcedColors: "none" });
  });

  test("with more contrast quiet words and lines are as dark as the text", async () => {
    const { browser, opened } = at();
    await opened("story.html");
    const colours = () =>
      look((root) => {
        const css = (/** @type {string} */ selector) => getComputedStyle(root.querySelector(selector));
        return [css(".meta").color, css("article .end").borderBlockStartColor, css("dialog").color];
      });
    const [quiet, line, ink] = await colours();
    assert.ok(quiet !== ink && line !== ink);
    await browser.page.emulateMedia({ contrast: "more" });
    assert.deepEqual(await colours(), [ink, ink, ink]);
    await browser.page.emulateMedia({ contrast: "no-preference" });
  });

  test("with reduced motion nothing glides", async () => {
    const { browser, opened } = at();
    await browser.page.emulateMedia({ reducedMotion: "reduce" });
    await opened("story.html");
    await until(() => look(isWhole));
    const [at1, at2] = await look(async (root) => {
      const dialog = root.querySelector("dialog");
      const facts = [...root.querySelectorAll(".facts .fact")];
      facts.findLast((one) => one.dataset.stands).click();
      const first = dialog.scrollTop;
      await new Promise((later) => setTimeout(later, 600));
      return [first, dialog.scrollTop];
    });
    assert.equal(at1, at2);
    assert.ok(at1 > 0, "the sentence was in sight");
    await browser.key("d");
    assert.equal(
      await look((root) => getComputedStyle(root.querySelector(".body > p")).transitionProperty),
      "none",
    );
    await browser.page.emulateMedia({ reducedMotion: "no-preference" });
  });
});
