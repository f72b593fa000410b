/**
 * What the hands want remembered while a tab lives. Kept in the browser's memory, never written to disk, gone with the
 * browser; of private windows nothing is kept.
 */

import { api } from "../shared/api.ts";
import type { Memory } from "../shared/messages.ts";

const KEY = "memories";
/** Stories remembered; the one that was read longest ago goes first. */
const MOST = 50;

interface Kept {
  tab: number;
  address: string;
  memory: Memory;
}

async function all(): Promise<Kept[]> {
  return ((await api.storage.session.get(KEY))[KEY] as Kept[] | undefined) ?? [];
}

/** What is remembered of the story at `address` in a tab. */
export async function recalled(tab: number | undefined, address: string): Promise<Memory | null> {
  return (await all()).find((one) => one.tab === tab && one.address === address)?.memory ?? null;
}

let queue: Promise<unknown> = Promise.resolve();

/** Remembers it. One at a time: two would each write a list without the other's. */
export function remembers(
  tab: chrome.tabs.Tab | undefined,
  address: string,
  memory: Memory,
): Promise<unknown> {
  const { id, incognito } = tab ?? {};
  if (id === undefined || incognito) return Promise.resolve();
  const write = async () => {
    const others = (await all()).filter((one) => one.tab !== id || one.address !== address);
    await api.storage.session.set({ [KEY]: [...others, { tab: id, address, memory }].slice(-MOST) });
  };
  return (queue = queue.then(write, write));
}
