/**
 * Keeps the page's own listeners from stopping or reversing scrolling while its cover is hidden.
 * The browser's own scrolling goes on: only the page's listeners do not hear of it.
 */

/** What pages listen to in order to stop scrolling. */
const EVENTS = ["wheel", "mousewheel", "DOMMouseScroll", "touchmove"] as const;
/** Keys that scroll. */
const KEYS = new Set([" ", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);
/** Of them, those that scroll up. */
const UP = new Set(["ArrowUp", "PageUp", "Home"]);
/** What handles these events for a purpose of its own keeps them. */
const OWN_USE =
  "input,textarea,select,video,audio,canvas,iframe,[contenteditable],[role=slider],[role=application]";
/** A jump this long against the person's own scrolling, this soon after it, is the page's doing. Units: CSS px, ms. */
const JUMP = 40;
const SOON = 400;

/** Begins; gives how to end. */
export function freeScrolling(): () => void {
  const own = (event: Event) =>
    event.composedPath().some((at) => at instanceof Element && at.matches(OWN_USE));
  const guard = new ScrollGuard();
  const hush = (event: Event) => {
    if (!event.isTrusted || own(event) || (event as WheelEvent).ctrlKey) return;
    if (event instanceof KeyboardEvent && !KEYS.has(event.key)) return;
    guard.personScrolls(event);
    event.stopImmediatePropagation();
  };
  const scrolled = (event: Event) => guard.scrolled(event);
  const touched = (event: TouchEvent) => guard.fingerDown(event);
  const options = { capture: true, passive: true };
  for (const name of [...EVENTS, "keydown"]) addEventListener(name, hush, options);
  addEventListener("touchstart", touched, options);
  addEventListener("scroll", scrolled, options);
  return () => {
    for (const name of [...EVENTS, "keydown"]) removeEventListener(name, hush, options);
    removeEventListener("touchstart", touched, options);
    removeEventListener("scroll", scrolled, options);
  };
}

/** Puts the document back where the person scrolled to when the page throws it back. */
class ScrollGuard {
  #last = -Infinity;
  #reached = 0;
  #down = true;
  #finger = 0;
  #hushing = false;

  fingerDown(event: TouchEvent): void {
    this.#finger = event.touches[0]?.clientY ?? 0;
  }

  personScrolls(event: Event): void {
    if (performance.now() - this.#last > SOON) this.#reached = scrollY;
    this.#last = performance.now();
    if (event instanceof WheelEvent) this.#down = event.deltaY > 0;
    else if (event instanceof KeyboardEvent) this.#down = !UP.has(event.key);
    else if ("touches" in event) this.#down = (event as TouchEvent).touches[0]!.clientY < this.#finger;
  }

  scrolled(event: Event): void {
    if (event.target !== document) return;
    const soon = performance.now() - this.#last < SOON;
    const thrownBack = soon && this.#down && this.#reached - scrollY > JUMP;
    // A page that throws back once does so at every step: it no longer hears of scrolling.
    this.#hushing ||= thrownBack;
    if (this.#hushing) event.stopImmediatePropagation();
    if (thrownBack) scrollTo({ top: this.#reached, behavior: "instant" });
    else this.#reached = scrollY;
  }
}
