/** Highlights in the story, kept while the tab lives: a reader that is opened again shows them again. */

import { element } from "../shared/dom.ts";
import type { Memory } from "../shared/messages.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { remember, remembered } from "./memory.ts";
import { selectionIn, startIn, textsIn } from "./selection.ts";
import { unwrap, wrap } from "./wrap.ts";

/** The class of a piece of a highlight; its number is the highlight's. */
const CLASS = "highlight";

type Highlight = Memory["highlights"][number];

/** Highlights what is selected; where highlights are selected, takes them away; with nothing selected, says how. */
export function highlight({ article, shell, standOut, say: tellAll }: Context): void {
  const range = selectionIn(shell.root);
  if (!range || !article.contains(range.commonAncestorContainer)) return tellAll(say("highlightHint"));
  const touched = pieces(article).filter((piece) => range.intersectsNode(piece));
  if (touched.length > 0) remove(article, new Set(touched.map((piece) => piece.dataset.highlight)));
  else {
    const one = { start: startIn(article, range), text: range.toString() };
    standOut(); // before its texts are parted
    keep(article, one);
  }
  getSelection()?.removeAllRanges();
}

/** Puts highlights back into a story that was built anew. */
export function restoreHighlights({ article, standOut }: Context, before: readonly Highlight[]): void {
  if (before.length === 0) return;
  standOut();
  remember({ highlights: [] });
  for (const one of before) keep(article, one);
}

/** The highlighted texts, in the order of the story. */
export function highlights(article: HTMLElement): string[] {
  const texts = new Map<string, string>();
  for (const piece of pieces(article)) {
    const key = piece.dataset.highlight ?? "";
    texts.set(key, (texts.get(key) ?? "") + piece.textContent);
  }
  return [...texts.values()];
}

/** Marks a highlight, where the story still has its text. */
function keep(article: HTMLElement, { start, text }: Highlight): void {
  const whole = article.textContent;
  const at = whole.startsWith(text, start) ? start : whole.indexOf(text);
  if (at < 0 || text.trim() === "") return;
  remember({ highlights: [...remembered().highlights, { start: at, text }] });
  for (const [node, from, to] of textsIn(article, at, at + text.length)) {
    const mark = element("mark", CLASS);
    mark.dataset.highlight = String(at);
    wrap(node, from, to, mark);
  }
}

function remove(article: HTMLElement, numbers: Set<string | undefined>): void {
  const left = remembered().highlights.filter(({ start }) => !numbers.has(String(start)));
  remember({ highlights: left });
  unwrap(pieces(article).filter((piece) => numbers.has(piece.dataset.highlight)));
}

function pieces(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(`.${CLASS}`)];
}
