/** A story of several pages: goes on to the next page, and opens the reader there where the browser lets it. */

import { api } from "../shared/api.ts";
import { modeFor } from "./sites.ts";
import { readQuietly } from "./tell.ts";

/** A page that has not loaded by then is not waited for. Units: ms. */
const PATIENCE = 20_000;

/** Goes on. Only within the site: elsewhere the button's grant does not reach. */
export async function follow(tabId: number, from: string, to: string): Promise<true> {
  if (new URL(from).origin !== new URL(to).origin) throw new Error("not a page of this story");
  const opensItself = (await modeFor(to)) === "reader";
  const arrived = loaded(tabId);
  await api.tabs.update(tabId, { url: to });
  if (!opensItself) void arrived.then((there) => (there ? readQuietly(tabId) : undefined));
  return true;
}

/** Resolves to true once the tab shows its next page, to false where that takes too long. */
function loaded(tabId: number): Promise<boolean> {
  return new Promise((done) => {
    const end = (there: boolean) => {
      clearTimeout(timer);
      api.tabs.onUpdated.removeListener(changed);
      done(there);
    };
    const changed = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === "complete") end(true);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    api.tabs.onUpdated.addListener(changed);
  });
}
