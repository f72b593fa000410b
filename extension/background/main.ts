/** The extension's background: wires the browser's events to what answers them. Holds no state of its own. */

import { api } from "../shared/api.ts";
import { answerAll, type Answer, type Panel, type ToBackground } from "../shared/messages.ts";
import { hostIn } from "../shared/sites.ts";
import { onKept } from "../shared/store.ts";
import { worded, wordedFacts } from "../shared/wording.ts";
import handsCss from "../content/hands.css";
import { turnOn } from "./always.ts";
import { show } from "./button.ts";
import { start } from "./core.ts";
import { follow } from "./follow.ts";
import { fontText } from "./font.ts";
import { recalled, remembers } from "./memory.ts";
import { answerMenu, makeMenu } from "./menu.ts";
import { RULES } from "./rules.ts";
import { aboutSite, always, list, modeFor, never, sync } from "./sites.ts";
import { again, clean, read, restore } from "./tell.ts";

api.action.onClicked.addListener((tab) => {
  if (tab.id !== undefined) void read(tab.id);
});

answerMenu({ clean, restore, always: turnOn, never });

answerAll<ToBackground>(api.runtime.onMessage, RULES, {
  read: async ({ snapshot }) => worded((await start()).read(snapshot) as Answer),
  facts: async ({ story }) => wordedFacts((await start()).facts(story) as Panel),
  again: async (_, sender) => done(again(sender.tab?.id)),
  plan: async ({ snapshot }) => (await start()).plan(snapshot),
  sheet: async (_, sender) => done(api.scripting.insertCSS(styleOf(sender, handsCss))),
  hideByRule: async ({ rule }, sender) => done(api.scripting.insertCSS(styleOf(sender, hiding(rule)))),
  dropRule: async ({ rule }, sender) => done(api.scripting.removeCSS(styleOf(sender, hiding(rule)))),
  write: async ({ snapshot, format }) => (await start()).write(snapshot, format),
  leftOut: async ({ snapshot }) => (await start()).left_out(snapshot),
  mode: async (_, sender) => (await modeFor(sender.url)) ?? null,
  turnOn: ({ mode }, sender) => turnOn(hostOf(sender), mode),
  turnOff: async (_, sender) => done(never(hostOf(sender))),
  recall: ({ address }, sender) => recalled(sender.tab?.id, address),
  remember: async ({ address, memory }, sender) => done(remembers(sender.tab, address, memory)),
  outcome: async ({ outcome }, sender) => done(sender.tab?.id !== undefined && show(sender.tab.id, outcome)),
  follow: ({ url }, sender) => follow(sender.tab!.id!, sender.url ?? "", url),
  options: async () => done(api.runtime.openOptionsPage()),
  font: fontText,
  sites: list,
  always: ({ host, mode }) => always(host, mode),
  never: async ({ host }) => done(never(host)),
});

api.runtime.onInstalled.addListener(({ reason }) => {
  void makeMenu();
  void sync();
  if (reason === "install") void welcome();
});
api.runtime.onStartup.addListener(() => void sync());
api.permissions.onAdded.addListener(() => void sync());
api.permissions.onRemoved.addListener(() => void sync());
onKept((keys) => {
  if (keys.some(aboutSite)) void sync();
});

/** The functions behind button, menu and messages, for whoever drives the extension from outside. */
Object.assign(globalThis, { plainread: { read, clean, restore, always, never, sites: list } });

/** Style for the asking page, of the person's own origin: it wins over the page's `!important`. */
function styleOf(sender: chrome.runtime.MessageSender, css: string): chrome.scripting.CSSInjection {
  const tabId = sender.tab?.id;
  if (tabId === undefined) throw new Error("no tab to style");
  return { target: { tabId, frameIds: [sender.frameId ?? 0] }, css, origin: "USER" };
}

function hiding(rule: string): string {
  return `${rule} { display: none !important; }`;
}

function hostOf(sender: chrome.runtime.MessageSender): string {
  const host = hostIn(sender.url ?? "");
  if (!host) throw new Error("this page belongs to no site");
  return host;
}

async function done(work: unknown): Promise<true> {
  await work;
  return true;
}

/** A short page, once, after a person installed the extension themselves. */
async function welcome(): Promise<void> {
  const self = api.management as typeof api.management | undefined; // Firefox for Android may lack it
  const { installType } = (await self?.getSelf().catch(() => undefined)) ?? { installType: "development" };
  if (installType === "normal") await api.tabs.create({ url: api.runtime.getURL("options.html?welcome") });
}
