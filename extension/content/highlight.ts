/** Highlights in the story, kept while the page lives. */

import { element } from "../shared/dom.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { selectionIn } from "./selection.ts";

/** The class of a piece of a highlight; its number is the highlight's. */
const CLASS = "highlight";

/** Highlights what is selected; with nothing selected, says how. */
export function highlight({ article, shell, say: tellAll }: Context): void {
  const range = selectionIn(shell.root);
  if (!range || !article.contains(range.commonAncestorContainer)) return tellAll(say("highlightHint"));
  const number = String(new Set(pieces(article).map((piece) => piece.dataset.highlight)).size);
  for (const [text, start, end] of textsIn(range, article)) wrap(text, start, end, number);
  getSelection()?.removeAllRanges();
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

function pieces(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(`.${CLASS}`)];
}

/** The text nodes a range touches, each with where it begins and ends in it. */
function textsIn(range: Range, article: HTMLElement): [Text, number, number][] {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found: [Text, number, number][] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (start < end) found.push([node, start, end]);
  }
  return found;
}

function wrap(text: Text, start: number, end: number, number: string): void {
  const chosen = text.splitText(start);
  chosen.splitText(end - start);
  const mark = element("mark", CLASS);
  mark.dataset.highlight = number;
  chosen.replaceWith(mark);
  mark.append(chosen);
}
