/** Putting an element around a part of a text, and taking it away again. */

/** Puts `around` around the units from `start` to `end`. Units: UTF-16 units. */
export function wrap(text: Text, start: number, end: number, around: HTMLElement): void {
  const chosen = start > 0 ? text.splitText(start) : text;
  if (end - start < chosen.length) chosen.splitText(end - start);
  chosen.replaceWith(around);
  around.append(chosen);
}

/** Leaves what is in the elements where they stood. */
export function unwrap(elements: readonly Element[]): void {
  for (const one of elements) {
    const parent = one.parentNode;
    one.replaceWith(...one.childNodes);
    parent?.normalize();
  }
}
