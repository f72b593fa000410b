/** What the extension's processes refuse to hear: other senders, other forms, other lengths. */

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";

const EXTENSION = path.resolve(import.meta.dirname, "../../extension");
const OWN = { id: "own", getURL: (/** @type {string} */ file) => `ext://own/${file}` };
Object.assign(globalThis, { browser: { runtime: OWN } });

/** A module of the extension, as it runs. */
async function load(/** @type {string} */ file) {
  const made = await build({
    entryPoints: [path.join(EXTENSION, file)],
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(made.outputFiles[0]?.text ?? "").toString("base64")}`
  );
}

const { answerAll } = await load("shared/messages.ts");
const { RULES: BACKGROUND } = await load("background/rules.ts");
const { RULES: TAB } = await load("content/rules.ts");
const { DEFAULTS } = await load("shared/settings.ts");

const HANDS = { id: "own", url: "https://news.example/", frameId: 0, tab: { id: 1 } };
const PAGE = { id: "own", url: "ext://own/options.html", frameId: 0, tab: { id: 2 } };
const WORKER = { id: "own", url: "ext://own/background.js" };

/** Says a message to a table; gives the answer, or undefined where nobody listens. */
async function say(/** @type {any} */ rules, /** @type {any} */ message, /** @type {any} */ sender) {
  /** @type {any} */
  let listener;
  const handlers = Object.fromEntries(Object.keys(rules).map((name) => [name, () => "heard"]));
  answerAll({ addListener: (/** @type {any} */ added) => (listener = added) }, rules, handlers);
  return new Promise((respond) => {
    if (listener(message, sender, respond) === undefined) respond(undefined);
  });
}

async function heard(/** @type {any} */ rules, /** @type {any} */ message, /** @type {any} */ sender) {
  assert.equal(await say(rules, message, sender), "heard", JSON.stringify(message).slice(0, 200));
}

async function refused(/** @type {any} */ rules, /** @type {any} */ message, /** @type {any} */ sender) {
  const answer = /** @type {any} */ (await say(rules, message, sender));
  assert.match(String(answer?.failure), /refused/, JSON.stringify(message).slice(0, 200));
}

const VIEW = { width: 800, height: 600, scrollY: 0, scrollHeight: 900 };
const SNAPSHOT = {
  url: "https://news.example/",
  route: "walk",
  html: "<html></html>",
  elements: 1,
  view: VIEW,
};
const PROBE = { boxes: [], marks: [], hits: [-1], columns: 1, touched: false, firstInput: -1, watched: true };
const READER = { title: "", rtl: false, article: [28, "text", -1], facts: [], hasFacts: false, spots: [] };
const ANSWER = { recapture: false, ageCheck: false, reader: READER };
const SHOW = { do: "show", answer: ANSWER, settings: DEFAULTS, mode: null };

test("the background hears hands in the top frame of a page, each message in its form", async () => {
  for (const message of [
    { do: "read", snapshot: SNAPSHOT },
    { do: "plan", snapshot: { ...SNAPSHOT, probe: PROBE } },
    { do: "write", snapshot: SNAPSHOT, format: "json" },
    { do: "mode" },
    { do: "turnOn", mode: "reader" },
    { do: "outcome", outcome: { refused: "noArticle" } },
    { do: "hideByRule", rule: 'x-wall[class="a\\ b"][data-n="\\31 2"][hidden=""]' },
  ]) {
    await heard(BACKGROUND, message, HANDS);
    await refused(BACKGROUND, message, { ...HANDS, frameId: 3 });
    await refused(BACKGROUND, message, { ...HANDS, id: "another" });
    await refused(BACKGROUND, message, WORKER);
    await refused(BACKGROUND, { ...message, more: 1 }, HANDS);
  }
});

test("lists of sites are the options page's alone", async () => {
  for (const message of [
    { do: "sites" },
    { do: "always", host: "news.example", mode: "clean" },
    { do: "never", host: "news.example" },
  ]) {
    await heard(BACKGROUND, message, PAGE);
    await refused(BACKGROUND, message, HANDS);
    await refused(BACKGROUND, message, { ...HANDS, url: "https://evil.example/ext://own/options.html" });
  }
});

test("other forms are refused", async () => {
  const long = { length: 2 ** 26 };
  for (const message of [
    { do: "read" },
    { do: "read", snapshot: "<html></html>" },
    { do: "read", snapshot: { ...SNAPSHOT, html: ["<html>"] } },
    { do: "read", snapshot: { ...SNAPSHOT, elements: -1 } },
    { do: "read", snapshot: { ...SNAPSHOT, elements: 1.5 } },
    { do: "read", snapshot: { ...SNAPSHOT, view: { ...VIEW, width: Infinity } } },
    { do: "read", snapshot: { ...SNAPSHOT, probe: { ...PROBE, boxes: long } } },
    { do: "read", snapshot: { ...SNAPSHOT, url: "x".repeat(2 ** 21 + 1) } },
    { do: "write", snapshot: SNAPSHOT, format: "exe" },
    { do: "turnOn", mode: "everything" },
    { do: "outcome", outcome: { refused: "toString" } },
    { do: "outcome", outcome: { open: true, hidden: 3 } },
  ])
    await refused(BACKGROUND, message, HANDS);
  for (const host of ["*", "a.example/*", "a.example:80", "", "x".repeat(300), null])
    await refused(BACKGROUND, { do: "always", host, mode: "clean" }, PAGE);
});

test("a rule for the page's style sheet is one selector and nothing more", async () => {
  for (const rule of [
    "*",
    "html, body",
    "p{}*",
    "p:not(x)",
    'p[a="x"]y"]',
    'p[a="x\n"]',
    "p/**/",
    "p > q",
    "@import url(x)",
    "",
    `p[a="${"x".repeat(2 ** 14)}"]`,
  ])
    await refused(BACKGROUND, { do: "hideByRule", rule }, HANDS);
});

test("the hands hear the background alone, and build only what is on the lists", async () => {
  await heard(TAB, SHOW, WORKER);
  await heard(TAB, { do: "clean", mode: null }, WORKER);
  await heard(TAB, { do: "toggle" }, WORKER);
  for (const sender of [HANDS, PAGE, { ...WORKER, id: "another" }]) await refused(TAB, SHOW, sender);
  const steps = (/** @type {any} */ ...article) => ({
    ...SHOW,
    answer: { ...ANSWER, reader: { ...READER, article } },
  });
  await heard(TAB, steps(0, -10, "#", ["via", "x"], -2, "2024-01-01", -1), WORKER);
  for (const step of [999, -3, -9, -99, 1.5, NaN, null, {}, [["x"]], [1]])
    await refused(TAB, steps(step), WORKER);
  await refused(TAB, { ...SHOW, settings: { ...DEFAULTS, size: 4000 } }, WORKER);
  await refused(TAB, { ...SHOW, settings: { ...DEFAULTS, theme: "url(x)" } }, WORKER);
});

test("names of the table's own object are no messages", async () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    assert.equal(await say(BACKGROUND, { do: name }, HANDS), undefined);
});
