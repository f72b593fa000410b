/**
 * Measures how the page looks: computed style and boxes of what bears text, of what is taken out of the flow, and of
 * everything above those. Reads only, all of it before anything is written. Out: the `Probe` of a snapshot.
 */

import type { Probe } from "../shared/snapshot.ts";
import { shadowOf } from "./capture.ts";

/** What the hands know besides the page itself. */
export interface Known {
  /** The core's plan will be carried out: measure what it acts on, too. Reading alone needs less. */
  acts: boolean;
  /** Those the capture found. */
  shadowRoots: readonly ShadowRoot[];
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
  filterClear: 23,
  flattened: 24,
  sizeless: 25,
  spread: 26,
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
  const numbers = new Map<Element, number>();
  for (let i = 0; i < elements.length; i++) numbers.set(elements[i]!, i);
  const hits = hitTest(numbers);
  const measured: Measured = new Map();
  for (const element of hits) add(measured, element, true);
  if (known.acts) collectAll(elements, known, measured);
  else collectText(known.shadowRoots, measured);
  const boxes: number[] = [];
  const marks: number[] = [];
  for (const [element, seen] of measured) {
    const number = numbers.get(element);
    if (number !== undefined) measure(element, number, seen && !known.acts, known, boxes, marks);
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
  for (let root = found && shadowOf(found); found && root; root = shadowOf(found)) {
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
      if (node.length < SHORTEST_TEXT || measured.size >= MOST) continue;
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
function collectAll(elements: readonly Element[], known: Known, measured: Measured): void {
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

function measure(
  element: Element,
  number: number,
  seen: boolean,
  known: Known,
  boxes: number[],
  marks: number[],
): void {
  const style = getComputedStyle(element);
  const position = POSITION[style.position as keyof typeof POSITION] ?? 0;
  const z = position === 0 ? "auto" : style.zIndex;
  const { x, y, width, height } = element.getBoundingClientRect();
  boxes.push(number, position, z === "auto" ? AUTO : Number(z));
  boxes.push(round(x), round(y), round(width), round(height));
  const say: Say = (code, value) => marks.push(number, code, value);
  if (!seen) hiding(style, say);
  flow(element, style, say);
  paint(style, position !== 0, say);
  if (isFlat(style)) say(MARK.flattened, 1);
  if (known.acts) touch(element, style, say);
  if (known.acts || element === document.body || element === document.documentElement) still(style, say);
  if (isRaised(element)) say(MARK.topLayer, element.matches(":modal") ? 1 : 2);
  if (known.opened(element)) say(MARK.opened, 1);
  if (known.hid(element)) say(MARK.hands, 1);
  else if (known.made(element)) say(MARK.hands, 2);
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}

type Say = (code: number, value: number) => void;

/** True for what the page put into the top layer. Only these can be there. */
function isRaised(element: Element): boolean {
  if (element.localName !== "dialog" && !element.hasAttribute("popover")) return false;
  return element.matches(":modal, :popover-open");
}

function hiding(style: CSSStyleDeclaration, say: Say): void {
  if (style.display === "none") say(MARK.displayNone, 1);
  if (style.visibility !== "visible") say(MARK.invisible, 1);
  if (style.contentVisibility === "hidden") say(MARK.contentHidden, 1);
}

function flow(element: Element, style: CSSStyleDeclaration, say: Say): void {
  const overflow = style.overflowY;
  if (overflow === "visible") return;
  say(MARK.overflow, overflow === "hidden" || overflow === "clip" ? 1 : 2);
  say(MARK.scrollHeight, element.scrollHeight);
  say(MARK.clientHeight, element.clientHeight);
}

/** What `clip`, the ground and the layers behind it do matters only of what is out of the flow. */
function paint(style: CSSStyleDeclaration, placed: boolean, say: Say): void {
  if (style.opacity !== "1") say(MARK.opacity, Number(style.opacity));
  if (style.filter !== "none") filtered(style.filter, say);
  if (style.maskImage !== "none") say(MARK.masked, 1);
  if (style.clipPath !== "none" || (placed && style.clip !== "auto")) say(MARK.clipPath, 1);
  const ink = alpha(style.webkitTextFillColor);
  if (ink < 1) say(MARK.textAlpha, ink);
  if (style.fontSize === "0px") say(MARK.sizeless, 1);
  if (!placed) return;
  const around = Math.max(
    spread(style.boxShadow),
    style.outlineStyle === "none" ? 0 : px(style.outlineWidth),
  );
  if (around > 0) say(MARK.spread, around);
  if ((style.backdropFilter || "none") !== "none") say(MARK.backdropFilter, 1);
  const image = style.backgroundImage;
  if (image.includes("gradient")) say(MARK.gradient, 1);
  const ground = image.includes("url(") ? 1 : alpha(style.backgroundColor);
  if (ground > 0) say(MARK.background, ground);
  if (style.pointerEvents === "none") say(MARK.noPointer, 1);
}

/** What only a plan acts on. */
function touch(element: Element, style: CSSStyleDeclaration, say: Say): void {
  if (style.position === "static" && style.pointerEvents === "none") say(MARK.noPointer, 1);
  if (style.userSelect === "none") say(MARK.noSelect, 1);
  for (const pseudo of ["::before", "::after"])
    if (isVeil(getComputedStyle(element, pseudo))) say(MARK.pseudoVeil, 1);
}

function still(style: CSSStyleDeclaration, say: Say): void {
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

/** True where a transform leaves the element no width or no height. */
function isFlat({ transform, scale }: CSSStyleDeclaration): boolean {
  if (scale !== "none" && scale.split(" ").includes("0")) return true;
  const [a = 1, b = 0, c = 0, d = 1] = (/^matrix\((.*)\)$/.exec(transform)?.[1] ?? "").split(",").map(Number);
  return transform.startsWith("matrix(") && a * d - b * c === 0;
}

/** What a drawing's filter (`url()`) does cannot be measured. */
function filtered(filter: string, say: Say): void {
  say(MARK.blur, Number(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? 0));
  const left = Number(/opacity\(([\d.]+)\)/.exec(filter)?.[1] ?? 1);
  const clear = filter.includes("url(") ? 0 : left;
  if (clear < 1) say(MARK.filterClear, clear);
}

/** The widest spread of a computed `box-shadow`: the fourth length of each shadow. Units: CSS px. */
function spread(shadow: string): number {
  if (shadow === "none") return 0;
  const spreads = [...shadow.matchAll(/(?:-?[\d.]+px ){3}(-?[\d.]+)px/g)].map(([, length]) => Number(length));
  return Math.max(0, ...spreads);
}

function px(length: string): number {
  return parseFloat(length) || 0;
}

/** Alpha of a computed colour, written `rgb(…)`, `rgba(…)` or `color(… / a)`. */
function alpha(colour: string): number {
  const given = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour) ?? /\/\s*([\d.]+)\)$/.exec(colour);
  return given ? Number(given[1]) : 1;
}
