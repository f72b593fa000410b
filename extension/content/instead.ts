/** Scrolls where the page stopped the browser from doing so. */

/** What a line and a page are. Units: CSS px; share of the window's height. Source: Chromium's own steps. */
const LINE = 40;
const PAGE = 0.875;

/** Scrolls as far as the event says, in whatever scrolls there. `finger`: where it was before, from the window's top. */
export function scrollInstead(event: Event, finger: number): void {
  const by = distance(event, finger);
  if (by !== 0) scrollerOf(event).scrollBy({ top: by, behavior: "instant" });
}

function distance(event: Event, finger: number): number {
  if (event instanceof WheelEvent) return event.deltaY * [1, LINE, innerHeight][event.deltaMode]!;
  if (event instanceof KeyboardEvent) return ofKey(event);
  return "touches" in event ? finger - ((event as TouchEvent).touches[0]?.clientY ?? finger) : 0;
}

/** Only where no control has the focus: keys mean something else there. */
function ofKey({ key, shiftKey, target }: KeyboardEvent): number {
  if (target !== document.body && target !== document.documentElement) return 0;
  const page = innerHeight * PAGE;
  const steps: Record<string, number> = {
    ArrowUp: -LINE,
    ArrowDown: LINE,
    PageUp: -page,
    PageDown: page,
    Home: -Infinity,
    End: Infinity,
    " ": shiftKey ? -page : page,
  };
  const by = steps[key] ?? 0;
  return Number.isFinite(by) ? by : Math.sign(by) * document.documentElement.scrollHeight;
}

/** The innermost box around the event that scrolls and has more to show; else the document. */
function scrollerOf(event: Event): Element {
  for (const at of event.composedPath()) {
    if (!(at instanceof Element) || at === document.body || at === document.documentElement) continue;
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
