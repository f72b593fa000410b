/** Links inside the story lead to their place in the reader; the one to the next page leads on in the reader. */

import { api } from "../shared/api.ts";
import { ask } from "../shared/messages.ts";
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

/** Makes the link to the next page open the reader there. With a modifier key it does what the browser does. */
export function leadToNextPage({ article }: Context): void {
  article.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(".next a");
    if (!link) return;
    const { href, origin } = link;
    const asked = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
    if (asked || origin !== location.origin) return;
    event.preventDefault();
    void ask(api, "follow", { url: href }).catch(() => location.assign(href));
  });
}
