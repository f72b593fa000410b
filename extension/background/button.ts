/** What the toolbar button says: what is on, or why it opened nothing. */

import { api } from "../shared/api.ts";
import type { Outcome } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import { modeFor } from "./sites.ts";

/** Badge colours: the product's accent, and a warning's amber. Both hold 4.5:1 with white. */
const ON = "#0d5c58";
const REFUSED = "#8a4b00";

/** The icon of a site that is always cleaned or read, and that of all others; see `icons/`. */
const ICONS = { always: icons("icons/always-"), plain: icons("icons/") };

function icons(start: string): Record<string, string> {
  return Object.fromEntries([16, 24, 32, 48].map((size) => [size, `${start}${size}.png`]));
}

/** Shows on the tab's button what came of a click. Goes by itself when the tab navigates. */
export async function show(tabId: number, outcome: Outcome): Promise<void> {
  const { url } = await api.tabs.get(tabId);
  const always = (await modeFor(url)) !== undefined;
  const { text, color, title } = face(outcome, always);
  // The title first: Firefox for Android has only that.
  await Promise.all([
    api.action.setTitle({ tabId, title }),
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color }),
    api.action.setIcon({ tabId, path: ICONS[always ? "always" : "plain"] }),
  ]);
}

/** `always`: the site is on. */
function face(outcome: Outcome, always: boolean): { text: string; color: string; title: string } {
  if ("refused" in outcome) {
    return { text: "!", color: REFUSED, title: `Plainread: ${say(`refused_${outcome.refused}`)}` };
  }
  const here = always ? ` · ${say("alwaysOnHere")}` : "";
  if ("hidden" in outcome) {
    const title = outcome.hidden > 0 ? say("actionTitle") : say("coversNone");
    return {
      text: always && outcome.hidden === 0 ? "" : String(outcome.hidden),
      color: ON,
      title: title + here,
    };
  }
  return {
    text: outcome.open ? "✓" : "",
    color: ON,
    title: say(outcome.open ? "actionTitleOpen" : "actionTitle") + here,
  };
}
