/**
 * `dist/npm` as somebody who installs it meets it: packed, installed without a network, imported, and type-checked
 * against what it really answers.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PAGES = path.join(ROOT, "tests/pages");
const COPIED = readdirSync(PAGES).filter((page) => existsSync(path.join(PAGES, page, "copied.txt")));
const home = mkdtempSync(path.join(tmpdir(), "plainread-consumer-"));
const npm = (/** @type {string[]} */ ...args) =>
  execFileSync("npm", [...args, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: home });

/** @type {any} */
let plainread;

before(async () => {
  npm("pack", path.join(ROOT, "dist/npm"));
  const [packed] = readdirSync(home).filter((name) => name.endsWith(".tgz"));
  writeFileSync(path.join(home, "package.json"), JSON.stringify({ type: "module", private: true }));
  npm("install", `./${packed}`);
  writeFileSync(path.join(home, "use.js"), 'export * from "plainread";\n');
  plainread = await import(pathToFileURL(path.join(home, "use.js")).href);
  await plainread.init();
});
after(() => rmSync(home, { recursive: true }));

const copied = (/** @type {string} */ page) =>
  plainread.readText(readFileSync(path.join(PAGES, page, "copied.txt"), "utf8"));

test("a page copied as text gives what the command-line program prints", () => {
  for (const page of COPIED) {
    const printed = JSON.parse(readFileSync(path.join(PAGES, page, "copied.json"), "utf8"));
    assert.deepEqual(copied(page).article, printed, page);
  }
});

/** Anchors anywhere in the facts. @returns {any[]} */
const anchors = (/** @type {any} */ value) => {
  if (typeof value !== "object" || value === null) return [];
  const own = "start" in value && "text" in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(anchors)];
};

test("each fact is a piece of the story, where JavaScript finds it", () => {
  const line = "The 🚢 made its last trip on 12 May 2024, and 300 people stood on the quay to see it leave. ";
  const { facts } = plainread.readText(`${line}“She was never late,” said Oona Pell, the mayor of Harwick.`);
  assert.equal(facts.quotes[0].speaker, "Oona Pell");
  const found = anchors({ ...facts, text: undefined });
  assert.ok(found.length >= 5, `${found.length} anchors`);
  for (const { text, start, end } of found) assert.equal(facts.text.slice(start, end), text);
});

const SERIALIZED = `<html lang="en"><head><title>The ferry leaves</title></head><body><nav><a href="/">Home</a></nav>
  <article><h1>The ferry leaves</h1><p>The ferry made its last trip on Sunday, and three hundred people stood on the
  quay to see it <a href="/leave">leave</a>.</p><p>Nobody could say when there would be another one, and nobody asked,
  since the bridge will open in the spring.</p></article></body></html>`;

test("serialized HTML and a document give the same", () => {
  const url = "https://courier.example/ferry";
  const reading = plainread.readSerialized(SERIALIZED, { url });
  assert.equal(reading.article.title, "The ferry leaves");
  const links = reading.article.blocks.flatMap((/** @type {any} */ block) => block.links ?? []);
  assert.deepEqual(links, [{ url: "https://courier.example/leave", text: "leave" }]);
  assert.match(reading.markdown, /\[leave\]\(https:\/\/courier\.example\/leave\)/);
  const document = { documentElement: { outerHTML: SERIALIZED }, URL: url };
  assert.deepEqual(plainread.readDocument(document), reading);
});

test("no story is an answer", () => {
  const { article, found } = plainread.readText("Hello.");
  assert.equal(article, null);
  assert.ok(found.needed > found.characters);
});

test("the types are those of the answers: none missing, none more", () => {
  const readings = [
    ...COPIED.map(copied),
    plainread.readText("Hello."),
    plainread.readSerialized(SERIALIZED),
  ];
  const literals = readings.map((reading, n) => `export const r${n}: Reading = ${JSON.stringify(reading)};`);
  const use = `import type { Reading } from "plainread";
    import { init, readText } from "plainread";
    ${literals.join("\n")}
    await init();
    const reading = readText("");
    if (reading.article !== null) reading.facts.quotes[0]?.parts[0]?.text satisfies string | undefined;
    // @ts-expect-error: there are no facts where there is no story.
    else reading.facts;`;
  writeFileSync(path.join(home, "use.ts"), use);
  const flags =
    "--noEmit --strict --module nodenext --target es2023 --lib es2023,dom --exactOptionalPropertyTypes";
  const tsc = path.join(ROOT, "node_modules/.bin/tsc");
  execFileSync(tsc, [...flags.split(" "), "--types", "", "use.ts"], { cwd: home, stdio: "inherit" });
});
