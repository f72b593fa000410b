/**
 * Puts the interface's words and the person's dates into a reader's steps. Done in the background, which is warm:
 * the first date or number a page's own script writes costs it more than building the whole story.
 */

import type { Answer, Panel } from "./messages.ts";
import { DATE, type Step } from "./steps.ts";
import { dateText, say } from "./words.ts";

/** The same answer: phrases and dates as text. */
export function worded(answer: Answer): Answer {
  const { reader } = answer;
  if (!reader) return answer;
  return { ...answer, reader: { ...reader, article: steps(reader.article), facts: steps(reader.facts) } };
}

/** The same facts: phrases and dates as text. */
export function wordedFacts(panel: Panel): Panel {
  return { ...panel, facts: steps(panel.facts) };
}

function steps(given: readonly Step[]): Step[] {
  const out: Step[] = [];
  for (let i = 0; i < given.length; i++) {
    const step = given[i]!;
    if (Array.isArray(step)) out.push([say(step[0]!, ...step.slice(1))]);
    else if (step !== DATE) out.push(step);
    else {
      const iso = String(given[++i]);
      out.push(DATE, iso, dateText(iso));
    }
  }
  return out;
}
