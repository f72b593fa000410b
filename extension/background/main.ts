/** The extension's background: wires the browser's events to what answers them. Holds no state of its own. */

import { api } from "../shared/api.ts";
import { answerAll, type ToBackground } from "../shared/messages.ts";
import { start } from "./core.ts";
import { read } from "./read.ts";

api.action.onClicked.addListener((tab) => {
  if (tab.id !== undefined) void read(tab.id);
});

answerAll<ToBackground>(api.runtime.onMessage, {
  read: async ({ snapshot }) => (await start()).read(snapshot),
});

/** The functions behind button, menu and messages, for whoever drives the extension from outside. */
Object.assign(globalThis, { plainread: { read } });
