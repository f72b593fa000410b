/** Remembers what the person did, so that what they opened themselves is left alone. Listens; changes nothing. */

/** What comes up this soon after a click or a key is that click's doing. Units: ms. */
const DOING = 700;
/** Keys that press what has the focus. */
const PRESS = new Set(["Enter", " "]);
/** What a person does. */
const EVENTS = ["pointerdown", "click", "keydown"];
const LISTENING = { capture: true, passive: true };

/** What the person did on this page, from the moment of watching on. */
export class Person {
  #last = -Infinity;
  #where: readonly EventTarget[] = [];
  #opened = new WeakSet<Element>();
  #since = new Since();
  #before = new Since();
  /** When the last look was. None: there was none, and what is up may have been there all along. */
  #looked: number | undefined;
  /** What came up since, without a change of its own, is the person's doing. */
  #theirs = false;
  readonly #did = (event: Event): void => {
    if (!event.isTrusted) return;
    // A finger that touches down may only want to scroll: for touch, the click tells.
    if (event instanceof PointerEvent && event.type === "pointerdown" && event.pointerType !== "mouse")
      return;
    if (event instanceof KeyboardEvent && !PRESS.has(event.key)) return;
    this.#last = performance.now();
    this.#where = event.composedPath();
  };

  /** Begins to listen, if it does not yet; gives how to stop. A page written anew (`document.open`) has no listeners. */
  hear(): () => void {
    for (const name of EVENTS) addEventListener(name, this.#did, LISTENING);
    return () => EVENTS.forEach((name) => removeEventListener(name, this.#did, LISTENING));
  }

  /**
   * Something came up or changed just now: the person's doing, if they did anything just before and not inside it.
   * `added`: it is new, with all that is in it.
   */
  cameUp(element: Element, added: boolean): void {
    const soon = performance.now() - this.#last < DOING;
    this.#since.changed = true;
    this.#since.doing ||= soon;
    (added ? this.#since.added : this.#since.altered).add(element);
    if (element === document.body || element === document.documentElement) return;
    if (soon && !this.#where.includes(element)) this.#opened.add(element);
  }

  /**
   * The page is looked at again. A click may show what was hidden by a change elsewhere, as of a class of the body's,
   * or by none at all, as an address's fragment does.
   */
  nextLook(): void {
    const { changed, doing } = this.#since;
    this.#theirs = this.#looked !== undefined && (doing || (!changed && this.#last > this.#looked));
    this.#looked = performance.now();
    this.#before = this.#since;
    this.#since = new Since();
  }

  /** True for what the person's own doing brought up. `up`: it lies over the page, in sight. */
  opened(element: Element, up: boolean): boolean {
    if (up) {
      this.#since.up.add(element);
      if (this.#theirs && this.#before.showsAnew(element)) this.#opened.add(element);
    }
    return this.#opened.has(element);
  }
}

/** What lay over the page at a look, and what changed from then on to the next. */
class Since {
  up = new WeakSet<Element>();
  added = new WeakSet<Element>();
  altered = new WeakSet<Element>();
  changed = false;
  /** Something changed right after the person did something. */
  doing = false;

  /** True for what was not up, and has not come up by a change of its own, which is judged by itself. */
  showsAnew(element: Element): boolean {
    if (this.up.has(element) || this.altered.has(element)) return false;
    for (let at: Element | null = element; at; at = at.parentElement) if (this.added.has(at)) return false;
    return true;
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
