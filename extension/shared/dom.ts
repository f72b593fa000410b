/** Making elements without markup. */

import { say } from "./words.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

/** An HTML element, also in documents that are not HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElementNS(XHTML, name) as HTMLElementTagNameMap[K];
  if (className) made.className = className;
  return made;
}

/** An element that holds a phrase. */
export function phrase<K extends keyof HTMLElementTagNameMap>(
  name: K,
  key: string,
  className = "",
): HTMLElementTagNameMap[K] {
  const made = element(name, className);
  made.textContent = say(key);
  return made;
}

/** A button with words. */
export function wordButton(key: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = phrase("button", key);
  made.type = "button";
  made.dataset.name = key;
  made.addEventListener("click", press);
  return made;
}
