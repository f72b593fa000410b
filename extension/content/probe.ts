/**
 * Measures how the page looks: computed style and boxes of what bears text, of what is taken out of the flow, and of
 * everything above those. Reads only, all of it before anything is written. Out: the `Probe` of a snapshot.
 */

import type { Probe } from "../shared/snapshot.ts";
import { shadowOf, type Elements } from "./capture.ts";
import { measure, type Known } from "./measure.ts";
import { numbersOf, type Numbers } from "./numbers.ts";

/** Texts shorter than this do not make their element worth measuring. Units: characters. */
const SHORTEST_TEXT = 20;
/** Hit-test grid: columns and rows over the viewport. */
const COLUMNS = 6;
const ROWS = 8;
/** At most this many elements are measured, in document order after what lies on top. */
const MOST = 6000;

/** Measures the page whose elements were numbered as in `elements`. */
export function probe(elements: Elements, known: Known): Probe {
  const numbers = numbersOf(elements, known.acts);
  const hits = hitTest(numbers);
  const measured: Measured = new Map();
  for (const element of hits) add(measured, element, true);
  if (known.acts) collectAll(elements, known, measured);
  else collectText(known.shadowRoots, measured);
  const boxes: number[] = [];
  const marks: number[] = [];
  const numbered = new Map<Element, number>();
  for (const [element, seen] of measured) {
    const number = numbers(element);
    if (number === undefined) continue;
    numbered.set(element, number);
    measure(element, number, seen && !known.acts, known, boxes, marks);
  }
  return {
    boxes,
    marks,
    hits: hits.map((element) => (element ? numbered.get(element)! : -1)),
    columns: COLUMNS,
    touched: known.firstInput !== null || navigator.userActivation.hasBeenActive,
    watched: known.watched,
    firstInput: (known.firstInput && numbers(known.firstInput)) ?? -1,
  };
}

/** The element on top at each point of a grid, in the deepest shadow root the hands can see. */
function hitTest(numbers: Numbers): (Element | null)[] {
  const hits: (Element | null)[] = [];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const x = (innerWidth * (column + 0.5)) / COLUMNS;
      const y = (innerHeight * (row + 0.5)) / ROWS;
      hits.push(deepest(x, y));
    }
  const nearest = new Map(hits.map((hit) => [hit, numbered(hit, numbers)]));
  return hits.map((hit) => nearest.get(hit)!);
}

function deepest(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found && shadowOf(found); found && root; root = shadowOf(found)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** The element, or the nearest above it that has a number. */
function numbered(element: Element | null, numbers: Numbers): Element | null {
  let at = element;
  while (at && numbers(at) === undefined) at = above(at);
  return at;
}

/** The parent, out of a shadow root to its host. */
export function above(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** What is to be measured; true for what is known to be rendered, since something in it is. */
type Measured = Map<Element, boolean>;

/** Adds an element, and all that is above it. */
function add(measured: Measured, element: Element | null, seen: boolean): void {
  for (let at = element; at; at = above(at)) {
    const known = measured.get(at);
    if (known || known === seen) return;
    measured.set(at, seen);
  }
}

/** To read a page: what bears text of its own, what is laid over it by its kind; and all that is above. */
function collectText(shadowRoots: readonly ShadowRoot[], measured: Measured): void {
  for (const root of [document, ...shadowRoots]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Element | null = null;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (measured.size >= MOST) break;
      if (node.length < SHORTEST_TEXT) continue;
      const element: Element | null = node.parentElement;
      if (!element || element === last || NEVER_SEEN.has(element.localName)) continue;
      if (node.data.trim().length < SHORTEST_TEXT) continue;
      last = element;
      add(measured, element, element.checkVisibility({ visibilityProperty: true }));
    }
    for (const element of root.querySelectorAll(LAID_OVER)) add(measured, element, false);
  }
}

/** Kinds of elements that lie over a page without text of their own. */
const LAID_OVER = "iframe, dialog, [popover], [role=dialog], [role=alertdialog], [aria-modal]";

/** To plan: what is out of the flow, not displayed, or bears text of its own; and all that is above. */
function collectAll(elements: Elements, known: Known, measured: Measured): void {
  let hidden: Element | null = null;
  let [ours, most] = [false, MOST];
  for (const element of elements) {
    if (measured.size >= most) break;
    if (hidden?.contains(element)) {
      if (!ours && bearsText(element)) add(measured, element, false);
      continue;
    }
    const style = getComputedStyle(element);
    if (style.display === "none") {
      hidden = element;
      // What the hands hid before needs no second look, and takes no place from what they have not seen.
      ours = known.hid(element);
      if (ours) most++;
    } else if (style.position === "static" && !isReplaced(element) && !bearsText(element)) continue;
    if (style.display !== "none" || element.childElementCount > 0 || bearsText(element))
      add(measured, element, false);
  }
}

/** Elements whose text is never rendered, whatever the page's style says of them. */
const NEVER_SEEN = new Set(["noscript", "option", "script", "style", "template", "textarea", "title"]);

function isReplaced(element: Element): boolean {
  return element.localName === "iframe" || element.localName === "input";
}

function bearsText(element: Element): boolean {
  let length = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) length += (child as Text).length;
    if (length >= SHORTEST_TEXT) return element.localName !== "script" && element.localName !== "style";
  }
  return false;
}
