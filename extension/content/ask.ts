/** Asks the background's core about the page as it stands. */

import { api } from "../shared/api.ts";
import { received, type Answer, type Failure, type ToBackground } from "../shared/messages.ts";
import { capture } from "./capture.ts";

/** What the core makes of the page; captured the slower way where the browser's own serializer misleads. */
export async function askCore(): Promise<Answer> {
  const answer = await ask("read", { snapshot: capture().snapshot });
  return answer.recapture ? ask("read", { snapshot: capture("walk").snapshot }) : answer;
}

/** Asks the background anything of its table. */
export async function ask<K extends keyof ToBackground>(
  what: K,
  about: ToBackground[K]["ask"],
): Promise<ToBackground[K]["answer"]> {
  const answer = await api.runtime.sendMessage({ do: what, ...about });
  return received(answer as ToBackground[K]["answer"] | Failure | undefined);
}
