/** Where the person is in the story: progress on the bar, the paragraph in the middle, the place to come back to. */

import type { Context } from "./context.ts";

/** Places of this page's stories, by address: closing and opening again leads back. */
const places = new Map<string, number>();

/** Follows the scrolling; gives how to stop. */
export function followPlace({ shell, article, onceWhole }: Context): () => void {
  const { dialog } = shell;
  const key = `${location.pathname}${location.search}`;
  let waiting = false;
  const look = () => {
    waiting = false;
    const room = dialog.scrollHeight - dialog.clientHeight;
    const progress = room > 0 ? Math.min(1, dialog.scrollTop / room) : 0;
    dialog.style.setProperty("--progress", progress.toFixed(4));
    places.set(key, progress);
    if (dialog.dataset.focus === "true") markCurrent(article);
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  dialog.addEventListener("scroll", soon, { passive: true });
  const before = places.get(key);
  const goBack = () => (dialog.scrollTop = before! * (dialog.scrollHeight - dialog.clientHeight));
  if (before) onceWhole(() => requestAnimationFrame(goBack));
  return () => dialog.removeEventListener("scroll", soon);
}

/** Turns the mode in which all but one paragraph step back. */
export function toggleFocus({ shell, article }: Context): void {
  const on = shell.dialog.dataset.focus !== "true";
  shell.dialog.dataset.focus = String(on);
  if (on) markCurrent(article);
}

/** The block of the story nearest to the middle of the window. */
function markCurrent(article: HTMLElement): void {
  const middle = innerHeight * 0.42;
  let nearest: Element | undefined;
  let least = Infinity;
  for (const block of article.querySelectorAll(".body > *")) {
    const { top, bottom } = block.getBoundingClientRect();
    const away = top > middle ? top - middle : Math.max(0, middle - bottom);
    if (away < least) [least, nearest] = [away, block];
    if (top > middle) break;
  }
  article.querySelector(".body > .current")?.classList.remove("current");
  nearest?.classList.add("current");
}
