/** Links inside the story: footnotes and tables of contents lead to their place in the reader. */

import type { Context } from "./context.ts";
import { show } from "./jump.ts";

/** Makes them lead there; a link whose place is not in the story leads nowhere. */
export function leadLinksInside({ article, shell }: Context): void {
  article.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-to]");
    if (!link) return;
    event.preventDefault();
    const place = article.querySelector<HTMLElement>(`[data-target="${CSS.escape(link.dataset.to ?? "")}"]`);
    if (!place) return;
    show(place, shell.dialog);
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
}
