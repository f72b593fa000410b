/** What a person can have done in a tab. None of it fails: the button says what came of it. */

import type { Outcome, Refusal } from "../shared/messages.ts";
import { show } from "./button.ts";
import { askTab } from "./tabs.ts";

/** Opens the reader, or closes it. */
export function read(tabId: number): Promise<Outcome> {
  return shown(tabId, askTab(tabId, { do: "toggle" }));
}

/** Clears the covers of the page. */
export function clean(tabId: number): Promise<Outcome> {
  return shown(tabId, askTab(tabId, { do: "clean" }));
}

/** Gives the page back as it was. */
export function restore(tabId: number): Promise<Outcome> {
  return shown(tabId, askTab(tabId, { do: "restore" }));
}

async function shown(tabId: number, asked: Promise<Outcome>): Promise<Outcome> {
  const outcome = await asked.catch((error: unknown): Outcome => ({ refused: refusal(error) }));
  await show(tabId, outcome).catch(() => undefined); // the tab may be gone
  return outcome;
}

/** A page no extension may touch, or a fault of ours: told apart by what the browser says. */
function refusal(error: unknown): Refusal {
  const closed =
    /cannot access|cannot be scripted|missing host permission|error page|no tab with id|cannot be edited/i;
  if (closed.test(String(error))) return "browserPage";
  console.error(error);
  return "failed";
}
