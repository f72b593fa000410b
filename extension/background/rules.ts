/** What the background listens to: the form of each message, and who may send it. */

import {
  isMemory,
  isMode,
  isOutcome,
  isSelector,
  isSite,
  isSnapshot,
  isStory,
  isText,
  NOTHING,
  oneOf,
  shape,
  type Rule,
} from "../shared/checks.ts";
import type { ToBackground } from "../shared/messages.ts";

type Ask<K extends keyof ToBackground> = ToBackground[K]["ask"];

const HANDS = ["hands"] as const;
/** Lists of sites are the options page's: hands in one site's page never ask about another. */
const PAGE = ["page"] as const;

const SNAPSHOT = shape<Ask<"read">>({ snapshot: isSnapshot });
const SELECTOR = shape<Ask<"hideByRule">>({ rule: isSelector });
const FORMAT = oneOf("markdown", "text", "html", "json");

/** By message. */
export const RULES: { [K in keyof ToBackground]: Rule } = {
  read: { from: HANDS, ask: SNAPSHOT },
  facts: { from: HANDS, ask: shape<Ask<"facts">>({ story: isStory }) },
  again: { from: HANDS, ask: NOTHING },
  plan: { from: HANDS, ask: SNAPSHOT },
  sheet: { from: HANDS, ask: NOTHING },
  hideByRule: { from: HANDS, ask: SELECTOR },
  dropRule: { from: HANDS, ask: SELECTOR },
  write: { from: HANDS, ask: shape<Ask<"write">>({ snapshot: isSnapshot, format: FORMAT }) },
  leftOut: { from: HANDS, ask: SNAPSHOT },
  mode: { from: HANDS, ask: NOTHING },
  turnOn: { from: HANDS, ask: shape<Ask<"turnOn">>({ mode: isMode }) },
  turnOff: { from: HANDS, ask: NOTHING },
  recall: { from: HANDS, ask: shape<Ask<"recall">>({ address: isText }) },
  remember: { from: HANDS, ask: shape<Ask<"remember">>({ address: isText, memory: isMemory }) },
  outcome: { from: HANDS, ask: shape<Ask<"outcome">>({ outcome: isOutcome }) },
  follow: { from: HANDS, ask: shape<Ask<"follow">>({ url: isText }) },
  options: { from: HANDS, ask: NOTHING },
  font: { from: HANDS, ask: NOTHING },
  sites: { from: PAGE, ask: NOTHING },
  always: { from: PAGE, ask: shape<Ask<"always">>({ host: isSite, mode: isMode }) },
  never: { from: PAGE, ask: shape<Ask<"never">>({ host: isSite }) },
};
