/**
 * A story that grows: what fills the window stands at once and is painted, the rest follows by and by, and at once where
 * somebody needs it.
 */

import type { Settings } from "../shared/settings.ts";
import type { Step } from "../shared/steps.ts";
import { afterFrame } from "./frame.ts";
import { build } from "./mount.ts";
import { reserveRoom } from "./room.ts";
import type { Sentences } from "./sentences.ts";

/** As much as fills this many windows stands at once: headline and pictures take their part of it. */
const WINDOWS = 1.25;
/**
 * What is built in one go after that: some ten milliseconds' work, and a tenth of a second's of the browser to lay it
 * out, of which an element costs as much as so much text. Units: characters.
 */
const PORTION = 100_000;
const ELEMENT = 100;

/** A story being built. */
export interface Growing {
  /** Runs something once the whole story stands, in the order it was asked for. */
  onceWhole(run: () => void): void;
  /** Builds what is missing. */
  finish(): void;
  /** Builds no more. */
  stop(): void;
}

/** Builds the opening of a story below `article`; `start` lets the rest follow. */
export function grow(
  steps: readonly Step[],
  article: HTMLElement,
  settings: Settings,
  { note }: Sentences,
): Growing & { start(): void } {
  const more = build(steps, article, note);
  const waiting: (() => void)[] = [];
  const grown = (characters: number, perElement: number): boolean => {
    const left = more(characters, perElement);
    reserveRoom(article);
    return left;
  };
  let growing = grown(opening(settings), 0);
  if (growing) article.ariaBusy = "true";

  const add = (characters: number): void => {
    if (!growing) return;
    growing = grown(characters, ELEMENT);
    if (growing) return;
    article.ariaBusy = null;
    for (const run of waiting.splice(0)) run();
  };
  const goOn = (): void => {
    add(PORTION);
    if (growing) setTimeout(goOn);
  };
  return {
    onceWhole: (run) => (growing ? void waiting.push(run) : run()),
    finish: () => add(Infinity),
    stop: () => (growing = false),
    start: () => afterFrame(goOn),
  };
}

/** Units: characters. */
function opening({ size, lineHeight, width }: Settings): number {
  return Math.ceil((WINDOWS * innerHeight) / (size * lineHeight)) * width;
}
