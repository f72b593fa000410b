/** What the scripts of one page share: each is a file of its own, put in when it is needed. */

import { api } from "../shared/api.ts";
import type { Look } from "../shared/messages.ts";
import type { Snapshot } from "../shared/snapshot.ts";

interface World {
  /** The hands, once they are in. */
  hands?: {
    /** A press of the button: the page as it stands, or what came of a reader that is open. */
    look(): Look | Promise<Look>;
    /** Begins or stops what this site's setting says. */
    recheck(): Promise<true>;
  };
  /** The page as the first script took it in, for the hands that come after it. */
  taken?: Snapshot | undefined;
  /** True: the background was asked again, and has not answered yet. */
  asked?: boolean;
}

/** A press takes a tenth of this. Units: ms. */
const PATIENCE = 2_000;

const KEY = Symbol.for("plainread");

/**
 * On the extension's own global object in this page; the page has another. Not by a name: an element of the page whose
 * id it is would be found there.
 */
export const world = ((globalThis as { [KEY]?: World })[KEY] ??= {});

/**
 * Keeps the page as it was taken in, for what the background makes of it. A background that ended meanwhile, with the
 * press, is asked once more.
 */
export function keep(snapshot: Snapshot): void {
  world.taken = snapshot;
  if (world.asked) return;
  setTimeout(() => {
    if (world.taken !== snapshot) return;
    world.asked = true;
    void api.runtime.sendMessage({ do: "again" }).catch(() => undefined);
  }, PATIENCE);
}

/** What was kept, once: the background has answered. */
export function taken(): Snapshot | undefined {
  const snapshot = world.taken;
  world.taken = undefined;
  world.asked = false;
  return snapshot;
}
