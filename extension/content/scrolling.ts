/**
 * Keeps the page's own listeners from stopping or reversing scrolling while its cover is hidden.
 * The browser's own scrolling goes on: only the page's listeners do not hear of it. Where one heard before us and
 * stopped it, the hands scroll instead.
 */

import { scrollInstead } from "./instead.ts";

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

/** The page's scrolling. Whoever listens to the window first hears first: `standBy` is for the page's very beginning. */
export class Scrolling {
  #free = false;
  #stop: (() => void) | null = null;
  #standsBy = false;

  /** Listens, and does nothing yet. */
  standBy(): void {
    this.#standsBy = true;
    this.#stop ??= this.#listen();
  }

  /** Stops listening, unless scrolling is being kept free. */
  standDown(): void {
    this.#standsBy = false;
    if (!this.#free) this.#end();
  }

  /** Keeps scrolling free; gives how to end. None: it is free already. */
  free(): (() => void) | null {
    if (this.#free) return null;
    this.#free = true;
    this.#stop ??= this.#listen();
    return () => {
      this.#free = false;
      if (!this.#standsBy) this.#end();
    };
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #listen(): () => void {
    const own = (event: Event) =>
      event.composedPath().some((at) => at instanceof Element && at.matches(OWN_USE));
    const guard = new ScrollGuard();
    const hush = (event: Event) => {
      if (!this.#free || !event.isTrusted || own(event) || (event as WheelEvent).ctrlKey) return;
      if (event instanceof KeyboardEvent && !KEYS.has(event.key)) return;
      guard.personScrolls(event);
      event.stopImmediatePropagation();
      if (event.defaultPrevented) scrollInstead(event, guard.finger);
      guard.fingerAt(event);
    };
    const scrolled = (event: Event) => this.#free && guard.scrolled(event);
    const touched = (event: TouchEvent) => this.#free && guard.fingerDown(event);
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
}

/** Puts the document back where the person scrolled to when the page throws it back. */
class ScrollGuard {
  /** Where the finger was last. Units: CSS px from the window's top. */
  finger = 0;
  #last = -Infinity;
  #reached = 0;
  #down = true;
  #hushing = false;

  fingerDown(event: TouchEvent): void {
    this.finger = event.touches[0]?.clientY ?? 0;
  }

  fingerAt(event: Event): void {
    if ("touches" in event) this.fingerDown(event as TouchEvent);
  }

  personScrolls(event: Event): void {
    if (performance.now() - this.#last > SOON) this.#reached = scrollY;
    this.#last = performance.now();
    if (event instanceof WheelEvent) this.#down = event.deltaY > 0;
    else if (event instanceof KeyboardEvent) this.#down = !UP.has(event.key);
    else if ("touches" in event) this.#down = (event as TouchEvent).touches[0]!.clientY < this.finger;
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
