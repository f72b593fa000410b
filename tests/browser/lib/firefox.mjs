/** Firefox with the built extension, and the ways a person drives it. */

import { existsSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { Builder, By, Key } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { Command } from "selenium-webdriver/lib/command.js";

const DIST = path.resolve(import.meta.dirname, "../../../dist/firefox");
const BINARY = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const ADDON = "plainread@plainread.example";
const WIDGET = `${ADDON.replace(/[^a-z0-9_-]/g, "_")}-browser-action`;

/** Fixed, so that the tests know the address of the extension's own pages. */
export const ORIGIN = "moz-extension://1b9a3c30-0000-4000-8000-000000000001";

/** @type {Record<string, string>} */
const KEYS = {
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Space: Key.SPACE,
  End: Key.END,
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
};
/** Units: CSS px. */
const NARROWEST = 500;
const BUTTONS = { left: 0, middle: 1 };

/** Where geckodriver may be: named, on the path, or where `cargo xtask doctor` puts it. */
function driverPath() {
  const kept = path.join(homedir(), ".cache/plainread/geckodriver-0.37.1/bin/geckodriver");
  return process.env.GECKODRIVER ?? (existsSync(kept) ? kept : "geckodriver");
}

/**
 * Starts the browser. `privately`: every window is private, and the person lets the extension into those.
 * `extension: false` leaves ours out; the path of a packed one takes that in for good. `profile`: a folder to use again.
 */
export async function start({
  width = 1280,
  height = 900,
  preferences = {},
  privately = false,
  extension = /** @type {boolean | string} */ (true),
  profile = "",
} = {}) {
  const options = new firefox.Options()
    .setBinary(BINARY)
    .addArguments("-headless", `--width=${width}`, `--height=${height}`);
  const all = {
    "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: ORIGIN.slice("moz-extension://".length) }),
    "security.notification_enable_delay": 0,
    "intl.accept_languages": "en-GB, en",
    "browser.privatebrowsing.autostart": privately,
    "xpinstall.signatures.required": typeof extension !== "string" && !profile,
    ...preferences,
  };
  if (profile) options.addArguments("-profile", profile);
  for (const [name, value] of Object.entries(all)) options.setPreference(name, value);
  const service = new firefox.ServiceBuilder(driverPath()).addArguments("--allow-system-access");
  const driver = /** @type {any} */ (
    await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build()
  );
  const install = new Command("install addon").setParameters({
    path: typeof extension === "string" ? extension : DIST,
    temporary: typeof extension !== "string",
    allowPrivateBrowsing: privately,
  });
  if (extension) await driver.execute(install);

  /** Runs a function in the browser's own chrome. */
  const chrome = async (/** @type {Function} */ run, /** @type {any[]} */ ...given) => {
    await driver.setContext("chrome");
    try {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${run})(...[...arguments].slice(0, -1))).then(done, (e) => done({ chromeError: String(e) }));`;
      const answer = await driver.executeAsyncScript(script, ...given);
      if (answer?.chromeError) throw new Error(answer.chromeError);
      return answer;
    } finally {
      await driver.setContext("content");
    }
  };
  /** Gives an attribute of the toolbar button. */
  const button = (/** @type {string} */ attribute) =>
    chrome(
      (/** @type {string} */ widget, /** @type {string} */ attribute) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        const button = window.document.querySelector(`#${widget} .unified-extensions-item-action-button`);
        return button?.getAttribute(attribute) ?? "";
      },
      WIDGET,
      attribute,
    );
  return {
    name: "Firefox",
    driver,
    chrome,
    origin: ORIGIN,
    close: () => driver.quit(),
    visit: (/** @type {string} */ url) => driver.get(url),
    evaluate: (/** @type {Function} */ run, /** @type {any} */ given = undefined) =>
      driver.executeScript(`return (${run})(arguments[0])`, given),
    /** Presses a key: one of Playwright's names. */
    key: (/** @type {string} */ name) =>
      driver
        .actions()
        .sendKeys(KEYS[name] ?? name)
        .perform(),
    /** Makes the window so large, in CSS px. Firefox makes none narrower than its tools: what is less is had by zooming. */
    resize: (/** @type {number} */ width, /** @type {number} */ height) =>
      chrome(
        (/** @type {number} */ width, /** @type {number} */ height, /** @type {number} */ narrowest) => {
          const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
          const factor = Math.max(1, narrowest / width);
          window.resizeTo(width * factor, height * factor);
          window.gBrowser.selectedBrowser.fullZoom = factor;
        },
        width,
        height,
        NARROWEST,
      ),
    scheme: (/** @type {"light" | "dark"} */ scheme) =>
      chrome((/** @type {string} */ scheme) => {
        const value = scheme === "dark" ? 0 : 1;
        /** @type {any} */ (globalThis).Services.prefs.setIntPref(
          "layout.css.prefers-color-scheme.content-override",
          value,
        );
      }, scheme),
    screenshot: async (/** @type {string} */ path) =>
      writeFileSync(path, await driver.takeScreenshot(), "base64"),
    /** The tab on paper, A4: a PDF's bytes. */
    async pdf() {
      const paper = { page: { width: 21, height: 29.7 }, shrinkToFit: false };
      return Buffer.from(
        await driver.execute(new Command("printPage").setParameters({ options: paper, ...paper })),
        "base64",
      );
    },
    /** Presses the toolbar button; first puts it on the bar, as a person would. */
    async press() {
      await driver.setContext("chrome");
      try {
        await driver.executeScript((/** @type {string} */ widget) => {
          const { CustomizableUI } = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow(
            "navigator:browser",
          );
          CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
        }, WIDGET);
        await driver.findElement(By.css(`#${WIDGET} .unified-extensions-item-action-button`)).click();
      } finally {
        await driver.setContext("content");
      }
    },
    /** Clicks an element, as a person does. */
    click: (/** @type {string} */ selector) => driver.findElement(By.css(selector)).click(),
    /** Clicks at a place of the window with the left button or another, a key of Playwright's names held down. */
    async point(
      /** @type {number} */ x,
      /** @type {number} */ y,
      { held = "", button = /** @type {"left" | "middle"} */ ("left") } = {},
    ) {
      const actions = driver.actions();
      if (held) actions.keyDown(KEYS[held]);
      actions.move({ x: Math.round(x), y: Math.round(y), origin: "viewport", duration: 0 });
      actions.press(BUTTONS[button]).release(BUTTONS[button]);
      if (held) actions.keyUp(KEYS[held]);
      await actions.perform();
    },
    /** Touches a point of the window with a finger. */
    tap(/** @type {number} */ x, /** @type {number} */ y) {
      const actions = [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport", duration: 0 },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
      return driver.execute(new Command("actions").setParameter("actions", [finger]));
    },
    /** How many tabs are open, in all windows. */
    tabs: async () => (await driver.getAllWindowHandles()).length,
    /** Closes all tabs but the one under test. */
    async closeOthers() {
      const own = await driver.getWindowHandle();
      for (const other of await driver.getAllWindowHandles()) {
        if (other === own) continue;
        await driver.switchTo().window(other);
        await driver.close();
      }
      await driver.switchTo().window(own);
    },
    /** The browser's own zoom of the tab's site; 1 is usual. */
    zoom: (/** @type {number} */ factor) =>
      chrome((/** @type {number} */ factor) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        window.gBrowser.selectedBrowser.fullZoom = factor;
      }, factor),
    /** What stands on the button. */
    badge: () => button("badge"),
    /** What the button is called when it is pointed at. */
    title: () => button("tooltiptext"),
    /** Gives the extension a site, as the browser's own page of permissions does. */
    grant: (/** @type {string} */ pattern) => chrome(grantOrigin, ADDON, pattern),
    /** Takes it back. */
    revoke: (/** @type {string} */ pattern) => chrome(revokeOrigin, ADDON, pattern),
    /** Calls one of the background's functions, about the tab unless something else is given. */
    call: (/** @type {string} */ name, /** @type {unknown[]} */ ...given) =>
      chrome(callBackground, ADDON, name, given),
    /** Looks into the closed root, as only the browser's own scripts can: `look(root, ...given)`. */
    inside: (/** @type {Function} */ look, /** @type {any[]} */ given = [], host = "plainread-reader") =>
      chrome(lookInside, String(look), given, host).then((/** @type {any} */ value) => value ?? undefined),
  };
}

