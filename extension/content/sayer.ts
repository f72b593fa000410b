/** Where the reader's messages stand: seen by all, or only heard. */

import { attempt, failure } from "../shared/attempt.ts";
import { element, wordButton } from "../shared/dom.ts";

/** How long a message without a button stays. Units: ms. */
const STAY = 5000;

/** Makes the two places for messages. */
export function sayer(dialog: HTMLElement): {
  say(text: string, action?: { key: string; press(): void }): void;
  tell(text: string): void;
  attempt(work: () => Promise<unknown>): void;
} {
  const seen = element("div", "say");
  seen.setAttribute("role", "status");
  const heard = element("div", "heard");
  heard.setAttribute("aria-live", "polite");
  dialog.append(seen, heard);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => seen.replaceChildren();
  const say = (text: string, action?: { key: string; press(): void }) => {
    clearTimeout(timer);
    const words = element("span");
    words.textContent = text;
    seen.replaceChildren(words);
    if (action) seen.append(wordButton(action.key, action.press), wordButton("dismiss", clear));
    else timer = setTimeout(clear, STAY);
  };
  const failed = failure(); // taken now: once the extension was replaced it has no words any more
  return {
    say,
    tell: (text) => (heard.textContent = text),
    attempt: (work) => void attempt(work, say, failed),
  };
}
