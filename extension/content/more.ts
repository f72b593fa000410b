/** The panel for what is rarer: this site, what was left out, keys, options. */

import { api } from "../shared/api.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import { ask } from "../shared/messages.ts";
import type { Mode } from "../shared/sites.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { KEYS } from "./keys.ts";

/** Fills the panel; `open` opens another one, `focus` turns the focus mode. */
export function fillMore(
  context: Context,
  panel: HTMLElement,
  doings: { help(): void; wrong(): void; focus(): void; highlight(): void },
): void {
  const rows = element("div", "rows");
  rows.append(
    wordButton("menuClean", context.clean),
    ...siteRows(context),
    wordButton("focusMode", doings.focus),
    wordButton("highlight", doings.highlight),
    wordButton("wrong", doings.wrong),
    wordButton("shortcuts", doings.help),
    wordButton("options", () => context.attempt(() => ask(api, "options", {}))),
  );
  panel.append(phrase("h2", "more"), rows);
}

function siteRows(context: Context): HTMLElement[] {
  if (!/^https?:$/.test(location.protocol)) return [];
  if (context.mode) return [wordButton("alwaysOff", () => context.attempt(() => turnOff(context)))];
  return [
    wordButton("alwaysClean", () => context.attempt(() => turnOn(context, "clean"))),
    wordButton("alwaysReader", () => context.attempt(() => turnOn(context, "reader"))),
  ];
}

/** The message goes out in the click itself: the browser asks the person only then. */
async function turnOn(context: Context, mode: Mode): Promise<void> {
  const turned = await ask(api, "turnOn", { mode });
  if (turned === "on") context.modeChanged((context.mode = mode));
  const words = { on: "alwaysDone", denied: "alwaysDenied", asked: "alwaysAsked" } as const;
  context.say(say(words[turned], location.hostname));
}

async function turnOff(context: Context): Promise<void> {
  await ask(api, "turnOff", {});
  context.modeChanged((context.mode = null));
  context.say(say("alwaysStopped", location.hostname));
}

/** Fills the help sheet: every key and what it does. */
export function fillHelp(panel: HTMLElement): void {
  const list = element("dl", "keys");
  for (const [key, action] of Object.entries(KEYS)) {
    const term = element("dt");
    const cap = element("kbd");
    cap.textContent = key === "Escape" ? "Esc" : key;
    term.append(cap);
    list.append(term, phrase("dd", `key_${action}`));
  }
  panel.append(phrase("h2", "shortcuts"), list);
}
