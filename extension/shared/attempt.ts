/** Nothing the person asks for fails silently. */

import { say, sentence } from "./words.ts";

/** What is said where something failed. */
export function failure(): string {
  return sentence(say("refused_failed"));
}

/** Does what a press asks for, at once, since some of it counts only in the press; `tell` says `words` where it fails. */
export async function attempt(
  work: () => Promise<unknown>,
  tell: (text: string) => void,
  words = failure(),
): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error);
    tell(words);
  }
}
