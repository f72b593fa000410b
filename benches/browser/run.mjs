// Click → article on screen, ours against rivals, interleaved on the same pages in real Chromium.
//
//   node benches/browser/run.mjs --extensions NAME=FOLDER,… --data FOLDER of *.html(.gz) [--pages 60] [--cold]
//                                [--trace] [--growth 1000,10000,50000,200000] [--json out.json]
//
// For each page and extension it reports the page's main-thread CPU up to the painted article (net of injecting an empty
// script; style and layout apart; every rival shows the story as ours does, in the same sheet), the same once all that
// comes later is done, the wall time from the click to the painted article with a warm or a cold worker, and memory.
// "beyond showing" is net of an extension that shows the same story and does nothing else.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { click, launch, memory } from "./clicks.mjs";
import { choose, serve } from "./pages.mjs";
import { report, reportGrowth } from "./report.mjs";
import { Trace } from "./trace.mjs";

const { values: options } = parseArgs({
  options: {
    pages: { type: "string", default: "60" },
    data: { type: "string" },
    extensions: { type: "string" },
    growth: { type: "string" },
    json: { type: "string" },
    cold: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
  },
});

/** Whose story the others show. */
const OURS = "plainread";
const cold = options.cold;
const extensions = Object.fromEntries(options.extensions.split(",").map((pair) => pair.split("=")));
const names = Object.keys(extensions);
const { server, at } = await serve(path.resolve(options.data));
const rivals = await Promise.all(names.map((name) => launch(name, path.resolve(extensions[name]))));
const traces = new Map(options.trace ? names.map((name) => [name, new Trace()]) : []);

const files = options.growth ? [] : choose(path.resolve(options.data), Number(options.pages));
const sizes = options.growth ? options.growth.split(",").map(Number) : [];
await onPage(files[0] ?? "grown-1000", "warm", new Map());
const rows = [];
for (const [i, file] of files.entries()) {
  rows.push({ file, ...(await onPage(file, i, traces)) });
  if (process.stderr.isTTY) process.stderr.write(`\r${i + 1}/${files.length}`);
}
const cells = {};
for (const size of sizes) cells[size] = await onPage(`grown-${size}`, size, traces);
if (files.length) report(rows, names, cold);
if (sizes.length) reportGrowth(sizes, names, cells);
for (const [name, trace] of traces) trace.report(name);
for (const rival of rivals)
  console.log(`${rival.name}: ${(await memory(rival)).toFixed(0)} MB in all processes`);
await Promise.all(rivals.map((rival) => rival.close()));
server.close();
if (options.json) fs.writeFileSync(options.json, JSON.stringify(files.length ? rows : cells, null, 1));

/** One click of each on one page, in an order that turns. */
async function onPage(file, turn, traces) {
  const story = await theStory(file, turn);
  const row = {};
  for (let k = 0; k < rivals.length; k++) {
    const rival = rivals[((Number(turn) || 0) + k) % rivals.length];
    const url = `${at}/${file}?${rival.name}-${turn}`;
    const given = { cold, story, trace: traces.get(rival.name) };
    row[rival.name] = await click(rival, url, given).catch((error) => ({ error: String(error) }));
  }
  return row;
}

/** The story's markup as ours shows it, from a click that is not measured. */
async function theStory(file, turn) {
  const ours = rivals.find((rival) => rival.name === OURS);
  if (!ours) return " ";
  const { story = "" } = await click(ours, `${at}/${file}?story-${turn}`).catch(() => ({}));
  return story || " ";
}
