/**
 * The hands' work on covers: measure, ask the core, carry out, look again; and take it all back.
 * Watching is one observer, coalesced, with a budget; a page that fights for ever is given up on.
 */

import { isSelector } from "../shared/checks.ts";
import type { Delivered, Found, Plan } from "../shared/plan.ts";
import type { Route, Snapshot } from "../shared/snapshot.ts";
import { capture, type Captured } from "./capture.ts";
import { Journal } from "./journal.ts";
import { isHid, isInserted } from "./marks.ts";
import { firstInput, isUntouched, Person } from "./person.ts";
import { probe } from "./probe.ts";

/** What the hands need of the background. */
export interface Head {
  /** The core's plan for a page. */
  plan(snapshot: Snapshot): Promise<Plan>;
  /** Puts the marks' style sheet into the page. */
  sheet(): Promise<unknown>;
  /** Hides by rule what comes back however often it is hidden; `rule` is a selector. */
  hideByRule(rule: string): Promise<unknown>;
  /** Takes such a rule away. */
  dropRule(rule: string): Promise<unknown>;
}

/** One hidden cover: `id` takes it back. */
export interface Hidden extends Found {
  id: number;
}

/** What was done to the page. */
export interface Report {
  hidden: Hidden[];
  delivered: Delivered;
  why: string | null;
  ageCheck: boolean;
  /** True: the page kept fighting, and is now left alone. */
  gaveUp: boolean;
}

/** Looks in a row when asked to clean: hiding one layer can lay the next one bare. */
const LOOKS = 4;
/** Changes are collected this long before a look; a look never takes more than half the time. Units: ms. */
const QUIET = 50;
const SHARE = 2;
/** Looks without being asked, after the page was built. Units: ms. */
const LATER = [150, 500, 1200, 2500];
/** Looks while watching, at most; one more for every so many ms without any. */
const BUDGET = 60;
const REGAIN = 15_000;
/** A cover that comes back this often gets a rule. */
const COMES_BACK = 2;

/** Works on one page. */
export class CoverHands {
  #head: Head;
  #ours: ReadonlySet<Element>;
  #tell: (report: Report) => void;
  #journal = new Journal();
  #person = new Person();
  #hidden: Hidden[] = [];
  #elements = new Map<number, Element>();
  #report: Report = { hidden: [], delivered: "unsure", why: null, ageCheck: false, gaveUp: false };
  #first: Element | null | undefined;
  #watched = false;
  #dressed: Promise<unknown> | null = null;
  #looking: Promise<number> | null = null;
  #stop: (() => void) | null = null;
  #signatures = new Map<string, number>();
  #rules = new Set<string>();

  constructor(head: Head, ours: ReadonlySet<Element>, tell: (report: Report) => void) {
    this.#head = head;
    this.#ours = ours;
    this.#tell = tell;
  }

  /** What was done so far. */
  get report(): Report {
    return this.#report;
  }

  /** Clears the page as it stands. */
  async clean(): Promise<Report> {
    for (let i = 0; i < LOOKS && (await this.#look()) > 0; i++);
    if (this.#journal.any) this.#stop ??= this.#observe();
    return this.#report;
  }

  /** Clears the page now, and whatever comes later. */
  async watch(): Promise<Report> {
    this.#stop ??= this.#observe();
    return this.clean();
  }

  /** The page as the core reads it, or `part` of it; nothing will be done to it. */
  read(route: Route = CAPTURE_ROUTE, part?: Element): Snapshot {
    const { snapshot, elements } = this.#capture(route, false);
    return part ? { ...snapshot, chosen: elements.indexOf(part) } : snapshot;
  }

  /** Gives the page back as it was, or one cover. */
  restore(id?: number): void {
    if (id !== undefined) {
      const element = this.#elements.get(id);
      if (element) this.#person.keep(element);
      this.#journal.undo(id);
      this.#hidden = this.#hidden.filter((hidden) => hidden.id !== id);
      this.#say({ hidden: this.#hidden });
      return;
    }
    this.#stop?.();
    this.#stop = null;
    this.#journal.undo();
    for (const rule of this.#rules) void this.#head.dropRule(rule);
    this.#rules.clear();
    this.#hidden = [];
    this.#say({ hidden: [], delivered: "unsure", why: null, gaveUp: false });
  }

  #say(change: Partial<Report>): void {
    this.#report = { ...this.#report, ...change };
    this.#tell(this.#report);
  }

  /** One look at a time; gives how many changes it made. */
  #look(): Promise<number> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #lookOnce(): Promise<number> {
    if (!document.body) return 0;
    await (this.#dressed ??= this.#head.sheet().catch((error: unknown) => {
      this.#dressed = null; // the background ended: the next look asks again
      throw error;
    }));
    let captured = this.#capture(CAPTURE_ROUTE, true);
    let plan = await this.#head.plan(captured.snapshot);
    if (plan.recapture) {
      captured = this.#capture("walk", true);
      plan = await this.#head.plan(captured.snapshot);
    }
    return this.#carryOut(plan, captured.elements);
  }

