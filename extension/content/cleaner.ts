/** Cleaning as a person meets it: the hands that do it, and the notice and the button that tell of it. */

import { api } from "../shared/api.ts";
import { ask } from "../shared/messages.ts";
import type { Hidden, Report } from "./covers.ts";
import { count, say } from "../shared/words.ts";
import { CoverHands } from "./covers.ts";
import { hideNotice, showNotice, type Item, type Note } from "./notice.ts";
import { ours } from "./ours.ts";
import { HOST } from "./shell.ts";

/** The hands that work on this page's covers. */
export const hands = new CoverHands(
  {
    plan: (snapshot) => ask(api, "plan", { snapshot }),
    sheet: () => ask(api, "sheet", {}),
    hideByRule: (rule) => ask(api, "hideByRule", { rule }),
    dropRule: (rule) => ask(api, "dropRule", { rule }),
  },
  ours,
  tell,
);

/** What was last told, so that the same is not told twice. */
let told = "";

/** Gives the page back as it was. */
export function restore(): void {
  hands.restore();
  told = "";
  hideNotice();
}

/** A notice for what changed, and the count on the button. */
function tell(report: Report): void {
  const { hidden, delivered, gaveUp } = report;
  const state = [hidden.length, delivered, gaveUp].join();
  if (state === told) return;
  told = state;
  const note = noteFor(report);
  if (!isReading() && note) showNotice(note);
  else if (!note) hideNotice();
  void ask(api, "outcome", { outcome: { hidden: hidden.length } }).catch(() => undefined);
}

/** Under the open reader the page is cleaned in silence. */
function isReading(): boolean {
  return [...ours].some((element) => element.localName === HOST);
}

function noteFor({ hidden, delivered, why, gaveUp }: Report): Note | undefined {
  const actions = [{ text: say("restore"), press: restore }];
  const listed = hidden.length > 0 ? { items: () => hidden.map(itemFor) } : {};
  if (gaveUp) return { text: say("gaveUp"), actions, ...listed, stays: false };
  if (delivered === "preview" || delivered === "withheld") {
    const text = say(delivered === "preview" ? "previewDelivered" : "publisherKeeps");
    const reason = why ? say(REASONS[why] ?? why) : "";
    const part = hidden.length > 0 ? { actions, ...listed } : {};
    return { text, ...(reason ? { reason } : {}), ...part, stays: true };
  }
  if (hidden.length === 0) return undefined;
  return { text: count("coversHidden", hidden.length), actions, ...listed, stays: false };
}

function itemFor({ kind, sign, about, id }: Hidden): Item {
  const why = sign ? say(`sign_${sign}`, about) : "";
  const text = [say(`cover_${kind}`), why].filter(Boolean).join(" – ");
  return { text, action: say("restore"), press: () => hands.restore(id) };
}

/** Words for what gives a preview away. */
const REASONS: Record<string, string> = {
  declaredPaid: "reasonDeclaredPaid",
  signUpCard: "reasonSignUpCard",
  fewerWords: "reasonFewer",
  breaksOff: "reasonBreaksOff",
  filler: "reasonFiller",
};
