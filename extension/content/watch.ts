/**
 * When to look at a page again. One observer; looks that find nothing grow rare, so that a busy page costs little; what
 * changes the page's frame, or comes to lie in front of it, is looked at soon. A page that floods or fights back for
 * ever is given up on.
 */

/** What a change may mean: nothing, perhaps a cover, or that the page's own frame changed. */
export type News = "none" | "some" | "frame";

/** What watching needs. */
export interface Watched {
  judge(record: MutationRecord): News;
  /** A glance, which costs next to nothing: true if something came to lie in front of the page since the last. */
  glance(): boolean;
  /** Looks; gives how many changes it made to the page. */
  look(): Promise<number>;
  gaveUp(): void;
}

/** Changes are collected this long before a look. Units: ms. */
const QUIET = 50;
/** Looks without being asked, after the page was built. Units: ms. */
const LATER = [150, 500, 1200, 2500];
/** The rest after a look, as a multiple of what it took: at first, and after looks in vain. */
const SHARE = 2;
const RAREST = 120;
/** While looks rest, a page that changes is glanced at this often. Units: ms. */
const GLANCE = 500;
/** So long after a look's rest, with nothing to look at, the page is no longer busy. Units: ms. */
const CALM = 3000;
/** Stores that empty with use and fill up again, one for every so many ms. */
const FIGHTS = { most: 60, regain: 15_000 };
const ALARMS = { most: 20, regain: 3_000 };
/** More changes a second than this, for so many seconds on end, are a flood. */
const FLOOD = 500;
const FLOODED = 8;

/** Begins to watch; gives how to stop. */
export function watch({ judge, glance, look, gaveUp }: Watched): () => void {
  const fights = store(FIGHTS);
  const alarms = store(ALARMS);
  const flood = new Flood();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** When the last look's rest is over. */
  let [share, rested] = [SHARE, 0];
  let [busy, stopped] = [false, false];
  /** What came while a look was under way. */
  let missed: News = "none";
  let glancing: ReturnType<typeof setTimeout> | undefined;
  let next: { timer: ReturnType<typeof setTimeout>; due: number } | undefined;

  const lookNow = async () => {
    if (busy) return void (missed = graver(missed, "some"));
    [busy, missed] = [true, "none"];
    hear();
    const began = performance.now();
    if (began - rested > CALM) share = SHARE;
    const made = await look().catch(() => 0);
    const over = performance.now();
    rested = over + (over - began) * share;
    share = made > 0 ? SHARE : Math.min(RAREST, share * 2);
    busy = false;
    if (made > 0 && !fights()) return gaveUp();
    changed(missed);
  };
  const lookIn = (wait: number) => {
    if (stopped) return;
    const due = performance.now() + wait;
    if (next && next.due <= due) return;
    clearTimeout(next?.timer);
    const timer = setTimeout(() => {
      next = undefined;
      void lookNow();
    }, wait);
    next = { timer, due };
  };
  const glanceSoon = () => {
    glancing ??= setTimeout(() => {
      requestAnimationFrame(() => {
        glancing = undefined;
        if (!stopped && glance() && alarms()) lookIn(QUIET);
      });
    }, GLANCE);
  };
  const changed = (news: News) => {
    if (busy) missed = graver(missed, news);
    if (busy || news === "none") return;
    if (news === "frame" && alarms()) return lookIn(QUIET);
    const rest = rested - performance.now();
    lookIn(Math.max(QUIET, rest));
    if (rest > GLANCE) glanceSoon();
  };
  const observer = new MutationObserver((records) => {
    if (flood.rises(records)) return gaveUp();
    changed(records.map(judge).reduce(graver, "none"));
  });
  const attributeFilter = ["class", "style", "open", "hidden", "inert", "popover"];
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
  const raised = () => changed("frame");
  // Again with each look: a page written anew has no listeners.
  const hear = () => document.addEventListener("toggle", raised, true);
  hear();
  for (const wait of LATER) timers.add(setTimeout(() => void lookNow(), wait));
  return () => {
    stopped = true;
    observer.disconnect();
    document.removeEventListener("toggle", raised, true);
    timers.forEach(clearTimeout);
    clearTimeout(glancing);
    clearTimeout(next?.timer);
  };
}

function graver(one: News, other: News): News {
  return one === "frame" || other === "none" ? one : other;
}

/** Gives a function that takes one from a store, and says whether there was one. */
function store({ most, regain }: { most: number; regain: number }): () => boolean {
  let [left, since] = [most, performance.now()];
  return () => {
    const gained = Math.floor((performance.now() - since) / regain);
    since += gained * regain;
    left = Math.min(most, left + gained) - 1;
    if (left < 0) left = 0;
    return left > 0;
  };
}

/** Counts changes by the second. */
class Flood {
  #count = 0;
  #since = performance.now();
  #seconds = 0;

  /** True once there were too many for too long. */
  rises(records: readonly MutationRecord[]): boolean {
    for (const { addedNodes } of records) this.#count += Math.max(1, addedNodes.length);
    const passed = (performance.now() - this.#since) / 1000;
    if (passed < 1) return false;
    this.#seconds = this.#count / passed > FLOOD ? this.#seconds + 1 : 0;
    [this.#count, this.#since] = [0, performance.now()];
    return this.#seconds >= FLOODED;
  }
}