  #capture(route: Route, acts: boolean): Captured {
    if (this.#first === undefined) {
      this.#first = firstInput();
      this.#watched = document.readyState === "loading" || isUntouched(this.#first);
    }
    const captured = capture(route, this.#ours);
    captured.snapshot.probe = probe(captured.elements, {
      acts,
      shadowRoots: captured.shadowRoots,
      hid: isHid,
      made: (element) => this.#ours.has(element) || isInserted(element),
      opened: (element) => this.#person.opened(element),
      watched: this.#watched,
      firstInput: this.#first,
    });
    return captured;
  }

  #carryOut(plan: Plan, elements: readonly Element[]): number {
    const ids = new Map<number, number>();
    const name = (cover: number) => ids.get(cover) ?? this.#meet(plan, cover, ids);
    const changes = this.#journal.carryOut(plan.steps, elements, name);
    for (const step of plan.steps)
      if (step.do === "mark" && step.cover != null) this.#remember(ids.get(step.cover), elements[step.at]);
    const { ageCheck, delivered, why } = plan;
    const said = this.#report;
    if (changes > 0 || said.delivered !== delivered || said.ageCheck !== ageCheck)
      this.#say({ hidden: this.#hidden, delivered, why: why ?? null, ageCheck });
    return changes;
  }

  #meet(plan: Plan, cover: number, ids: Map<number, number>): number {
    const id = (this.#hidden.at(-1)?.id ?? 0) + 1;
    ids.set(cover, id);
    this.#hidden = [...this.#hidden, { ...plan.covers[cover]!, id }];
    return id;
  }

  /** A cover that comes back as a new element is the same cover: after the second time a rule keeps it hidden. */
  #remember(id: number | undefined, element: Element | undefined): void {
    if (id === undefined || !element) return;
    this.#elements.set(id, element);
    const signature = signatureOf(element);
    const times = (this.#signatures.get(signature) ?? 0) + 1;
    this.#signatures.set(signature, times);
    if (times < COMES_BACK || this.#rules.has(signature) || signature === CSS.escape(element.localName))
      return;
    if (!isSelector(signature) || document.querySelectorAll(signature).length > 1) return;
    this.#rules.add(signature);
    void this.#head.hideByRule(signature);
  }

  /** Looks again whenever something may have come up. Gives how to stop. */
  #observe(): () => void {
    const stopListening = this.#person.watch();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let [left, pause, last] = [BUDGET, QUIET, performance.now()];
    let waiting = false;
    const look = async () => {
      waiting = false;
      left = Math.min(BUDGET, left + Math.floor((performance.now() - last) / REGAIN));
      if (left-- <= 0) return this.#giveUp();
      last = performance.now();
      await this.#look().catch(() => 0);
      pause = Math.max(QUIET, (performance.now() - last) * SHARE);
    };
    const soon = (ms: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void look();
      }, ms);
      timers.add(timer);
    };
    const changed = () => {
      if (waiting) return;
      waiting = true;
      soon(pause);
    };
    const observer = new MutationObserver((records) => {
      if (records.filter((record) => this.#isNews(record)).length > 0) changed();
    });
    const attributeFilter = ["class", "style", "open", "hidden", "inert", "popover"];
    observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
    document.addEventListener("toggle", changed, true);
    LATER.forEach(soon);
    return () => {
      stopListening();
      observer.disconnect();
      document.removeEventListener("toggle", changed, true);
      timers.forEach(clearTimeout);
    };
  }

  /** True for a change that may bring a cover up. Notes what the person's own doing brought. */
  #isNews(record: MutationRecord): boolean {
    const target = record.target as Element;
    if (record.type === "attributes") {
      this.#person.cameUp(target);
      return !this.#ours.has(target);
    }
    let news =
      record.removedNodes.length > 0 && [...record.removedNodes].some((node) => node instanceof Element);
    for (const node of record.addedNodes) {
      if (!(node instanceof Element) || this.#ours.has(node) || isInserted(node)) continue;
      this.#person.cameUp(node);
      news = true;
    }
    return news;
  }

  #giveUp(): void {
    this.#stop?.();
    this.#stop = () => {};
    this.#say({ gaveUp: true });
  }
}

/** A selector for elements built alike. */
function signatureOf(element: Element): string {
  const attributes = [...element.attributes].filter(
    ({ name }) => name !== "style" && name !== "data-plainread",
  );
  const conditions = attributes.map(({ name, value }) => `[${CSS.escape(name)}="${CSS.escape(value)}"]`);
  return CSS.escape(element.localName) + conditions.join("");
}
