/** From a fact to its sentence: goes there, marks it, and says so. */

import { say } from "../shared/words.ts";
import type { Bar } from "./bar.ts";
import type { Context } from "./context.ts";
import { piecesOf, textOf } from "./sentences.ts";

/** Makes each fact lead to its sentences, to the next one with each press. */
export function leadToSentences(
  { shell, article, facts, standOut, tell }: Context,
  { hideFacts }: Pick<Bar, "hideFacts">,
): void {
  facts.addEventListener("click", (event) => {
    const fact = (event.target as Element).closest<HTMLElement>(".fact");
    if (!fact) return;
    const numbers = (fact.dataset.stands ?? "").split(" ").filter(Boolean);
    const turn = Number(fact.dataset.turn ?? -1) + 1;
    const number = numbers[turn % numbers.length];
    standOut();
    clear(facts, article);
    fact.dataset.turn = String(turn);
    fact.setAttribute("aria-current", "true");
    const sentence = number === undefined ? [] : mark(article, number);
    hideFacts();
    show(sentence[0], shell.dialog);
    tell(say("factsJumped", (turn % numbers.length) + 1, numbers.length, textOf(sentence)));
  });
}

/** Marks a sentence; gives its pieces. */
function mark(article: Element, number: string): HTMLElement[] {
  const pieces = piecesOf(article, number);
  for (const piece of pieces) piece.classList.add("marked");
  return pieces;
}

/** Takes all marks away. */
function clear(facts: Element, article: Element): void {
  for (const fact of facts.querySelectorAll("[aria-current]")) fact.removeAttribute("aria-current");
  for (const piece of article.querySelectorAll(".marked")) piece.classList.remove("marked");
}

/** Brings a piece of the story into view, opening what it is folded in. */
export function show(piece: Element | undefined, dialog: HTMLElement): void {
  if (!piece) return;
  for (let fold = piece.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const box = piece.getBoundingClientRect();
  const top = dialog.scrollTop + box.top - dialog.clientHeight * 0.3;
  dialog.scrollTo({ top, behavior: still ? "instant" : "smooth" });
}
