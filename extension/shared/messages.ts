/** Everything the extension's processes say to each other. Each process has one table that answers. */

import type { Snapshot } from "./snapshot.ts";
import type { Step } from "./steps.ts";

/** What the core makes of a page. `src/web/wire.rs` is the other end. */
export interface Answer {
  /** True: capture the page again, node by node; the rest is empty. */
  recapture: boolean;
  /** Absent: no story here. */
  reader?: Reader;
  /** What was found instead of a story. Units: characters. */
  found?: { characters: number; needed: number };
}

/** The reader view, ready to be built. */
export interface Reader {
  title: string;
  lang?: string;
  rtl: boolean;
  whole: boolean;
  article: Step[];
  facts: Step[];
  hasFacts: boolean;
}

/** Why the button opened nothing; each has its words under `refused_…`. */
export type Refusal = "noArticle" | "ageGate" | "browserPage" | "failed";

/** What came of a request to a tab. */
export type Outcome = { open: boolean } | { refused: Refusal };

/** What the background asks of the hands in a tab. */
export interface ToTab {
  /** Opens the reader, or closes it. */
  toggle: { ask: object; answer: Outcome };
  /** Opens the reader where it is not open. */
  open: { ask: object; answer: Outcome };
}

/** What the hands and the options page ask of the background. */
export interface ToBackground {
  read: { ask: { snapshot: Snapshot }; answer: Answer };
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

/** Answers the messages of one table, and no others. */
export function answerAll<C extends Contract<C>>(
  source: typeof chrome.runtime.onMessage,
  handlers: Handlers<C>,
): void {
  source.addListener((message: Message<C>, sender, respond) => {
    const handler = Object.hasOwn(handlers, message.do) ? handlers[message.do as keyof C] : undefined;
    if (!handler) return undefined;
    Promise.resolve()
      .then(() => handler(message, sender))
      .then(respond, (error: unknown) => respond({ failure: String(error) } satisfies Failure));
    return true;
  });
}

/** The answer, or the failure thrown. */
export function received<T>(answer: T | Failure | undefined): T {
  if (answer === undefined) throw new Error("no answer");
  if (typeof answer === "object" && answer !== null && "failure" in answer) throw new Error(answer.failure);
  return answer;
}
