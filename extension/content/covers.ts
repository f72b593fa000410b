/**
 * The hands' work on covers: measure, ask the core, carry out, look again; and take it all back.
 */

import type { Delivered, Found, Plan, PlanStep } from "../shared/plan.ts";
import type { Route, Snapshot } from "../shared/snapshot.ts";
import { rouse } from "./asleep.ts";
import { capture, type Captured, type Elements } from "./capture.ts";
import { Front } from "./front.ts";
import { Journal } from "./journal.ts";
import { isHid, isInserted } from "./marks.ts";
import type { Known } from "./measure.ts";
import { firstInput, isUntouched, Person } from "./person.ts";
import { probe, probeInSlices } from "./probe.ts";
import { Returns } from "./returns.ts";
import { watch, type News } from "./watch.ts";

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

/** Works on one page. */
export class CoverHands {
  #head: Head;
  #ours: ReadonlySet<Element>;
  #tell: (report: Report) => void;
  #journal = new Journal();
  #person = new Person();
  #hidden: Hidden[] = [];
  /** The highest number any of them had. */
  #last = 0;
  #elements = new Map<number, Element>();
  /** Covers that were given back one by one: they stay. */
  #kept = new Set<Element>();
  #report: Report = { hidden: [], delivered: "unsure", why: null, ageCheck: false, gaveUp: false };
  #first: Element | null | undefined;
  #watched = false;
  #dressed: Promise<unknown> | null = null;
  #looking: Promise<number> | null = null;
  /** How often something was taken back: what a look saw before that holds no longer. */
  #undone = 0;
  #stop: (() => void) | null = null;
  #returns = new Returns();
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

  /** Gets ready at the page's very beginning, before it is known whether anything is to be done here; or no longer. */
  standBy(ready: boolean): void {
    if (ready) this.#journal.scrolling.standBy();
    else this.#journal.scrolling.standDown();
  }

  /** Clears the page now, and whatever comes later. */
  async watch(): Promise<Report> {
    this.#stop ??= this.#observe();
    return this.clean();
  }

