/** The outline: the story's headings, with the one being read. */

import { element, phrase } from "../shared/dom.ts";
import type { Context } from "./context.ts";
import { show } from "./jump.ts";

/** Share of the window's height above which a heading counts as reached. */
const REACHED = 0.35;

/** Fills the outline's panel. */
export function fillOutline({ article, shell }: Context, panel: HTMLElement): void {
  const headings = [...article.querySelectorAll<HTMLElement>(".body :is(h2, h3, h4, h5, h6)")];
  panel.append(phrase("h2", "outline"));
  if (headings.length === 0) return panel.append(phrase("p", "outlineNone"));
  const list = element("div", "outline");
  list.lang = article.lang;
  const current = currentOf(headings);
  for (const heading of headings) {
    const button = element("button");
    button.type = "button";
    button.dataset.level = heading.localName.slice(1);
    button.textContent = heading.textContent;
    if (heading === current) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => {
      show(heading, shell.dialog);
      heading.focus({ preventScroll: true });
    });
    list.append(button);
  }
  panel.append(list);
}

function currentOf(headings: HTMLElement[]): HTMLElement | undefined {
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * REACHED);
}
