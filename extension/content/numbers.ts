/** The number of an element in a capture. */

import type { Elements } from "./capture.ts";

/** Gives an element's number; undefined where it has none. */
export type Numbers = (element: Element) => number | undefined;

/** Above this, an element's place is looked up in a table: comparing places walks along its siblings. */
const MOST_COMPARED = 5000;

/** `all`: about every element will be asked for. A table of all makes an object of each, which costs more than some compares. */
export function numbersOf(elements: Elements, all: boolean): Numbers {
  if (!all && elements instanceof NodeList && elements.length < MOST_COMPARED) return searched(elements);
  return tabled(elements);
}

/** By a table that grows no further than it is asked: of a page without end only its beginning is measured. */
function tabled(elements: Elements): Numbers {
  const table = new Map<Element, number>();
  return (element) => {
    // Elements inside a drawing have no number.
    if (element instanceof SVGElement && element.ownerSVGElement) return undefined;
    for (let i = table.size; i < elements.length && !table.has(element); i++) table.set(elements[i]!, i);
    return table.get(element);
  };
}

/** By bisection: the browser's list is in document order. */
function searched(elements: NodeListOf<Element>): Numbers {
  return (element) => {
    let low = 0;
    let high = elements.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const at = elements[middle]!;
      if (at === element) return middle;
      if (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) high = middle - 1;
      else low = middle;
    }
    return elements[low] === element ? low : undefined;
  };
}
