/** Firefox for Android has no menus, no keys and no page about extensions: the background must start without them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

/** What it lacks. Source: MDN, browser support for JavaScript APIs. */
const LACKING = ["contextMenus", "menus", "commands", "management", "windows"];

const source = readFileSync(new URL("../../dist/firefox/background.js", import.meta.url), "utf8");

/** An API in which everything is there but `lacking`; `heard` gets the name of every event that is listened to. */
function api(/** @type {string[]} */ lacking, /** @type {string[]} */ heard, path = "") {
  return /** @type {any} */ (
    new Proxy(() => undefined, {
      get: (_, name) => {
        if (typeof name !== "string" || (path === "" && lacking.includes(name))) return undefined;
        if (name === "then") return undefined;
        if (name === "addListener") return () => heard.push(path);
        return api(lacking, heard, path ? `${path}.${name}` : name);
      },
      apply: () => Promise.resolve(undefined),
    })
  );
}

/** The events the background listens to once it has started. */
function started(/** @type {string[]} */ lacking) {
  /** @type {string[]} */
  const heard = [];
  const chrome = api(lacking, heard);
  const { TextDecoder, TextEncoder } = globalThis;
  const navigator = { languages: ["en"] };
  vm.runInNewContext(source, { chrome, browser: chrome, console, URL, TextDecoder, TextEncoder, navigator });
  return heard;
}

test("the button and the messages work without menus and keys", () => {
  const heard = started(LACKING);
  assert.ok(heard.includes("action.onClicked") && heard.includes("runtime.onMessage"), String(heard));
  assert.ok(!heard.some((name) => name.startsWith("contextMenus") || name.startsWith("commands")));
});

test("where they are, they are used", () => {
  const heard = started([]);
  assert.ok(heard.includes("contextMenus.onClicked") && heard.includes("commands.onCommand"), String(heard));
});
