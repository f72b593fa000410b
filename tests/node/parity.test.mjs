/**
 * The WASM core tells the browser exactly what a native build of the same code would.
 * `cargo xtask eval parity` does it for every page of the shared data: it names another program and `1` for every.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import * as core from "#core";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Made by `cargo test` together with the tests. */
const TOLD = process.env.PLAINREAD_TOLD ?? path.join(ROOT, "target/debug/examples/told");
/** Real pages, where they are beside the repository; every so many of them. */
const REAL = path.join(process.env.PLAINREAD_SHARED ?? path.join(ROOT, "../shared"), "data/wcxb/dev/html");
const EVERY = Number(process.env.PLAINREAD_EVERY ?? 30);
/** Pages told in one go: their snapshots are held in memory. */
const BATCH = 25;
/** Units: bytes. */
const MOST_OUTPUT = 2 ** 29;

core.initSync({ module: readFileSync(path.join(ROOT, "target/bindgen/core/core_bg.wasm")) });

/** What a native build tells about files, one after the other. */
function* native(/** @type {string[]} */ files) {
  for (let at = 0; at < files.length; at += BATCH) {
    const out = execFileSync(TOLD, files.slice(at, at + BATCH), { encoding: "utf8", maxBuffer: MOST_OUTPUT });
    for (const line of out.trimEnd().split("\n")) yield JSON.parse(line);
  }
}

/** The same of the WASM core. As JSON: what is absent on one side may not be `undefined` on the other. */
function wasm(/** @type {any} */ snapshot) {
  const answer = core.read(snapshot);
  const told = {
    snapshot,
    answer,
    facts: answer.story ? core.facts(answer.story) : null,
    plan: core.plan(snapshot),
    left: core.left_out(snapshot),
    markdown: core.write(snapshot, "markdown"),
    json: core.write(snapshot, "json"),
  };
  return JSON.parse(JSON.stringify(told));
}

/** Without keys that hold nothing: `null` natively, absent from WASM. */
function bare(/** @type {any} */ value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  const held = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(held.map(([key, inner]) => [key, bare(inner)]));
}

/** As values that can be compared: in the JSON file keys stand as they are written natively, and sorted in WASM. */
function comparable(/** @type {any} */ told) {
  return bare({ ...told, json: told.json === "" ? "" : JSON.parse(told.json) });
}

/** Gives how many pages had a story, and how many a plan with something to do. */
function compare(/** @type {string[]} */ files) {
  let [at, stories, plans] = [0, 0, 0];
  for (const told of native(files)) {
    assert.deepEqual(comparable(wasm(told.snapshot)), comparable(told), files[at]);
    at += 1;
    stories += told.json === "" ? 0 : 1;
    plans += told.plan.steps.length > 0 ? 1 : 0;
  }
  assert.equal(at, files.length, "pages were not told of");
  return { stories, plans };
}

test("native and WASM tell the same about the project's own pages", () => {
  const files = ["tests/browser/covers", "tests/browser/pages", "www/samples"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith(".html"))
      .map((name) => path.join(ROOT, folder, name)),
  );
  assert.ok(files.length > 30, "pages are missing");
  const { stories, plans } = compare(files);
  assert.ok(stories > 20, `${stories} of ${files.length} have a story`);
  assert.ok(plans > 0, "none of them has a plan");
});

test(
  "native and WASM tell the same about real pages",
  { skip: !existsSync(REAL) && "no shared data" },
  (t) => {
    const names = readdirSync(REAL).filter((_, i) => i % EVERY === 0);
    const { stories, plans } = compare(names.map((name) => path.join(REAL, name)));
    t.diagnostic(`${names.length} pages compared, ${stories} with a story, ${plans} with a plan`);
    assert.ok(stories > names.length / 2, "too few of them have a story");
    assert.ok(plans > names.length / 10, "too few of them have a plan");
  },
);