/** Runs in the browser's chrome. */
function grantOrigin(/** @type {string} */ id, /** @type {string} */ pattern) {
  const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  return ExtensionPermissions.add(id, { permissions: [], origins: [pattern] }, extension);
}

/** Runs in the browser's chrome. */
function revokeOrigin(/** @type {string} */ id, /** @type {string} */ pattern) {
  const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  return ExtensionPermissions.remove(id, { permissions: [], origins: [pattern] }, extension);
}

/** Runs in the browser's chrome: wakes the background, and sends a script of the browser's own into it. */
async function callBackground(
  /** @type {string} */ id,
  /** @type {string} */ name,
  /** @type {unknown[]} */ given,
) {
  const { Services, WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { extension } = WebExtensionPolicy.getByID(id);
  const window = Services.wm.getMostRecentWindow("navigator:browser");
  const tabId = extension.tabManager.getWrapper(window.gBrowser.selectedTab).id;
  await extension.wakeupBackground?.();
  const background = [...extension.views].find((view) => view.viewType === "background");
  const { messageManager } = background.xulBrowser;
  const done = `plainread-test-${Math.random()}`;
  // The background's own promise may only call what was handed to it.
  const script = `
    const tell = (out) => sendAsyncMessage(${JSON.stringify(done)}, out);
    const give = (react) => Cu.exportFunction(react, content);
    try {
      const given = ${JSON.stringify(given.length > 0 ? given : [tabId])};
      content.wrappedJSObject.plainread[${JSON.stringify(name)}](...given)
        .then(give((value) => tell({ value })), give((error) => tell({ error: String(error) })));
    } catch (error) {
      tell({ error: String(error) });
    }`;
  return new Promise((resolve, fail) => {
    messageManager.addMessageListener(done, function listener(/** @type {any} */ message) {
      messageManager.removeMessageListener(done, listener);
      if (message.data.error) fail(new Error(message.data.error));
      else resolve(message.data.value);
    });
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

/** Sends a script of the browser's own into the tab's process; it finds the host, and answers with what `look` gives. */
function lookInside(/** @type {string} */ look, /** @type {any[]} */ given, /** @type {string} */ host) {
  const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
  const { messageManager } = window.gBrowser.selectedBrowser;
  const name = `plainread-test-${Math.random()}`;
  const script = `
    (async () => {
      const root = content.document.querySelector(${JSON.stringify(host)})?.openOrClosedShadowRoot;
      const given = ${JSON.stringify(given)};
      const value = root ? await (${look})(root, ...given) : undefined;
      return { value };
    })().catch((error) => ({ error: String(error) })).then((out) => sendAsyncMessage(${JSON.stringify(name)}, out));`;
  return new Promise((done, fail) => {
    messageManager.addMessageListener(name, function listener(/** @type {any} */ message) {
      messageManager.removeMessageListener(name, listener);
      if (message.data.error) fail(new Error(message.data.error));
      else done(message.data.value);
    });
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}
