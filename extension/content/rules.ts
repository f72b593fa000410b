/** What the hands listen to: the background alone, and what each message must look like. */

import {
  isCount,
  isFlag,
  isMode,
  isSnapshot,
  isStory,
  isText,
  list,
  maybe,
  NOTHING,
  shape,
  type Check,
  type Rule,
} from "../shared/checks.ts";
import type { Answer, Reader, ToTab } from "../shared/messages.ts";
import { sound } from "../shared/settings.ts";
import { ATTRS, CLOSE, DATE, FIRST_ATTRIBUTE, FIRST_SENTENCE, TAGS } from "../shared/steps.ts";

const BACKGROUND = ["background"] as const;

/** A number must name an element or an attribute that may be built, or a sentence. */
const isStep: Check = (step) => {
  if (typeof step === "string") return true;
  if (Array.isArray(step)) return step.every((word) => typeof word === "string");
  const number = step as number;
  if (number <= FIRST_SENTENCE) return Number.isInteger(step);
  const named = number >= 0 ? number < TAGS.length : number > FIRST_ATTRIBUTE - ATTRS.length;
  const unused = number > FIRST_ATTRIBUTE && number < 0 && number !== CLOSE && number !== DATE;
  return Number.isInteger(step) && named && !unused;
};

const isReader = shape<Reader>({
  title: isText,
  lang: maybe(isText),
  rtl: isFlag,
  article: list(isStep),
  facts: list(isStep),
  hasFacts: isFlag,
  spots: list(isCount),
});

const isAnswer = shape<Answer>({
  recapture: isFlag,
  ageCheck: isFlag,
  reader: maybe(isReader),
  story: maybe(isStory),
  found: maybe(shape<NonNullable<Answer["found"]>>({ characters: isCount, needed: isCount })),
});

/** Settings that `sound` would leave as they are. */
const isSettings: Check = (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(sound(value)).every(([key, held]) => (value as Record<string, unknown>)[key] === held);

/** By message. */
export const RULES: { [K in keyof ToTab]: Rule } = {
  toggle: { from: BACKGROUND, ask: NOTHING },
  show: {
    from: BACKGROUND,
    ask: shape<ToTab["show"]["ask"]>({
      answer: isAnswer,
      settings: isSettings,
      mode: maybe(isMode),
      snapshot: maybe(isSnapshot),
    }),
  },
  clean: { from: BACKGROUND, ask: shape<ToTab["clean"]["ask"]>({ mode: maybe(isMode) }) },
  restore: { from: BACKGROUND, ask: NOTHING },
  recheck: { from: BACKGROUND, ask: NOTHING },
};
