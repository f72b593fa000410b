/**
 * Measures one element: its computed style and box, as far as they differ from plain rendered text. Reads only.
 */

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
  /** What the person's own click or key brought up. `up`: it lies over the page, in sight. */
  opened: (element: Element, up: boolean) => boolean;
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
  fontSize: 25,
  spread: 26,
} as const;

const POSITION = { static: 0, relative: 1, absolute: 2, fixed: 3, sticky: 4 } as const;
/** Text at least this large is plain, and its size is not told. Units: CSS px. */
const READABLE = 8;
/** A z-index of `auto`: no page can set this. */
const AUTO = -4294967296;
/** Adds the element's row to `boxes` and what differs to `marks`. `seen`: known to be rendered. */
export function measure(
  element: Element,
  number: number,
  seen: boolean,
  known: Known,
  boxes: number[],
  marks: number[],
): void {
  const style = getComputedStyle(element);
  const position = POSITION[style.position as keyof typeof POSITION] ?? 0;
  if (known.hid(element)) {
    // Not displayed, by our own doing: there is nothing more to see.
    boxes.push(number, position, AUTO, 0, 0, 0, 0);
    marks.push(number, MARK.displayNone, 1, number, MARK.hands, 1);
    if (known.opened(element, false)) marks.push(number, MARK.opened, 1);
    return;
  }
  const z = position === 0 ? "auto" : style.zIndex;
  const box = element.getBoundingClientRect();
  const { x, y, width, height } = box;
  boxes.push(number, position, z === "auto" ? AUTO : Number(z));
  boxes.push(round(x), round(y), round(width), round(height));
  const say: Say = (code, value) => marks.push(number, code, value);
  if (!seen) hiding(style, say);
  flow(element, style, say);
  paint(style, position !== 0, say);
  if ((width === 0 || height === 0) && isFlat(style)) say(MARK.flattened, 1);
  if (known.acts) touch(element, style, say);
  if (known.acts || element === document.body || element === document.documentElement) still(style, say);
  const raised = isRaised(element);
  if (raised) say(MARK.topLayer, element.matches(":modal") ? 1 : 2);
  const over = raised || position === POSITION.absolute || position === POSITION.fixed;
  if (known.opened(element, over && isUp(style, box))) say(MARK.opened, 1);
  if (known.made(element)) say(MARK.hands, 2);
}

/** True for what can be seen in the window, if nothing lies over it. */
function isUp({ visibility, opacity }: CSSStyleDeclaration, box: DOMRect): boolean {
  const within = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  return within && box.width > 0 && box.height > 0 && visibility === "visible" && opacity !== "0";
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
  const size = px(style.fontSize);
  if (size < READABLE) say(MARK.fontSize, size);
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
  if (colour.startsWith("rgb(") && !colour.includes("/")) return 1;
  const given = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour) ?? /\/\s*([\d.]+)\)$/.exec(colour);
  return given ? Number(given[1]) : 1;
}
