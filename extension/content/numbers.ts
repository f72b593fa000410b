/** The number of an element in a capture. */

import type { Elements } from "./capture.ts";

/** Gives an element's number; undefined where it has none. */
export type Numbers = (element: Element) => number | undefined;

/** Above this, an element's place is looked up in a table: comparing places walks along its siblings. */
const MOST_COMPARED = 5000;
/** Up to so many, a table of all is made sooner than places are compared. */
const FEW = 1000;

/** `all`: about every element will be asked for. A table of all makes an object of each, which costs more than some compares. */
export function numbersOf(elements: Elements, all: boolean): Numbers {
  const many = elements.length > FEW && elements.length < MOST_COMPARED;
  if (!all && many && elements instanceof NodeList) return searched(elements);
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

/**
 * By bisection, since the browser's list is in document order; from where the last one was found, in strides that
 * double, since who is asked for next is mostly near.
 */
function searched(elements: NodeListOf<Element>): Numbers {
  let last = 0;
  return (element) => {
    const isAfter = (at: number) => {
      const order = elements[at]!.compareDocumentPosition(element);
      return order === 0 || (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    };
    let [low, high, stride] = [0, elements.length, 1];
    // At `low` or after it, and before `high`.
    if (isAfter(last)) {
      for (low = last; low + stride < high && isAfter(low + stride); stride *= 2) low += stride;
      high = Math.min(high, low + stride);
    } else {
      for (high = last; high - stride > low && !isAfter(high - stride); stride *= 2) high -= stride;
      low = Math.max(low, high - stride);
    }
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isAfter(middle)) low = middle;
      else high = middle;
    }
    if (elements[low] !== element) return undefined;
    last = low;
    return low;
  };
}
