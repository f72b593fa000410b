/**
 * The sites that are always cleaned. Storage holds what the person wants, the browser's permissions what may
 * be; the registered content scripts are what both allow, made anew whenever either changes.
 */

import { api } from "../shared/api.ts";
import { isHost, originsOf, type Mode, type Site } from "../shared/sites.ts";
import { forget, keep, kept } from "../shared/store.ts";

/** Prefix of the keys in storage: one for each site, so that two machines do not overwrite each other. */
const KEY = "site:";

/** What the browser puts into pages of such a site: the hands, and what has them begin. */
const ALWAYS = ["content.js", "always.js"];

/** Whether a key in storage is about a site. */
export const aboutSite = (key: string): boolean => key.startsWith(KEY);

/** Every site the person wants, by name. */
export async function wanted(): Promise<Map<string, Mode>> {
  const all = await kept(null);
  const sites = new Map<string, Mode>();
  for (const [key, mode] of Object.entries(all)) {
    const host = key.slice(KEY.length);
    if (aboutSite(key) && isHost(host)) sites.set(host, mode === "reader" ? "reader" : "clean");
  }
  return sites;
}

/** The list as the options page shows it. */
export async function list(): Promise<Site[]> {
  const sites = [...(await wanted())].sort(([a], [b]) => a.localeCompare(b));
  return Promise.all(
    sites.map(async ([host, mode]) => ({ host, mode, permitted: (await permitted(host)).length > 0 })),
  );
}

/** What is done by itself on an address; nothing where the person or the browser does not allow it. */
export async function modeFor(url: string | undefined): Promise<Mode | undefined> {
  if (!url || !/^https?:/.test(url)) return undefined;
  const { hostname, origin } = new URL(url);
  const mode = (await wanted()).get(hostname);
  const scheme = origin.slice(0, origin.indexOf(":"));
  return mode && (await api.permissions.contains({ origins: [`${scheme}://${hostname}/*`] }))
    ? mode
    : undefined;
}

/**
 * Asks the browser for a site. Must be called straight from the person's click: the browser counts nothing else.
 * Resolves to true without a question where the site is granted already.
 */
export function request(host: string): Promise<boolean> {
  return api.permissions.request({ origins: originsOf(host) });
}

/** Turns a site on. Asks the browser only where it has granted neither http nor https. */
export async function always(host: string, mode: Mode = "clean"): Promise<boolean> {
  if (!isHost(host)) throw new Error(`not the name of a site: ${host}`);
  const granted = (await permitted(host)).length > 0 || (await request(host));
  if (!granted) return false;
  await keep({ [KEY + host]: mode });
  await sync();
  return true;
}

/** Turns a site off, and gives its permission back. */
export async function never(host: string): Promise<void> {
  await forget(KEY + host);
  await sync();
  await api.permissions.remove({ origins: originsOf(host) }).catch(() => false);
}

/** Which of the site's origins the browser has granted. */
async function permitted(host: string): Promise<string[]> {
  const origins = originsOf(host);
  const granted = await Promise.all(origins.map((origin) => api.permissions.contains({ origins: [origin] })));
  return origins.filter((_, i) => granted[i]);
}

/** A page that is put away before it answers never does (Firefox): it is not waited for longer. Units: ms. */
const PATIENCE = 2000;

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes the registered scripts what wish and permission allow, and open tabs what those make of new ones.
 * One run at a time: two would register a site twice.
 */
export function sync(): Promise<void> {
  const settle = async () => tellTabs(await register());
  const run = queue.then(settle, settle);
  queue = run.catch(() => undefined);
  return run;
}

/** Registers what is due, takes back what is not. Gives the origins that are due. */
async function register(): Promise<string[]> {
  const due = new Map<string, string[]>();
  for (const host of (await wanted()).keys()) {
    const matches = await permitted(host);
    if (matches.length > 0) due.set(KEY + host, matches);
  }
  const registered = await api.scripting.getRegisteredContentScripts();
  const same = (script: chrome.scripting.RegisteredContentScript) =>
    due.get(script.id)?.join() === script.matches?.slice().sort().join();
  const old = registered.filter((script) => !same(script)).map((script) => script.id);
  if (old.length > 0) await api.scripting.unregisterContentScripts({ ids: old });
  const still = new Set(registered.filter(same).map((script) => script.id));
  const fresh = [...due].filter(([id]) => !still.has(id));
  if (fresh.length > 0) {
    await api.scripting.registerContentScripts(
      fresh.map(([id, matches]) => ({
        id,
        matches,
        js: ALWAYS,
        runAt: "document_start",
        persistAcrossSessions: true,
      })),
    );
  }
  return [...due.values()].flat();
}

/**
 * Has the hands in every open tab look again whether they are to work there. Puts them into those tabs of `origins`
 * that have none: they were open before the script was registered, or came while the browser started.
 */
async function tellTabs(origins: string[]): Promise<void> {
  const inside = origins.length > 0 ? await api.tabs.query({ url: origins }) : [];
  const ids = new Set(inside.map((tab) => tab.id));
  const tabs = await api.tabs.query({});
  const told = Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const heard = await api.tabs.sendMessage(id, { do: "recheck" }, { frameId: 0 }).catch(() => undefined);
      if (heard === undefined && ids.has(id)) {
        await api.scripting.executeScript({ target: { tabId: id }, files: ALWAYS });
      }
    }),
  );
  await Promise.race([told, new Promise((after) => setTimeout(after, PATIENCE))]);
}
