/** Where the reader's messages stand: seen by all, or only heard. */

import { element, wordButton } from "../shared/dom.ts";

/** How long a message without a button stays. Units: ms. */
const STAY = 5000;

/** Makes the two places for messages. */
export function sayer(dialog: HTMLElement): {
  say(text: string, action?: { key: string; press(): void }): void;
  tell(text: string): void;
} {
  const seen = element("div", "say");
  seen.setAttribute("role", "status");
  const heard = element("div", "heard");
  heard.setAttribute("aria-live", "polite");
  dialog.append(seen, heard);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => seen.replaceChildren();
  return {
    tell: (text) => (heard.textContent = text),
    say(text, action) {
      clearTimeout(timer);
      const words = element("span");
      words.textContent = text;
      seen.replaceChildren(words);
      if (action) seen.append(wordButton(action.key, action.press), wordButton("dismiss", clear));
      else timer = setTimeout(clear, STAY);
    },
  };
}
