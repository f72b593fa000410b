/** The button's menu and the key for cleaning: what each of them does, on a page of a site and elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { background } from "./lib/background.mjs";

const ID = 7;
const TAB = { id: ID, url: "https://news.example/story" };
const ORIGINS = ["http://news.example/*", "https://news.example/*"];

/** The background in a browser that grants every site and keeps what it is told; `refuses`: it grants none. */
function started({ refuses = false } = {}) {
  /** @type {Record<string, unknown>} */
  const kept = {};
  let granted = false;
  const answers = {
    "tabs.get": () => TAB,
    "tabs.query": () => [],
    "tabs.sendMessage": () => ({ hidden: 2 }),
    "storage.sync.get": () => kept,
    "storage.sync.set": (/** @type {object} */ values) => void Object.assign(kept, values),
    "storage.sync.remove": (/** @type {string} */ key) => void delete kept[key],
    "permissions.request": () => (granted = !refuses),
    "permissions.contains": () => granted,
    "scripting.getRegisteredContentScripts": () => [],
  };
  const { listeners, calls } = background({ answers });
  const settled = () => new Promise((after) => setTimeout(after, 20));
  /** Fires an event; gives what was called at once, and all of it once that has settled. */
  const fire = async (/** @type {string} */ event, /** @type {any[]} */ ...given) => {
    calls.length = 0;
    listeners.get(event)?.(...given);
    const atOnce = calls.map(([name]) => name);
    await settled();
    return { atOnce, of: (/** @type {string} */ name) => calls.filter((call) => call[0] === name), calls };
  };
  const choose = (/** @type {string} */ item, /** @type {any} */ tab = TAB) =>
    fire("contextMenus.onClicked", { menuItemId: item }, tab);
  return { fire, choose, kept };
}

test("its items stand on the button, each with its words, and once", async () => {
  const { of, calls } = await started().fire("runtime.onInstalled", { reason: "update" });
  const made = of("contextMenus.create").map(([, item]) => item);
  assert.deepEqual(
    made.map(({ id, title }) => [id, title]),
    [
      ["clean", "menuClean"],
      ["restore", "menuRestore"],
      ["alwaysClean", "menuAlways"],
      ["alwaysReader", "menuAlwaysReader"],
      ["never", "menuNever"],
    ],
  );
  assert.ok(made.every(({ contexts }) => contexts.join() === "action"));
  const names = calls.map(([name]) => name);
  assert.ok(names.indexOf("contextMenus.removeAll") < names.indexOf("contextMenus.create"));
});

test("clean and restore are done in the tab, and the button tells how much", async () => {
  const { choose } = started();
  const cleaned = await choose("clean");
  assert.deepEqual(cleaned.of("tabs.sendMessage")[0], [
    "tabs.sendMessage",
    ID,
    { do: "clean", mode: null },
    { frameId: 0 },
  ]);
  assert.deepEqual(cleaned.of("action.setBadgeText"), [["action.setBadgeText", { tabId: ID, text: "2" }]]);
  const restored = await choose("restore");
  assert.deepEqual(restored.of("tabs.sendMessage")[0]?.slice(1, 3), [ID, { do: "restore" }]);
});

for (const [item, mode] of [
  ["alwaysClean", "clean"],
  ["alwaysReader", "reader"],
]) {
  test(`${item} asks the browser in the click itself, keeps the wish, and has new pages begin with the hands`, async () => {
    const { choose, kept } = started();
    const { atOnce, of } = await choose(/** @type {string} */ (item));
    assert.equal(atOnce[0], "permissions.request");
    assert.deepEqual(of("permissions.request")[0]?.[1], { origins: ORIGINS });
    assert.deepEqual(kept, { "site:news.example": mode });
    const [script] = of("scripting.registerContentScripts")[0]?.[1];
    assert.deepEqual([script.matches, script.js], [ORIGINS, ["content.js", "always.js"]]);
  });
}

test("a browser that does not grant the site keeps no wish", async () => {
  const { choose, kept } = started({ refuses: true });
  const { of } = await choose("alwaysClean");
  assert.deepEqual(kept, {});
  assert.deepEqual(of("scripting.registerContentScripts"), []);
});

test("never takes the wish back, and the permission with it", async () => {
  const { choose, kept } = started();
  await choose("alwaysClean");
  const { of } = await choose("never");
  assert.deepEqual(kept, {});
  assert.deepEqual(of("permissions.remove")[0]?.[1], { origins: ORIGINS });
});

test("on a page of no site, or outside of any tab, nothing is turned on", async () => {
  const { choose, kept } = started();
  for (const item of ["alwaysClean", "alwaysReader", "never"])
    for (const tab of [{ id: ID, url: "about:addons" }, { id: ID }, {}])
      assert.deepEqual((await choose(item, tab)).calls, [], `${item} at ${tab.url}`);
  assert.deepEqual((await choose("clean", {})).calls, []);
  assert.deepEqual(kept, {});
});

test("the key cleans, and no other key does", async () => {
  const { fire } = started();
  const { of } = await fire("commands.onCommand", "clean", TAB);
  assert.deepEqual(of("tabs.sendMessage")[0]?.slice(1, 3), [ID, { do: "clean", mode: null }]);
  assert.deepEqual((await fire("commands.onCommand", "another", TAB)).calls, []);
  assert.deepEqual((await fire("commands.onCommand", "clean", undefined)).calls, []);
});
