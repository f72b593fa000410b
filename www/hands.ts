/** The extension's hands, as they are, in the demo's frame: the demo page is their background. */

import { tell } from "./browser.ts";
import "../extension/content/main.ts";
import { hands } from "../extension/content/cleaner.ts";
import { api } from "../extension/shared/api.ts";

/** Walls that come late are up by then. Units: ms after the page was loaded. */
const SETTLED = 700;

api.runtime.onMessage.addListener((message: { do: string }) => {
  if (message.do === "look") void look();
});

/** Lets the demo show what the core makes of the page as it stands. */
async function look(): Promise<void> {
  const { snapshot } = await hands.read();
  await api.runtime.sendMessage({ do: "look", snapshot });
}

function ready(): void {
  setTimeout(() => tell({ do: "ready" }), SETTLED);
}

if (document.readyState === "complete") ready();
else addEventListener("load", ready);
