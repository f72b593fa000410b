// One extension in a browser of its own, and one click on its button, measured.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

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
/** How long a click's later work is waited for: what comes in after the story is on screen. Units: ms. */
const SETTLED = 700;
const LONGEST = 20000;
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A browser with the extension in `folder`. */
export async function launch(name, folder) {
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
  const close = async () => {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  };
  return { name, context, browser, id: new URL(worker.url()).host, close };
}

/** In the page: when the extension's element stands and the frame that shows it is out. */
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

/**
 * Opens `url`, presses the button, gives what that cost. `cold` stops the extension's worker first; `story` is what
 * rivals are to show; `trace` goes around the click.
 */
export async function click({ browser, context, id }, url, { cold = false, story = "", trace } = {}) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  try {
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "load", timeout: LONGEST });
    await page.evaluate((text) => (window.name = text), story);
    await page.evaluate(watchForHost);
    await sleep(300);
    if (cold) await stopWorkers(browser, id);
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const target = targetInfos.find((t) => t.url === url);
    await trace?.start(browser);
    const before = await metrics(cdp);
    const start = Date.now();
    await browser.send("Extensions.triggerAction", { id, targetId: target.targetId });
    const late = sleep(LONGEST).then(() => NaN);
    const painted = await Promise.race([page.evaluate(() => window.__painted), late]);
    const after = await metrics(cdp);
    await trace?.stop(browser);
    await sleep(SETTLED);
    const settled = await metrics(cdp);
    return {
      wall: painted - start,
      ...cost(before, after),
      settled: cost(before, settled).cpu,
      heap: (settled.JSHeapUsedSize - before.JSHeapUsedSize) / 1024,
      nodes: settled.Nodes - before.Nodes,
      elements: await page.evaluate(() => document.getElementsByTagName("*").length),
      story: story ? "" : await shownStory(cdp),
    };
  } finally {
    await page.close();
  }
}

/** CPU time of the page's main thread: all of it, and without style and layout, which are shown apart. Units: ms. */
function cost(before, after) {
  const took = (name) => (after[name] - before[name]) * 1000;
  const layout = took("LayoutDuration") + took("RecalcStyleDuration");
  return { cpu: took("ThreadTime") - layout, layout };
}

async function metrics(cdp) {
  const { metrics: list } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(list.map((m) => [m.name, m.value]));
}

/** The markup of the story in the closed root of Plainread's reader; "" where there is none. */
async function shownStory(cdp) {
  const { root } = await cdp.send("DOM.getDocument", { depth: 2 });
  const html = root.children.find((child) => child.nodeName === "HTML");
  const host = html.children.find((child) => child.nodeName === "PLAINREAD-READER");
  if (!host) return "";
  const [shadow] = host.shadowRoots;
  const { nodeIds } = await cdp.send("DOM.querySelectorAll", {
    nodeId: shadow.nodeId,
    selector: ".stage > article",
  });
  return nodeIds.length ? (await cdp.send("DOM.getOuterHTML", { nodeId: nodeIds[0] })).outerHTML : "";
}

async function stopWorkers(browser, id) {
  const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "service_worker" }] });
  for (const { targetId } of targetInfos.filter((t) => t.url.includes(id)))
    await browser.send("Target.closeTarget", { targetId }).catch(() => {});
  await sleep(200);
}

/** Memory of all processes of that browser, shared pages counted by share. Units: MB. */
export async function memory({ browser }) {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const share = ({ id }) => {
    const rollup = `/proc/${id}/smaps_rollup`;
    const text = fs.existsSync(rollup) ? fs.readFileSync(rollup, "utf8") : "";
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? NaN) / 1024;
  };
  return processInfo.map(share).reduce((sum, one) => sum + one, 0);
}
