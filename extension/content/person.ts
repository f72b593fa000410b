/** Remembers what the person did, so that what they opened themselves is left alone. Listens; changes nothing. */

/** What comes up this soon after a click or a key is that click's doing. Units: ms. */
const DOING = 700;
/** Keys that press what has the focus. */
const PRESS = new Set(["Enter", " "]);

/** What the person did on this page, from the moment of watching on. */
export class Person {
  #last = -Infinity;
  #where: readonly EventTarget[] = [];
  #opened = new WeakSet<Element>();

  /** Begins to listen; gives how to stop. */
  watch(): () => void {
    const did = (event: Event) => {
      if (!event.isTrusted) return;
      // A finger that touches down may only want to scroll: for touch, the click tells.
      if (event instanceof PointerEvent && event.type === "pointerdown" && event.pointerType !== "mouse")
        return;
      if (event instanceof KeyboardEvent && !PRESS.has(event.key)) return;
      this.#last = performance.now();
      this.#where = event.composedPath();
    };
    const options = { capture: true, passive: true };
    const events = ["pointerdown", "click", "keydown"];
    for (const name of events) addEventListener(name, did, options);
    return () => events.forEach((name) => removeEventListener(name, did, options));
  }

  /** Something came up just now: the person's doing, if they did anything just before and not inside it. */
  cameUp(element: Element): void {
    if (element === document.body || element === document.documentElement) return;
    if (performance.now() - this.#last < DOING && !this.#where.includes(element)) this.#opened.add(element);
  }

  /** True for what the person's own doing brought up. */
  opened(element: Element): boolean {
    return this.#opened.has(element);
  }

  /** The person wants this to stay. */
  keep(element: Element): void {
    this.#opened.add(element);
  }
}

/** What the person clicked or typed into first, as the browser remembers it. None: nothing, or it is gone. */
export function firstInput(): Element | null {
  if (!PerformanceObserver.supportedEntryTypes.includes("first-input")) return null;
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: "first-input", buffered: true });
  const target = (observer.takeRecords()[0] as PerformanceEventTiming | undefined)?.target;
  observer.disconnect();
  return target instanceof Element ? target : null;
}

/** True if nobody has clicked or typed on this page yet: watching from now on is watching from the start. */
export function isUntouched(first: Element | null): boolean {
  return first === null && !navigator.userActivation.hasBeenActive;
}
