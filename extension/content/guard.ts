/**
 * Stands by the reader while the page under it goes on: a page that removes or covers the reader gets it back, a
 * page that turns into another is told of, one that is written anew needs another reader. Gives up on a page that fights
 * for ever.
 */

import { ours } from "./ours.ts";
import type { Shell } from "./shell.ts";

/** Units: ms between two looks at what no event tells. */
const LOOK_EVERY = 700;
/** After so many returns the page has won. Source: a page that re-renders its root on each of a few steps needs 3–5. */
const MOST_RETURNS = 25;
/** Heard in the reader alone: it neither bubbles nor leaves the closed root. */
const PING = "plainread";

/** What the guard tells. */
export interface Watch {
  /** The page has another address: another story, perhaps. */
  moved(): void;
  /** The page was written anew (`document.open`), which takes every listener away, the reader's too. */
  erased(returns: number): void;
  /** The page would not leave the reader alone. */
  gaveUp(): void;
}

/** Starts to watch; call the result to stop. `returns`: how often readers of this story came back before. */
export function guard(shell: Shell, tell: Watch, returns = 0): () => void {
  const { host, dialog } = shell;
  const address = () => location.href.split("#")[0];
  const opened = address();
  let told = false;
  let heard = false;
  dialog.addEventListener(PING, () => (heard = true));

  const isErased = () => {
    heard = false;
    dialog.dispatchEvent(new Event(PING));
    return !heard;
  };
  const comeBack = () => {
    if (!document.documentElement) return; // it is being written, and comes
    if (++returns > MOST_RETURNS) return tell.gaveUp();
    if (isErased()) return tell.erased(returns);
    shell.show();
    watchTree();
  };
  const look = () => {
    if (!host.isConnected || !dialog.matches(":modal") || isBehind(host)) comeBack();
    if (told || address() === opened) return;
    told = true;
    tell.moved();
  };
  const onToggle = (event: Event) => {
    if (!ours.has(event.target as Element) && (event as ToggleEvent).newState === "open") comeBack();
  };

  const tree = new MutationObserver(() => !host.isConnected && comeBack());
  const watchTree = () => {
    tree.disconnect();
    tree.observe(document, { childList: true });
    if (document.documentElement) tree.observe(document.documentElement, { childList: true });
  };
  watchTree();
  const timer = setInterval(look, LOOK_EVERY);
  addEventListener("toggle", onToggle, true);
  addEventListener("popstate", look, true);
  return () => {
    tree.disconnect();
    clearInterval(timer);
    removeEventListener("toggle", onToggle, true);
    removeEventListener("popstate", look, true);
  };
}

/** True where another modal of the page takes the pointer. */
function isBehind(host: Element): boolean {
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return top !== null && top !== host && top !== document.documentElement && top.closest(":modal") !== null;
}
