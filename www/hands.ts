/** The extension's hands, as they are, in the demo's frame: the demo page is their background. */

import { finish, tell } from "./browser.ts";
import "../extension/content/main.ts";
import { hands } from "../extension/content/cleaner.ts";
import { api } from "../extension/shared/api.ts";
import type { Answer, Panel } from "../extension/shared/messages.ts";
import { worded, wordedFacts } from "../extension/shared/wording.ts";

finish.read = (answer) => worded(answer as Answer);
finish.facts = (panel) => wordedFacts(panel as Panel);

/** Walls that come late are up by then. Units: ms after the page was loaded. */
const SETTLED = 700;

api.runtime.onMessage.addListener((message: { do: string }) => {
  if (message.do === "look") void look();
});

/** Lets the demo show what the core makes of the page as it stands. */
async function look(): Promise<void> {
  const told: unknown = await api.runtime.sendMessage({ do: "look", snapshot: hands.read() });
  if (told === false) await api.runtime.sendMessage({ do: "look", snapshot: hands.read("walk") });
}

function ready(): void {
  setTimeout(() => tell({ do: "ready" }), SETTLED);
}

if (document.readyState === "complete") ready();
else addEventListener("load", ready);
