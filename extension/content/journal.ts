/**
 * Carries out a plan's steps and keeps how to take each back. Nothing of the page is removed; what changes is marked
 * by one attribute, and `hands.css` says what the marks do.
 */

import type { PlanStep } from "../shared/plan.ts";
import type { Elements } from "./capture.ts";
import { focused, focusAgain, type Focus } from "./focus.ts";
import { MADE, MARKS } from "./marks.ts";
import { Scrolling } from "./scrolling.ts";

/** How to take one change back. `about` names what it was part of; none for the page as a whole. */
interface Change {
  about: number | null;
  /** The plan it was part of, for what was in the top layer; what came later lay on top. */
  layer: number | null;
  undo: () => void;
}

/** All changes to one page, in order. */
export class Journal {
  #changes: Change[] = [];
  #plan = 0;
  /** Where the focus was before the last changes: what is closed or hidden by them loses it. */
  #focus: Focus | null = null;

  /** The page's scrolling, which a plan may have kept free. */
  readonly scrolling = new Scrolling();

  /** True if there is anything to take back. */
  get any(): boolean {
    return this.#changes.length > 0;
  }

  /** Carries out `steps`; gives how many changed something. `name` turns a cover's index into its lasting number. */
  carryOut(steps: readonly PlanStep[], elements: Elements, name: (cover: number) => number): number {
    const before = this.#changes.length;
    this.#plan++;
    this.#focus = focused() ?? (this.any ? this.#focus : null);
    for (const step of steps) {
      const cover = "cover" in step && step.cover != null ? name(step.cover) : null;
      const element = "at" in step ? elements[step.at] : undefined;
      if (step.do === "freeScrolling") this.#free();
      else if (element?.isConnected) this.#one(step, element, cover);
    }
    return this.#changes.length - before;
  }

  /**
   * Takes everything back, last first; or only what was part of one cover. The top layer is filled at last, and from
   * below: plan by plan, each of which closed what lay on top first.
   */
  undo(about?: number): void {
    const mine = (change: Change) => about === undefined || change.about === about;
    const back = this.#changes.filter(mine).reverse();
    this.#changes = this.#changes.filter((change) => !mine(change));
    const theirs = focused();
    const layers = back.filter(({ layer }) => layer !== null);
    layers.sort((a, b) => a.layer! - b.layer!);
    for (const change of [...back.filter(({ layer }) => layer === null), ...layers]) change.undo();
    if (back.length > 0) focusAgain(theirs ?? this.#focus);
  }

  #one(step: Exclude<PlanStep, { do: "freeScrolling" }>, element: Element, about: number | null): void {
    const undo = carryOut(step, element);
    if (undo) this.#changes.push({ about, undo, layer: step.do === "close" ? this.#plan : null });
  }

  #free(): void {
    const undo = this.scrolling.free();
    if (undo) this.#changes.push({ about: null, undo, layer: null });
  }
}

type Undo = () => void;

/** Gives how to take the step back. None: nothing had to change. */
function carryOut(step: Exclude<PlanStep, { do: "freeScrolling" }>, element: Element): Undo | null {
  switch (step.do) {
    case "close":
      return close(element as HTMLDialogElement);
    case "mark":
      return mark(element, step.mark);
    case "drop":
      return drop(element, step.attribute);
    case "dropClass":
      return dropClass(element, step.class);
    case "insert":
      return insert(element, step.paragraphs);
  }
}

/** Out of the top layer; hiding alone would leave the page inert. */
function close(element: HTMLDialogElement): Undo | null {
  if (element.matches(":popover-open")) {
    element.hidePopover();
    return () => element.isConnected && element.showPopover();
  }
  if (!element.matches(":modal") || typeof element.close !== "function") return null;
  element.close();
  return () => element.isConnected && !element.open && element.showModal();
}

function mark(element: Element, word: string): Undo | null {
  const words = (element.getAttribute(MARKS) ?? "").split(" ").filter(Boolean);
  if (words.includes(word)) return null;
  const back = whereItScrolled(element);
  element.setAttribute(MARKS, [...words, word].join(" "));
  back();
  return () => {
    const left = (element.getAttribute(MARKS) ?? "").split(" ").filter((w) => w && w !== word);
    if (left.length > 0) element.setAttribute(MARKS, left.join(" "));
    else element.removeAttribute(MARKS);
  };
}

/** A body fixed at a negative offset stands where the person had scrolled to: that is where freeing it must lead. */
function whereItScrolled(element: Element): () => void {
  if (element !== document.body || getComputedStyle(element).position !== "fixed") return () => {};
  const top = -element.getBoundingClientRect().top;
  return () => top > 0 && scrollTo({ top, behavior: "instant" });
}

function drop(element: Element, attribute: string): Undo | null {
  const value = element.getAttribute(attribute);
  if (value === null) return null;
  const names = element.getAttributeNames();
  const after = names.slice(names.indexOf(attribute) + 1);
  element.removeAttribute(attribute);
  return () => {
    element.setAttribute(attribute, value);
    for (const name of after) toEnd(element, name);
  };
}

/** The serialized page shows the order of attributes, too. */
function toEnd(element: Element, name: string): void {
  const attribute = element.getAttributeNode(name);
  if (attribute) element.setAttributeNode(element.removeAttributeNode(attribute));
}

function dropClass(element: Element, name: string): Undo | null {
  if (!element.classList.contains(name)) return null;
  const before = element.className;
  element.classList.remove(name);
  const after = element.className;
  return () => {
    if (element.className === after) element.setAttribute("class", before);
    else element.classList.add(name);
  };
}

function insert(after: Element, paragraphs: readonly string[]): Undo | null {
  const made = paragraphs.map((text) => {
    const paragraph = document.createElement("p");
    paragraph.setAttribute(MARKS, MADE);
    paragraph.textContent = text;
    return paragraph;
  });
  after.after(...made);
  return () => made.forEach((paragraph) => paragraph.remove());
}
