/** What the toolbar button says: what is on, or why it opened nothing. */

import { api } from "../shared/api.ts";
import type { Outcome } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import { modeFor } from "./sites.ts";

/** Badge colours: the product's accent, and a warning's amber. Both hold 4.5:1 with white. */
const ON = "#0d5c58";
const REFUSED = "#8a4b00";

/** On, and nothing to count. */
const POINT = "•";

/** Shows on the tab's button what came of a click. Goes by itself when the tab navigates. */
export async function show(tabId: number, outcome: Outcome): Promise<void> {
  const { url } = await api.tabs.get(tabId);
  const { text, color, title } = face(outcome, (await modeFor(url)) !== undefined);
  await Promise.all([
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color }),
    api.action.setTitle({ tabId, title }),
  ]);
}

/** `always`: the site is on, which a point shows where there is nothing more to say. */
function face(outcome: Outcome, always: boolean): { text: string; color: string; title: string } {
  if ("refused" in outcome) {
    return { text: "!", color: REFUSED, title: `Plainread: ${say(`refused_${outcome.refused}`)}` };
  }
  const here = always ? ` · ${say("alwaysOnHere")}` : "";
  if ("hidden" in outcome) {
    const title = outcome.hidden > 0 ? say("actionTitle") : say("coversNone");
    return {
      text: always && outcome.hidden === 0 ? POINT : String(outcome.hidden),
      color: ON,
      title: title + here,
    };
  }
  return {
    text: outcome.open ? "✓" : always ? POINT : "",
    color: ON,
    title: say(outcome.open ? "actionTitleOpen" : "actionTitle") + here,
  };
}
