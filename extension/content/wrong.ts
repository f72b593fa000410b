/** "It got it wrong": what the core left out of the page, and the way back into the story for each piece. */

import { api } from "../shared/api.ts";
import { element, phrase, wordButton } from "../shared/dom.ts";
import { ask } from "../shared/messages.ts";
import { language, say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { show } from "./jump.ts";

/** Fills the panel with what was left out. */
export function fillWrong(context: Context, panel: HTMLElement): void {
  panel.append(phrase("h2", "wrongTitle"));
  const list = element("div", "left-out");
  list.lang = context.article.lang;
  const rows = element("div", "rows");
  rows.append(wordButton("pick", context.pick));
  panel.append(rows, list);
  context.attempt(async () => {
    const { taken, all, running, pieces } = await ask(api, "leftOut", { snapshot: context.snapshot });
    if (pieces.length === 0) list.append(phrase("p", "wrongNone"));
    else list.append(coverage(taken, all, running));
    list.append(...pieces.map((piece) => entry(context, piece)));
  });
}

/** How many of the page's words came into the story. */
function coverage(taken: number, all: number, running: number): HTMLElement {
  const made = element("p");
  made.lang = language();
  made.textContent = `${say("wrongCoverage", taken, all)} ${say("wrongRunning", running)}`;
  return made;
}

function entry(context: Context, { text, reason }: { text: string; reason: string }): HTMLElement {
  const made = element("details");
  const summary = element("summary");
  const why = element("small");
  why.textContent = say(`leftOut_${reason}`);
  summary.append(why, " ", text);
  const button = element("button");
  button.type = "button";
  button.textContent = say("wrongShow");
  button.addEventListener("click", () => {
    add(context, text);
    made.remove();
  });
  made.append(summary, button);
  return made;
}

/** The pieces the person put back. */
export function addedTo(article: HTMLElement): string[] {
  return [...article.querySelectorAll(".added p")].map((piece) => piece.textContent ?? "");
}

/** Puts a piece at the end of the story, under a heading that says where it comes from. */
function add({ article, shell }: Context, text: string): void {
  let section = article.querySelector<HTMLElement>("section.added");
  if (!section) {
    section = element("section", "added");
    section.append(phrase("h2", "wrongAdded"));
    article.querySelector(".body")?.after(section);
  }
  const paragraph = element("p");
  paragraph.textContent = text;
  section.append(paragraph);
  show(paragraph, shell.dialog);
}
