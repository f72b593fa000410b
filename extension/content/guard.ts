/**
 * Stands by the reader while the page under it goes on: a page that removes or covers the reader gets it back, a
 * page that turns into another is told of. Gives up on a page that fights for ever.
 */

import { ours } from "./ours.ts";
import type { Shell } from "./shell.ts";

/** Units: ms between two looks at what no event tells. */
const LOOK_EVERY = 700;
/** After so many returns the page has won. Source: a page that re-renders its root on each of a few steps needs 3–5. */
const MOST_RETURNS = 25;

/** What the guard tells. */
export interface Watch {
  /** The reader is back above the page. */
  returned(): void;
  /** The page has another address: another story, perhaps. */
  moved(): void;
  /** The page would not leave the reader alone. */
  gaveUp(): void;
}

/** Starts to watch; call the result to stop. */
export function guard(shell: Shell, tell: Watch): () => void {
  const { host, dialog } = shell;
  const address = () => location.href.split("#")[0];
  const opened = address();
  let told = false;
  let returns = 0;

  const comeBack = () => {
    if (++returns > MOST_RETURNS) return tell.gaveUp();
    shell.show();
    watchTree();
    tell.returned();
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
