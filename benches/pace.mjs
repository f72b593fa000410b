/**
 * The core as WASM against the same core as a native program, page by page: from a capture to the reader's steps.
 *
 * `cargo xtask bench --core [--pages N]`: pages of the shared data, evenly spaced over sorted size. Each is the fastest
 * of several runs, so that the machine's other work counts little; the WASM's time holds the border, the native one none.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import * as core from "#core";

const RUNS = 5;
const MOST_OUTPUT = 2 ** 30;
const [told, pace, data, pages = "60"] = process.argv.slice(2);

const files = readdirSync(data)
  .map((name) => path.join(data, name))
  .sort((a, b) => statSync(a).size - statSync(b).size);
const chosen = Array.from(
  { length: Number(pages) },
  (_, n) => files[Math.floor(((n + 0.5) * files.length) / pages)],
);

const lines = execFileSync(told, chosen, { encoding: "utf8", maxBuffer: MOST_OUTPUT });
const native = execFileSync(pace, [String(RUNS)], { input: lines, encoding: "utf8" })
  .trim()
  .split("\n")
  .map(Number);
const snapshots = lines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line).snapshot);

const start = performance.now();
core.initSync({
  module: readFileSync(path.resolve(import.meta.dirname, "../target/bindgen/core/core_bg.wasm")),
});
const ready = performance.now();
read(snapshots[0]);
const first = performance.now();

/** The story, then its facts. */
function read(snapshot) {
  const { story } = core.read(snapshot);
  if (story) core.facts(story);
}

function fastest(snapshot) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    read(snapshot);
    return performance.now() - start;
  });
  return Math.min(...times);
}

// Once over all, so that the engine has compiled what it will.
for (const snapshot of snapshots) read(snapshot);
const wasm = snapshots.map(fastest);
const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const ratios = wasm.map((ms, n) => ms / native[n]);
for (const [name, values] of [
  ["WASM, ms", wasm],
  ["native, ms", native],
  ["WASM / native", ratios],
]) {
  const row = [0.05, 0.5, 0.95].map((share) => at(values, share).toFixed(2).padStart(8));
  console.log(`${name.padEnd(16)} p5 ${row[0]}  median ${row[1]}  p95 ${row[2]}`);
}
console.log(
  `compiled in ${(ready - start).toFixed(1)} ms; smallest page, first call ${(first - ready).toFixed(1)} ms`,
);
