/**
 * Covers that come back as new elements however often they are hidden. What the returns have in common makes a rule
 * that keeps them hidden; what is new each time, as names made by chance are, is left out of it.
 */

import { isSelector } from "../shared/checks.ts";

/** A cover that comes back this often as it was gets a rule, and one that changes its names this often. */
const SAME = 2;
const RENAMED = 3;

/** What all returns of one cover share: attributes with their value, or only by name; and classes. */
interface Alike {
  times: number;
  /** The look that found the last one. */
  look: number;
  attributes: Map<string, string | null>;
  classes: Set<string>;
}

/** The covers of one page. */
export class Returns {
  #seen = new Map<string, Alike>();
  #look = 0;

  /** What was found together did not come back: a new look begins. */
  nextLook(): void {
    this.#look++;
  }

  /** Notes a hidden element. Gives a selector for what comes back, where it has come back and can be told apart. */
  met(element: Element): string | undefined {
    const now = alike(element, this.#look);
    const key = `${element.localName} ${element.parentElement?.localName} ${element.textContent?.trim()}`;
    const before = this.#seen.get(key);
    if (before?.look === this.#look) return undefined;
    const all = before ? shared(before, now) : now;
    this.#seen.set(key, all);
    const renamed = [...all.attributes.values()].includes(null) || all.attributes.size < now.attributes.size;
    if (all.times < (renamed ? RENAMED : SAME)) return undefined;
    const rule = selector(element.localName, all);
    if (rule === CSS.escape(element.localName) || !isSelector(rule)) return undefined;
    return document.querySelectorAll(rule).length <= 1 ? rule : undefined;
  }
}

const OWN = new Set(["style", "class", "data-plainread"]);

function alike(element: Element, look: number): Alike {
  const attributes = [...element.attributes].filter(({ name }) => !OWN.has(name));
  return {
    times: 1,
    look,
    attributes: new Map(attributes.map(({ name, value }) => [name, value])),
    classes: new Set(element.classList),
  };
}

function shared(a: Alike, b: Alike): Alike {
  const attributes = [...a.attributes].filter(([name]) => b.attributes.has(name));
  return {
    times: a.times + 1,
    look: b.look,
    attributes: new Map(
      attributes.map(([name, value]) => [name, value === b.attributes.get(name) ? value : null]),
    ),
    classes: new Set([...a.classes].filter((name) => b.classes.has(name))),
  };
}

function selector(name: string, { attributes, classes }: Alike): string {
  const by = [...attributes].map(([name, value]) =>
    value === null ? `[${CSS.escape(name)}]` : `[${CSS.escape(name)}="${CSS.escape(value)}"]`,
  );
  return CSS.escape(name) + [...classes].map((one) => `[class~="${CSS.escape(one)}"]`).join("") + by.join("");
}
