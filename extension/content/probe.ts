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
/** The same of headings and paragraphs, which say what a card asks for; `SHORTEST` in `src/covers/cards.rs`. */
const SHORTEST_LINE = 12;
/** Hit-test grid: columns and rows over the viewport. */
const COLUMNS = 6;
const ROWS = 8;
/** At most this many elements are measured, in document order after what lies on top: to read, and to act. */
const MOST = 6000;
const MOST_ACTED_ON = 12_000;
/** At most this many texts are looked at: half of the nodes that the core reads, `LIMITS` in `src/page/build.rs`. */
const MOST_TEXTS = 32_000;
/** A layer with no more text than this holds no story: what stands in it goes by it. Units: characters. */
const LITTLE_TEXT = 300;
/** Other tasks get their turn after this long. Units: ms. */
const SLICE = 40;
/** And the clock is looked at after so many elements. */
const BATCH = 64;

/** Measures the page whose elements were numbered as in `elements`. */
export function probe(elements: Elements, known: Known): Probe {
  const steps = probing(elements, known);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in slices: a page with tens of thousands of layers stays usable while it is measured. */
export async function probeInSlices(elements: Elements, known: Known): Promise<Probe> {
  const steps = probing(elements, known);
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((done) => setTimeout(done));
    until = performance.now() + SLICE;
  }
}

/** Measures, and stops for a moment now and then. */
function* probing(elements: Elements, known: Known): Generator<void, Probe> {
  const numbers = numbersOf(elements, known.acts);
  const hits = hitTest(numbers);
  const measured: Measured = new Map();
  for (const element of hits) add(measured, element, true);
  if (known.acts) yield* collectAll(elements, known, measured);
  else yield* collectText(known.shadowRoots, measured);
  const boxes: number[] = [];
  const marks: number[] = [];
  const numbered = new Map<Element, number>();
  for (const [element, seen] of measured) {
    const number = numbers(element);
    if (number === undefined) continue;
    numbered.set(element, number);
    measure(element, number, seen && !known.acts, known, boxes, marks);
    if (numbered.size % BATCH === 0) yield;
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
  const hits = onTop(COLUMNS, ROWS);
  const nearest = new Map(hits.map((hit) => [hit, numbered(hit, numbers)]));
  return hits.map((hit) => nearest.get(hit)!);
}

/** What lies on top at each point of a grid over the window, row by row, in the deepest shadow root the hands can see. */
export function onTop(columns: number, rows: number): (Element | null)[] {
  const hits: (Element | null)[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = (innerWidth * (column + 0.5)) / columns;
      const y = (innerHeight * (row + 0.5)) / rows;
      hits.push(deepest(x, y));
    }
  return hits;
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
function* collectText(shadowRoots: readonly ShadowRoot[], measured: Measured): Generator<void> {
  let looked = 0;
  for (const root of [document, ...shadowRoots]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Element | null = null;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (measured.size >= MOST || looked > MOST_TEXTS) break;
      if (++looked % BATCH === 0) yield;
      if (node.length * DENSE < SHORTEST_LINE || lengthOf(node.data) < SHORTEST_LINE) continue;
      const element: Element | null = node.parentElement;
      if (!element || element === last || NEVER_SEEN.has(element.localName)) continue;
      const shortest = LINES.test(element.localName) ? SHORTEST_LINE : SHORTEST_TEXT;
      if (lengthOf(node.data.trim()) < shortest) continue;
      last = element;
      const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      // Menus and teasers are most of a page's elements, and where they stand decides nothing.
      if (seen && node.length < LONG_LINK && element.closest("a")) continue;
      add(measured, element, seen);
    }
    for (const element of root.querySelectorAll(LAID_OVER)) add(measured, element, false);
  }
}

/** Units: characters. A link with less text in one piece is a way to another page. */
const LONG_LINK = 140;

const LINES = /^(?:h[1-6]|p)$/;

/** Kinds of elements that lie over a page without text of their own. */
const LAID_OVER = "iframe, dialog, [popover], [role=dialog], [role=alertdialog], [aria-modal]";

/** To plan: what is out of the flow, not displayed, or bears text of its own; and all that is above. */
function* collectAll(elements: Elements, known: Known, measured: Measured): Generator<void> {
  let [hidden, layer]: (Element | null)[] = [null, null];
  let [ours, most, seen] = [false, MOST_ACTED_ON, 0];
  for (const element of elements) {
    if (measured.size >= most) break;
    if (++seen % BATCH === 0) yield;
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
    } else if (isPlain(style)) {
      if (layer?.contains(element) || (!mayAsk(element) && !bearsText(element))) continue;
    } else if (style.position === "fixed" && saysLittle(element)) layer = element;
    if (style.display !== "none" || element.childElementCount > 0 || bearsText(element))
      add(measured, element, false);
  }
}

/** True for a layer that holds no story, and no player beside which other parts stand. */
function saysLittle(element: Element): boolean {
  const players = ["audio", "video"].some((name) => element.getElementsByTagName(name).length > 0);
  return !players && (element.textContent ?? "").length <= LITTLE_TEXT;
}

/** Elements whose text is never rendered, whatever the page's style says of them. */
const NEVER_SEEN = new Set(["noscript", "option", "script", "style", "template", "textarea", "title"]);

/** In the flow, and shown as it is. */
function isPlain({ position, filter }: CSSStyleDeclaration): boolean {
  return position === "static" && filter === "none";
}

/** Where something may be asked of the person, in however few words. */
function mayAsk({ localName }: Element): boolean {
  return localName === "iframe" || localName === "input" || localName === "button";
}

/** How much a text says: a character of scripts that write a word in one or two of them counts for three. */
function lengthOf(text: string): number {
  const { length } = text;
  if (length >= SHORTEST_TEXT || length * DENSE < SHORTEST_TEXT) return length;
  return length * (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? DENSE : 1);
}

/** Kana, Han and Hangul: as many letters say the same in English, as `weight` in `src/covers/story.rs` has it. */
const DENSE = 3;

function bearsText(element: Element): boolean {
  let length = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) length += lengthOf((child as Text).data);
    if (length >= SHORTEST_TEXT) return element.localName !== "script" && element.localName !== "style";
  }
  return false;
}
