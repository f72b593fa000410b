/**
 * The hands in a page. Injected by a click, or by the browser on sites the person turned on; a second injection
 * finds the first one there.
 */

import { api } from "../shared/api.ts";
import {
  answerAll,
  ask,
  type Answer,
  type Look,
  type Outcome,
  type Panel,
  type Refusal,
  type Story,
  type ToTab,
} from "../shared/messages.ts";
import { load, type Settings } from "../shared/settings.ts";
import type { Mode } from "../shared/sites.ts";
import type { Snapshot } from "../shared/snapshot.ts";
import { say, sentence } from "../shared/words.ts";
import { layToSleep } from "./asleep.ts";
import { hands, restore } from "./cleaner.ts";
import { hideNotice, showNotice } from "./notice.ts";
import { pick } from "./pick.ts";
import { openReader, type OpenReader } from "./reader.ts";
import { RULES } from "./rules.ts";
import { prepare } from "./shell.ts";
import { keep, taken, world } from "./world.ts";

/** What is done here by itself; none unless the person turned the site on. */
let mode: Mode | null = null;
let reader: OpenReader | undefined;
/** An opening on its way: a second press takes it back. */
let opening: Promise<Outcome> | undefined;

async function toggle(): Promise<Outcome> {
  if (opening) await opening;
  else if (!reader) return open();
  return close();
}

/** A press of the button that finds the hands here. */
async function look(): Promise<Look> {
  if (opening) await opening;
  if (reader) return { outcome: close() };
  const snapshot = hands.read();
  keep(snapshot);
  return { snapshot, hands: true };
}

function close(): Outcome {
  reader?.close();
  return { open: false };
}

function open(quietly = false, part?: Element): Promise<Outcome> {
  opening ??= openOnce(quietly, part).finally(() => (opening = undefined));
  return opening;
}

async function openOnce(quietly: boolean, part?: Element): Promise<Outcome> {
  if (reader) return { open: true };
  const snapshot = hands.read(undefined, part);
  const [answer, settings] = await Promise.all([ask(api, "read", { snapshot }), load()]);
  return present(answer, snapshot, settings, quietly, part);
}

/** Has the person point at the part to read. For that the page is in sight, without its covers. */
async function choose(): Promise<void> {
  close();
  const wasClean = hands.report.hidden.length > 0;
  await hands.clean();
  const part = await pick();
  if (!wasClean) restore();
  if (part) await tellButton(open(false, part));
}

/** Shows what the core makes of the page; captured the slower way where the browser's own serializer misleads. */
async function present(
  answer: Answer,
  snapshot: Snapshot,
  settings: Settings,
  quietly = false,
  part?: Element,
): Promise<Outcome> {
  if (answer.recapture && snapshot.route === "serialized") {
    const walked = hands.read("walk", part);
    return present(await ask(api, "read", { snapshot: walked }), walked, settings, quietly, part);
  }
  if (!answer.reader) return refuse(whyNot(answer), quietly, answer.found);
  // Asked for before anything is built: the core looks for the facts meanwhile.
  const facts = answer.story && factsOf(answer.story);
  hideNotice();
  const focused = document.activeElement;
  if (layToSleep()) await new Promise((done) => setTimeout(done)); // the next task is long enough by itself
  reader = openReader(
    answer.reader,
    { settings, snapshot, mode, focused, facts },
    {
      closed: () => {
        reader = undefined;
        void tellButton({ open: false });
      },
      again: () => void tellButton(open()),
      pick: () => void choose(),
      clean: () => {
        close();
        void clean();
      },
      modeChanged: (now) => (mode = now),
    },
  );
  return { open: true };
}

/** Has the button say what came of something that it was not pressed for. */
async function tellButton(came: Outcome | Promise<Outcome>): Promise<void> {
  const outcome = await came;
  void ask(api, "outcome", { outcome }).catch(() => undefined);
}

/** A background that ended meanwhile is asked once more. */
function factsOf(story: Story): Promise<Panel> {
  const found = () => ask(api, "facts", { story });
  return found().catch(found);
}

/** Shows what the background read of the page that was taken for it, or of a frame in it. */
async function show(given: ToTab["show"]["ask"]): Promise<Outcome> {
  const kept = taken();
  const { answer, settings, mode: always, snapshot = kept } = given;
  mode = always;
  return snapshot && !reader ? present(answer, snapshot, settings) : { open: reader !== undefined };
}

function whyNot({ ageCheck }: Answer): Refusal {
  if (ageCheck) return "ageGate";
  return document.contentType === "application/pdf" ? "pdf" : "noArticle";
}

/** `found`: the text there is, where it is too little for an article. */
function refuse(why: Refusal, quietly: boolean, found?: Answer["found"]): Outcome {
  const actions = why === "noArticle" ? [{ text: say("pick"), press: () => void choose() }] : [];
  const reason =
    found && why === "noArticle"
      ? { reason: sentence(say("foundText", found.characters, found.needed)) }
      : {};
  if (!quietly) showNotice({ text: sentence(say(`refused_${why}`)), ...reason, actions, stays: false });
  return { refused: why };
}

/** `always`, where it comes along, is what this site's setting says. */
async function clean(always: Mode | null = mode): Promise<Outcome> {
  mode = always;
  const report = await (mode ? hands.watch() : hands.clean());
  return report.ageCheck ? refuse("ageGate", false) : { hidden: report.hidden.length };
}

/** Begins or stops what this site's setting says. */
async function recheck(): Promise<true> {
  hands.standBy(true);
  const now = await ask(api, "mode", {});
  const before = mode; // only now: another look may have been under way
  mode = now;
  hands.standBy(mode === "clean");
  if (mode === before) return true;
  if (before === "clean") restore();
  if (mode === "clean") void hands.watch();
  if (mode === "reader") void whenBuilt().then(openByItself);
  return true;
}

/** Opens the reader without a press, and again when the page turns into another. */
async function openByItself(): Promise<void> {
  const address = location.href;
  await tellButton(open(true));
  const timer = setInterval(() => {
    if (mode !== "reader") clearInterval(timer);
    if (reader || location.href === address) return;
    clearInterval(timer);
    void openByItself();
  }, LOOK_EVERY);
}

/** Units: ms between two looks at the address: pages change it without an event that reaches us. */
const LOOK_EVERY = 1000;

function whenBuilt(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((built) => addEventListener("DOMContentLoaded", () => built(), { once: true }));
}

if (world.taken) prepare();
if (!world.hands) {
  world.hands = { look, recheck };
  answerAll<ToTab>(api.runtime.onMessage, RULES, {
    toggle,
    show,
    clean: ({ mode }) => clean(mode),
    restore: () => {
      restore();
      return { hidden: 0 };
    },
    recheck,
  });
}
