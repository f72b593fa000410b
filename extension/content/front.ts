/** What lies in front of a page, told at a glance: whether a look can wait. */

import { above, onTop } from "./probe.ts";

/** Points of a grid over the window, across and down. */
const POINTS = 3;
/** A box met at so many of them takes up a row of the window, or a third of it. */
const WIDE = 3;

/** The boxes out of the flow that take up much of the window. */
export class Front {
  #ours: ReadonlySet<Element>;
  #before: ReadonlySet<Element> = new Set();

  constructor(ours: ReadonlySet<Element>) {
    this.#ours = ours;
  }

  /** True if one is there that was not at the last glance. */
  isNew(): boolean {
    const boxes = this.#boxes();
    const isNew = [...boxes].some((box) => !this.#before.has(box));
    this.#before = boxes;
    return isNew;
  }

  #boxes(): Set<Element> {
    const points = new Map<Element, number>();
    for (let at of onTop(POINTS, POINTS))
      for (; at; at = above(at)) points.set(at, (points.get(at) ?? 0) + 1);
    const wide = [...points].filter(([box, met]) => met >= WIDE && !this.#ours.has(box) && isOutOfFlow(box));
    return new Set(wide.map(([box]) => box));
  }
}

function isOutOfFlow(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === "fixed" || position === "absolute" || position === "sticky";
}
