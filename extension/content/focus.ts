/** Where the focus is in a page, and giving it back: hiding what has it loses it, and a dialog shown again takes it. */

import { ours } from "./ours.ts";

/** What has the focus, and whether the page shows that it has. */
export interface Focus {
  element: HTMLElement;
  shown: boolean;
}

/** What of the page has the focus, in the deepest shadow root that is open. None: nothing has it, or what is ours. */
export function focused(): Focus | null {
  const element = deepest();
  if (!(element instanceof HTMLElement) || element === document.body || ours.has(element)) return null;
  return { element, shown: element.matches(":focus-visible") };
}

/** Puts the focus back; takes it from whatever has it where nothing had. */
export function focusAgain(to: Focus | null): void {
  const now = focused();
  if (now?.element === to?.element) return;
  if (to) to.element.focus({ preventScroll: true, focusVisible: to.shown } as FocusOptions);
  else now?.element.blur();
}

function deepest(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
