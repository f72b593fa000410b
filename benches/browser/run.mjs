// Click → article on screen, ours against rivals, interleaved on the same pages in real Chromium.
//
//   node benches/browser/run.mjs --pages 60 [--data FOLDER of *.html(.gz)] [--json out.json]
//
// For each page and extension it reports the page's main-thread CPU for the click (scripts and DOM; the layout of what
// is shown apart; net of injecting an empty script), the wall time from the click to the painted article with a warm
// and a cold worker, and what the click added to the page's heap. Figures are medians and ratios per page: absolute
// times depend on the machine.
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values: options } = parseArgs({
  options: {
    pages: { type: "string", default: "60" },
    data: { type: "string" },
    extensions: { type: "string" },
    json: { type: "string" },
    cold: { type: "boolean", default: false },
  },
});

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-extension-debugging",
  "--disable-features=DisableLoadExtensionCommandLineSwitch",
];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (list) => quantile(list, 0.5);
function quantile(list, q) {
  const sorted = list.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] : NaN;
}

/** Evenly spaced over sorted size, so that small and large pages both count. */
function choose(folder, count) {
  const files = fs
    .readdirSync(folder)
    .filter((name) => /\.html(\.gz)?$/.test(name))
    .map((name) => ({ name, size: fs.statSync(path.join(folder, name)).size }))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const step = files.length / Math.min(count, files.length);
  return Array.from({ length: Math.min(count, files.length) }, (_, i) => files[Math.floor(i * step)].name);
}

/** Pages without their scripts: a policy blocks them, so `noscript` parses as it does for a person. */
function serve(folder) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, path.basename(new URL(request.url, "http://x").pathname));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    const bytes = fs.readFileSync(file);
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "script-src 'none'",
    });
    response.end(file.endsWith(".gz") ? zlib.gunzipSync(bytes) : bytes);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

async function launch(name, folder) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "plainread-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [...FLAGS, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const browser = await context.browser().newBrowserCDPSession();
  await context.route("**/*", (route) =>
    /^(http:\/\/127\.0\.0\.1|data:|chrome)/.test(route.request().url()) ? route.continue() : route.abort(),
  );
  return { name, context, browser, id: new URL(worker.url()).host };
}

/** In the page: when the extension's host stands and its first frame is out. */
function watchForHost() {
  window.__painted = new Promise((done) => {
    const seen = () =>
      requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
    new MutationObserver((_, observer) => {
      observer.disconnect();
      seen();
    }).observe(document.documentElement, { childList: true });
  });
}

async function metrics(cdp) {
  const { metrics: list } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(list.map((m) => [m.name, m.value]));
}

async function click({ browser, context, id }, url, cold) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  try {
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "load", timeout: 20000 });
    await page.evaluate(watchForHost);
    await sleep(300);
    if (cold) await stopWorkers(browser, id);
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const target = targetInfos.find((t) => t.url === url);
    const before = await metrics(cdp);
    const start = Date.now();
    await browser.send("Extensions.triggerAction", { id, targetId: target.targetId });
    const painted = await Promise.race([page.evaluate(() => window.__painted), sleep(15000).then(() => NaN)]);
    await sleep(60);
    const after = await metrics(cdp);
    const took = (name) => (after[name] - before[name]) * 1000;
    const layout = took("LayoutDuration") + took("RecalcStyleDuration");
    return {
      wall: painted - start,
      cpu: took("ThreadTime") - layout,
      layout,
      heap: (after.JSHeapUsedSize - before.JSHeapUsedSize) / 1024,
      elements: await page.evaluate(() => document.getElementsByTagName("*").length),
    };
  } finally {
    await page.close();
  }
}

async function stopWorkers(browser, id) {
  const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "service_worker" }] });
  for (const { targetId } of targetInfos.filter((t) => t.url.includes(id)))
    await browser.send("Target.closeTarget", { targetId }).catch(() => {});
  await sleep(200);
}

const folder = path.resolve(options.data);
const extensions = Object.fromEntries(options.extensions.split(",").map((pair) => pair.split("=")));
const server = await serve(folder);
const rivals = await Promise.all(
  Object.entries(extensions).map(([name, dir]) => launch(name, path.resolve(dir))),
);
const rows = [];
const files = choose(folder, Number(options.pages));
const first = files[0];
for (const rival of rivals)
  await click(rival, `http://127.0.0.1:${server.address().port}/${first}?warm`, false);
for (const [i, file] of files.entries()) {
  const row = { file };
  for (let k = 0; k < rivals.length; k++) {
    const rival = rivals[(i + k) % rivals.length];
    const url = `http://127.0.0.1:${server.address().port}/${file}?${rival.name}-${i}`;
    row[rival.name] = await click(rival, url, options.cold).catch((error) => ({ error: String(error) }));
  }
  rows.push(row);
  if (process.stderr.isTTY) process.stderr.write(`\r${i + 1}/${files.length}`);
}
await Promise.all(rivals.map((r) => r.context.close()));
server.close();
report(rows, Object.keys(extensions));
if (options.json) fs.writeFileSync(options.json, JSON.stringify(rows, null, 1));

function report(rows, names) {
  const net = (row, name) => Math.max(0.05, row[name].cpu - (row.empty?.cpu ?? 0));
  const good = rows.filter((row) => names.every((n) => Number.isFinite(row[n]?.wall)));
  console.log(
    `\n${good.length} of ${rows.length} pages${options.cold ? ", cold worker" : ", warm worker"}; ms, KB`,
  );
  console.log("extension        cpu net med / p95     layout med   wall med / p95      heap med");
  const f = (x) => x.toFixed(1).padStart(7);
  for (const name of names) {
    const of = (key) => good.map((row) => row[name][key]);
    const cpu = good.map((row) => net(row, name));
    console.log(
      `${name.padEnd(14)} ${f(median(cpu))} ${f(quantile(cpu, 0.95))}     ${f(median(of("layout")))}    ` +
        `${f(median(of("wall")))} ${f(quantile(of("wall"), 0.95))}    ${f(median(of("heap")))}`,
    );
  }
  if (!names.includes("plainread")) return;
  for (const name of names.filter((n) => n !== "plainread" && n !== "empty")) {
    const cpu = good.map((row) => net(row, name) / net(row, "plainread"));
    const wall = good.map((row) => row.plainread.wall / row[name].wall);
    console.log(
      `${name} / plainread: cpu ×${median(cpu).toFixed(1)} (p5 ×${quantile(cpu, 0.05).toFixed(1)}); ` +
        `plainread / ${name}: wall ${median(wall).toFixed(2)}`,
    );
  }
}
