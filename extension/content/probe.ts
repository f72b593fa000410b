/**
 * Measures how the page looks: computed style and boxes of what bears text, of what is taken out of the flow, and of
 * everything above those. Reads only, all of it before anything is written. Out: the `Probe` of a snapshot.
 */

import type { Probe } from "../shared/snapshot.ts";

/** What the hands know besides the page itself. */
export interface Known {
  /** What they hid. */
  hid: (element: Element) => boolean;
  /** What they made. */
  made: (element: Element) => boolean;
  /** What the person's own click or key brought up. */
  opened: (element: Element) => boolean;
  /** They were there before the page was built. */
  watched: boolean;
  /** What the person clicked or typed into first, as far as the browser tells. */
  firstInput: Element | null;
}

/** The marks' numbers, those of `src/page/snapshot.rs`. */
const MARK = {
  displayNone: 1,
  invisible: 2,
  opacity: 3,
  blur: 4,
  masked: 5,
  clipPath: 6,
  overflow: 7,
  scrollHeight: 8,
  clientHeight: 9,
  backdropFilter: 10,
  gradient: 11,
  background: 12,
  noPointer: 13,
  noSelect: 14,
  textAlpha: 15,
  noTouch: 16,
  pseudoVeil: 17,
  topLayer: 18,
  opened: 19,
  contentHidden: 20,
  hands: 21,
  fontSize: 22,
} as const;

const POSITION = { static: 0, relative: 1, absolute: 2, fixed: 3, sticky: 4 } as const;
/** A z-index of `auto`: no page can set this. */
const AUTO = -4294967296;
/** Texts shorter than this do not make their element worth measuring. Units: characters. */
const SHORTEST_TEXT = 20;
/** Hit-test grid: columns and rows over the viewport. */
const COLUMNS = 6;
const ROWS = 8;
/** At most this many elements are measured, in document order after what lies on top. */
const MOST = 6000;

/** Measures the page whose elements were numbered as in `elements`. */
export function probe(elements: readonly Element[], known: Known): Probe {
  const numbers = new Map(elements.map((element, number) => [element, number]));
  const hits = hitTest(numbers);
  const measured = worthMeasuring(elements, hits);
  const boxes: number[] = [];
  const marks: number[] = [];
  for (const element of measured) {
    const number = numbers.get(element)!;
    const style = getComputedStyle(element);
    box(boxes, number, element, style);
    mark(element, style, known, (code, value) => marks.push(number, code, value));
  }
  const number = known.firstInput ? numbers.get(known.firstInput) : undefined;
  return {
    boxes,
    marks,
    hits: hits.map((element) => (element ? numbers.get(element)! : -1)),
    columns: COLUMNS,
    touched: known.firstInput !== null || navigator.userActivation.hasBeenActive,
    watched: known.watched,
    firstInput: number ?? -1,
  };
}

/** The element on top at each point of a grid, in the deepest shadow root the hands can see. */
function hitTest(numbers: ReadonlyMap<Element, number>): (Element | null)[] {
  const hits: (Element | null)[] = [];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const x = (innerWidth * (column + 0.5)) / COLUMNS;
      const y = (innerHeight * (row + 0.5)) / ROWS;
      hits.push(numbered(deepest(x, y), numbers));
    }
  return hits;
}

function deepest(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found?.shadowRoot; found && root; root = found.shadowRoot) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function numbered(element: Element | null, numbers: ReadonlyMap<Element, number>): Element | null {
  let at = element;
  while (at && !numbers.has(at)) at = above(at);
  return at;
}

