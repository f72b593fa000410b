/** Opens and closes the reader in a tab. */

import type { Outcome, Refusal } from "../shared/messages.ts";
import { show } from "./button.ts";
import { askTab } from "./tabs.ts";

/** What the toolbar button does: opens the reader, or closes it. Never fails: the button says what came of it. */
export function read(tabId: number): Promise<Outcome> {
  return shown(tabId, askTab(tabId, { do: "toggle" }));
}

async function shown(tabId: number, asked: Promise<Outcome>): Promise<Outcome> {
  const outcome = await asked.catch((error: unknown) => ({ refused: refusal(error) }));
  await show(tabId, outcome).catch(() => undefined); // the tab may be gone
  return outcome;
}

/** A page no extension may touch, or a fault of ours: told apart by what the browser says. */
function refusal(error: unknown): Refusal {
  const closed = /cannot access|cannot be scripted|missing host permission|error page|no tab with id/i;
  if (closed.test(String(error))) return "browserPage";
  console.error(error);
  return "failed";
}
