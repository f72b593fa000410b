/**
 * What crosses between the extension's processes is checked before anything is done with it: who said it, that it has
 * these fields and no others, what each holds, and how long it is. Each process has a table of rules for what it hears.
 */

import type { Look, Memory, Outcome, Refusal, Story } from "./messages.ts";
import { isHost } from "./sites.ts";
import type { Probe, Snapshot, View } from "./snapshot.ts";

/** True for a value that is sound. */
export type Check = (value: unknown) => boolean;

/** Who may say something: the extension's background, a page of ours (the options), or our hands in a site's page. */
export type From = "background" | "page" | "hands";

/** What one message must look like, and who may send it. */
export interface Rule {
  from: readonly From[];
  ask: Check;
}

/** Units: UTF-16 units. Far above any page (the largest of WCXB dev: 5.4 MB); the core reads 8 MB of it. */
const LONGEST_MARKUP = 2 ** 27;
/** Source: Chromium's longest address. */
const LONGEST_TEXT = 2 ** 21;
const LONGEST_SELECTOR = 2 ** 14;
/** Units: numbers; seven for a box, three for a mark. */
const MOST_NUMBERS = 2 ** 25;

/** Who sent a message. None: not one of us. */
export function senderOf(sender: chrome.runtime.MessageSender, own: typeof chrome.runtime): From | undefined {
  if (sender.id !== own.id) return undefined;
  if (!sender.tab) return "background";
  if (sender.url?.startsWith(own.getURL(""))) return "page";
  return sender.frameId === 0 ? "hands" : undefined;
}

/** An object with these fields and no others. */
export function shape<T extends object>(checks: { [K in keyof T]-?: Check }): Check {
  const all = Object.entries<Check>(checks);
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    const given = value as Record<string, unknown>;
    return (
      Object.keys(given).every((key) => Object.hasOwn(checks, key)) &&
      all.every(([key, check]) => check(given[key]))
    );
  };
}

/** One of these values. */
export function oneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

/** What passes one of these checks. */
export function either(...checks: Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

/** A list of such items. */
export function list(item: Check): Check {
  return (value) => Array.isArray(value) && value.every(item);
}

/** Such a value, or none. */
export function maybe(check: Check): Check {
  return (value) => value === undefined || value === null || check(value);
}

/** A text of a length that pages have. */
export const isText: Check = (value) => typeof value === "string" && value.length <= LONGEST_TEXT;
/** True or false. */
export const isFlag: Check = (value) => typeof value === "boolean";
/** 0, 1, 2 … */
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** What may be done on a site by itself. */
export const isMode: Check = oneOf("clean", "reader");
/** The name of a site. */
export const isSite: Check = (value) => typeof value === "string" && isHost(value);
/** No fields at all. */
export const NOTHING: Check = shape<object>({});

const isNumber: Check = (value) => Number.isFinite(value);
const isNumbers: Check = (value) => Array.isArray(value) && value.length <= MOST_NUMBERS;
const isMarkup: Check = (value) => typeof value === "string" && value.length <= LONGEST_MARKUP;

const NAME = /(?:[-\w\u{80}-\u{10ffff}]|\\[0-9a-f]{1,6} |\\[^\n\r\f0-9a-f])+/u.source;
const SELECTOR = new RegExp(`^${NAME}(?:\\[${NAME}(?:~?="(?:${NAME})?")?\\])*$`, "u");

/** A selector for elements of one name by their attributes, values and words in them, escaped: nothing that could end a rule of CSS. */
export const isSelector: Check = (value) =>
  typeof value === "string" && value.length <= LONGEST_SELECTOR && SELECTOR.test(value);

const REFUSALS: Record<Refusal, true> = {
  noArticle: true,
  pdf: true,
  ageGate: true,
  browserPage: true,
  failed: true,
};

/** What came of a request to a tab. */
export const isOutcome: Check = either(
  shape<Extract<Outcome, { open: boolean }>>({ open: isFlag }),
  shape<Extract<Outcome, { hidden: number }>>({ hidden: isCount }),
  shape<Extract<Outcome, { refused: Refusal }>>({ refused: oneOf(...Object.keys(REFUSALS)) }),
);

/** A page as the hands took it. The core looks at each measured number itself. */
export const isSnapshot: Check = shape<Snapshot>({
  url: isText,
  route: oneOf("serialized", "walk"),
  html: isMarkup,
  elements: isCount,
  view: shape<View>({ width: isNumber, height: isNumber, scrollY: isNumber, scrollHeight: isNumber }),
  probe: maybe(
    shape<Probe>({
      boxes: isNumbers,
      marks: isNumbers,
      hits: isNumbers,
      columns: isCount,
      touched: isFlag,
      firstInput: isNumber,
      watched: isFlag,
    }),
  ),
  chosen: maybe(isCount),
});

/** What is remembered of a story. */
export const isMemory: Check = shape<Memory>({
  progress: isNumber,
  highlights: list(shape<Memory["highlights"][number]>({ start: isCount, text: isText })),
});

/** A story that the core gave. */
export const isStory: Check = shape<Story>({
  title: maybe(isMarkup),
  text: isMarkup,
  lines: isMarkup,
  published: maybe(isText),
  lang: maybe(isText),
});

/** What a press of the button finds in a page. */
export const isLook: Check = either(
  shape<Extract<Look, { hands: boolean }>>({ snapshot: isSnapshot, hands: isFlag }),
  shape<Extract<Look, { outcome: Outcome }>>({ outcome: isOutcome }),
);
