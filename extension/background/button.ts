/** What the toolbar button says: open, or why it opened nothing. */

import { api } from "../shared/api.ts";
import type { Outcome, Refusal } from "../shared/messages.ts";
import { say } from "../shared/words.ts";

/** Badge colours: the product's accent, and a warning's amber. Both hold 4.5:1 with white. */
const OPEN_COLOUR = "#0d5c58";
const REFUSED_COLOUR = "#8a4b00";

/** Shows on the tab's button what came of a click. Goes by itself when the tab navigates. */
export async function show(tabId: number, outcome: Outcome): Promise<void> {
  if ("refused" in outcome) return refuse(tabId, outcome.refused);
  await Promise.all([
    api.action.setBadgeText({ tabId, text: outcome.open ? "✓" : "" }),
    api.action.setBadgeBackgroundColor({ tabId, color: OPEN_COLOUR }),
    api.action.setTitle({ tabId, title: say(outcome.open ? "actionTitleOpen" : "actionTitle") }),
  ]);
}

async function refuse(tabId: number, why: Refusal): Promise<void> {
  await Promise.all([
    api.action.setBadgeText({ tabId, text: "!" }),
    api.action.setBadgeBackgroundColor({ tabId, color: REFUSED_COLOUR }),
    api.action.setTitle({ tabId, title: `Plainread: ${say(`refused_${why}`)}` }),
  ]);
}
