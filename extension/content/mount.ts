/**
 * Builds the reader's nodes from the core's steps, worded. No markup is parsed: only elements and attributes of the list,
 * and text.
 */

import { element } from "../shared/dom.ts";
import { ATTRS, CLOSE, DATE, FIRST_ATTRIBUTE, FIRST_SENTENCE, TAGS, type Step } from "../shared/steps.ts";
import type { Piece, Sentences } from "./sentences.ts";

/** Carries out `steps` below `parent`. */
export function mount(steps: readonly Step[], parent: Element): void {
  build(steps, parent, () => undefined)(Infinity, 0);
}

/**
 * Carries out `steps` below `parent` bit by bit. Each call builds that many characters, an element counting for so many
 * of them, and goes on to the end of the block of the story they end in, if that is near; it gives whether there is more
 * to build. `note` hears where sentences stand.
 */
export function build(
  steps: readonly Step[],
  parent: Element,
  note: Sentences["note"],
): (characters: number, perElement: number) => boolean {
  let next = 0;
  let depth = 0;
  /** Open, and in the reader: what is built next belongs below it. */
  let holder = parent;
  return (characters, perElement) => {
    const piece = document.createDocumentFragment();
    let at: Element | DocumentFragment = piece;
    let left = characters;
    const open = () => at as Element;
    for (; next < steps.length; next++) {
      const step = steps[next]!;
      if (typeof step === "string" || isSentence(step)) {
        const last = endOfText(steps, next);
        left -= write(steps.slice(next, last), at, note);
        next = last - 1;
      } else if (typeof step !== "number") at.append(spoken(step[0]!));
      else if (step === DATE) at.append(time(String(steps[++next]), String(steps[++next])));
      else if (step <= FIRST_ATTRIBUTE)
        open().setAttribute(ATTRS[FIRST_ATTRIBUTE - step]!, String(steps[++next]));
      else if (step !== CLOSE) {
        at = at.appendChild(element(TAGS[step]!));
        left -= perElement;
        depth++;
      } else {
        if (left <= 0 && (depth === STORY_BLOCK || left < -OVERDUE)) break;
        if (at !== piece) at = open().parentElement ?? piece;
        else if (holder !== parent) {
          holder.append(piece);
          holder = holder.parentElement!;
        }
        depth--;
      }
    }
    holder.append(piece);
    if (at !== piece) holder = at as Element;
    return next < steps.length;
  };
}

function isSentence(step: Step): step is number {
  return typeof step === "number" && step <= FIRST_SENTENCE;
}

/** One past the texts that follow each other from `from` on. */
function endOfText(steps: readonly Step[], from: number): number {
  let at = from;
  while (at < steps.length && (typeof steps[at] === "string" || isSentence(steps[at]!))) at++;
  return at;
}

/** Adds texts as one. Gives its length. Units: UTF-16 units. */
function write(texts: readonly Step[], at: ParentNode & Node, note: Sentences["note"]): number {
  let whole = "";
  const pieces: Piece[] = [];
  for (let i = 0; i < texts.length; i++) {
    const start = whole.length;
    const code = texts[i]!;
    if (typeof code !== "number") whole += String(code);
    else {
      whole += String(texts[++i]);
      pieces.push({ sentence: FIRST_SENTENCE - code, start, end: whole.length });
    }
  }
  const text = at.appendChild(document.createTextNode(whole));
  if (pieces.length > 0) note(text, pieces);
  return whole.length;
}

/** A block that goes on for as much longer, a list of thousands, is not built in one go. Units: characters. */
const OVERDUE = 20_000;

/** How deep the blocks of a story stand below the reader's article. Units: elements. */
const STORY_BLOCK = 2;

/** A phrase of ours keeps its own direction in a story of the other. */
function spoken(text: string): HTMLElement {
  const phrase = element("bdi");
  phrase.textContent = text;
  return phrase;
}

function time(iso: string, text: string): HTMLElement {
  const shown = element("time");
  shown.dateTime = iso;
  shown.textContent = text;
  return shown;
}
