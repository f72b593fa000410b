/** What a person can have done in a tab. None of it fails: the button says what came of it. */

import { api } from "../shared/api.ts";
import { isOutcome } from "../shared/checks.ts";
import type { Answer, Outcome, Refusal } from "../shared/messages.ts";
import { load } from "../shared/settings.ts";
import type { Mode } from "../shared/sites.ts";
import type { Snapshot } from "../shared/snapshot.ts";
import { worded } from "../shared/wording.ts";
import { show } from "./button.ts";
import { start } from "./core.ts";
import { modeFor } from "./sites.ts";
import { askTab, bringHands, look, lookIntoFrames, tell } from "./tabs.ts";

/** Presses under way: the next one on the same tab waits, and then takes back what the first one did. */
const pressed = new Map<number, Promise<Outcome>>();

/** Opens the reader, or closes it. */
export function read(tabId: number): Promise<Outcome> {
  const before = pressed.get(tabId);
  const work = shown(tabId, before ? before.then(() => press(tabId)) : press(tabId));
  pressed.set(tabId, work);
  return work.finally(() => pressed.get(tabId) === work && pressed.delete(tabId));
}

/** Does a press anew that ended with the background; one that is still under way is left to end. */
export async function again(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined && !pressed.has(tabId)) await read(tabId);
}

/** Opens the reader on a page the person came to through it; where the browser does not let us, nothing is said. */
export async function readQuietly(tabId: number): Promise<void> {
  const outcome = await press(tabId).catch(() => undefined);
  if (outcome) await show(tabId, outcome).catch(() => undefined);
}

/** The page is taken in; while the core reads it, the hands that show the story come in. */
async function press(tabId: number): Promise<Outcome> {
  const [core, looked] = await Promise.all([start(), look(tabId)]);
  if ("outcome" in looked) return looked.outcome;
  const { snapshot, hands } = looked;
  const rest = Promise.all([load(), modeFor(snapshot.url), hands ? undefined : bringHands(tabId)]);
  const answer = core.read(snapshot) as Answer;
  const framed = hasNothing(answer) ? await storyInFrame(core, tabId) : undefined;
  const [settings, mode = null] = await rest;
  return tell(tabId, { do: "show", settings, mode, ...(framed ?? { answer: worded(answer) }) });
}

function hasNothing({ reader, ageCheck, recapture }: Answer): boolean {
  return !reader && !ageCheck && !recapture;
}

/** Where the page itself has no story: the longest one in a frame of its own site. Others are out of reach. */
async function storyInFrame(
  core: Awaited<ReturnType<typeof start>>,
  tabId: number,
): Promise<{ answer: Answer; snapshot: Snapshot } | undefined> {
  const snapshots = (await lookIntoFrames(tabId)).sort((a, b) => b.html.length - a.html.length);
  const read = snapshots.map((snapshot) => ({ snapshot, answer: core.read(snapshot) as Answer }));
  const found = read.find(({ answer }) => answer.reader);
  return found && { ...found, answer: worded(found.answer) };
}

/** Clears the covers of the page. */
export function clean(tabId: number): Promise<Outcome> {
  return shown(
    tabId,
    modeOf(tabId).then((mode) => askTab(tabId, { do: "clean", mode })),
  );
}

async function modeOf(tabId: number): Promise<Mode | null> {
  const { url } = await api.tabs.get(tabId);
  return (await modeFor(url)) ?? null;
}

/** Gives the page back as it was. */
export function restore(tabId: number): Promise<Outcome> {
  return shown(tabId, askTab(tabId, { do: "restore" }));
}

async function shown(tabId: number, asked: Promise<Outcome>): Promise<Outcome> {
  const outcome = await asked
    .then((told) => (isOutcome(told) ? told : { refused: "failed" as const }))
    .catch((error: unknown): Outcome => ({ refused: refusal(error) }));
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
