/**
 * When to look at a page again. One observer; looks that find nothing grow rare, so that a busy page costs little; what
 * changes the page's frame is looked at soon. A page that floods or fights back for ever is given up on.
 */

/** What a change may mean: nothing, perhaps a cover, or that the page's own frame changed. */
export type News = "none" | "some" | "frame";

/** What watching needs. */
export interface Watched {
  judge(record: MutationRecord): News;
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
const RAREST = 50;
/** After so long without a look the page is no longer busy. Units: ms. */
const CALM = 3000;
/** Stores that empty with use and fill up again, one for every so many ms. */
const FIGHTS = { most: 60, regain: 15_000 };
const ALARMS = { most: 20, regain: 3_000 };
/** More changes a second than this, for so many seconds on end, are a flood. */
const FLOOD = 500;
const FLOODED = 8;

/** Begins to watch; gives how to stop. */
export function watch({ judge, look, gaveUp }: Watched): () => void {
  const fights = store(FIGHTS);
  const alarms = store(ALARMS);
  const flood = new Flood();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** When the last look was over, and when its rest is. */
  let [share, over, rested] = [SHARE, 0, 0];
  let [busy, again, stopped] = [false, false, false];
  let next: { timer: ReturnType<typeof setTimeout>; due: number } | undefined;

  const lookNow = async () => {
    if (busy) return void (again = true);
    busy = true;
    hear();
    const began = performance.now();
    if (began - over > CALM) share = SHARE;
    const made = await look().catch(() => 0);
    over = performance.now();
    rested = over + (over - began) * share;
    share = made > 0 ? SHARE : Math.min(RAREST, share * 2);
    busy = false;
    if (made > 0 && !fights()) return gaveUp();
    if (again) lookIn(QUIET);
    again = false;
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
  const changed = (news: News) => {
    const rest = Math.max(QUIET, rested - performance.now());
    if (news !== "none") lookIn(news === "frame" && alarms() ? QUIET : rest);
  };
  const observer = new MutationObserver((records) => {
    if (flood.rises(records)) return gaveUp();
    let all: News = "none";
    for (const record of records) {
      const news = judge(record);
      if (all === "none" || news === "frame") all = news === "none" ? all : news;
    }
    changed(all);
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
    clearTimeout(next?.timer);
  };
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