  /** The page as the core reads it, or `part` of it; nothing will be done to it. */
  read(route: Route = CAPTURE_ROUTE, part?: Element): Snapshot {
    const rest = rouse();
    try {
      const { snapshot, elements, shadowRoots } = capture(route, this.#ours);
      snapshot.probe = probe(elements, this.#known(false, shadowRoots));
      return part ? { ...snapshot, chosen: Array.prototype.indexOf.call(elements, part) } : snapshot;
    } finally {
      rest();
    }
  }

  /** Gives the page back as it was, or one cover. */
  restore(id?: number): void {
    const looking = this.#looking;
    this.#looking = null;
    this.#undone++;
    if (id !== undefined) {
      const element = this.#elements.get(id);
      if (element) {
        this.#kept.add(element);
        this.#spare(element);
      }
      this.#journal.undo(id);
      this.#hidden = this.#hidden.filter((hidden) => hidden.id !== id);
      this.#say({ hidden: this.#hidden });
      // The one in progress will do nothing any more: another in its place.
      if (looking) void this.#look().catch(() => undefined);
      return;
    }
    this.#stop?.();
    this.#stop = null;
    this.#journal.undo();
    for (const rule of this.#rules) void this.#head.dropRule(rule);
    this.#rules.clear();
    this.#kept.clear();
    this.#hidden = [];
    this.#say({ hidden: [], delivered: "unsure", why: null, gaveUp: false });
  }

  #say(change: Partial<Report>): void {
    this.#report = { ...this.#report, ...change };
    this.#tell(this.#report);
  }

  /** One look at a time; gives how many changes it made. */
  #look(): Promise<number> {
    if (this.#looking) return this.#looking;
    const looking = this.#lookOnce().finally(() => {
      if (this.#looking === looking) this.#looking = null;
    });
    return (this.#looking = looking);
  }

  async #lookOnce(): Promise<number> {
    if (!document.body) return 0;
    const undone = this.#undone;
    await (this.#dressed ??= this.#head.sheet().catch((error: unknown) => {
      this.#dressed = null; // the background ended: the next look asks again
      throw error;
    }));
    let captured = await this.#capture(CAPTURE_ROUTE);
    let plan = await this.#head.plan(captured.snapshot);
    if (plan.recapture) {
      captured = await this.#capture("walk");
      plan = await this.#head.plan(captured.snapshot);
    }
    return undone === this.#undone ? this.#carryOut(plan, captured.elements) : 0;
  }

  async #capture(route: Route): Promise<Captured> {
    const rest = rouse();
    try {
      const captured = capture(route, this.#ours);
      const known = this.#known(true, captured.shadowRoots);
      this.#person.nextLook();
      captured.snapshot.probe = await probeInSlices(captured.elements, known);
      return captured;
    } finally {
      rest();
    }
  }

  #known(acts: boolean, shadowRoots: readonly ShadowRoot[]): Known {
    if (this.#first === undefined) {
      this.#first = firstInput();
      this.#watched = document.readyState === "loading" || isUntouched(this.#first);
    }
    return {
      acts,
      shadowRoots,
      hid: isHid,
      made: (element) => this.#ours.has(element) || isInserted(element),
      opened: (element, up) => this.#person.opened(element, acts && up),
      watched: this.#watched,
      firstInput: this.#first,
    };
  }

  #carryOut(plan: Plan, elements: Elements): number {
    this.#returns.nextLook();
    const steps = this.#withoutKept(plan.steps, elements);
    const ids = new Map<number, number>();
    const gone = this.#hidden.filter(({ id }) => this.#elements.get(id)?.isConnected === false);
    const name = (cover: number) => ids.get(cover) ?? this.#meet(plan.covers[cover]!, cover, ids, gone);
    const changes = this.#journal.carryOut(steps, elements, name);
    this.#hidden = [...new Map(this.#hidden.map((hidden) => [hidden.id, hidden])).values()];
    for (const step of steps)
      if (step.do === "mark" && step.cover != null) this.#remember(ids.get(step.cover), elements[step.at]);
    const { ageCheck, delivered, why } = plan;
    const said = this.#report;
    if (changes > 0 || said.delivered !== delivered || said.ageCheck !== ageCheck)
      this.#say({ hidden: this.#hidden, delivered, why: why ?? null, ageCheck });
    return changes;
  }

  /** The steps without those for covers that were given back one by one, or that hold one of those, or lie in one. */
  #withoutKept(steps: readonly PlanStep[], elements: Elements): readonly PlanStep[] {
    if (this.#kept.size === 0) return steps;
    const about = (step: PlanStep) => ("cover" in step ? (step.cover ?? null) : null);
    const covers = new Set<number>();
    for (const step of steps) {
      const cover = about(step);
      const element = "at" in step ? elements[step.at] : undefined;
      if (cover !== null && element && this.#keeps(element)) covers.add(cover);
    }
    return steps.filter((step) => !covers.has(about(step) ?? -1));
  }

  #keeps(element: Element): boolean {
    return [...this.#kept].some((kept) => kept.contains(element) || element.contains(kept));
  }

  /** A cover that takes the place of one the page took away, one of `gone`, is told of as that one. */
  #meet(found: Found, cover: number, ids: Map<number, number>, gone: Hidden[]): number {
    const at = gone.findIndex(({ kind }) => kind === found.kind);
    const [before] = at < 0 ? [] : gone.splice(at, 1);
    const id = before?.id ?? ++this.#last;
    ids.set(cover, id);
    this.#hidden.push({ ...found, id });
    return id;
  }

  /** What comes back however often it is hidden is hidden by rule. */
  #remember(id: number | undefined, element: Element | undefined): void {
    if (id === undefined || !element) return;
    this.#elements.set(id, element);
    const rule = this.#returns.met(element);
    if (rule === undefined || this.#rules.has(rule)) return;
    this.#rules.add(rule);
    void this.#head.hideByRule(rule);
  }

  /** Looks again whenever something may have come up. Gives how to stop. */
  #observe(): () => void {
    const stopListening = this.#person.hear();
    const front = new Front(this.#ours);
    const stop = watch({
      judge: (record) => this.#judge(record),
      glance: () => front.isNew(),
      look: () => {
        this.#person.hear();
        return this.#look();
      },
      gaveUp: () => this.#giveUp(),
    });
    return () => {
      stopListening();
      stop();
    };
  }

  /** What a change may mean. Notes what the person's own doing brought up. */
  #judge(record: MutationRecord): News {
    const target = record.target as Element;
    const roots = target === document.body || target === document.documentElement;
    if (record.type === "attributes") {
      this.#cameUp(target, false);
      if (this.#ours.has(target)) return "none";
      return roots || record.attributeName === "open" ? "frame" : "some";
    }
    let news = [...record.removedNodes].some((node) => node instanceof Element);
    for (const node of record.addedNodes) {
      if (!(node instanceof Element) || this.#ours.has(node) || isInserted(node)) continue;
      this.#cameUp(node, true);
      news = true;
    }
    if (!news) return "none";
    return roots ? "frame" : "some";
  }

  /** What the person brought up is theirs, also where a rule would hide it. */
  #cameUp(element: Element, added: boolean): void {
    this.#person.cameUp(element, added);
    if (this.#rules.size > 0 && this.#person.opened(element, false)) this.#spare(element);
  }

  /** Takes the rules back that hide this element. */
  #spare(element: Element): void {
    for (const rule of this.#rules) {
      if (!element.matches(rule)) continue;
      this.#rules.delete(rule);
      void this.#head.dropRule(rule);
    }
  }

  #giveUp(): void {
    this.#stop?.();
    this.#stop = () => {};
    this.#say({ gaveUp: true });
  }
}
