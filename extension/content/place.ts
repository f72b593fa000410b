/** Where the person is in the story: progress on the bar, the paragraph in the middle, the place to come back to. */

import type { Context } from "./context.ts";
import { remember } from "./memory.ts";

/** Follows the scrolling; gives how to stop. */
export function followPlace({ shell, article }: Context): () => void {
  const { dialog } = shell;
  let waiting = false;
  const look = () => {
    waiting = false;
    const room = dialog.scrollHeight - dialog.clientHeight;
    const progress = room > 0 ? Math.min(1, dialog.scrollTop / room) : 0;
    dialog.style.setProperty("--progress", progress.toFixed(4));
    remember({ progress });
    if (dialog.dataset.focus === "true") markCurrent(article);
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  dialog.addEventListener("scroll", soon, { passive: true });
  return () => dialog.removeEventListener("scroll", soon);
}

/** Goes back to a place in the story, unless the person has gone somewhere already. */
export function goBack({ shell: { dialog } }: Context, progress: number): void {
  requestAnimationFrame(() => {
    if (dialog.scrollTop === 0) dialog.scrollTop = progress * (dialog.scrollHeight - dialog.clientHeight);
  });
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
