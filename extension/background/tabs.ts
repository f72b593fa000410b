/** Reaches the hands in a tab, and puts them there first where they are not. */

import { api } from "../shared/api.ts";
import { received, type Failure, type Message, type ToTab } from "../shared/messages.ts";

/** Seen right after a navigation: the tab's grant reaches the page's process a moment after the click. Units: ms. */
const GRANT_DELAY = 150;

/** Asks the hands in the tab's top frame; they are injected where they are missing. */
export async function askTab<K extends keyof ToTab>(
  tabId: number,
  message: Message<ToTab> & { do: K },
): Promise<ToTab[K]["answer"]> {
  const answer = await send<K>(tabId, message).catch(() => undefined);
  if (answer !== undefined) return received(answer);
  await inject(tabId);
  return received(await send<K>(tabId, message));
}

function send<K extends keyof ToTab>(
  tabId: number,
  message: Message<ToTab>,
): Promise<ToTab[K]["answer"] | Failure | undefined> {
  return api.tabs.sendMessage(tabId, message, { frameId: 0 });
}

async function inject(tabId: number): Promise<void> {
  const injection = { target: { tabId }, files: ["content.js"] };
  try {
    await api.scripting.executeScript(injection);
  } catch (error) {
    if (!/cannot access contents/i.test(String(error))) throw error;
    await new Promise((after) => setTimeout(after, GRANT_DELAY));
    await api.scripting.executeScript(injection);
  }
}
