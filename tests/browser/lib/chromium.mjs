/** Chromium with the built extension, and the ways a person drives it. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const DIST = path.resolve(import.meta.dirname, "../../../dist/chromium");
const BINARY = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Seen: pressed at once after a tab was opened, the button finds no access. Units: ms. */
const AFTER_LOAD = 300;

/** Starts the browser. `options` as Playwright's, plus `profile`: a folder to use again. `locale`: the interface's, too. */
export async function start({ profile: given = "", locale = "en-GB", ...options } = {}) {
  const profile = given || mkdtempSync(path.join(tmpdir(), "plainread-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: BINARY,
    headless: true,
    chromiumSandbox: false,
    ignoreDefaultArgs: ["--disable-extensions"],
    locale,
    env: { ...process.env, LANGUAGE: locale },
    args: [
      `--disable-extensions-except=${DIST}`,
      `--load-extension=${DIST}`,
      "--enable-unsafe-extension-debugging",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--lang=${locale}`,
    ],
    ...options,
  });
  const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  const id = new URL(worker.url()).host;
  const browser = await /** @type {any} */ (context.browser()).newBrowserCDPSession();
  const page = context.pages()[0] ?? (await context.newPage());
  let visits = 0;
  return {
    name: "Chromium",
    context,
    page,
    id,
    origin: `chrome-extension://${id}`,
    async close() {
      await context.close();
      if (!given) rmSync(profile, { recursive: true, force: true, maxRetries: 3 }); // tens of megabytes each
    },
    /** The background, started again where the browser had put it to sleep. */
    worker: async () => context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker"),
    /** Shows an address. Each visit has an address of its own: the button's tab is found by it. */
    async visit(/** @type {string} */ url) {
      const own = new URL(url);
      own.searchParams.set("visit", String(++visits));
      await page.goto(own.href);
      await page.waitForTimeout(AFTER_LOAD);
    },
    /** Presses the toolbar button, as a person's click does: it grants the tab. */
    async press() {
      const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tabs = targetInfos.filter((/** @type {any} */ tab) => tab.url === page.url());
      if (tabs.length !== 1) throw new Error(`${tabs.length} tabs show ${page.url()}`);
      await browser.send("Extensions.triggerAction", { id, targetId: tabs[0].targetId });
    },
    evaluate: (/** @type {any} */ run, /** @type {any} */ given = undefined) => page.evaluate(run, given),
    /** Presses a key: one of Playwright's names. */
    key: (/** @type {string} */ name) => page.keyboard.press(name),
    resize: (/** @type {number} */ width, /** @type {number} */ height) =>
      page.setViewportSize({ width, height }),
    scheme: (/** @type {"light" | "dark"} */ colorScheme) => page.emulateMedia({ colorScheme }),
    /** Touches a point of the window with a finger, where it is a touch window. */
    tap: (/** @type {number} */ x, /** @type {number} */ y) => page.touchscreen.tap(x, y),
    screenshot: (/** @type {string} */ path) => page.screenshot({ path }),
    /** The tab on paper, A4: a PDF's bytes. */
    async pdf() {
      const cdp = await context.newCDPSession(page);
      const { data } = await cdp.send("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
      return Buffer.from(data, "base64");
    },
    inside: await inside(page),
    /** Calls one of the background's functions, about the tab unless something else is given. */
    async call(/** @type {string} */ name, /** @type {unknown[]} */ ...given) {
      const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
      return worker.evaluate(async ([name, url, given]) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((tab) => tab.url === url);
        return /** @type {any} */ (globalThis).plainread[name](...(given.length > 0 ? given : [tab?.id]));
      }, /** @type {const} */ ([name, page.url(), given]));
    },
    /** Clicks an element, as a person does. */
    click: (/** @type {string} */ selector) => page.click(selector),
    /** Clicks at a place of the window with the left button or another, a key of Playwright's names held down. */
    async point(
      /** @type {number} */ x,
      /** @type {number} */ y,
      { held = "", button = /** @type {"left" | "middle"} */ ("left") } = {},
    ) {
      if (held) await page.keyboard.down(held);
      await page.mouse.click(x, y, { button });
      if (held) await page.keyboard.up(held);
    },
    /** How many tabs are open, in all windows. */
    tabs: async () => context.pages().length,
    /** Closes all tabs but the one under test. */
    async closeOthers() {
      for (const other of context.pages()) if (other !== page) await other.close();
    },
    /** The browser's own zoom of the tab's site; 1 is usual. */
    async zoom(/** @type {number} */ factor) {
      const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
      await worker.evaluate(async ([url, factor]) => {
        const tab = (await chrome.tabs.query({})).find((tab) => tab.url === url);
        await chrome.tabs.setZoom(/** @type {number} */ (tab?.id), factor);
      }, /** @type {const} */ ([page.url(), factor]));
    },
    /** What stands on the button. */
    badge: () => button("getBadgeText"),
    /** What the button is called when it is pointed at. */
    title: () => button("getTitle"),
    /** Gives the extension a site, as the browser's own extensions page does. */
    grant: (/** @type {string} */ pattern) => permission("addHostPermission", pattern, true),
    /** Takes it back. */
    revoke: (/** @type {string} */ pattern) => permission("removeHostPermission", pattern, false),
  };

  /** Asks the button of the tab; the tab in front where its address is kept from us. */
  async function button(/** @type {"getBadgeText" | "getTitle"} */ what) {
    const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    return worker.evaluate(async ([url, what]) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((tab) => tab.url === url) ?? tabs.find((tab) => tab.active);
      return chrome.action[what]({ tabId: /** @type {number} */ (tab?.id) });
    }, /** @type {const} */ ([page.url(), what]));
  }

  async function permission(
    /** @type {string} */ call,
    /** @type {string} */ pattern,
    /** @type {boolean} */ ask,
  ) {
    const settings = await context.newPage();
    await settings.goto(`chrome://extensions/?id=${id}`);
    await settings.evaluate(
      ([call, id, pattern]) => /** @type {any} */ (chrome).developerPrivate[call](id, pattern),
      /** @type {const} */ ([call, id, pattern]),
    );
    if (ask) {
      // With the grant above no prompt comes; it holds only once the extension has asked.
      await settings.goto(`chrome-extension://${id}/options.html`);
      await settings.evaluate((pattern) => chrome.permissions.request({ origins: [pattern] }), pattern);
    }
    await settings.close();
  }
}

/**
 * Looks into the closed root of the reader or the notice: calls `look(root, host, ...given)` with it.
 * Gives `undefined` where the element is not there.
 */
async function inside(/** @type {import("playwright-core").Page} */ page) {
  const cdp = await page.context().newCDPSession(page);
  return async (
    /** @type {(root: ShadowRoot, ...given: any[]) => unknown} */ look,
    /** @type {any[]} */ given = [],
    host = "plainread-reader",
  ) => {
    const { root } = await cdp.send("DOM.getDocument", { depth: 3, pierce: true });
    const found = find(root, host);
    if (!found) return undefined;
    const there = await cdp.send("DOM.resolveNode", { backendNodeId: found }).catch(whenGone);
    if (!there) return undefined;
    const asked = cdp.send("Runtime.callFunctionOn", {
      objectId: there.object.objectId,
      functionDeclaration: `function (...given) { return (${look})(this, ...given); }`,
      arguments: given.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    const done = await asked.catch(whenGone);
    if (!done) return undefined;
    if (done.exceptionDetails) throw new Error(done.exceptionDetails.exception?.description);
    return done.result.value;
  };
}

/** The page may have become another since its nodes were listed: then the element is not there. */
function whenGone(/** @type {Error} */ error) {
  const gone =
    /does not belong to the document|No node with given id|Cannot find context|context was destroyed/;
  if (gone.test(error.message)) return undefined;
  throw error;
}

/** The closed root's number, found without recursion over depth mattering: pages here are small. */
function find(/** @type {any} */ node, /** @type {string} */ host) {
  /** @type {any[]} */
  const todo = [node];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.localName === host) return next.shadowRoots?.[0]?.backendNodeId;
    todo.push(...(next.children ?? []), ...(next.shadowRoots ?? []));
  }
  return undefined;
}