/** The parent, out of a shadow root to its host. */
export function above(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** What is hit, out of the flow, not displayed, or bears text of its own; and all that is above. */
function worthMeasuring(elements: readonly Element[], hits: readonly (Element | null)[]): Set<Element> {
  const out = new Set<Element>();
  const add = (element: Element | null) => {
    for (let at = element; at && !out.has(at); at = above(at)) out.add(at);
  };
  for (const element of hits) add(element);
  let hidden: Element | null = null;
  for (const element of elements) {
    if (out.size >= MOST) break;
    if (hidden?.contains(element)) {
      if (bearsText(element)) add(element);
      continue;
    }
    const style = getComputedStyle(element);
    if (style.display === "none") hidden = element;
    else if (style.position === "static" && !isReplaced(element) && !bearsText(element)) continue;
    if (style.display !== "none" || element.childElementCount > 0 || bearsText(element)) add(element);
  }
  return out;
}

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

function box(boxes: number[], number: number, element: Element, style: CSSStyleDeclaration): void {
  const position = POSITION[style.position as keyof typeof POSITION] ?? 0;
  const z = style.zIndex === "auto" ? AUTO : Number(style.zIndex);
  const { x, y, width, height } = element.getBoundingClientRect();
  boxes.push(number, position, z, round(x), round(y), round(width), round(height));
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}

type Say = (code: number, value: number) => void;

function mark(element: Element, style: CSSStyleDeclaration, known: Known, say: Say): void {
  flow(element, style, say);
  paint(style, say);
  touch(style, say);
  for (const pseudo of ["::before", "::after"])
    if (isVeil(getComputedStyle(element, pseudo))) say(MARK.pseudoVeil, 1);
  if (element.matches(":modal")) say(MARK.topLayer, 1);
  else if (element.matches(":popover-open")) say(MARK.topLayer, 2);
  if (known.opened(element)) say(MARK.opened, 1);
  if (known.hid(element)) say(MARK.hands, 1);
  else if (known.made(element)) say(MARK.hands, 2);
}

function flow(element: Element, style: CSSStyleDeclaration, say: Say): void {
  if (style.display === "none") say(MARK.displayNone, 1);
  if (style.visibility !== "visible") say(MARK.invisible, 1);
  if (style.contentVisibility === "hidden") say(MARK.contentHidden, 1);
  if (style.clipPath !== "none" || style.clip !== "auto") say(MARK.clipPath, 1);
  if (style.overflowY === "visible") return;
  const clipped = style.overflowY === "hidden" || style.overflowY === "clip";
  say(MARK.overflow, clipped ? 1 : 2);
  say(MARK.scrollHeight, element.scrollHeight);
  say(MARK.clientHeight, element.clientHeight);
}

function paint(style: CSSStyleDeclaration, say: Say): void {
  if (style.opacity !== "1") say(MARK.opacity, Number(style.opacity));
  if (style.filter !== "none") say(MARK.blur, blur(style.filter));
  if (style.maskImage !== "none") say(MARK.masked, 1);
  if (style.backdropFilter && style.backdropFilter !== "none") say(MARK.backdropFilter, 1);
  if (style.backgroundImage.includes("gradient")) say(MARK.gradient, 1);
  const ground = style.backgroundImage.includes("url(") ? 1 : alpha(style.backgroundColor);
  if (ground > 0) say(MARK.background, ground);
  const ink = Math.min(alpha(style.color), alpha(style.webkitTextFillColor));
  if (ink < 1) say(MARK.textAlpha, ink);
}

function touch(style: CSSStyleDeclaration, say: Say): void {
  if (style.pointerEvents === "none") say(MARK.noPointer, 1);
  if (style.userSelect === "none") say(MARK.noSelect, 1);
  if (style.touchAction === "none") say(MARK.noTouch, 1);
}

function isVeil(style: CSSStyleDeclaration): boolean {
  if (style.content === "none" || style.content === "normal") return false;
  const veil = style.backgroundImage.includes("gradient") || (style.backdropFilter || "none") !== "none";
  if (style.position === "absolute") return veil;
  return (
    style.position === "fixed" && !style.zIndex.startsWith("-") && (veil || alpha(style.backgroundColor) > 0)
  );
}

function blur(filter: string): number {
  return Number(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? 0);
}

/** Alpha of a computed colour, written `rgb(…)`, `rgba(…)` or `color(… / a)`. */
function alpha(colour: string): number {
  const given = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour) ?? /\/\s*([\d.]+)\)$/.exec(colour);
  return given ? Number(given[1]) : 1;
}
