/** Everything the extension's processes say to each other. Each process has one table that answers. */

import { api } from "./api.ts";
import { senderOf, type Rule } from "./checks.ts";
import type { Plan } from "./plan.ts";
import type { Settings } from "./settings.ts";
import type { Mode, Site } from "./sites.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Step } from "./steps.ts";

/** What the core makes of a page for the reader. `src/wire/answer.rs` is the other end. */
export interface Answer {
  /** True: capture the page again, node by node; the rest is empty. */
  recapture: boolean;
  /** True: an age check is up; nothing else is told. */
  ageCheck: boolean;
  /** Absent: no story here, or an age check. */
  reader?: Reader;
  /** What was found instead of a story. Units: characters. */
  found?: { characters: number; needed: number };
  /** What the facts are to be found in. Absent: they are in the reader view. */
  story?: Story;
}

/** A story as the core gave it, to be given back for its facts. */
export interface Story {
  title?: string;
  text: string;
  /** A letter a line: a paragraph, a heading, or another. */
  lines: string;
  published?: string;
  lang?: string;
}

/** The key facts, ready to be built. */
export interface Panel {
  facts: Step[];
  hasFacts: boolean;
  /** Where the facts' words stand: four numbers each, as `src/reader/spots.rs` has them. */
  spots: number[];
}

/** What was left out of a story, and how much that is. Units: words. */
export interface LeftOut {
  taken: number;
  /** Taken, and beside the story. */
  all: number;
  /** Beside the story, and running text. */
  running: number;
  pieces: { text: string; reason: string }[];
}

/** What is remembered of a story while its tab lives. */
export interface Memory {
  /** How far it was read. Units: parts of the whole. */
  progress: number;
  /** Units of `start`: UTF-16 units into the story's text. */
  highlights: { start: number; text: string }[];
}

/** The reader view, ready to be built. */
export interface Reader extends Panel {
  title: string;
  lang?: string;
  rtl: boolean;
  article: Step[];
}

/** A story written out. */
export type Format = "markdown" | "text" | "html" | "json";

/** Why the button opened nothing; each has its words under `refused_…`. */
export type Refusal = "noArticle" | "pdf" | "ageGate" | "browserPage" | "failed";

/** What came of a request to a tab. */
export type Outcome = { open: boolean } | { hidden: number } | { refused: Refusal };

/** What a press of the button finds in a page: the page itself, or what came of hands that were there. */
export type Look = { snapshot: Snapshot; hands: boolean } | { outcome: Outcome };

/** What the background asks of the hands in a tab. */
export interface ToTab {
  /** Opens the reader, or closes it. */
  toggle: { ask: object; answer: Outcome };
  /** Shows what the core made of the page that a look took in, or of `snapshot`, a frame in it. */
  show: {
    ask: { answer: Answer; settings: Settings; mode: Mode | null; snapshot?: Snapshot };
    answer: Outcome;
  };
  /** Clears the covers, once or for good as the site's setting says. */
  clean: { ask: { mode?: Mode | null }; answer: Outcome };
  /** Gives the page back as it was. */
  restore: { ask: object; answer: Outcome };
  /** Asks again whether this site is always cleaned, and begins or stops. */
  recheck: { ask: object; answer: true };
}

