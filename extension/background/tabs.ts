/** Reaches the hands in a tab, and puts them there first where they are not. */

import { api } from "../shared/api.ts";
import { isLook } from "../shared/checks.ts";
import { received, type Failure, type Look, type Message, type ToTab } from "../shared/messages.ts";
import type { Snapshot } from "../shared/snapshot.ts";

/** Seen right after a navigation: the tab's grant reaches the page's process a moment after the click. Units: ms. */
const GRANT_DELAY = 150;

/** Asks the hands in the tab's top frame; they are injected where they are missing. */
export async function askTab<K extends keyof ToTab>(
  tabId: number,
  message: Message<ToTab> & { do: K },
): Promise<ToTab[K]["answer"]> {
  const answer = await send<K>(tabId, message).catch(() => undefined);
  if (answer !== undefined) return received(answer);
  await bringHands(tabId);
  return received(await send<K>(tabId, message));
}

function send<K extends keyof ToTab>(
  tabId: number,
  message: Message<ToTab>,
): Promise<ToTab[K]["answer"] | Failure | undefined> {
  return api.tabs.sendMessage(tabId, message, { frameId: 0 });
}

/** Takes the page in. Only what that needs is put into the page. */
export async function look(tabId: number): Promise<Look> {
  const [injected] = await inject(tabId, "first.js");
  if (!injected) throw new Error("the page cannot be scripted"); // one of Firefox's own
  const looked = lookOf(injected);
  if (!looked) throw new Error("the page was not taken in");
  return looked;
}

/** Takes in the frames of the page that the browser lets us reach: those of the page's own site. */
export async function lookIntoFrames(tabId: number): Promise<Snapshot[]> {
  const injection = { target: { tabId, allFrames: true }, files: ["first.js"] };
  const looks = await api.scripting.executeScript(injection).catch(() => []);
  return looks.flatMap((injected) => {
    const seen = injected.frameId === 0 ? undefined : lookOf(injected);
    return seen && "snapshot" in seen ? [seen.snapshot] : [];
  });
}

/** What `first.ts` gave back. None: it gave nothing, or not that. */
function lookOf({ result }: Injected): Look | undefined {
  if (typeof result !== "string") return undefined;
  const looked: unknown = JSON.parse(result);
  return isLook(looked) ? (looked as Look) : undefined;
}

/** Puts the hands into the page. */
export async function bringHands(tabId: number): Promise<void> {
  await inject(tabId, "content.js");
}

/** Asks hands that are there. */
export async function tell<K extends keyof ToTab>(
  tabId: number,
  message: Message<ToTab> & { do: K },
): Promise<ToTab[K]["answer"]> {
  return received(await send<K>(tabId, message));
}

type Injected = chrome.scripting.InjectionResult<unknown>;

async function inject(tabId: number, file: string): Promise<Injected[]> {
  const injection = { target: { tabId }, files: [file] };
  const put = () => api.scripting.executeScript(injection) as Promise<Injected[]>;
  try {
    return await put();
  } catch (error) {
    if (!/cannot access contents/i.test(String(error))) throw error;
    await new Promise((after) => setTimeout(after, GRANT_DELAY));
    return put();
  }
}
