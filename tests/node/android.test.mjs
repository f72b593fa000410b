/** Firefox for Android has no menus, no keys and no page about extensions: the background must start without them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { background } from "./lib/background.mjs";

/** What it lacks. Source: MDN, browser support for JavaScript APIs. */
const LACKING = ["contextMenus", "menus", "commands", "management", "windows"];

test("the button and the messages work without menus and keys", () => {
  const heard = [...background({ lacking: LACKING }).listeners.keys()];
  assert.ok(heard.includes("action.onClicked") && heard.includes("runtime.onMessage"), String(heard));
  assert.ok(!heard.some((name) => name.startsWith("contextMenus") || name.startsWith("commands")));
});

test("where they are, they are used", () => {
  const heard = [...background().listeners.keys()];
  assert.ok(heard.includes("contextMenus.onClicked") && heard.includes("commands.onCommand"), String(heard));
});