/** What the hands and the options page ask of the background. */
export interface ToBackground {
  /** The reader view of a page. */
  read: { ask: { snapshot: Snapshot }; answer: Answer };
  /** The key facts of a story. */
  facts: { ask: { story: Story }; answer: Panel };
  /** The press that the asking page was taken in for was not answered: the background ended with it. */
  again: { ask: object; answer: true };
  /** What to do about a page's covers. */
  plan: { ask: { snapshot: Snapshot }; answer: Plan };
  /** Puts the sheet behind the hands' marks into the asking page. */
  sheet: { ask: object; answer: true };
  /** Hides by rule what comes back however often it is hidden; `rule` is a selector. */
  hideByRule: { ask: { rule: string }; answer: true };
  /** Takes such a rule away. */
  dropRule: { ask: { rule: string }; answer: true };
  /** The story of a page, written out. */
  write: { ask: { snapshot: Snapshot; format: Format }; answer: string };
  /** Words of a page that are not in its story, and why. */
  leftOut: { ask: { snapshot: Snapshot }; answer: LeftOut };
  /** What is always done on the asking page's site. */
  mode: { ask: object; answer: Mode | null };
  /** Turns the asking page's site on; straight from the person's click. */
  turnOn: { ask: { mode: Mode }; answer: "on" | "denied" | "asked" };
  /** Turns the asking page's site off. */
  turnOff: { ask: object; answer: true };
  /** What is remembered of the story at an address in the asking tab. */
  recall: { ask: { address: string }; answer: Memory | null };
  /** Remembers it. */
  remember: { ask: { address: string; memory: Memory }; answer: true };
  /** What the button of the asking tab is to say. */
  outcome: { ask: { outcome: Outcome }; answer: true };
  /** Goes on to the next page of the asking tab's story, and opens the reader there. */
  follow: { ask: { url: string }; answer: true };
  /** Opens the options page. */
  options: { ask: object; answer: true };
  /** The bundled font. Units: base64. */
  font: { ask: object; answer: string };
  /** For the options page: all sites. */
  sites: { ask: object; answer: Site[] };
  /** For the options page, after the browser was asked there. */
  always: { ask: { host: string; mode: Mode }; answer: boolean };
  /** For the options page. */
  never: { ask: { host: string }; answer: true };
}

/** A table of messages: what is asked, and what is answered. */
type Contract<C> = { [K in keyof C]: { ask: object; answer: unknown } };

/** A message of one of the tables above. */
export type Message<C extends Contract<C>> = {
  [K in keyof C]: { do: K } & C[K]["ask"];
}[keyof C];

/** A function for each message of a table. */
export type Handlers<C extends Contract<C>> = {
  [K in keyof C]: (
    message: C[K]["ask"],
    sender: chrome.runtime.MessageSender,
  ) => C[K]["answer"] | Promise<C[K]["answer"]>;
};

/** An error as it crosses. */
export interface Failure {
  failure: string;
}

/** The rule each message of a table must meet. */
export type Rules<C extends Contract<C>> = { [K in keyof C]: Rule };

/**
 * Answers the messages of one table, and no others, and those only where sender and form are as its rules say. A
 * handler runs at once: a person's click is still one.
 */
export function answerAll<C extends Contract<C>>(
  source: typeof chrome.runtime.onMessage,
  rules: Rules<C>,
  handlers: Handlers<C>,
): void {
  source.addListener((message: Message<C>, sender, respond) => {
    const { do: what, ...about } = message;
    const handler = Object.hasOwn(handlers, what) ? handlers[what as keyof C] : undefined;
    if (!handler) return undefined;
    const fail = (error: unknown) => respond({ failure: String(error) } satisfies Failure);
    const { from, ask } = rules[what as keyof C];
    const by = senderOf(sender, api.runtime);
    try {
      if (!by || !from.includes(by) || !ask(about)) throw new Error(`refused: ${String(what)}`);
      Promise.resolve(handler(about as C[keyof C]["ask"], sender)).then(respond, fail);
    } catch (error) {
      fail(error);
    }
    return true;
  });
}

/** The answer, or the failure thrown. */
export function received<T>(answer: T | Failure | undefined): T {
  if (answer === undefined) throw new Error("no answer");
  if (typeof answer === "object" && answer !== null && "failure" in answer) throw new Error(answer.failure);
  return answer;
}

/** Asks the background anything of its table. */
export async function ask<K extends keyof ToBackground>(
  api: typeof chrome,
  what: K,
  about: ToBackground[K]["ask"],
): Promise<ToBackground[K]["answer"]> {
  const answer = await api.runtime.sendMessage({ do: what, ...about });
  return received(answer as ToBackground[K]["answer"] | Failure | undefined);
}
