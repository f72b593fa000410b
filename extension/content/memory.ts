/**
 * What is remembered of a story while its tab lives: the place in it, and what was highlighted. A reader that is opened
 * again finds it in this page; a page that was loaded again finds it with the background, which keeps it in memory only.
 */

import { api } from "../shared/api.ts";
import { ask, type Memory } from "../shared/messages.ts";

/** The background hears of changes once they have come to rest. Units: ms. */
const REST = 1000;

/** By the address of the story's page. */
const here = new Map<string, Memory>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is remembered of the page's story in this page. */
export function remembered(): Memory {
  return here.get(address()) ?? { progress: 0, highlights: [] };
}

/** Calls `take` with what is remembered: at once where this page knows it, else when the background has told. */
export function recall(take: (memory: Memory) => void): void {
  const at = address();
  const known = here.get(at);
  if (known) return take(known);
  const told = (memory: Memory | null): void => {
    if (!memory || at !== address()) return;
    const since = here.get(at); // the person may have gone somewhere meanwhile
    take({ ...memory, ...(since && { progress: since.progress }) });
  };
  // Out of reach: the story begins at its beginning.
  void ask(api, "recall", { address: at }).then(told, () => undefined);
}

/** Remembers. */
export function remember(part: Partial<Memory>): void {
  const at = address();
  const memory = { ...remembered(), ...part };
  here.set(at, memory);
  clearTimeout(timer);
  timer = setTimeout(() => {
    void ask(api, "remember", { address: at, memory }).catch(() => undefined);
  }, REST);
}

function address(): string {
  return location.origin + location.pathname + location.search;
}
