/**
 * Builds the reader's nodes from the core's steps, worded. No markup is parsed: only elements and attributes of the list,
 * and text.
 */

import { element } from "../shared/dom.ts";
import { ATTRS, CLOSE, DATE, FIRST_ATTRIBUTE, TAGS, type Step } from "../shared/steps.ts";

/** Carries out `steps` below `parent`. */
export function mount(steps: readonly Step[], parent: Element): void {
  const top = document.createDocumentFragment();
  let at: Element | DocumentFragment = top;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    if (typeof step === "string") at.append(step);
    else if (typeof step !== "number") at.append(spoken(step[0]!));
    else if (step === CLOSE) at = at.parentElement ?? top;
    else if (step === DATE) at.append(time(String(steps[++i]), String(steps[++i])));
    else if (step <= FIRST_ATTRIBUTE)
      (at as Element).setAttribute(ATTRS[FIRST_ATTRIBUTE - step]!, String(steps[++i]));
    else at = at.appendChild(element(TAGS[step]!));
  }
  parent.append(top);
}

/** A phrase of ours keeps its own direction in a story of the other. */
function spoken(text: string): HTMLElement {
  const phrase = element("bdi");
  phrase.textContent = text;
  return phrase;
}

function time(iso: string, text: string): HTMLElement {
  const shown = element("time");
  shown.dateTime = iso;
  shown.textContent = text;
  return shown;
}
