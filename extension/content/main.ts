/**
 * The hands in a page: they take the page's snapshot, ask the core, and build what it answers.
 * Injected on demand; a second injection finds the first one there.
 */

import { api } from "../shared/api.ts";
import { answerAll, type Outcome, type ToTab } from "../shared/messages.ts";
import { load } from "../shared/settings.ts";
import { askCore } from "./ask.ts";
import { openReader, type OpenReader } from "./reader.ts";

let reader: OpenReader | undefined;

async function toggle(): Promise<Outcome> {
  if (!reader) return open();
  reader.close();
  return { open: false };
}

async function open(): Promise<Outcome> {
  if (reader) return { open: true };
  const [answer, settings] = await Promise.all([askCore(), load()]);
  if (!answer.reader) return { refused: "noArticle" };
  reader = openReader(answer.reader, settings, () => (reader = undefined));
  return { open: true };
}

const world = globalThis as { plainreadHands?: true };
if (!world.plainreadHands) {
  world.plainreadHands = true;
  answerAll<ToTab>(api.runtime.onMessage, { toggle, open });
}
