/** Turning a site on by a person's click: each browser allows the question in another place. */

import { api } from "../shared/api.ts";
import type { Mode } from "../shared/sites.ts";
import { always, request } from "./sites.ts";

/** What came of it: done, denied, or asked in a tab of ours. */
export type Turned = "on" | "denied" | "asked";

/**
 * Turns a site on, straight from a click in a page or a menu: nothing may come before the browser's question.
 * Firefox takes a click in a page for no gesture of ours; there a small page of ours asks, with one button.
 */
export async function turnOn(host: string, mode: Mode): Promise<Turned> {
  const asked = request(host).catch(() => undefined);
  const granted = await asked;
  if (granted === undefined) {
    await openAsk(host, mode);
    return "asked";
  }
  return granted && (await always(host, mode)) ? "on" : "denied";
}

async function openAsk(host: string, mode: Mode): Promise<void> {
  const about = new URLSearchParams({ ask: host, mode });
  await api.tabs.create({ url: api.runtime.getURL(`options.html?${about}`) });
}
