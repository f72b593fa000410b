/** What the reader's parts share. */

import type { Reader } from "../shared/messages.ts";
import type { Settings } from "../shared/settings.ts";
import type { Mode } from "../shared/sites.ts";
import type { Snapshot } from "../shared/snapshot.ts";
import type { Shell } from "./shell.ts";

/** An open reader, as its parts see it. */
export interface Context {
  shell: Shell;
  reader: Reader;
  article: HTMLElement;
  facts: HTMLElement;
  settings: Settings;
  /** The page as it was when it was read: exports are made from it. */
  snapshot: Snapshot;
  /** What is always done on this site. */
  mode: Mode | null;
  /** What to draw anew when settings change. */
  worn: (() => void)[];
  /** Does something with the whole story: at once where it stands, else as soon as it does. */
  onceWhole(run: () => void): void;
  /** Gives every sentence of the story, as far as it stands, elements of its own. */
  standOut(): void;
  /** Changes settings, at once and for good. */
  change(part: Partial<Settings>): void;
  /** Says something in sight of all, with a button where there is something to do. */
  say(text: string, action?: { key: string; press(): void }): void;
  /** Says something only to screen readers. */
  tell(text: string): void;
  /** Does what a press asks for, and says so where it fails. */
  attempt(work: () => Promise<unknown>): void;
  modeChanged(mode: Mode | null): void;
  /** Goes back to the page, where the person points at the part to read. */
  pick(): void;
  /** Goes back to the page, and clears its covers. */
  clean(): void;
}
