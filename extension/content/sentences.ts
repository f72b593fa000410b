/**
 * The sentences of a story. While it is built it is only written down where they stand: most stories are read without
 * anybody asking for one, and without elements of their own they cost the opening nothing.
 */

import { element } from "../shared/dom.ts";

/** Part of a text that belongs to a sentence. Units of `start` and `end`: UTF-16 units into the text. */
export interface Piece {
  sentence: number;
  start: number;
  end: number;
}

/** Where the sentences of one story stand. */
export interface Sentences {
  /** Writes down the pieces of a text of the story: in order, not overlapping. */
  note(text: Text, pieces: Piece[]): void;
  /** Puts every piece into an element of its own, with its sentence's number as `data-s`; once is enough. */
  standOut(): void;
}

/** Sentences of a story that is still to be built. */
export function sentences(): Sentences {
  let noted: [Text, Piece[]][] = [];
  return {
    note: (text, pieces) => void noted.push([text, pieces]),
    standOut: () => {
      for (const [text, pieces] of noted) text.replaceWith(...parted(text.data, pieces));
      noted = [];
    },
  };
}

function parted(text: string, pieces: readonly Piece[]): (HTMLElement | string)[] {
  const out: (HTMLElement | string)[] = [];
  let at = 0;
  for (const { sentence, start, end } of pieces) {
    const span = element("span");
    span.dataset.s = String(sentence);
    span.textContent = text.slice(start, end);
    if (at < start) out.push(text.slice(at, start));
    out.push(span);
    at = end;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

/** The pieces of a sentence that stands out. */
export function piecesOf(article: Element, number: string): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(`[data-s="${CSS.escape(number)}"]`)];
}

/** What they say. */
export function textOf(pieces: readonly HTMLElement[]): string {
  return pieces.map((piece) => piece.textContent).join("");
}
