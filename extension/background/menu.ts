/** The button's context menu, and the keyboard command for what it does most. */

import { api } from "../shared/api.ts";
import { hostIn, type Mode } from "../shared/sites.ts";
import { say } from "../shared/words.ts";

/** What the menu can do. */
export interface Doings {
  clean(tabId: number): void;
  restore(tabId: number): void;
  /** Called straight from the click. */
  always(host: string, mode: Mode): void;
  never(host: string): void;
}

const ITEMS = {
  clean: "menuClean",
  restore: "menuRestore",
  alwaysClean: "menuAlways",
  alwaysReader: "menuAlwaysReader",
  never: "menuNever",
} as const;

/** Firefox for Android has neither menus nor keys; what they do stands in the reader, under "More". */
const menus = api.contextMenus as typeof api.contextMenus | undefined;
const keys = api.commands as typeof api.commands | undefined;

/** Makes the items; they stay until the extension is updated. */
export async function makeMenu(): Promise<void> {
  await menus?.removeAll();
  for (const [id, key] of Object.entries(ITEMS)) {
    menus?.create({ id, title: say(key), contexts: ["action"] });
  }
}

/** Answers the items and the command. */
export function answerMenu(doings: Doings): void {
  menus?.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined) return;
    const host = hostIn(tab.url ?? "");
    if (menuItemId === "clean") doings.clean(tab.id);
    else if (menuItemId === "restore") doings.restore(tab.id);
    else if (host && menuItemId === "alwaysClean") doings.always(host, "clean");
    else if (host && menuItemId === "alwaysReader") doings.always(host, "reader");
    else if (host && menuItemId === "never") doings.never(host);
  });
  keys?.onCommand.addListener((command, tab) => {
    if (command === "clean" && tab?.id !== undefined) doings.clean(tab.id);
  });
}
